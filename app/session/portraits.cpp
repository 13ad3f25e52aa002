#include "app/session/filmanalysis.h"
#include "engine/media/videoreader.h"

#include <algorithm>
#include <cmath>
#include <cstring>

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

/// A square around the face with some room, inside of the picture; empty when there is none.
cv::Rect squareAround(const cv::Rect2f& box, cv::Size picture) {
    const int side =
        std::min({static_cast<int>(std::lround(box.height * 1.6)), picture.width, picture.height});
    const cv::Point centre(static_cast<int>(box.x + box.width / 2),
                           static_cast<int>(box.y + box.height / 2));
    const int x = std::clamp(centre.x - side / 2, 0, picture.width - side);
    const int y = std::clamp(centre.y - side * 11 / 20, 0, picture.height - side);
    return {x, y, side, side};
}

QImage toImage(const cv::Mat& rgb, int size) {
    QImage image(rgb.cols, rgb.rows, QImage::Format_RGB888);
    for (int y = 0; y < rgb.rows; ++y) {
        if (rgb.depth() == CV_8U) {
            std::memcpy(image.scanLine(y), rgb.ptr(y), static_cast<std::size_t>(rgb.cols) * 3);
        } else {
            const auto* from = rgb.ptr<std::uint16_t>(y);
            std::transform(from, from + static_cast<std::ptrdiff_t>(rgb.cols) * 3,
                           image.scanLine(y),
                           [](std::uint16_t value) { return static_cast<uchar>(value >> 8); });
        }
    }
    return image.scaled(size, size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
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
        const cv::Rect square = squareAround(place.box, frame->size());
        if (square.area() <= 0) {
            continue;
        }
        if (const auto rgb = frame->rgb(square)) {
            portraits[actor.id] = toImage(*rgb, size);
        }
    }
    return portraits;
}

}  // namespace lipwright::app
