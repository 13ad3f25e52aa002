#include "engine/evaluation/mouthcrop.h"
#include "engine/face/croptransform.h"
#include "engine/face/faceanalyzer.h"
#include "engine/media/audioreader.h"
#include "engine/media/videoreader.h"
#include "engine/speech/melspectrogram.h"
#include "engine/speech/phoneposteriors.h"
#include "engine/speech/voiceactivity.h"
#include "engine/training/dataset/clippreparation_p.h"

#include <algorithm>

namespace lipwright::training {

namespace {

constexpr double kMaximumSeconds = 900.0;
constexpr std::int64_t kMaximumFrames = 60 * 900;

std::int64_t usableFrames(const face::FaceTrack& track) {
    return std::count_if(track.observations.begin(), track.observations.end(),
                         [](const face::FaceObservation& seen) {
                             return seen.usability == face::FaceUsability::usable;
                         });
}

/// The track with the most usable frames; null when there is none with any.
const face::FaceTrack* mainTrack(const face::FaceAnalysis& analysis) {
    const face::FaceTrack* best = nullptr;
    std::int64_t most = 0;
    for (const face::FaceTrack& track : analysis.tracks) {
        if (const std::int64_t usable = usableFrames(track); usable > most) {
            most = usable;
            best = &track;
        }
    }
    return best;
}

core::Result<void> appendFaceCrop(const media::VideoFrame& frame, const face::FaceObservation& seen,
                                  ClipData& clip) {
    const auto size = static_cast<int>(clip.faceSize);
    const auto crop = evaluation::faceCrop(frame, seen.stableLandmarks, size);
    if (!crop) {
        return core::passOn(crop);
    }
    clip.faces.insert(clip.faces.end(), crop->data, crop->data + crop->total() * crop->elemSize());
    const cv::Matx23f place = face::cropTransform(seen.stableLandmarks, size);
    for (const cv::Point2f& point : seen.landmarks) {
        const cv::Vec2f inCrop = place * cv::Vec3f(point.x, point.y, 1.0F);
        clip.faceLandmarks.insert(clip.faceLandmarks.end(), {inCrop[0], inCrop[1]});
    }
    return {};
}

core::Result<void> appendCrops(const media::VideoFrame& frame, const face::FaceObservation& seen,
                               ClipData& clip) {
    const auto crop = evaluation::mouthCrop(frame, seen.stableLandmarks);
    if (!crop) {
        return core::passOn(crop);
    }
    clip.crops.insert(clip.crops.end(), crop->data, crop->data + kClipCropBytes);
    return clip.faceSize == 0 ? core::Result<void>() : appendFaceCrop(frame, seen, clip);
}

/// Blank pictures where a frame has none, so that every array is as long as the clip.
void fillUp(ClipData& clip) {
    const std::size_t frames = clip.usable.size();
    clip.crops.resize(frames * kClipCropBytes);
    if (clip.faceSize > 0) {
        clip.faces.resize(frames * clip.faceSize * clip.faceSize * 3);
        clip.faceLandmarks.resize(frames * kClipLandmarks);
    }
}

void appendFace(const face::FaceObservation* seen, ClipData& clip) {
    const bool usable = seen != nullptr && seen->usability == face::FaceUsability::usable;
    clip.usable.push_back(usable ? 1 : 0);
    if (seen == nullptr || seen->usability == face::FaceUsability::noFace) {
        clip.measures.resize(clip.measures.size() + kClipMeasures);
        clip.poses.resize(clip.poses.size() + kClipPose);
        clip.headLandmarks.resize(clip.headLandmarks.size() + kClipLandmarks);
        return;
    }
    clip.measures.insert(clip.measures.end(), seen->shape.begin(), seen->shape.end());
    clip.poses.insert(clip.poses.end(),
                      {seen->pose.yaw, seen->pose.pitch, seen->pose.roll, seen->pose.scale});
    for (const cv::Point2f& point : face::toHeadCoordinates(seen->landmarks, seen->pose)) {
        clip.headLandmarks.push_back(point.x);
        clip.headLandmarks.push_back(point.y);
    }
}

/// Second pass over the pictures: crops by the now smoothed landmarks.
core::Result<void> readFrames(media::VideoReader& reader, const face::FaceTrack& track,
                              ClipData& clip, std::stop_token stop) {
    const std::int64_t count = reader.index().frameCount();
    for (std::int64_t number = 0; number < count; ++number) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const face::FaceObservation* seen = track.at(number);
        clip.seconds.push_back(reader.index().timeOf(number).seconds());
        appendFace(seen, clip);
        if (clip.usable.back() == 1) {
            const auto frame = reader.frame(number);
            if (!frame) {
                return core::passOn(frame);
            }
            const auto cropped = appendCrops(*frame, *seen, clip);
            if (!cropped && cropped.error().code != core::ErrorCode::noFace) {
                return cropped;
            }
            clip.usable.back() = cropped ? 1 : 0;
        }
        fillUp(clip);
    }
    return {};
}

core::Result<void> readSound(const std::filesystem::path& film, const PreparationModels& models,
                             ClipData& clip, std::stop_token stop) {
    const auto samples = media::readMono(film, speech::kSampleRate, kMaximumSeconds, stop);
    if (!samples) {
        return core::passOn(samples);
    }
    if (samples->size() < speech::kSampleRate / 4) {
        return core::fail(core::ErrorCode::tooShort, "the sound is shorter than a quarter second",
                          film.string());
    }
    clip.mel = speech::MelSpectrogram::of(*samples);
    auto voice = speech::VoiceActivity::create();
    if (!voice) {
        return core::passOn(voice);
    }
    voice->push(*samples, clip.activity);
    voice->finish(clip.activity);
    clip.phonetic = speech::PhonePosteriors::of(*samples, models.phones);
    clip.phoneticSize = speech::kPhones;
    return {};
}

}  // namespace

core::Result<ClipData> prepareClip(const std::filesystem::path& film,
                                   const PreparationModels& models, std::stop_token stop) {
    auto reader = media::VideoReader::open(film);
    if (!reader) {
        return core::passOn(reader);
    }
    if (reader->index().frameCount() > kMaximumFrames) {
        return core::fail(core::ErrorCode::invalidArgument, "the clip is too long to train on",
                          film.string(), "Cut it into clips of a few minutes");
    }
    face::AnalysisOptions analysisOptions;
    analysisOptions.models = models.face;
    analysisOptions.landmarkSamples = models.landmarkSamples;
    const auto analysis = face::analyzeFaces(*reader, analysisOptions, stop);
    if (!analysis) {
        return core::passOn(analysis);
    }
    const face::FaceTrack* track = mainTrack(*analysis);
    if (track == nullptr) {
        return core::fail(core::ErrorCode::noFace, "no usable face", film.string());
    }
    ClipData clip;
    clip.faceSize = static_cast<std::uint32_t>(models.faceSize);
    if (const auto heard = readSound(film, models, clip, stop); !heard) {
        return core::passOn(heard);
    }
    if (const auto read = readFrames(*reader, *track, clip, stop); !read) {
        return core::passOn(read);
    }
    return clip;
}

}  // namespace lipwright::training
