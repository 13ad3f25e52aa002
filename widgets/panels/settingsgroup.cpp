#include "widgets/panels/choicebox_p.h"
#include "widgets/panels/presetbar_p.h"
#include "widgets/panels/settingrow_p.h"
#include "widgets/panels/settingsgroup_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

using project::Segment;
using project::SegmentSettings;

SettingRow* row(QWidget* parent, const SettingRow::Kind& kind) {
    return new SettingRow(kind, parent);
}

SettingRow::Kind styleKind(const QString& name, const QString& label) {
    return {name, label, SettingsGroup::tr(" %"), -100.0, 100.0, 1.0, 0.0, 0, 0.05};
}

template <typename Get>
auto valuesOf(const std::vector<SegmentSettings>& settings, Get get) {
    std::vector<std::decay_t<decltype(get(settings.front()))>> all;
    std::ranges::transform(settings, std::back_inserter(all), get);
    return all;
}

}  // namespace

SettingsGroup::SettingsGroup(QWidget* parent)
    : Section(tr("Synthesis"), parent),
      m_presets(new PresetBar(this)),
      m_engine(new ChoiceBox(QStringLiteral("engine"), tr("Engine"), this)),
      m_model(new ChoiceBox(QStringLiteral("model"), tr("Mouth shapes"), this)),
      m_articulation(row(this, styleKind(QStringLiteral("articulation"), tr("Articulation")))),
      m_liveliness(row(this, styleKind(QStringLiteral("liveliness"), tr("Liveliness")))),
      m_strength(row(this, {QStringLiteral("strength"), tr("Strength"), tr(" %"), 0.0, 200.0, 1.0,
                            100.0, 0, 0.05})),
      m_feather(row(this, {QStringLiteral("feather"), tr("Mask feather"), QString(), 0.0, 0.5, 0.01,
                           SegmentSettings{}.feather, 2, 0.0005})),
      m_fade(row(this, {QStringLiteral("fade"), tr("Fade"), tr(" fr", "frames"), 0.0, 25.0, 1.0,
                        static_cast<double>(SegmentSettings{}.fadeFrames), 0, 0.0})),
      m_offset(row(this, {QStringLiteral("offset"), tr("Offset"), tr(" ms"), -1000.0, 1000.0, 1.0,
                          0.0, 1, 0.0005})),
      m_gate(row(this, {QStringLiteral("gate"), tr("Silence gate"), tr(" dB"),
                        SegmentSettings::kNoSilenceGate, 0.0, 1.0, SegmentSettings::kNoSilenceGate,
                        0, 0.05, tr("off")})),
      m_frames(new QLabel(this)),
      m_choose(new QPushButton(tr("Choose…"), this)),
      m_pictures(new QLabel(this)) {
    m_frames->setObjectName(QStringLiteral("offsetFrames"));
    m_frames->setToolTip(tr("How much later than the voice the mouth moves"));
    m_frames->setEnabled(false);
    m_gate->setToolTip(
        tr("Where the voice is quieter than this for longer than a pause, the mouth "
           "rests"));
    m_articulation->setToolTip(
        tr("How clearly the lips form the sounds, from what the mouth shapes were learned from"));
    m_liveliness->setToolTip(tr("How quickly the mouth moves, from calm to lively"));
    layOut();
    connectRows();
    connectChoices();
}

void SettingsGroup::layOut() {
    auto* form = new QFormLayout(content());
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(4);
    form->setContentsMargins(6, 6, 4, 6);
    form->addRow(tr("Preset"), m_presets);
    form->addRow(tr("Engine"), m_engine);
    form->addRow(tr("Mouth shapes"), m_model);
    form->addRow(tr("Articulation"), m_articulation);
    form->addRow(tr("Liveliness"), m_liveliness);
    form->addRow(tr("Strength"), m_strength);
    form->addRow(tr("Feather"), m_feather);
    form->addRow(tr("Fade"), m_fade);
    form->addRow(tr("Offset"), m_offset);
    form->addRow(QString(), m_frames);
    form->addRow(tr("Gate", "silence gate"), m_gate);
    form->addRow(tr("Pictures"), makePictures());
}

QWidget* SettingsGroup::makePictures() {
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    m_choose->setObjectName(QStringLiteral("choosePictures"));
    m_choose->setToolTip(
        tr("Pick or ban the film's own pictures that the mouth is made from (one segment)"));
    setThemedIcon(m_choose, QStringLiteral("library"));
    m_pictures->setObjectName(QStringLiteral("pictures"));
    m_pictures->setEnabled(false);
    layout->addWidget(m_choose);
    layout->addWidget(m_pictures, 1);
    connect(m_choose, &QPushButton::clicked, this, &SettingsGroup::picturesRequested);
    return line;
}

void SettingsGroup::connectRows() {
    const auto bind = [this](SettingRow* row, auto set) {
        connect(row, &SettingRow::changed, this, [this, set](double value, bool more) {
            Q_EMIT edited([=](Segment& segment) { set(segment.settings, value); }, more);
        });
    };
    bind(m_articulation, [](SegmentSettings& s, double value) { s.articulation = value / 100.0; });
    bind(m_liveliness, [](SegmentSettings& s, double value) { s.liveliness = value / 100.0; });
    bind(m_strength, [](SegmentSettings& s, double value) { s.strength = value / 100.0; });
    bind(m_feather, [](SegmentSettings& s, double value) { s.feather = value; });
    bind(m_fade, [](SegmentSettings& s, double value) {
        s.fadeFrames = static_cast<int>(std::lround(value));
    });
    bind(m_offset, [](SegmentSettings& s, double value) {
        s.offsetMicroseconds = std::llround(value * 1000.0);
    });
    bind(m_gate, [](SegmentSettings& s, double value) { s.silenceGateDecibels = value; });
}

void SettingsGroup::connectChoices() {
    connect(m_engine, &ChoiceBox::chosen, this, [this](const std::string& id) {
        Q_EMIT edited([id](Segment& segment) { segment.settings.engine = id; }, false);
    });
    connect(m_model, &ChoiceBox::chosen, this, [this](const std::string& id) {
        Q_EMIT edited([id](Segment& segment) { segment.settings.model = id; }, false);
    });
}

void SettingsGroup::setFrameSeconds(double seconds) {
    m_frameSeconds = seconds > 0.0 ? seconds : 0.04;
    showFrames();
}

void SettingsGroup::setChoices(const std::vector<NamedChoice>& engines,
                               const std::vector<NamedChoice>& models) {
    m_engine->offer(engines);
    m_model->offer(models);
}

void SettingsGroup::setPresets(const std::vector<project::Preset>& presets) {
    m_presets->setPresets(presets);
    showStandards();
}

void SettingsGroup::showSettings(const std::vector<SegmentSettings>& settings) {
    m_shown = settings;
    m_presets->showSettings(settings);
    showStandards();
    m_engine->showIds(valuesOf(settings, [](const auto& s) { return s.engine; }));
    m_model->showIds(valuesOf(settings, [](const auto& s) { return s.model; }));
    m_articulation->show(valuesOf(settings, [](const auto& s) { return s.articulation * 100.0; }));
    m_liveliness->show(valuesOf(settings, [](const auto& s) { return s.liveliness * 100.0; }));
    m_strength->show(valuesOf(settings, [](const auto& s) { return s.strength * 100.0; }));
    m_feather->show(valuesOf(settings, [](const auto& s) { return s.feather; }));
    m_fade->show(valuesOf(settings, [](const auto& s) { return double(s.fadeFrames); }));
    m_offset->show(
        valuesOf(settings, [](const auto& s) { return double(s.offsetMicroseconds) / 1000.0; }));
    m_gate->show(valuesOf(settings, [](const auto& s) { return s.silenceGateDecibels; }));
    showFrames();
    showPictures();
}

/// What is changed from a preset goes back to it, else to the default.
void SettingsGroup::showStandards() {
    const project::Preset* preset = m_presets->reference();
    const SegmentSettings standard = preset != nullptr ? preset->settings : SegmentSettings{};
    const QString name =
        preset != nullptr ? tr("“%1”", "name of a preset").arg(QString::fromStdString(preset->name))
                          : tr("the default");
    m_articulation->setStandard(standard.articulation * 100.0, name);
    m_liveliness->setStandard(standard.liveliness * 100.0, name);
    m_strength->setStandard(standard.strength * 100.0, name);
    m_feather->setStandard(standard.feather, name);
    m_fade->setStandard(standard.fadeFrames, name);
    m_offset->setStandard(double(standard.offsetMicroseconds) / 1000.0, name);
    m_gate->setStandard(standard.silenceGateDecibels, name);
}

void SettingsGroup::showFrames() {
    const bool same = !m_shown.empty() &&
                      std::all_of(m_shown.begin(), m_shown.end(), [this](const auto& settings) {
                          return settings.offsetMicroseconds == m_shown[0].offsetMicroseconds;
                      });
    const double frames = same ? double(m_shown[0].offsetMicroseconds) / 1e6 / m_frameSeconds : 0.0;
    m_frames->setText(same ? tr("= %1 frames").arg(QLocale().toString(frames, 'f', 2)) : QString());
    m_frames->setVisible(same && frames != 0.0);
}

void SettingsGroup::showPictures() {
    const bool single = m_shown.size() == 1;
    m_choose->setEnabled(single);
    if (!single) {
        m_pictures->clear();
        return;
    }
    const auto picked = static_cast<int>(m_shown[0].pickedFrames.size());
    const auto banned = static_cast<int>(m_shown[0].bannedFrames.size());
    m_pictures->setText(picked + banned == 0 ? tr("All", "pictures")
                                             : tr("%1 picked, %2 banned").arg(picked).arg(banned));
}

}  // namespace lipwright::widgets
