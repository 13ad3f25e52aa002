// The magnified mouth in the corner: two device pixels per film pixel, fewer where
// there is no room. It follows the chosen face
// (or the only one) smoothly, so that small errors of the landmarks do not shake it.
#pragma once

#include "widgets/viewer/viewerpicture.h"

#include <QPainter>
#include <initializer_list>

namespace lipwright::widgets {

class MouthInset {
public:
    /// Moves towards where the mouth is now.
    void follow(const std::vector<FaceOverlay>& faces);
    [[nodiscard]] bool isVisible() const { return m_track >= 0 && !m_mouth.isEmpty(); }
    [[nodiscard]] QRectF mouth() const { return m_mouth; }  ///< film pixels, smoothed

    /// Bottom right in `area`; of each of the pictures, side by side.
    void paint(QPainter& painter, const QRectF& area, const QSize& film,
               std::initializer_list<const QImage*> images) const;

private:
    int m_track = -1;
    QRectF m_mouth;
};

}  // namespace lipwright::widgets
