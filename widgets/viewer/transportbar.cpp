#include "widgets/viewer/transportbar.h"

#include "widgets/viewer/actionrow_p.h"
#include "widgets/viewer/timecodefield_p.h"
#include "widgets/viewer/volumecontrol_p.h"

#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr int kGap = 8;

QString speedText(double speed) {
    if (speed == 0.0) {
        return {};
    }
    const QString arrow = speed > 0 ? QStringLiteral("▶") : QStringLiteral("◀");
    const double rate = std::abs(speed);
    if (rate == 1.0) {
        return arrow;
    }
    return (rate > 1.0 ? arrow + arrow : arrow) +
           QStringLiteral(" %1×").arg(QLocale().toString(rate, 'g', 3));
}

}  // namespace

struct TransportBar::State {
    ActionRow* transport = nullptr;
    TimecodeField* timecode = nullptr;
    QLabel* duration = nullptr;
    QLabel* speed = nullptr;
    ActionRow* view = nullptr;
    QComboBox* source = nullptr;
    VolumeControl* volume = nullptr;
    QLabel* note = nullptr;
    core::TimecodeFormat format;
    qint64 frameCount = -1;

    explicit State(QWidget* parent)
        : transport(new ActionRow(parent)),
          timecode(new TimecodeField(parent)),
          duration(new QLabel(parent)),
          speed(new QLabel(parent)),
          view(new ActionRow(parent)),
          source(new QComboBox(parent)),
          volume(new VolumeControl(parent)),
          note(new QLabel(parent)) {
        timecode->setObjectName(QStringLiteral("timecode"));
        duration->setObjectName(QStringLiteral("duration"));
        duration->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        duration->setForegroundRole(QPalette::PlaceholderText);
        speed->setObjectName(QStringLiteral("speed"));
        speed->setFixedWidth(speed->fontMetrics().horizontalAdvance(QStringLiteral("▶▶ 0.25×")) +
                             4);
        source->setObjectName(QStringLiteral("audioSource"));
        source->setMinimumContentsLength(8);
        source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        source->setFocusPolicy(Qt::TabFocus);
        source->hide();
        note->setObjectName(QStringLiteral("audioNote"));
        note->hide();
    }
};

TransportBar::TransportBar(QWidget* parent)
    : QWidget(parent), m_state(std::make_unique<State>(this)) {
    setObjectName(QStringLiteral("transportBar"));
    setAccessibleName(tr("Transport"));
    State& s = *m_state;
    s.duration->setAccessibleName(tr("Duration"));
    s.duration->setToolTip(tr("Duration of the film"));
    s.speed->setAccessibleName(tr("Speed of playback"));
    s.source->setAccessibleName(tr("What is heard"));
    s.source->setToolTip(tr("What is heard"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(6);
    row->setSizeConstraint(QLayout::SetNoConstraint);  // what does not fit is hidden
    row->addWidget(s.transport);
    row->addWidget(s.timecode);
    row->addWidget(s.duration);
    row->addWidget(s.speed);
    row->addStretch(1);
    row->addWidget(s.view);
    row->addStretch(1);
    row->addWidget(s.note);
    row->addWidget(s.source);
    row->addWidget(s.volume);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(s.timecode, &TimecodeField::entered, this, &TransportBar::timecodeEntered);
    connect(s.source, &QComboBox::activated, this, &TransportBar::audioSourceChosen);
    connect(s.volume, &VolumeControl::volumeChanged, this, &TransportBar::volumeChanged);
}

TransportBar::~TransportBar() = default;

void TransportBar::setActions(const QList<QAction*>& transport, const QList<QAction*>& view) {
    m_state->transport->setActions(transport);
    m_state->view->setActions(view);
    hideWhatDoesNotFit();
}

void TransportBar::setTimecode(const core::TimecodeFormat& format, qint64 frame,
                               qint64 frameCount) {
    State& s = *m_state;
    s.timecode->setTimecode(format, frame, frameCount);
    if (frameCount == s.frameCount && format == s.format) {
        return;
    }
    s.format = format;
    s.frameCount = frameCount;
    core::TimecodeFormat length = format;
    length.startFrame = 0;
    s.duration->setText(frameCount > 0 ? tr("/ %1").arg(QString::fromStdString(
                                             core::toTimecode(frameCount, length)))
                                       : QString());
    s.timecode->setEnabled(frameCount > 0);
    hideWhatDoesNotFit();
}

void TransportBar::setSpeed(double speed) {
    m_state->speed->setText(speedText(speed));
}

void TransportBar::setAudioSources(const QStringList& names, int current) {
    QComboBox& source = *m_state->source;
    const QSignalBlocker quiet(&source);
    source.clear();
    source.addItems(names);
    source.setCurrentIndex(current);
    hideWhatDoesNotFit();
}

void TransportBar::chooseAudioSource(int index) {
    {
        const QSignalBlocker quiet(m_state->source);
        m_state->source->setCurrentIndex(index);
    }
    Q_EMIT audioSourceChosen(index);
}

void TransportBar::setVolume(double volume) {
    m_state->volume->setVolume(volume);
}

double TransportBar::volume() const {
    return m_state->volume->volume();
}

void TransportBar::setAudioNote(const QString& note) {
    m_state->note->setText(note);
    m_state->volume->setNote(note);
    hideWhatDoesNotFit();
}

QSize TransportBar::minimumSizeHint() const {
    // The buttons and the timecode; everything else can be hidden.
    const State& s = *m_state;
    return {s.timecode->sizeHint().width() + 12, QWidget::minimumSizeHint().height()};
}

void TransportBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    hideWhatDoesNotFit();
}

bool TransportBar::event(QEvent* event) {
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::Show) {
        hideWhatDoesNotFit();
    }
    return done;
}

void TransportBar::hideWhatDoesNotFit() {
    if (layout() == nullptr) {
        return;  // still being built
    }
    State& s = *m_state;
    const int gap = layout()->spacing();
    // What is missed most comes first.
    int left = width() - 12 - s.timecode->sizeHint().width();
    const auto take = [&](QWidget* widget, int needed, bool wanted) {
        const bool fits = wanted && left >= needed + gap;
        left -= fits ? needed + gap : 0;
        widget->setVisible(fits);
        return fits;
    };
    const int slider = s.volume->sliderWidth();
    take(s.transport, s.transport->sizeHint().width(), true);
    take(s.view, s.view->sizeHint().width(), true);
    const int mute = s.volume->sizeHint().height();
    const bool sound = take(s.volume, mute, true);
    take(s.source, s.source->sizeHint().width(), s.source->count() > 0);
    take(s.duration, s.duration->sizeHint().width(), !s.duration->text().isEmpty());
    const bool slides = sound && left >= slider + gap;
    left -= slides ? slider + gap : 0;
    s.volume->setSliderVisible(slides);
    take(s.speed, s.speed->width(), true);
    take(s.note, s.note->sizeHint().width() + kGap, !s.note->text().isEmpty());
}

}  // namespace lipwright::widgets
