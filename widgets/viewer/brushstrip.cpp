#include "widgets/viewer/actionrow_p.h"
#include "widgets/viewer/brushstrip_p.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr int kSteps = 100;
constexpr int kSliderWidth = 80;
constexpr int kMargin = 8;
constexpr double kRounding = 6.0;

QString sizeText(double radius) {
    return BrushStrip::tr("%1 px").arg(QLocale().toString(2 * radius, 'f', radius < 5 ? 1 : 0));
}

QString softnessText(double softness) {
    return BrushStrip::tr("%1 %").arg(QLocale().toString(std::lround(100 * softness)));
}

}  // namespace

BrushStrip::BrushStrip(QWidget* parent) : QFrame(parent), m_tools(new ActionRow(this)) {
    setObjectName(QStringLiteral("brushStrip"));
    setAccessibleName(tr("Mask brush"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 4, kMargin, 4);
    row->setSpacing(6);
    row->addWidget(m_tools);
    row->addSpacing(kMargin);
    m_size = addDial(tr("Size"), QStringLiteral("brushSize"),
                     tr("Width of the brush in pixels of the film ([ and ], Shift+wheel)"),
                     sizeText(888));
    m_softness = addDial(tr("Softness"), QStringLiteral("brushSoftness"),
                         tr("Soft share of the brush (Shift+[ and Shift+])"), softnessText(1));
    m_keyframes = new ActionRow(this);
    row->addSpacing(kMargin);
    row->addWidget(m_keyframes);
    connect(m_size.slider, &QSlider::valueChanged, this, [this](int step) {
        const double share = static_cast<double>(step) / kSteps;
        Q_EMIT radiusChosen(m_least * std::pow(m_largest / m_least, share));
    });
    connect(m_softness.slider, &QSlider::valueChanged, this,
            [this](int step) { Q_EMIT softnessChosen(static_cast<double>(step) / kSteps); });
}

BrushStrip::Dial BrushStrip::addDial(const QString& name, const QString& objectName,
                                     const QString& tip, const QString& widestValue) {
    const Dial dial{new QLabel(name, this), new QSlider(Qt::Horizontal, this), new QLabel(this)};
    dial.slider->setObjectName(objectName);
    dial.slider->setAccessibleName(name);
    dial.slider->setToolTip(tip);
    dial.slider->setRange(0, kSteps);
    dial.slider->setFixedWidth(kSliderWidth);
    dial.slider->setFocusPolicy(Qt::TabFocus);  // a click leaves the keys with the viewer
    dial.name->setToolTip(tip);
    dial.name->setBuddy(dial.slider);
    dial.value->setObjectName(objectName + QStringLiteral("Value"));
    dial.value->setFixedWidth(dial.value->fontMetrics().horizontalAdvance(widestValue));
    for (QWidget* part : {static_cast<QWidget*>(dial.name), static_cast<QWidget*>(dial.slider),
                          static_cast<QWidget*>(dial.value)}) {
        layout()->addWidget(part);
    }
    return dial;
}

void BrushStrip::Dial::setVisible(bool visible) const {
    name->setVisible(visible);
    slider->setVisible(visible);
    value->setVisible(visible);
}

void BrushStrip::setActions(const QList<QAction*>& tools, const QList<QAction*>& keyframes) {
    m_tools->setActions(tools);
    m_keyframes->setActions(keyframes);
}

void BrushStrip::setBrush(double radius, double leastRadius, double largestRadius,
                          double softness) {
    m_least = leastRadius;
    m_largest = std::max(largestRadius, leastRadius * 1.01);
    const QSignalBlocker quietSize(m_size.slider);
    const QSignalBlocker quietSoftness(m_softness.slider);
    const double share = std::log(radius / m_least) / std::log(m_largest / m_least);
    m_size.slider->setValue(static_cast<int>(std::lround(share * kSteps)));
    m_size.value->setText(sizeText(radius));
    m_softness.slider->setValue(static_cast<int>(std::lround(softness * kSteps)));
    m_softness.value->setText(softnessText(softness));
}

void BrushStrip::placeIn(const QRect& area) {
    const int room = area.width() - 2 * kMargin;
    m_size.setVisible(true);
    m_softness.setVisible(true);
    if (sizeHint().width() > room) {
        m_softness.setVisible(false);
    }
    if (sizeHint().width() > room) {
        m_size.setVisible(false);
    }
    const QSize size = sizeHint().boundedTo(area.size());
    setGeometry(area.center().x() - size.width() / 2, area.top() + kMargin, size.width(),
                size.height());
}

void BrushStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette().color(QPalette::Window);
    ground.setAlpha(240);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRounding, kRounding);
}

}  // namespace lipwright::widgets
