#include "engine/evaluation/mouthcrop.h"
#include "engine/face/croptransform.h"
#include "engine/media/videoreader.h"
#include "engine/training/dataset/clippictures_p.h"

#include <algorithm>

namespace lipwright::training {

namespace {

constexpr double kFrameSeconds = 0.04;  ///< of the last frame

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

}  // namespace

core::Result<void> appendFaces(media::VideoReader& reader, const face::FaceTrack& track,
                               core::FrameRange frames, double startSeconds, ClipData& clip,
                               const std::stop_token& stop) {
    for (std::int64_t number = frames.first; number < frames.end; ++number) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const face::FaceObservation* seen = track.at(number);
        clip.seconds.push_back(reader.index().timeOf(number).seconds() - startSeconds);
        appendFace(seen, clip);
        if (clip.usable.back() == 1) {
            const auto frame = reader.frame(number, stop);
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

void describe(const ClipData& clip, ClipRecord& record) {
    record.frames = static_cast<std::int64_t>(clip.seconds.size());
    record.usableFrames = std::count(clip.usable.begin(), clip.usable.end(), 1);
    record.seconds =
        clip.seconds.empty() ? 0.0 : clip.seconds.back() - clip.seconds.front() + kFrameSeconds;
}

}  // namespace lipwright::training
