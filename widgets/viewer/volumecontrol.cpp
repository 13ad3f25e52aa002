#include "widgets/style/theme.h"
#include "widgets/viewer/volumecontrol_p.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace lipwright::widgets {
namespace {

constexpr int kSliderWidth = 80;

}  // namespace

VolumeControl::VolumeControl(QWidget* parent)
    : QWidget(parent), m_mute(new QToolButton(this)), m_slider(new QSlider(Qt::Horizontal, this)) {
    m_mute->setObjectName(QStringLiteral("mute"));
    m_mute->setCheckable(true);
    m_mute->setAutoRaise(true);
    m_mute->setAccessibleName(tr("Mute"));
    m_slider->setObjectName(QStringLiteral("volume"));
    m_slider->setRange(0, 100);
    m_slider->setValue(100);
    m_slider->setFixedWidth(kSliderWidth);
    m_slider->setAccessibleName(tr("Volume"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(m_mute);
    row->addWidget(m_slider);
    connect(m_mute, &QToolButton::toggled, this, [this] {
        showState();
        Q_EMIT volumeChanged(volume());
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        if (value > 0 && m_mute->isChecked()) {
            const QSignalBlocker quiet(m_mute);
            m_mute->setChecked(false);
        }
        showState();
        Q_EMIT volumeChanged(volume());
    });
    showState();
}

void VolumeControl::setVolume(double volume) {
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietButton(m_mute);
    m_slider->setValue(qRound(qBound(0.0, volume, 1.0) * 100));
    m_mute->setChecked(false);
    showState();
}

double VolumeControl::volume() const {
    return m_mute->isChecked() ? 0.0 : m_slider->value() / 100.0;
}

void VolumeControl::setSliderVisible(bool visible) {
    m_slider->setVisible(visible);
}

void VolumeControl::setNote(const QString& note) {
    m_note = note;
    showState();
}

void VolumeControl::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showState();
    }
}

void VolumeControl::showState() {
    const bool silent = volume() <= 0.0;
    m_mute->setIcon(icon(silent ? QStringLiteral("mute") : QStringLiteral("volume")));
    const QString action = m_mute->isChecked() ? tr("Switch the sound on") : tr("Mute");
    m_mute->setToolTip(m_note.isEmpty() ? action : tr("%1\n%2").arg(action, m_note));
    m_slider->setToolTip(m_note.isEmpty()
                             ? tr("Volume: %1 %").arg(m_slider->value())
                             : tr("Volume: %1 %\n%2").arg(m_slider->value()).arg(m_note));
}

}  // namespace lipwright::widgets
