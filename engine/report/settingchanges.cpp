#include "engine/page/numbertext.h"
#include "engine/report/settingchanges_p.h"

namespace lipwright::report {

using page::decimals;

namespace {

/// Collects what differs.
class Changes {
public:
    void text(const char* name, const std::string& value, const std::string& usual) {
        if (value != usual) {
            m_changes.push_back({name, value, usual});
        }
    }
    void number(const char* name, double value, double usual) {
        if (value != usual) {
            m_changes.push_back({name, decimals(value, 3), decimals(usual, 3)});
        }
    }
    void count(const char* name, std::size_t value) {
        number(name, static_cast<double>(value), 0.0);
    }
    std::vector<SettingChange> take() && { return std::move(m_changes); }

private:
    std::vector<SettingChange> m_changes;
};

std::string gateText(double decibels) {
    return decibels <= project::SegmentSettings::kNoSilenceGate ? "off"
                                                                : decimals(decibels, 1) + " dB";
}

}  // namespace

std::vector<SettingChange> changesOf(const project::SegmentSettings& settings) {
    const project::SegmentSettings usual;
    Changes changes;
    changes.text("engine", settings.engine, usual.engine);
    changes.number("mouth strength", settings.strength, usual.strength);
    changes.number("feather", settings.feather, usual.feather);
    changes.number("fade, frames", settings.fadeFrames, usual.fadeFrames);
    changes.number("offset, ms", static_cast<double>(settings.offsetMicroseconds) / 1000.0,
                   static_cast<double>(usual.offsetMicroseconds) / 1000.0);
    changes.text("silence gate", gateText(settings.silenceGateDecibels),
                 gateText(usual.silenceGateDecibels));
    changes.text("model", settings.model, usual.model);
    changes.number("articulation", settings.articulation, usual.articulation);
    changes.number("liveliness", settings.liveliness, usual.liveliness);
    changes.count("picked frames", settings.pickedFrames.size());
    changes.count("banned frames", settings.bannedFrames.size());
    return std::move(changes).take();
}

std::vector<SettingChange> changesOf(const project::Retouch& retouch) {
    const project::Retouch usual;
    Changes changes;
    changes.number("mask grown", retouch.grow, usual.grow);
    changes.number("mask feather", retouch.feather, usual.feather);
    changes.number("colour match", retouch.colourMatch, usual.colourMatch);
    changes.number("sharpness", retouch.sharpness, usual.sharpness);
    changes.count("mask keyframes", retouch.mask.size());
    changes.count("opacity keyframes", retouch.opacity.size());
    changes.count("original forced, ranges", retouch.original.size());
    return std::move(changes).take();
}

}  // namespace lipwright::report
