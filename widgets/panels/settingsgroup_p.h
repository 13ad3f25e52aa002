// How the selected segments' mouths are made: preset, engine, model, speaking style, strength,
// feather, fades, offset, silence gate, and which of the film's own pictures. A change names one
// setting, so that the others stay as they are in each segment.
#pragma once

#include "widgets/panels/namedchoice.h"
#include "widgets/panels/panelcontent.h"
#include "widgets/panels/section_p.h"

#include <functional>

class QLabel;
class QPushButton;

namespace lipwright::widgets {

class ChoiceBox;
class PresetBar;
class SettingRow;

class SettingsGroup : public Section {
    Q_OBJECT
public:
    explicit SettingsGroup(QWidget* parent = nullptr);
    void setFrameSeconds(double seconds);
    void setChoices(const std::vector<NamedChoice>& engines,
                    const std::vector<NamedChoice>& models);
    void setPresets(const std::vector<project::Preset>& presets);
    [[nodiscard]] PresetBar& presetBar() { return *m_presets; }
    void showSettings(const std::vector<project::SegmentSettings>& settings);

Q_SIGNALS:
    void edited(const std::function<void(lipwright::project::Segment&)>& edit, bool interactive);
    void picturesRequested();

private:
    void layOut();
    QWidget* makePictures();
    void connectRows();
    void connectChoices();
    void showStandards();
    void showFrames();
    void showPictures();

    PresetBar* m_presets;
    ChoiceBox* m_engine;
    ChoiceBox* m_model;
    SettingRow* m_articulation;
    SettingRow* m_liveliness;
    SettingRow* m_strength;
    SettingRow* m_feather;
    SettingRow* m_fade;
    SettingRow* m_offset;
    SettingRow* m_gate;
    QLabel* m_frames;
    QPushButton* m_choose;
    QLabel* m_pictures;
    double m_frameSeconds = 0.04;
    std::vector<project::SegmentSettings> m_shown;
};

}  // namespace lipwright::widgets
