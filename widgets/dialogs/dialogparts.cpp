#include "widgets/dialogs/dialogparts_p.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr int kFace = 72;

QPixmap rounded(const QImage& face, double ratio) {
    const QSize size = QSize(kFace, kFace) * ratio;
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(QPointF(), QSizeF(size)), 6 * ratio, 6 * ratio);
    painter.setClipPath(shape);
    painter.drawImage(QRect(QPoint(), size), face);
    painter.end();
    picture.setDevicePixelRatio(ratio);
    return picture;
}

}  // namespace

QLabel* proseLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

QLabel* headlineLabel(const QString& text, QWidget* parent) {
    QLabel* label = proseLabel(text, parent);
    QFont font(label->font());
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    label->setFont(font);
    return label;
}

QLabel* remarkLabel(const QString& text, QWidget* parent) {
    QLabel* label = proseLabel(text, parent);
    QFont font(label->font());
    font.setPointSizeF(font.pointSizeF() * 0.92);
    label->setFont(font);
    QPalette palette(label->palette());
    QColor colour = palette.color(QPalette::WindowText);
    colour.setAlphaF(0.75F);
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
    return label;
}

QLabel* faceLabel(const QImage& face, const QString& name, QWidget* parent) {
    if (face.isNull()) {
        return nullptr;
    }
    auto* label = new QLabel(parent);
    label->setPixmap(rounded(face, label->devicePixelRatioF()));
    label->setAccessibleName(name);
    return label;
}

QString minutesText(double seconds) {
    const auto whole = static_cast<int>(std::lround(seconds));
    return QCoreApplication::translate("DialogParts", "%1:%2 min", "minutes, seconds")
        .arg(whole / 60)
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace lipwright::widgets
