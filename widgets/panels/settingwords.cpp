#include "widgets/panels/settingwords_p.h"

#include <QCoreApplication>
#include <QLocale>

namespace lipwright::widgets {
namespace {

using project::Preset;
using project::SegmentSettings;

struct SettingWords {
    Q_DECLARE_TR_FUNCTIONS(SettingWords)
};

/// The model is no preset's matter.
int differences(const SegmentSettings& a, const SegmentSettings& b) {
    return int(a.engine != b.engine) + int(a.articulation != b.articulation) +
           int(a.liveliness != b.liveliness) + int(a.strength != b.strength) +
           int(a.feather != b.feather) + int(a.fadeFrames != b.fadeFrames) +
           int(a.offsetMicroseconds != b.offsetMicroseconds) +
           int(a.silenceGateDecibels != b.silenceGateDecibels);
}

QString number(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

QString gateText(double decibels) {
    return decibels <= SegmentSettings::kNoSilenceGate
               ? SettingWords::tr("no silence gate")
               : SettingWords::tr("silence gate %1 dB").arg(number(decibels, 0));
}

QString modelText(const std::string& model) {
    return model.empty() ? SettingWords::tr("universal shapes")
                         : SettingWords::tr("shapes adapted to the actor");
}

}  // namespace

QStringList differingSettings(const SegmentSettings& settings, const SegmentSettings& reference) {
    QStringList words;
    const auto add = [&words](bool differs, const auto& text) {
        if (differs) {
            words << text();
        }
    };
    const SegmentSettings& s = settings;
    const SegmentSettings& r = reference;
    add(s.engine != r.engine, [&] { return QString::fromStdString(s.engine); });
    add(s.model != r.model, [&] { return modelText(s.model); });
    add(s.articulation != r.articulation, [&] {
        return SettingWords::tr("articulation %1 %").arg(number(s.articulation * 100.0, 0));
    });
    add(s.liveliness != r.liveliness,
        [&] { return SettingWords::tr("liveliness %1 %").arg(number(s.liveliness * 100.0, 0)); });
    add(s.strength != r.strength,
        [&] { return SettingWords::tr("strength %1 %").arg(number(s.strength * 100.0, 0)); });
    add(s.feather != r.feather,
        [&] { return SettingWords::tr("feather %1").arg(number(s.feather, 2)); });
    add(s.fadeFrames != r.fadeFrames,
        [&] { return SettingWords::tr("fade %1").arg(s.fadeFrames); });
    add(s.offsetMicroseconds != r.offsetMicroseconds, [&] {
        return SettingWords::tr("offset %1 ms").arg(number(s.offsetMicroseconds / 1000.0, 0));
    });
    add(s.silenceGateDecibels != r.silenceGateDecibels,
        [&] { return gateText(s.silenceGateDecibels); });
    add(s.pickedFrames != r.pickedFrames || s.bannedFrames != r.bannedFrames,
        [] { return SettingWords::tr("other pictures"); });
    return words;
}

const Preset* nearestPreset(const SegmentSettings& settings, const std::vector<Preset>& presets) {
    const Preset* nearest = nullptr;
    int least = differences(settings, {});
    for (const Preset& preset : presets) {
        if (const int count = differences(settings, preset.settings); count < least) {
            nearest = &preset;
            least = count;
        }
    }
    return nearest;
}

bool agree(const SegmentSettings& a, const SegmentSettings& b) {
    return differences(a, b) == 0;
}

}  // namespace lipwright::widgets
