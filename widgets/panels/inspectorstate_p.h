// The parts of the inspector and the selection they show.
#pragma once

#include "widgets/panels/inspectorpanel.h"

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lipwright::widgets {

class ProseEditor;
class RetouchGroup;
class Section;
class SettingsGroup;
class StatusButtons;
class SyncGroup;
class TakesBox;

struct InspectorPanel::State {
    InspectorPanel* panel = nullptr;
    std::vector<project::Segment> segments;
    std::vector<CastEntry> cast;
    std::vector<DubEntry> dubs;
    std::vector<SyncFacts> facts;

    QLabel* hint = nullptr;
    QWidget* page = nullptr;
    QLabel* title = nullptr;
    QComboBox* actor = nullptr;
    QComboBox* dub = nullptr;
    StatusButtons* status = nullptr;
    SyncGroup* sync = nullptr;
    SettingsGroup* settings = nullptr;
    RetouchGroup* retouch = nullptr;
    Section* words = nullptr;
    ProseEditor* text = nullptr;
    ProseEditor* notes = nullptr;
    TakesBox* takes = nullptr;
    QPushButton* render = nullptr;
    QPushButton* draft = nullptr;

    void build();
    void buildIdentity(QVBoxLayout& column);
    void buildSync(QVBoxLayout& column);
    void buildSettings(QVBoxLayout& column);
    void buildRetouch(QVBoxLayout& column);
    void connectPresets();
    void buildWords(QVBoxLayout& column);
    void buildTakes(QVBoxLayout& column);
    void buildButtons(QVBoxLayout& column);

    void show();
    void showIdentity();
    void showWords(bool sameSegment);
    void fillCast();
    void fillDubs();
    /// Each segment keeps what the edit does not touch.
    void applySettings(const std::function<void(project::Segment&)>& edit, bool interactive);
    void applyRetouch(const std::function<void(project::Segment&)>& edit, bool interactive);
    void applyPreset(project::Id preset);
    void showSettings();
    void showTakes();
    void withdrawStatus();
    [[nodiscard]] std::vector<project::Id> ids() const;
    [[nodiscard]] bool single() const { return segments.size() == 1; }
};

}  // namespace lipwright::widgets
