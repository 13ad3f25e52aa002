// The parts of the inspector and the selection they show.
#pragma once

#include "widgets/panels/inspectorpanel.h"

#include <functional>

class QComboBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lipwright::widgets {

class ProseEditor;
class SettingsGroup;
class StatusButtons;
class TakesList;

struct InspectorPanel::State {
    InspectorPanel* panel = nullptr;
    std::vector<project::Segment> segments;
    std::vector<CastEntry> cast;
    std::vector<DubEntry> dubs;

    QLabel* hint = nullptr;
    QWidget* page = nullptr;
    QLabel* title = nullptr;
    QComboBox* actor = nullptr;
    QComboBox* dub = nullptr;
    StatusButtons* status = nullptr;
    SettingsGroup* settings = nullptr;
    QGroupBox* words = nullptr;
    ProseEditor* text = nullptr;
    ProseEditor* notes = nullptr;
    QGroupBox* takesBox = nullptr;
    TakesList* takes = nullptr;
    QPushButton* render = nullptr;
    QPushButton* draft = nullptr;

    void build();
    void buildIdentity(QVBoxLayout& column);
    void buildWords(QVBoxLayout& column);
    void buildTakes(QVBoxLayout& column);
    void buildButtons(QVBoxLayout& column);

    void show();
    void showIdentity();
    void showWords(bool sameSegment);
    void fillCast();
    void fillDubs();
    void applySettings(const std::function<void(project::SegmentSettings&)>& edit,
                       bool interactive);
    void withdrawStatus();
    [[nodiscard]] std::vector<project::Id> ids() const;
    [[nodiscard]] bool single() const { return segments.size() == 1; }
};

}  // namespace lipwright::widgets
