// Draws what is known of the faces over the picture, and finds the face under the pointer.
#pragma once

#include "widgets/viewer/viewerwidget.h"

#include <QPainter>
#include <functional>

namespace lipwright::widgets {

/// Film pixels to widget coordinates.
using FilmMap = std::function<QPointF(QPointF)>;

struct FaceMarks {
    int hovered = -1;  ///< index among the faces, -1: none
    int focused = -1;
};

void paintFaces(QPainter& painter, const std::vector<FaceOverlay>& faces,
                ViewerWidget::Overlays overlays, const FaceMarks& marks, const FilmMap& map);

/// The face at a film point, -1 for none. Of several the one whose middle is nearest, measured in
/// its own size: a small face in front of a large one can still be met.
[[nodiscard]] int faceAt(const std::vector<FaceOverlay>& faces, QPointF film);

}  // namespace lipwright::widgets
