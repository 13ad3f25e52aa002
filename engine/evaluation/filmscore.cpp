#include "engine/evaluation/filmscore.h"

#include "engine/evaluation/mouthcrop.h"
#include "engine/media/videoreader.h"

namespace lipwright::evaluation {

core::Result<SyncCurve> scoreTrack(media::VideoReader& reader, const face::FaceTrack& track,
                                   const SyncSound& sound, const nets::LipSyncExpert& expert,
                                   std::stop_token stop, const core::ProgressCallback& progress) {
    SyncScorer scorer(expert);
    const auto total = static_cast<std::int64_t>(track.observations.size());
    for (std::int64_t number = track.firstFrame; number < track.endFrame(); ++number) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const face::FaceObservation& seen = *track.at(number);
        cv::Mat crop;
        if (seen.usability == face::FaceUsability::usable) {
            const auto frame = reader.frame(number);
            if (!frame) {
                return core::passOn(frame);
            }
            auto cropped = mouthCrop(*frame, seen.stableLandmarks);
            if (cropped) {
                crop = *cropped;
            } else if (cropped.error().code != core::ErrorCode::noFace) {
                return core::passOn(cropped);
            }
        }
        const std::span<const std::uint8_t> bytes(crop.data, crop.total() * crop.elemSize());
        const auto pushed = scorer.push(reader.index().timeOf(number).seconds(), bytes);
        if (!pushed) {
            return core::passOn(pushed);
        }
        core::report(progress, {"score", number - track.firstFrame + 1, total});
    }
    return scorer.finish(sound);
}

SyncSound soundOf(std::span<const float> mel, std::span<const std::uint8_t> activity) {
    SyncSound sound;
    sound.melColumns = static_cast<std::int64_t>(mel.size() / 80);
    sound.activity = activity;
    sound.mel = [mel](std::int64_t from, std::int64_t to) {
        const auto begin = mel.begin() + static_cast<std::ptrdiff_t>(from * 80);
        return std::vector<float>(begin, begin + static_cast<std::ptrdiff_t>((to - from) * 80));
    };
    return sound;
}

}  // namespace lipwright::evaluation
