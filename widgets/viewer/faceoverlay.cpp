#include "widgets/style/theme.h"
#include "widgets/viewer/faceoverlay_p.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kLeastTagWidth = 300.0;

QPen cosmetic(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine) {
    QPen pen(colour, width, style);
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::MiterJoin);
    return pen;
}

/// The actor's colour, bright enough for lines on a picture.
QColor lineColour(int actor) {
    const QColor colour = actorColour(actor);
    return QColor::fromHsv(colour.hsvHue(), colour.hsvSaturation(), std::max(colour.value(), 235));
}

/// A dark line below keeps the coloured one visible on any picture.
void strokeTwice(QPainter& painter, const QPolygonF& shape, const QPen& pen) {
    painter.setPen(cosmetic(QColor(0, 0, 0, 150), pen.widthF() + 2));
    painter.drawPolygon(shape);
    painter.setPen(pen);
    painter.drawPolygon(shape);
}

QPolygonF mapped(const QPolygonF& shape, const FilmMap& map) {
    QPolygonF result;
    result.reserve(shape.size());
    for (const QPointF& point : shape) {
        result << map(point);
    }
    return result;
}

QString tagOf(const FaceOverlay& face) {
    if (face.usable || face.reason.isEmpty()) {
        return face.name;
    }
    return QCoreApplication::translate("ViewerWidget", "%1: %2").arg(face.name, face.reason);
}

void paintTag(QPainter& painter, const FaceOverlay& face, const QRectF& box, bool strong) {
    const QString text = tagOf(face);
    if (text.isEmpty()) {
        return;
    }
    const QFontMetricsF metrics(painter.font());
    const QRectF bounds(painter.window());
    const QString shown =
        metrics.elidedText(text, Qt::ElideRight, std::max(kLeastTagWidth, box.width()));
    const QSizeF size(metrics.horizontalAdvance(shown) + 10, metrics.height() + 2);
    QRectF ground(QPointF(box.left() - 1, box.top() - size.height() - 2), size);
    if (ground.top() < bounds.top()) {
        ground.moveTop(std::max(bounds.top(), box.top() + 2));
    }
    ground.moveRight(std::min(ground.right(), bounds.right()));
    ground.moveLeft(std::max(ground.left(), bounds.left()));
    painter.setPen(Qt::NoPen);
    QColor fill = lineColour(face.actor);
    fill.setAlpha(strong ? 255 : 215);
    painter.setBrush(face.usable ? fill : QColor(60, 60, 60, 215));
    painter.drawRoundedRect(ground, 2, 2);
    const bool darkText = face.usable && qGray(fill.rgb()) > 120;
    painter.setPen(darkText ? Qt::black : Qt::white);
    painter.drawText(ground, Qt::AlignCenter, shown);
    painter.setBrush(Qt::NoBrush);
}

void paintBox(QPainter& painter, const FaceOverlay& face, const FilmMap& map, bool strong) {
    const QRectF box(map(face.box.topLeft()), map(face.box.bottomRight()));
    const double width = face.chosen ? 2.5 : strong ? 2.0 : 1.5;
    if (strong) {
        painter.fillRect(box, QColor(255, 255, 255, 28));
    }
    strokeTwice(
        painter, QPolygonF(box),
        cosmetic(lineColour(face.actor), width, face.usable ? Qt::SolidLine : Qt::DashLine));
    paintTag(painter, face, box, strong || face.chosen);
}

void paintLandmarks(QPainter& painter, const FaceOverlay& face, const FilmMap& map) {
    const QPolygonF points = mapped(face.landmarks, map);
    QPen pen = cosmetic(QColor(0, 0, 0, 170), 5.5);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.drawPoints(points);
    pen.setColor(lineColour(face.actor).lighter(130));
    pen.setWidthF(3.5);
    painter.setPen(pen);
    painter.drawPoints(points);
}

}  // namespace

void paintFaces(QPainter& painter, const std::vector<FaceOverlay>& faces,
                ViewerWidget::Overlays overlays, const FaceMarks& marks, const FilmMap& map) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const FaceOverlay& face = faces[i];
        const auto number = static_cast<int>(i);
        if (overlays & ViewerWidget::crop && face.crop.size() >= 3) {
            strokeTwice(painter, mapped(face.crop, map),
                        cosmetic(lineColour(face.actor), 1.5, Qt::DashDotLine));
        }
        if (overlays & ViewerWidget::landmarks) {
            paintLandmarks(painter, face, map);
        }
        if (overlays & ViewerWidget::faceBoxes) {
            paintBox(painter, face, map, number == marks.hovered || number == marks.focused);
        }
    }
    painter.restore();
}

int faceAt(const std::vector<FaceOverlay>& faces, QPointF film) {
    int best = -1;
    double nearest = 0.0;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const QRectF& box = faces[i].box;
        if (!box.contains(film)) {
            continue;
        }
        const QPointF away = film - box.center();
        const double distance = std::hypot(away.x() / box.width(), away.y() / box.height());
        if (best < 0 || distance < nearest) {
            best = static_cast<int>(i);
            nearest = distance;
        }
    }
    return best;
}

}  // namespace lipwright::widgets
