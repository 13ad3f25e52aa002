#include "app/playback/takeshelf_p.h"
#include "engine/synthesis/compositor.h"

#include <algorithm>

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

}  // namespace

std::vector<core::FrameRange> TakeShelf::setTakes(std::vector<PlayerTake> takes) {
    std::vector<core::FrameRange> changed;
    const auto missing = [&changed](const std::vector<PlayerTake>& from,
                                    const std::vector<PlayerTake>& in) {
        for (const PlayerTake& take : from) {
            if (std::ranges::find(in, take) == in.end()) {
                changed.push_back(take.frames);
            }
        }
    };
    missing(m_takes, takes);
    missing(takes, m_takes);
    m_takes = std::move(takes);
    std::erase_if(m_open, [this](const OpenTake& open) {
        return std::ranges::find(m_takes, open.folder, &PlayerTake::folder) == m_takes.end();
    });
    std::erase_if(m_refused, [this](const std::filesystem::path& folder) {
        return std::ranges::find(m_takes, folder, &PlayerTake::folder) == m_takes.end();
    });
    return changed;
}

Composed TakeShelf::compose(media::VideoFrame& frame) {
    Composed result;
    for (const PlayerTake& take : m_takes) {
        if (take.frames.contains(frame.number()) && !m_refused.contains(take.folder)) {
            composeOne(frame, take, result);
        }
    }
    return result;
}

synthesis::TakeReader* TakeShelf::opened(const std::filesystem::path& folder) {
    const auto found = std::ranges::find(m_open, folder, &OpenTake::folder);
    if (found != m_open.end()) {
        m_open.splice(m_open.begin(), m_open, found);
        return &m_open.front().reader;
    }
    auto reader = synthesis::TakeReader::open(folder);
    if (!reader) {
        refuse(folder, reader.error());
        return nullptr;
    }
    m_open.push_front({folder, std::move(*reader)});
    if (m_open.size() > kOpenTakes) {
        m_open.pop_back();
    }
    return &m_open.front().reader;
}

void TakeShelf::composeOne(media::VideoFrame& frame, const PlayerTake& take, Composed& result) {
    synthesis::TakeReader* const reader = opened(take.folder);
    if (reader == nullptr || frame.number() < reader->take().firstFrame ||
        frame.number() >= reader->take().endFrame()) {
        return;
    }
    const auto slot = static_cast<std::size_t>(frame.number() - reader->take().firstFrame);
    const synthesis::FramePlan& plan = reader->take().frames[slot];
    if (!plan.passThroughReason.empty() || plan.weight <= 0.0) {
        return;
    }
    const auto made = reader->read(frame.number());
    if (!made) {
        refuse(take.folder, made.error());
        return;
    }
    if (const auto done = synthesis::composite(frame, *made, plan.weight); !done) {
        refuse(take.folder, done.error());
        return;
    }
    result.changed = true;
    const cv::Rect& region = made->region;
    add(result, maskOf(made->patch.alpha, plan.weight),
        {region.x, region.y, region.width, region.height});
}

void TakeShelf::refuse(const std::filesystem::path& folder, const core::Error& error) {
    if (m_refused.insert(folder).second) {
        m_complain(error);
    }
}

}  // namespace lipwright::app
