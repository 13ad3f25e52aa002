#include "engine/dubbing/filmsight_p.h"
#include "engine/dubbing/takesight_p.h"
#include "engine/evaluation/mouthcrop.h"
#include "engine/evaluation/mouthcrops.h"
#include "engine/evaluation/mouthvalues.h"
#include "engine/face/repaintedface.h"
#include "engine/synthesis/compositor.h"

#include <algorithm>
#include <optional>

namespace lipwright::dubbing {
namespace {

using core::FrameRange;
using core::Result;

constexpr std::int64_t kSmoothingReach = 3;  ///< frames that a face's landmarks are smoothed over

class TakeLook {
public:
    TakeLook(RetouchedTake& take, FrameRange segment, const LaneSight& film,
             media::VideoReader& reader, const nets::LipSyncExpert& expert,
             std::shared_ptr<const face::FaceModels> models)
        : m_take(take),
          m_track(*film.track),
          m_reader(reader),
          m_frames(core::intersection(core::intersection(segment, film.frames),
                                      {take.take().firstFrame, take.take().endFrame()})),
          m_recorder(expert, m_frames),
          m_face(m_track, m_frames, std::move(models)) {}

    Result<void> look(const std::stop_token& stop, const core::ProgressCallback& progress) {
        for (std::int64_t frame = m_frames.first; frame < m_frames.end; ++frame) {
            if (stop.stop_requested()) {
                return core::cancelled();
            }
            if (const auto seen = look(frame, stop); !seen) {
                return seen;
            }
            core::report(progress, {"measure", frame + 1 - m_frames.first, m_frames.length()});
        }
        return {};
    }

    /// Puts what was seen in the place of the film's own.
    Result<LaneSight> finish(LaneSight film) {
        const auto seen = m_recorder.finish();
        if (!seen) {
            return core::passOn(seen);
        }
        const auto rows = seen->rows();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (m_painted[i]) {
                film.values[kExpertLane][placeOf(film, i)].assign(rows[i].begin(), rows[i].end());
            }
        }
        if (const auto put = putLandmarks(film); !put) {
            return core::passOn(put);
        }
        return film;
    }

private:
    Result<void> look(std::int64_t frame, const std::stop_token& stop) {
        const auto painted = paint(frame, stop);
        if (!painted) {
            return core::passOn(painted);
        }
        m_painted.push_back(painted->has_value());
        if (!*painted) {
            return m_recorder.push({});
        }
        const face::FaceObservation& seen = *m_track.at(frame);
        cv::Mat crop;
        if (seen.usability == face::FaceUsability::usable) {
            auto cropped = evaluation::mouthCrop(**painted, seen.stableLandmarks);
            if (!cropped && cropped.error().code != core::ErrorCode::noFace) {
                return core::passOn(cropped);
            }
            crop = cropped ? *cropped : cv::Mat();
        }
        if (const auto pushed = m_recorder.push(evaluation::bytesOf(crop)); !pushed) {
            return pushed;
        }
        return m_face.look(frame, **painted);
    }

    /// The film's frame with the take in it; nothing where it stays the film's.
    Result<std::optional<media::VideoFrame>> paint(std::int64_t frame,
                                                   const std::stop_token& stop) {
        using Painted = std::optional<media::VideoFrame>;
        auto film = m_reader.frame(frame, stop);
        if (!film) {
            return film.error().code == core::ErrorCode::damagedMedia ? Result<Painted>(Painted())
                                                                      : core::passOn(film);
        }
        const auto laid = m_take.at(*film);
        if (!laid) {
            return core::passOn(laid);
        }
        if (!*laid) {
            return Painted();
        }
        const auto blended = synthesis::composite(*film, (*laid)->made, (*laid)->weight);
        return blended ? Result<Painted>(std::move(*film)) : core::passOn(blended);
    }

    /// Smoothing carries a painted frame's landmarks over to its neighbours.
    Result<void> putLandmarks(LaneSight& film) {
        const auto first = std::ranges::find(m_painted, true);
        if (first == m_painted.end()) {
            return {};
        }
        const auto last = std::find(m_painted.rbegin(), m_painted.rend(), true).base();
        const FrameRange touched =
            core::intersection({m_frames.first + (first - m_painted.begin()) - kSmoothingReach,
                                m_frames.first + (last - m_painted.begin()) + kSmoothingReach},
                               film.frames);
        const auto track = m_face.finish();
        if (!track) {
            return core::passOn(track);
        }
        for (std::int64_t frame = touched.first; frame < touched.end; ++frame) {
            auto& values =
                film.values[kJudgeLane][static_cast<std::size_t>(frame - film.frames.first)];
            if (!values.empty()) {
                const evaluation::MouthValues seen = evaluation::mouthValues(*track->at(frame));
                values.assign(seen.begin(), seen.end());
            }
        }
        return {};
    }

    [[nodiscard]] std::size_t placeOf(const LaneSight& film, std::size_t painted) const {
        return static_cast<std::size_t>(m_frames.first - film.frames.first) + painted;
    }

    RetouchedTake& m_take;
    const face::FaceTrack& m_track;
    media::VideoReader& m_reader;
    FrameRange m_frames;
    SightRecorder m_recorder;
    face::RepaintedFace m_face;
    std::vector<bool> m_painted;  ///< of m_frames
};

}  // namespace

Result<LaneSight> sightOfTake(RetouchedTake& take, FrameRange segment, LaneSight film,
                              media::VideoReader& reader, const nets::LipSyncExpert& expert,
                              std::shared_ptr<const face::FaceModels> models,
                              const std::stop_token& stop, const core::ProgressCallback& progress) {
    TakeLook look(take, segment, film, reader, expert, std::move(models));
    if (const auto looked = look.look(stop, progress); !looked) {
        return core::passOn(looked);
    }
    return look.finish(std::move(film));
}

}  // namespace lipwright::dubbing
