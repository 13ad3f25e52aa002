#include "widgets/panels/settingrow_p.h"
#include "widgets/panels/settingsgroup_p.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

using project::SegmentSettings;

constexpr std::int64_t kMostOffset = 1'000'000;

SettingRow* row(QWidget* parent, const SettingRow::Kind& kind) {
    return new SettingRow(kind, parent);
}

}  // namespace

SettingsGroup::SettingsGroup(QWidget* parent)
    : QGroupBox(tr("Mouth"), parent),
      m_strength(row(this, {QStringLiteral("strength"), tr("Strength"), tr(" %"), 0.0, 200.0, 1.0,
                            100.0, 0, 0.05})),
      m_feather(row(this, {QStringLiteral("feather"), tr("Mask feather"), QString(), 0.0, 0.5, 0.01,
                           SegmentSettings{}.feather, 2, 0.0005})),
      m_fade(row(this, {QStringLiteral("fade"), tr("Fade"), tr(" fr", "frames"), 0.0, 25.0, 1.0,
                        static_cast<double>(SegmentSettings{}.fadeFrames), 0, 0.0})),
      m_offset(row(this, {QStringLiteral("offset"), tr("Offset"), tr(" ms"), -1000.0, 1000.0, 1.0,
                          0.0, 1, 0.0005})),
      m_frames(new QLabel(this)) {
    m_frames->setObjectName(QStringLiteral("offsetFrames"));
    m_frames->setToolTip(tr("How much later than the voice the mouth moves"));
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(4);
    form->setContentsMargins(6, 6, 4, 6);
    form->addRow(tr("Strength"), m_strength);
    form->addRow(tr("Feather"), m_feather);
    form->addRow(tr("Fade"), m_fade);
    form->addRow(tr("Offset"), m_offset);
    form->addRow(QString(), makeNudges());
    connectRows();
}

void SettingsGroup::connectRows() {
    connect(m_strength, &SettingRow::changed, this, [this](double value, bool more) {
        Q_EMIT edited([value](SegmentSettings& s) { s.strength = value / 100.0; }, more);
    });
    connect(m_feather, &SettingRow::changed, this, [this](double value, bool more) {
        Q_EMIT edited([value](SegmentSettings& s) { s.feather = value; }, more);
    });
    connect(m_fade, &SettingRow::changed, this, [this](double value, bool more) {
        const int frames = static_cast<int>(std::lround(value));
        Q_EMIT edited([frames](SegmentSettings& s) { s.fadeFrames = frames; }, more);
    });
    connect(m_offset, &SettingRow::changed, this, [this](double value, bool more) {
        const std::int64_t offset = std::llround(value * 1000.0);
        Q_EMIT edited([offset](SegmentSettings& s) { s.offsetMicroseconds = offset; }, more);
    });
}

QWidget* SettingsGroup::makeNudges() {
    auto* line = new QWidget(this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    addNudge(*buttons, "frameEarlier", tr("−1 fr"), tr("One frame earlier"), 0, -1);
    addNudge(*buttons, "millisecondEarlier", tr("−1 ms"), tr("One millisecond earlier"), -1, 0);
    addNudge(*buttons, "millisecondLater", tr("+1 ms"), tr("One millisecond later"), 1, 0);
    addNudge(*buttons, "frameLater", tr("+1 fr"), tr("One frame later"), 0, 1);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(buttons);
    layout->addWidget(m_frames);
    return line;
}

void SettingsGroup::addNudge(QHBoxLayout& row, const char* name, const QString& text,
                             const QString& spoken, int milliseconds, int frames) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(spoken);
    button->setAccessibleName(spoken);
    button->setAutoRepeat(true);
    connect(button, &QToolButton::clicked, this, [this, milliseconds, frames] {
        nudge(milliseconds * 1000 + std::llround(frames * m_frameSeconds * 1e6));
    });
    row.addWidget(button);
}

/// Each segment moves from where it is: what differs keeps differing.
void SettingsGroup::nudge(std::int64_t microseconds) {
    Q_EMIT edited(
        [microseconds](SegmentSettings& s) {
            s.offsetMicroseconds =
                std::clamp(s.offsetMicroseconds + microseconds, -kMostOffset, kMostOffset);
        },
        false);
}

void SettingsGroup::setFrameSeconds(double seconds) {
    m_frameSeconds = seconds > 0.0 ? seconds : 0.04;
    showFrames();
}

void SettingsGroup::showSettings(const std::vector<SegmentSettings>& settings) {
    m_shown = settings;
    const auto values = [&settings](auto get) {
        std::vector<double> all;
        std::transform(settings.begin(), settings.end(), std::back_inserter(all), get);
        return all;
    };
    m_strength->show(values([](const SegmentSettings& s) { return s.strength * 100.0; }));
    m_feather->show(values([](const SegmentSettings& s) { return s.feather; }));
    m_fade->show(values([](const SegmentSettings& s) { return double(s.fadeFrames); }));
    m_offset->show(
        values([](const SegmentSettings& s) { return double(s.offsetMicroseconds) / 1000.0; }));
    showFrames();
}

void SettingsGroup::showFrames() {
    const bool same = !m_shown.empty() &&
                      std::all_of(m_shown.begin(), m_shown.end(), [this](const auto& settings) {
                          return settings.offsetMicroseconds == m_shown[0].offsetMicroseconds;
                      });
    const double frames = same ? double(m_shown[0].offsetMicroseconds) / 1e6 / m_frameSeconds : 0.0;
    m_frames->setText(same ? tr("= %1 frames").arg(QLocale().toString(frames, 'f', 2)) : QString());
}

}  // namespace lipwright::widgets
