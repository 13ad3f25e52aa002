#include "engine/evaluation/mouthcrop.h"
#include "engine/face/croptransform.h"
#include "engine/face/faceanalyzer.h"
#include "engine/media/videoreader.h"
#include "engine/synthesis/warpedengine.h"
#include "engine/training/dataset/dubbedpairs_p.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace lipwright::training {

namespace {

constexpr std::int64_t kFewestFrames = 40;
constexpr float kStillHead = 0.035F;  // radians that a head may turn between dubbed and goal frame
constexpr double kSameLight = 6.0;    // mean difference of the upper halves, of 255
constexpr double kFullWeight = 0.99;

const face::FaceTrack* longestTrack(const face::FaceAnalysis& analysis) {
    const auto longest = std::max_element(
        analysis.tracks.begin(), analysis.tracks.end(),
        [](const auto& a, const auto& b) { return a.observations.size() < b.observations.size(); });
    return longest == analysis.tracks.end() ? nullptr : &*longest;
}

/// One dub of a clip: the curve of its own mouth, `shift` frames early.
struct ShiftedDub {
    int shift = 0;
    std::unique_ptr<synthesis::SegmentPlan> plan;
    std::vector<std::int64_t> frames;  ///< to be stored, ascending
};

class ClipDubbing {
public:
    ClipDubbing(media::VideoReader reader, face::FaceAnalysis analysis,
                const MenderPairOptions& options)
        : m_reader(std::move(reader)), m_analysis(std::move(analysis)), m_options(options) {}

    core::Result<PairData> pairs(const std::filesystem::path& spool, std::stop_token stop) {
        if (const auto begun = begin(stop); !begun) {
            return core::passOn(begun);
        }
        std::vector<synthesis::PictureRequest> requests;
        for (const int shift : m_options.shifts) {
            if (const auto planned = plan(shift, stop); !planned) {
                return core::passOn(planned);
            }
            const auto more = m_dubs.back().plan->pictures();
            requests.insert(requests.end(), more.begin(), more.end());
        }
        auto pictures =
            synthesis::LibraryPictures::collect(m_reader, std::move(requests), spool, stop);
        if (!pictures) {
            return core::passOn(pictures);
        }
        m_pictures.emplace(std::move(*pictures));
        m_pairs.size = static_cast<std::uint32_t>(m_options.size);
        for (const ShiftedDub& dub : m_dubs) {
            if (const auto rendered = render(dub, stop); !rendered) {
                return core::passOn(rendered);
            }
        }
        return std::move(m_pairs);
    }

private:
    core::Result<void> begin(const std::stop_token& stop) {
        m_track = longestTrack(m_analysis);
        if (m_track == nullptr ||
            static_cast<std::int64_t>(m_track->observations.size()) < kFewestFrames) {
            return core::fail(core::ErrorCode::tooShort, "no face is seen long enough",
                              m_reader.path().string());
        }
        auto library = synthesis::FrameLibrary::build(m_analysis, m_track->actor, {}, stop);
        if (!library) {
            return core::passOn(library);
        }
        m_library.emplace(std::move(*library));
        return {};
    }

    /// The library's frame of a film frame of the track; null where it is not usable.
    [[nodiscard]] const synthesis::LibraryFrame* at(std::int64_t frame) const {
        const auto index = m_library->indexOf(m_track->id, frame);
        return index ? &m_library->frames()[*index] : nullptr;
    }

    core::Result<void> plan(int shift, const std::stop_token& stop) {
        synthesis::SegmentJob job;
        job.track = m_track;
        job.library = &*m_library;
        job.firstFrame = m_track->firstFrame;
        job.endFrame = m_track->endFrame();
        job.filmSize = {m_reader.info().width, m_reader.info().height};
        job.adjoinsBefore = job.adjoinsAfter = true;
        job.settings.excludedNeighbours = m_options.excludedNeighbours;
        job.wanted.firstFrame = job.firstFrame;
        synthesis::MouthShape shape{};
        for (std::int64_t t = job.firstFrame; t < job.endFrame; ++t) {
            const synthesis::LibraryFrame* goal = at(t + shift);
            shape = goal == nullptr ? shape : goal->shape;
            job.wanted.shapes.push_back(shape);
        }
        auto planned = synthesis::WarpedEngine().plan(job, stop, {});
        if (!planned) {
            return core::passOn(planned);
        }
        m_dubs.push_back({shift, std::move(*planned), {}});
        chooseFrames(m_dubs.back());
        return {};
    }

    [[nodiscard]] bool suits(const ShiftedDub& dub, std::int64_t frame) const {
        if (frame < dub.plan->firstFrame() || frame >= dub.plan->endFrame()) {
            return false;
        }
        const auto& planned =
            dub.plan->frames()[static_cast<std::size_t>(frame - dub.plan->firstFrame())];
        const synthesis::LibraryFrame* own = at(frame);
        const synthesis::LibraryFrame* goal = at(frame + dub.shift);
        return planned.passThroughReason.empty() && planned.weight > kFullWeight &&
               own != nullptr && goal != nullptr &&
               std::abs(own->pose.yaw - goal->pose.yaw) < kStillHead &&
               std::abs(own->pose.pitch - goal->pose.pitch) < kStillHead;
    }

    /// Runs of two frames, spread evenly over those that suit.
    void chooseFrames(ShiftedDub& dub) const {
        std::vector<std::int64_t> runs;
        for (std::int64_t t = dub.plan->firstFrame(); t < dub.plan->endFrame(); ++t) {
            if (suits(dub, t) && suits(dub, t + 1)) {
                runs.push_back(t++);
            }
        }
        const std::size_t wanted = static_cast<std::size_t>(m_options.pairsPerClip) /
                                   (2 * std::max<std::size_t>(1, m_options.shifts.size()));
        const std::size_t count = std::min(runs.size(), wanted);
        for (std::size_t k = 0; k < count; ++k) {
            const std::int64_t first = runs[k * runs.size() / count];
            dub.frames.insert(dub.frames.end(), {first, first + 1});
        }
    }

    [[nodiscard]] core::Result<cv::Mat> cropped(const media::VideoFrame& frame) const {
        return evaluation::faceCrop(frame, m_track->at(frame.number())->stableLandmarks,
                                    m_options.size);
    }

    core::Result<void> render(const ShiftedDub& dub, const std::stop_token& stop) {
        for (const std::int64_t number : dub.frames) {
            if (stop.stop_requested()) {
                return core::cancelled();
            }
            const auto frame = m_reader.frame(number);
            const auto goal = m_reader.frame(number + dub.shift);
            if (!frame || !goal) {
                return core::passOn(frame ? goal : frame);
            }
            if (const auto added = add(dub, *frame, *goal); !added) {
                return added;
            }
        }
        return {};
    }

    /// Leaves out what another light parts from its goal.
    core::Result<void> add(const ShiftedDub& dub, const media::VideoFrame& frame,
                           const media::VideoFrame& goal) {
        const auto before = cropped(frame);
        const auto aim = cropped(goal);
        if (!before || !aim) {
            return core::passOn(before ? aim : before);
        }
        const cv::Rect below = face::lowerHalf(m_options.size);
        const cv::Rect above(0, 0, m_options.size, below.y);
        if (cv::norm((*before)(above), (*aim)(above), cv::NORM_L1) >
            kSameLight * 3.0 * above.area()) {
            return {};
        }
        if (const auto added = addWarped(dub, frame); !added) {
            return added;
        }
        append(m_pairs.upper, (*before)(above));
        append(m_pairs.goal, (*aim)(below));
        note(dub, frame.number());
        return {};
    }

    core::Result<void> addWarped(const ShiftedDub& dub, const media::VideoFrame& frame) {
        const auto made = dub.plan->render(frame, *m_pictures);
        if (!made) {
            return core::passOn(made);
        }
        media::VideoFrame dubbed = frame;
        if (const auto laid = dubbed.blend(made->region, made->patch.rgb, made->patch.alpha);
            !laid) {
            return laid;
        }
        const auto warped = cropped(dubbed);
        if (!warped) {
            return core::passOn(warped);
        }
        const cv::Rect below = face::lowerHalf(m_options.size);
        append(m_pairs.warped, (*warped)(below));
        append(m_pairs.alpha, alphaCrop(frame, *made)(below));
        return {};
    }

    [[nodiscard]] cv::Mat alphaCrop(const media::VideoFrame& frame,
                                    const synthesis::SynthesizedFrame& made) const {
        cv::Mat alpha = cv::Mat::zeros(frame.size(), CV_8UC1);
        const double scale = made.patch.alpha.depth() == CV_16U ? 1.0 / 257.0 : 1.0;
        made.patch.alpha.convertTo(alpha(made.region), CV_8U, scale);
        return face::cropFace(alpha, {}, m_track->at(frame.number())->stableLandmarks,
                              m_options.size);
    }

    void note(const ShiftedDub& dub, std::int64_t number) {
        const auto t = static_cast<std::size_t>(number - dub.plan->firstFrame());
        const synthesis::MouthShape& wanted = dub.plan->frames()[t].wanted;
        m_pairs.shapes.insert(m_pairs.shapes.end(), wanted.begin(), wanted.end());
        m_pairs.frames.push_back(static_cast<std::int32_t>(number));
        m_pairs.goals.push_back(static_cast<std::int32_t>(number + dub.shift));
    }

    static void append(std::vector<std::uint8_t>& bytes, const cv::Mat& picture) {
        const cv::Mat whole = picture.isContinuous() ? picture : picture.clone();
        bytes.insert(bytes.end(), whole.data, whole.data + whole.total() * whole.elemSize());
    }

    media::VideoReader m_reader;
    face::FaceAnalysis m_analysis;
    const MenderPairOptions& m_options;
    const face::FaceTrack* m_track = nullptr;
    std::optional<synthesis::FrameLibrary> m_library;
    std::vector<ShiftedDub> m_dubs;
    std::optional<synthesis::LibraryPictures> m_pictures;
    PairData m_pairs;
};

}  // namespace

core::Result<PairData> dubbedPairs(const std::filesystem::path& film,
                                   const std::filesystem::path& spool,
                                   std::shared_ptr<const face::FaceModels> models,
                                   const MenderPairOptions& options, std::stop_token stop) {
    media::VideoReader::Options reading;
    reading.cachedFrames = 2 * *std::max_element(options.shifts.begin(), options.shifts.end()) + 8;
    auto reader = media::VideoReader::open(film, reading);
    if (!reader) {
        return core::passOn(reader);
    }
    face::AnalysisOptions analysing;
    analysing.models = std::move(models);
    analysing.landmarkSamples = options.landmarkSamples;
    analysing.endFrame = std::min(options.framesPerClip, reader->index().frameCount());
    auto analysis = face::analyzeFaces(*reader, analysing, stop);
    if (!analysis) {
        return core::passOn(analysis);
    }
    return ClipDubbing(std::move(*reader), std::move(*analysis), options).pairs(spool, stop);
}

}  // namespace lipwright::training
