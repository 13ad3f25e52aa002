#include "engine/dubbing/originalsync_p.h"
#include "engine/dubbing/syncreason_p.h"
#include "engine/evaluation/filmsound.h"
#include "engine/evaluation/mouthcrops.h"
#include "engine/evaluation/syncscorer.h"
#include "engine/media/videoreader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace lipwright::dubbing {
namespace {

using core::Result;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

/// What is seen of a track, stretch after stretch.
class TrackSight {
public:
    TrackSight(const face::FaceTrack& track, const nets::LipSyncExpert& expert,
               const SightStore& store)
        : m_track(&track), m_expert(&expert), m_store(&store), m_stretches(stretchesOf(track)) {}

    [[nodiscard]] const face::FaceTrack& track() const { return *m_track; }
    [[nodiscard]] const std::vector<SeenStretch>& seen() const { return m_seen; }

    /// The track's frames in order.
    Result<void> look(std::int64_t frame, evaluation::MouthCrops& crops) {
        if (!m_recorder && frame == m_known) {
            begin(m_stretches[m_seen.size()]);
        }
        if (frame < m_known) {
            return {};
        }
        const auto crop = crops.of(frame, *m_track->at(frame));
        if (!crop) {
            return core::passOn(crop);
        }
        if (const auto pushed = m_recorder->push(evaluation::bytesOf(*crop)); !pushed) {
            return pushed;
        }
        return m_recorder->nextFrame() < m_stretches[m_seen.size()].end ? Result<void>() : end();
    }

private:
    void begin(core::FrameRange stretch) {
        if (auto found = m_store->find(*m_track, stretch)) {
            m_seen.push_back(std::move(*found));
            m_known = stretch.end;
        } else {
            m_recorder.emplace(*m_expert, stretch);
        }
    }

    Result<void> end() {
        auto stretch = m_recorder->finish();
        m_recorder.reset();
        if (!stretch) {
            return core::passOn(stretch);
        }
        m_store->keep(*m_track, *stretch);
        m_known = stretch->frames.end;
        m_seen.push_back(std::move(*stretch));
        return {};
    }

    const face::FaceTrack* m_track;
    const nets::LipSyncExpert* m_expert;
    const SightStore* m_store;
    std::vector<core::FrameRange> m_stretches;
    std::vector<SeenStretch> m_seen;
    std::optional<SightRecorder> m_recorder;  ///< of the stretch after those seen
    std::int64_t m_known = m_track->firstFrame;
};

class SyncPass {
public:
    SyncPass(media::VideoReader& reader, const nets::LipSyncExpert& expert,
             evaluation::FilmSound& sound, const SightStore& store, const std::stop_token& stop)
        : m_index(reader.index()),
          m_expert(expert),
          m_store(store),
          m_crops(reader, stop),
          m_sound(sound.sound()),
          m_stop(stop) {
        const auto frames = static_cast<std::size_t>(m_index.frameCount());
        m_curve.values.assign(frames, kNaN);
        m_curve.raw = m_curve.values;
        m_curve.reasons.assign(frames, SyncReason::noFace);
        // A stretch that is missing ends the scorer's work on a whole track at once.
        m_sound.stretch = [this, read = m_sound.stretch](double from, double to) {
            return m_stop.stop_requested() ? evaluation::SoundStretch() : read(from, to);
        };
    }

    Result<ConfidenceCurve> run(const face::FaceAnalysis& faces,
                                const core::ProgressCallback& progress) {
        std::vector<const face::FaceTrack*> waiting;
        for (const face::FaceTrack& track : faces.tracks) {
            waiting.push_back(&track);
        }
        std::ranges::stable_sort(waiting, {}, &face::FaceTrack::firstFrame);
        const std::int64_t end = m_index.frameCount();
        auto next = waiting.begin();
        for (std::int64_t number = 0; number < end; ++number) {
            if (m_stop.stop_requested()) {
                return core::cancelled();
            }
            if (const auto closed = closeBefore(number); !closed) {
                return core::passOn(closed);
            }
            for (; next != waiting.end() && (*next)->firstFrame <= number; ++next) {
                m_open.emplace_back(**next, m_expert, m_store);
            }
            for (TrackSight& open : m_open) {
                if (const auto looked = open.look(number, m_crops); !looked) {
                    return core::passOn(looked);
                }
            }
            core::report(progress, {"score", number + 1, end});
        }
        if (const auto closed = closeBefore(end); !closed) {
            return core::passOn(closed);
        }
        return std::move(m_curve);
    }

private:
    /// Scores the tracks that end at or before the frame.
    Result<void> closeBefore(std::int64_t number) {
        for (const TrackSight& open : m_open) {
            if (open.track().endFrame() > number) {
                continue;
            }
            const auto curve = score(open);
            if (m_stop.stop_requested()) {
                return core::cancelled();
            }
            if (!curve) {
                return core::passOn(curve);
            }
            keep(open.track(), *curve);
        }
        std::erase_if(
            m_open, [number](const TrackSight& open) { return open.track().endFrame() <= number; });
        return {};
    }

    Result<evaluation::SyncCurve> score(const TrackSight& sight) const {
        evaluation::SyncScorer scorer(m_expert);
        for (const SeenStretch& stretch : sight.seen()) {
            std::int64_t frame = stretch.frames.first;
            for (const std::span<const float> row : stretch.rows()) {
                const double seconds = m_index.timeOf(frame++).seconds();
                if (const auto pushed = scorer.pushValues(seconds, row); !pushed) {
                    return core::passOn(pushed);
                }
            }
        }
        evaluation::SyncOptions options;
        options.curve = evaluation::CurveShift::none;
        return scorer.finish(m_sound, options);
    }

    void keep(const face::FaceTrack& track, const evaluation::SyncCurve& curve) {
        for (std::size_t i = 0; i < curve.frames.size(); ++i) {
            const std::int64_t frame = track.firstFrame + static_cast<std::int64_t>(i);
            const auto at = static_cast<std::size_t>(frame);
            const evaluation::FrameConfidence& found = curve.frames[i];
            const SyncReason reason = reasonOf(found.gap, track, frame);
            m_curve.values[at] = std::fmax(m_curve.values[at], found.confidence);  // NaN gives way
            m_curve.raw[at] = std::fmax(m_curve.raw[at], found.raw);
            m_curve.reasons[at] = better(m_curve.reasons[at], reason);
        }
    }

    /// Of two faces' reasons that which is nearer to being judged. Here no actor is looked for who
    /// could be off the screen.
    static SyncReason better(SyncReason a, SyncReason b) {
        for (const SyncReason reason :
             {SyncReason::none, SyncReason::silence, SyncReason::noSound, SyncReason::turnedAway}) {
            if (a == reason || b == reason) {
                return reason;
            }
        }
        return SyncReason::noFace;
    }

    const media::FrameIndex& m_index;
    const nets::LipSyncExpert& m_expert;
    const SightStore& m_store;
    evaluation::MouthCrops m_crops;
    evaluation::SyncSound m_sound;
    std::stop_token m_stop;
    std::vector<TrackSight> m_open;
    ConfidenceCurve m_curve;
};

}  // namespace

Result<ConfidenceCurve> syncOfOriginal(const std::filesystem::path& film,
                                       std::shared_ptr<const media::FrameIndex> index,
                                       const face::FaceAnalysis& faces,
                                       const std::filesystem::path& expertWeights,
                                       const SightStore& store, const std::stop_token& stop,
                                       const core::ProgressCallback& progress) {
    auto sound = evaluation::FilmSound::open(film, stop, progress);
    if (!sound) {
        return core::passOn(sound);
    }
    const auto expert = nets::LipSyncExpert::load(expertWeights);
    if (!expert) {
        return core::passOn(expert);
    }
    media::VideoReader::Options options;
    options.cachedFrames = 2;
    auto reader = media::VideoReader::open(film, options, std::move(index));
    if (!reader) {
        return core::passOn(reader);
    }
    return SyncPass(*reader, *expert, *sound, store, stop).run(faces, progress);
}

}  // namespace lipwright::dubbing
