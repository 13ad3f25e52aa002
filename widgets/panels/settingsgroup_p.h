// How the selected segments' mouths are made: strength, feather, fades, offset. A change names one
// setting, so that the others stay as they are in each segment.
#pragma once

#include "widgets/panels/panelcontent.h"

#include <QGroupBox>
#include <functional>

class QFormLayout;
class QHBoxLayout;
class QLabel;

namespace lipwright::widgets {

class SettingRow;

class SettingsGroup : public QGroupBox {
    Q_OBJECT
public:
    using Edit = std::function<void(project::SegmentSettings&)>;

    explicit SettingsGroup(QWidget* parent = nullptr);
    void setFrameSeconds(double seconds);
    void showSettings(const std::vector<project::SegmentSettings>& settings);

Q_SIGNALS:
    void edited(const std::function<void(lipwright::project::SegmentSettings&)>& edit,
                bool interactive);

private:
    QWidget* makeNudges();
    void addNudge(QHBoxLayout& row, const char* name, const QString& text, const QString& spoken,
                  int milliseconds, int frames);
    void nudge(std::int64_t microseconds);
    void connectRows();
    void showFrames();

    SettingRow* m_strength;
    SettingRow* m_feather;
    SettingRow* m_fade;
    SettingRow* m_offset;
    QLabel* m_frames;
    double m_frameSeconds = 0.04;
    std::vector<project::SegmentSettings> m_shown;
};

}  // namespace lipwright::widgets
