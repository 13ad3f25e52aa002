// How the take is laid into the film: mask, light, sharpness, opacity over time, and where the
// film's own picture is forced. A change names one value, so that the others stay as they are in
// each segment.
#pragma once

#include "engine/project/project.h"
#include "widgets/panels/section_p.h"

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace lipwright::widgets {

class OpacityKeys;
class SettingRow;

class RetouchGroup : public Section {
    Q_OBJECT
public:
    using Edit = std::function<void(project::Segment&)>;

    explicit RetouchGroup(QWidget* parent = nullptr);
    void showSegments(const std::vector<project::Segment>& segments);
    [[nodiscard]] OpacityKeys& opacity() { return *m_opacity; }
    void setInOut(std::optional<core::FrameRange> inOut);

Q_SIGNALS:
    void edited(const std::function<void(lipwright::project::Segment&)>& edit, bool interactive);
    void frameRequested(std::int64_t frame);

private:
    void layOut();
    QWidget* makeOriginal();
    void connectRows();
    void showOriginal();
    void force(bool original);
    /// Where forcing the original would apply; nothing where in and out miss the selection.
    [[nodiscard]] bool inOutMeets() const;

    SettingRow* m_grow;
    SettingRow* m_feather;
    SettingRow* m_colour;
    SettingRow* m_sharpness;
    OpacityKeys* m_opacity;
    QPushButton* m_force;
    QPushButton* m_allow;
    QLabel* m_forced;
    QPushButton* m_reset;
    std::vector<project::Segment> m_segments;
    std::optional<core::FrameRange> m_inOut;
};

}  // namespace lipwright::widgets
