#include "app/playback/takeshelf_p.h"
#include "engine/synthesis/compositor.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace lipwright::app {
namespace {

constexpr std::size_t kOpenTakes = 6;

/// The alpha as 8 bits, weighted.
QImage maskOf(const cv::Mat& alpha, double weight) {
    QImage mask(alpha.cols, alpha.rows, QImage::Format_Alpha8);
    const double scale = (alpha.depth() == CV_16U ? 255.0 / 65535.0 : 1.0) * std::min(1.0, weight);
    cv::Mat out(alpha.rows, alpha.cols, CV_8UC1, mask.bits(),
                static_cast<std::size_t>(mask.bytesPerLine()));
    alpha.convertTo(out, CV_8U, scale);
    return mask;
}

/// Adds a mask over its region to what is there; overlaps take the stronger.
void add(Composed& result, const QImage& mask, QRect region) {
    if (result.mask.isNull()) {
        result.mask = mask;
        result.region = region;
        return;
    }
    const QRect both = result.region.united(region);
    QImage sum(both.size(), QImage::Format_Alpha8);
    sum.fill(0);
    const auto lay = [&](const QImage& from, QRect place) {
        for (int y = 0; y < from.height(); ++y) {
            const uchar* const row = from.constScanLine(y);
            uchar* const out = sum.scanLine(y + place.y() - both.y()) + (place.x() - both.x());
            for (int x = 0; x < from.width(); ++x) {
                out[x] = std::max(out[x], row[x]);
            }
        }
    };
    lay(result.mask, result.region);
    lay(mask, region);
    result.mask = sum;
    result.region = both;
}

/// Where a list of takes makes frames look different from another.
std::vector<core::FrameRange> framesThatDiffer(const std::vector<PlayerTake>& before,
                                               const std::vector<PlayerTake>& after) {
    using Key = std::tuple<std::string_view, std::int64_t, std::int64_t, int, int>;
    const auto keyOf = [](const PlayerTake& take) {
        return Key{take.folder.native(), take.frames.first, take.frames.end, take.actor,
                   take.track};
    };
    std::map<Key, const PlayerTake*> gone;
    for (const PlayerTake& take : before) {
        gone.emplace(keyOf(take), &take);
    }
    std::vector<core::FrameRange> changed;
    for (const PlayerTake& take : after) {
        const auto same = gone.extract(keyOf(take));
        if (same.empty()) {
            changed.push_back(take.frames);
        } else if (!(*same.mapped() == take)) {
            static const project::Retouch kNone;
            const auto differing =
                dubbing::framesThatDiffer(same.mapped()->retouch ? *same.mapped()->retouch : kNone,
                                          take.retouch ? *take.retouch : kNone, take.frames);
            changed.insert(changed.end(), differing.begin(), differing.end());
        }
    }
    for (const auto& [key, take] : gone) {
        changed.push_back(take->frames);
    }
    return changed;
}

}  // namespace

std::vector<core::FrameRange> TakeShelf::setTakes(std::vector<PlayerTake> takes) {
    std::vector<core::FrameRange> changed = framesThatDiffer(m_takes, takes);
    m_takes = std::move(takes);
    const auto gone = [this](const std::filesystem::path& folder) {
        return std::ranges::find(m_takes, folder, &PlayerTake::folder) == m_takes.end();
    };
    std::erase_if(m_open, [&gone](const OpenTake& open) { return gone(open.folder); });
    std::erase_if(m_refused, gone);
    return changed;
}

std::vector<core::FrameRange> TakeShelf::setFaces(std::shared_ptr<const face::FaceAnalysis> faces) {
    m_faces = std::move(faces);
    for (OpenTake& open : m_open) {
        open.asked.reset();
        open.retouch.reset();
        open.take.setRetouch(nullptr);
    }
    std::vector<core::FrameRange> changed;
    for (const PlayerTake& take : m_takes) {
        if (take.retouch && dubbing::needsFaces(*take.retouch)) {
            changed.push_back(take.frames);
        }
    }
    return changed;
}

bool TakeShelf::covers(std::int64_t frame) const {
    return std::ranges::any_of(
        m_takes, [frame](const PlayerTake& take) { return take.frames.contains(frame); });
}

Composed TakeShelf::compose(media::VideoFrame& frame, bool keep) {
    const media::VideoFrame film = frame;
    Composed result;
    for (const PlayerTake& take : m_takes) {
        if (take.frames.contains(frame.number()) && !m_refused.contains(take.folder)) {
            result.covered = true;
            composeOne(frame, film, take, keep, result);
        }
    }
    return result;
}

TakeShelf::OpenTake* TakeShelf::opened(const PlayerTake& take) {
    const auto found = std::ranges::find(m_open, take.folder, &OpenTake::folder);
    if (found != m_open.end()) {
        m_open.splice(m_open.begin(), m_open, found);
        return &m_open.front();
    }
    auto opened = dubbing::RetouchedTake::open(take.folder, nullptr);
    if (!opened) {
        refuse(take.folder, opened.error());
        return nullptr;
    }
    m_open.push_front({take.folder, std::move(*opened), nullptr, nullptr});
    if (m_open.size() > kOpenTakes) {
        m_open.pop_back();
    }
    return &m_open.front();
}

void TakeShelf::useRetouch(OpenTake& open, const PlayerTake& take) const {
    if (open.asked == take.retouch) {
        return;
    }
    open.asked = take.retouch;
    if (!take.retouch) {
        open.retouch.reset();
    } else if (open.retouch && open.retouch->isOf(take.actor, take.track)) {
        open.retouch = std::make_shared<dubbing::RetouchTrack>(open.retouch->with(*take.retouch));
    } else {
        open.retouch =
            std::make_shared<dubbing::RetouchTrack>(*take.retouch, take.actor, take.track, m_faces);
    }
    open.take.setRetouch(open.retouch);
}

void TakeShelf::composeOne(media::VideoFrame& frame, const media::VideoFrame& film,
                           const PlayerTake& take, bool keep, Composed& result) {
    OpenTake* const open = opened(take);
    if (open == nullptr) {
        return;
    }
    useRetouch(*open, take);
    if (keep) {
        open->take.keep(frame.number());
    }
    const auto laid = open->take.at(film);
    if (!laid) {
        refuse(take.folder, laid.error());
        return;
    }
    if (!laid->has_value()) {
        return;
    }
    const auto& [made, weight] = **laid;
    if (const auto done = synthesis::composite(frame, made, weight); !done) {
        refuse(take.folder, done.error());
        return;
    }
    result.changed = true;
    const cv::Rect& region = made.region;
    add(result, maskOf(made.patch.alpha, weight),
        {region.x, region.y, region.width, region.height});
}

void TakeShelf::refuse(const std::filesystem::path& folder, const core::Error& error) {
    if (m_refused.insert(folder).second) {
        m_complain(error);
    }
}

}  // namespace lipwright::app
