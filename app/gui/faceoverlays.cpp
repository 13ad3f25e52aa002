#include "app/gui/faceoverlays.h"

#include "engine/face/croptransform.h"

#include <QCoreApplication>
#include <algorithm>

namespace lipwright::app {
namespace {

constexpr int kCropSize = 96;

QPointF point(const cv::Point2f& value) {
    return {value.x, value.y};
}

/// The corners of the expert's square in film pixels: the crop's transform undone.
QPolygonF cropCorners(const face::Landmarks& landmarks) {
    const cv::Matx23f m = face::cropTransform(landmarks, kCropSize);
    const float det = m(0, 0) * m(1, 1) - m(0, 1) * m(1, 0);
    if (det == 0.0F) {
        return {};
    }
    QPolygonF corners;
    for (const QPointF corner : {QPointF(0, 0), QPointF(kCropSize, 0),
                                 QPointF(kCropSize, kCropSize), QPointF(0, kCropSize)}) {
        const double x = corner.x() - m(0, 2);
        const double y = corner.y() - m(1, 2);
        corners << QPointF((m(1, 1) * x - m(0, 1) * y) / det, (m(0, 0) * y - m(1, 0) * x) / det);
    }
    return corners;
}

/// The outer lips with room around them, always of the same shape.
QRectF mouthOf(const face::Landmarks& landmarks, float eyeDistance) {
    QRectF lips;
    for (std::size_t i = 48; i < 60; ++i) {
        lips |= QRectF(point(landmarks[i]), QSizeF(0.01, 0.01));
    }
    const double width = 1.5 * eyeDistance;
    const double height = 1.1 * eyeDistance;
    return {lips.center().x() - width / 2, lips.center().y() - height / 2, width, height};
}

struct FaceOverlays {
    Q_DECLARE_TR_FUNCTIONS(FaceOverlays)
};

QString reasonText(face::FaceUsability usability) {
    switch (usability) {
        case face::FaceUsability::usable:
            return {};
        case face::FaceUsability::noFace:
            return FaceOverlays::tr("no face");
        case face::FaceUsability::tooSmall:
            return FaceOverlays::tr("too small");
        case face::FaceUsability::turnedAway:
            return FaceOverlays::tr("turned away");
        case face::FaceUsability::blurred:
            return FaceOverlays::tr("blurred");
        case face::FaceUsability::occluded:
            return FaceOverlays::tr("covered");
    }
    return {};
}

widgets::FaceOverlay overlayOf(const face::FaceTrack& track, const face::FaceObservation& seen) {
    widgets::FaceOverlay overlay;
    overlay.track = track.id;
    overlay.actor = track.actor;
    overlay.box = QRectF(seen.box.x, seen.box.y, seen.box.width, seen.box.height);
    for (const cv::Point2f& landmark : seen.stableLandmarks) {
        overlay.landmarks << point(landmark);
    }
    overlay.crop = cropCorners(seen.stableLandmarks);
    overlay.mouth = mouthOf(seen.stableLandmarks, seen.pose.scale);
    overlay.usable = seen.usability == face::FaceUsability::usable;
    overlay.reason = reasonText(seen.usability);
    return overlay;
}

}  // namespace

std::vector<widgets::FaceOverlay> facesAt(const face::FaceAnalysis& faces,
                                          const project::Project& project, std::int64_t frame,
                                          int chosenActor) {
    std::vector<widgets::FaceOverlay> overlays;
    for (const face::FaceTrack& track : faces.tracks) {
        const face::FaceObservation* seen = track.at(frame);
        if (seen == nullptr || seen->usability == face::FaceUsability::noFace) {
            continue;
        }
        widgets::FaceOverlay& overlay = overlays.emplace_back(overlayOf(track, *seen));
        overlay.name = QString::fromStdString(project::displayName(project, track.actor));
        overlay.chosen = track.actor == chosenActor;
    }
    return overlays;
}

}  // namespace lipwright::app
