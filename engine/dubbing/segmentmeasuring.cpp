#include "engine/core/hash.h"
#include "engine/dubbing/cachefile_p.h"
#include "engine/dubbing/offsetestimate_p.h"
#include "engine/dubbing/segmentmeasuring_p.h"
#include "engine/dubbing/segmenttrack_p.h"
#include "engine/dubbing/synckey_p.h"
#include "engine/dubbing/synclanefile_p.h"
#include "engine/dubbing/takesight_p.h"

#include <algorithm>

namespace lipwright::dubbing {
namespace {

using core::FrameRange;
using core::Result;

constexpr std::string_view kLaneKind = "sync-1";

double secondsOf(std::int64_t microseconds) {
    return static_cast<double>(microseconds) / 1e6;
}

/// The lanes of one segment, each from disk, or else measured.
class Measurement {
public:
    Measurement(MeterParts& parts, const SyncOrder& order, const face::FaceTrack& track,
                const std::stop_token& stop, const core::ProgressCallback& progress)
        : m_parts(parts),
          m_order(order),
          m_track(track),
          m_stop(stop),
          m_progress(progress),
          m_seen(framesSeen(order.segment.frames, track, *parts.source.index)) {}

    Result<MeasuredLane> baseline() {
        return kept(filmKey(), [&]() -> Result<MeasuredLane> {
            const auto sight = filmSight();
            return sight ? measure(**sight, filmSound(), 0.0) : core::passOn(sight);
        });
    }

    Result<MeasuredLane> before() {
        const auto key = voiceKey();
        if (!key) {
            return core::passOn(key);
        }
        return kept(filmKey() + *key, [&]() -> Result<MeasuredLane> {
            const auto sight = filmSight();
            return sight ? measure(**sight, voiceSound(), voiceStart()) : core::passOn(sight);
        });
    }

    Result<MeasuredLane> after(const project::Take& take) {
        const std::filesystem::path folder = m_order.folder / take.folder;
        const auto sidecar = core::sha256OfFile(folder / synthesis::kTakeSidecar);
        const auto key = voiceKey();
        if (!sidecar || !key) {
            return sidecar ? core::passOn(key) : core::passOn(sidecar);
        }
        return kept(filmKey() + *key + *sidecar + ' ' + textOf(m_order.segment.retouch),
                    [&]() -> Result<MeasuredLane> {
                        const auto sight = takeSight(folder);
                        return sight ? measure(*sight, voiceSound(), voiceStart())
                                     : core::passOn(sight);
                    });
    }

private:
    template <typename Make>
    Result<MeasuredLane> kept(const std::string& key, Make make) {
        const std::string hash = core::sha256(std::as_bytes(std::span(key)));
        const FrameRange frames = m_order.segment.frames;
        return cached(
            cachePlace(m_parts.cache, kLaneKind, hash),
            [frames](const auto& place) { return loadLane(place, frames); }, make, saveLane);
    }

    /// What every lane depends on.
    [[nodiscard]] std::string filmKey() const {
        const FrameRange frames = m_order.segment.frames;
        std::string key = m_parts.film + ' ' + std::to_string(frames.first) + ' ' +
                          std::to_string(frames.end) + ' ' + std::to_string(m_track.firstFrame) +
                          ' ' + std::to_string(m_track.observations.size()) + ' ' +
                          hashOf(m_track, m_seen);
        for (const auto& model : m_parts.models) {
            key += ' ' + model.entry.sha256;
        }
        return key;
    }

    [[nodiscard]] Result<std::string> voiceKey() const {
        const project::DubTrack& voice = m_order.voice;
        const auto fingerprint = voice.media.fingerprint.empty()
                                     ? core::fingerprintOfFile(voice.media.path)
                                     : Result<std::string>(voice.media.fingerprint);
        if (!fingerprint) {
            return core::passOn(fingerprint);
        }
        return " voice " + *fingerprint + ' ' + std::to_string(voice.stream) + ' ' +
               std::to_string(voice.offsetMicroseconds) + ' ';
    }

    Result<const LaneSight*> filmSight() {
        if (!m_filmSight) {
            if (const auto loaded = m_parts.loadJudges(); !loaded) {
                return core::passOn(loaded);
            }
            auto sight = m_parts.watch->sight(m_track, m_seen, m_stop, m_progress);
            if (!sight) {
                return core::passOn(sight);
            }
            m_filmSight = std::move(*sight);
        }
        return &*m_filmSight;
    }

    Result<LaneSight> takeSight(const std::filesystem::path& folder) {
        const auto film = filmSight();
        if (!film) {
            return core::passOn(film);
        }
        if (const auto loaded = m_parts.loadFaceModels(); !loaded) {
            return core::passOn(loaded);
        }
        const project::Segment& segment = m_order.segment;
        auto take = RetouchedTake::open(
            folder, std::make_shared<const RetouchTrack>(segment.retouch, m_track.actor, m_track.id,
                                                         m_parts.source.faces));
        if (!take) {
            return core::passOn(take);
        }
        return sightOfTake(*take, segment.frames, **film, m_parts.reader,
                           (*m_parts.judges)[kExpertLane], m_parts.faceModels, m_stop, m_progress);
    }

    Result<MeasuredLane> measure(const LaneSight& sight, Result<evaluation::SyncSound> sound,
                                 double soundStart) const {
        LaneJob job{m_order.segment.frames, &sight, m_parts.source.index.get(), std::nullopt,
                    soundStart};
        if (sound) {
            job.sound = std::move(*sound);
        } else if (sound.error().code != core::ErrorCode::noAudio) {
            return core::passOn(sound);
        }
        return measureLane(job, *m_parts.judges, m_stop);
    }

    Result<evaluation::SyncSound> filmSound() { return sound(m_parts.source.film, 0, 0.0); }
    Result<evaluation::SyncSound> voiceSound() {
        return sound(m_order.voice.media.path, m_order.voice.stream, voiceStart());
    }
    Result<evaluation::SyncSound> sound(const std::filesystem::path& path, int stream,
                                        double start) {
        const media::FrameIndex& index = *m_parts.source.index;
        return m_parts.sounds.around({path, stream, index.timeOf(m_seen.first).seconds() - start,
                                      index.endOf(m_seen.end - 1).seconds() - start},
                                     m_stop);
    }

    [[nodiscard]] double voiceStart() const { return secondsOf(m_order.voice.offsetMicroseconds); }

    MeterParts& m_parts;
    const SyncOrder& m_order;
    const face::FaceTrack& m_track;
    const std::stop_token& m_stop;
    const core::ProgressCallback& m_progress;
    FrameRange m_seen;
    std::optional<LaneSight> m_filmSight;
};

/// A segment whose actor is nowhere to be seen.
SegmentSync unseen(const project::Segment& segment) {
    const SyncLane lane = emptyLane(segment.frames, SyncReason::offScreen).lane;
    SegmentSync sync{lane, lane, std::nullopt, {}};
    if (segment.active() != nullptr) {
        sync.after = lane;
    }
    sync.offset.doubt = "the actor's face is not to be seen";
    return sync;
}

double meanFrameSeconds(const media::FrameIndex& index, FrameRange frames) {
    return (index.endOf(frames.end - 1).seconds() - index.timeOf(frames.first).seconds()) /
           static_cast<double>(frames.length());
}

/// A take was rendered with an offset of its own: what the segment's has changed by since counts.
void completeForTake(OffsetEstimate& offset, const project::Segment& segment,
                     const project::Take& take) {
    offset.ofTake = true;
    offset.microseconds += take.settings.offsetMicroseconds - segment.settings.offsetMicroseconds;
}

}  // namespace

Result<void> MeterParts::loadJudges() {
    if (judges) {
        return {};
    }
    nets::limitThreads(std::max(1, source.threads));
    auto expert = nets::LipSyncExpert::load(models[kExpertLane].path, source.device);
    if (!expert) {
        return core::passOn(expert);
    }
    auto judge = nets::LipSyncExpert::load(models[kJudgeLane].path, source.device);
    if (!judge) {
        return core::passOn(judge);
    }
    judges.reset(new Judges{std::move(*expert), std::move(*judge)});
    watch = std::make_unique<FilmWatch>(reader, (*judges)[kExpertLane],
                                        SightStore(cache, film, models[kExpertLane].entry.sha256));
    return {};
}

Result<void> MeterParts::loadFaceModels() {
    if (faceModels) {
        return {};
    }
    auto loaded = face::FaceModels::load();
    if (!loaded) {
        return core::passOn(loaded);
    }
    faceModels = std::move(*loaded);
    return {};
}

Result<SegmentSync> measureSegment(MeterParts& parts, const SyncOrder& order,
                                   const std::stop_token& stop,
                                   const core::ProgressCallback& progress) {
    const project::Segment& segment = order.segment;
    const face::FaceTrack* const track = trackOf(segment, *parts.source.faces);
    if (track == nullptr) {
        return unseen(segment);
    }
    Measurement measurement(parts, order, *track, stop, progress);
    const auto baseline = measurement.baseline();
    if (!baseline) {
        return core::passOn(baseline);
    }
    const auto before = measurement.before();
    if (!before) {
        return core::passOn(before);
    }
    SegmentSync sync{baseline->lane, before->lane, std::nullopt, {}};
    const double frameSeconds = meanFrameSeconds(*parts.source.index, segment.frames);
    const project::Take* const take = segment.active();
    if (take == nullptr) {
        sync.offset = estimateOffset(*before, *baseline, frameSeconds);
        return sync;
    }
    const auto after = measurement.after(*take);
    if (!after) {
        return core::passOn(after);
    }
    sync.after = after->lane;
    sync.offset = estimateOffset(*after, *baseline, frameSeconds);
    completeForTake(sync.offset, segment, *take);
    return sync;
}

}  // namespace lipwright::dubbing
