#include "widgets/panels/mixedspinbox_p.h"
#include "widgets/panels/navigationkeys_p.h"
#include "widgets/panels/settingrow_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <functional>

namespace lipwright::widgets {
namespace {

/// The wheel belongs to the panel's scrolling unless the slider was chosen before.
class QuietSlider : public QSlider {
public:
    explicit QuietSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
        setFocusPolicy(Qt::StrongFocus);
        keepNavigationKeys(this);
    }

    std::function<void()> onDoubleClick;

protected:
    void mouseDoubleClickEvent(QMouseEvent* /*event*/) override { onDoubleClick(); }
    void wheelEvent(QWheelEvent* event) override {
        if (hasFocus()) {
            QSlider::wheelEvent(event);
        } else {
            event->ignore();
        }
    }
};

}  // namespace

/// A double click resets as the button does.
QSlider* SettingRow::makeSlider() {
    auto* slider = new QuietSlider(this);
    slider->onDoubleClick = [this] { Q_EMIT changed(m_kind.standard, false); };
    return slider;
}

SettingRow::SettingRow(const Kind& kind, QWidget* parent)
    : QWidget(parent),
      m_kind(kind),
      m_dot(new QLabel(this)),
      m_slider(makeSlider()),
      m_spin(new MixedSpinBox(kind.suffix, this)),
      m_reset(new QToolButton(this)) {
    m_dot->setObjectName(kind.name + QStringLiteral("Dot"));
    m_dot->setText(QStringLiteral("●"));
    m_dot->setForegroundRole(QPalette::Highlight);
    m_slider->setObjectName(kind.name + QStringLiteral("Slider"));
    m_slider->setAccessibleName(kind.label);
    m_slider->setRange(ticks(kind.least), ticks(kind.most));
    m_slider->setPageStep(5);
    m_slider->setMinimumWidth(48);
    m_spin->setObjectName(kind.name + QStringLiteral("Spin"));
    m_spin->setAccessibleName(kind.label);
    m_spin->setDecimals(kind.decimals);
    m_spin->setRange(kind.least, kind.most);
    m_spin->setSingleStep(kind.step);
    m_spin->setNameOfLeast(kind.nameOfLeast);
    m_spin->setFixedWidth(m_spin->fontMetrics().horizontalAdvance(QLatin1Char('0')) * 9 + 26);
    m_reset->setObjectName(kind.name + QStringLiteral("Reset"));
    m_reset->setAutoRaise(true);
    setThemedIcon(m_reset, QStringLiteral("reset"));
    for (QWidget* sometimes : {static_cast<QWidget*>(m_dot), static_cast<QWidget*>(m_reset)}) {
        QSizePolicy keep = sometimes->sizePolicy();
        keep.setRetainSizeWhenHidden(true);
        sometimes->setSizePolicy(keep);
    }
    connectSlider();
    connect(m_spin, &MixedSpinBox::edited, this, [this](double value) {
        if (!m_showing) {
            Q_EMIT changed(value, false);
        }
    });
    connect(m_reset, &QToolButton::clicked, this,
            [this] { Q_EMIT changed(m_kind.standard, false); });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_dot);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_spin);
    layout->addWidget(m_reset);
    setStandard(kind.standard, tr("the default"));
}

int SettingRow::ticks(double value) const {
    return static_cast<int>(std::lround(value / m_kind.step));
}

void SettingRow::connectSlider() {
    connect(m_slider, &QSlider::valueChanged, this, [this](int tick) {
        if (!m_showing) {
            Q_EMIT changed(tick * m_kind.step, m_slider->isSliderDown());
        }
    });
    connect(m_slider, &QSlider::sliderReleased, this,
            [this] { Q_EMIT changed(m_slider->value() * m_kind.step, false); });
}

void SettingRow::show(const std::vector<double>& values) {
    if (values.empty()) {
        return;
    }
    m_showing = true;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const bool mixed = *most - *least > m_kind.tolerance;
    if (!m_slider->isSliderDown()) {
        m_slider->setValue(ticks(values.front()));
    }
    if (!m_spin->isBeingEdited()) {
        const QSignalBlocker quiet(m_spin);
        m_spin->setMixed(false);
        m_spin->setValue(values.front());
        m_spin->setMixed(mixed);
    }
    m_values = values;
    showDefault();
    m_showing = false;
}

void SettingRow::setStandard(double standard, const QString& name) {
    m_kind.standard = standard;
    m_dot->setToolTip(tr("Changed from %1").arg(name));
    m_reset->setToolTip(tr("Back to %1").arg(name));
    m_reset->setAccessibleName(tr("%1: back to %2", "setting, reference").arg(m_kind.label, name));
    showDefault();
}

void SettingRow::showDefault() {
    const bool changed = std::any_of(m_values.begin(), m_values.end(), [this](double value) {
        return std::abs(value - m_kind.standard) > m_kind.tolerance;
    });
    m_dot->setVisible(changed);
    m_reset->setVisible(changed);
}

}  // namespace lipwright::widgets
