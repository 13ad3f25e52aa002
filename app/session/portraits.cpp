#include "app/session/filmanalysis.h"
#include "app/session/framepicture.h"
#include "engine/media/videoreader.h"

#include <algorithm>
#include <cmath>

namespace lipwright::app {
namespace {

struct Place {
    std::int64_t frame = -1;
    cv::Rect2f box;
};

/// The frame where the actor is seen best: a large face that looks at the camera.
Place bestPlace(const face::FaceAnalysis& faces, int actor) {
    Place best;
    double bestScore = -1.0;
    for (const face::FaceTrack& track : faces.tracks) {
        if (track.actor != actor) {
            continue;
        }
        for (std::size_t i = 0; i < track.observations.size(); ++i) {
            const face::FaceObservation& seen = track.observations[i];
            if (seen.usability == face::FaceUsability::noFace) {
                continue;
            }
            const bool usable = seen.usability == face::FaceUsability::usable;
            const double turned = std::abs(seen.pose.yaw) + std::abs(seen.pose.pitch);
            const double score = seen.box.height * (usable ? 1.0 : 0.2) / (1.0 + 4.0 * turned);
            if (score > bestScore) {
                bestScore = score;
                best = {track.firstFrame + static_cast<std::int64_t>(i), seen.box};
            }
        }
    }
    return best;
}

/// A square around the face with some room.
cv::Rect squareAround(const cv::Rect2f& box) {
    const int side = static_cast<int>(std::lround(box.height * 1.6));
    const cv::Point centre(static_cast<int>(box.x + box.width / 2),
                           static_cast<int>(box.y + box.height / 2));
    return {centre.x - side / 2, centre.y - side * 11 / 20, side, side};
}

}  // namespace

core::Result<std::map<int, QImage>> takePortraits(const std::filesystem::path& film,
                                                  std::shared_ptr<const media::FrameIndex> index,
                                                  const face::FaceAnalysis& faces, int size,
                                                  std::stop_token stop) {
    auto reader = media::VideoReader::open(film, {}, std::move(index));
    if (!reader) {
        return core::passOn(reader);
    }
    std::map<int, QImage> portraits;
    for (const face::Actor& actor : faces.actors) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const Place place = bestPlace(faces, actor.id);
        if (place.frame < 0) {
            continue;
        }
        const auto frame = reader->frame(place.frame);
        if (!frame) {
            continue;  // a damaged frame: the actor goes without a portrait
        }
        const cv::Rect square = squareInside(squareAround(place.box), frame->size());
        if (square.area() <= 0) {
            continue;
        }
        if (const auto rgb = frame->rgb(square)) {
            portraits[actor.id] = squarePicture(*rgb, size);
        }
    }
    return portraits;
}

}  // namespace lipwright::app
