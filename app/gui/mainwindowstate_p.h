// What MainWindow holds.
#pragma once

#include "app/gui/adaptationflow.h"
#include "app/gui/commands.h"
#include "app/gui/comparisonflow.h"
#include "app/gui/exportflow.h"
#include "app/gui/inspectorcontroller.h"
#include "app/gui/jobindicator.h"
#include "app/gui/maskcontroller.h"
#include "app/gui/panelscontroller.h"
#include "app/gui/preferencesflow.h"
#include "app/gui/projectflow.h"
#include "app/gui/rerenderflow.h"
#include "app/gui/retouchlanecontroller.h"
#include "app/gui/reviewcontroller.h"
#include "app/gui/segmentcommands.h"
#include "app/gui/selection.h"
#include "app/gui/shapecontroller.h"
#include "app/gui/synclanecontroller.h"
#include "app/gui/takecomparison.h"
#include "app/gui/timelinecontroller.h"
#include "app/gui/viewercontroller.h"
#include "app/playback/player.h"
#include "widgets/panels/inspectorpanel.h"
#include "widgets/panels/jobspanel.h"
#include "widgets/panels/mediacastpanel.h"
#include "widgets/panels/messagespanel.h"
#include "widgets/panels/reviewpanel.h"
#include "widgets/panels/startscreen.h"
#include "widgets/timeline/timelineview.h"
#include "widgets/viewer/transportbar.h"
#include "widgets/viewer/viewerwidget.h"

#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QUndoView>

namespace lipwright::app {

/// Widgets belong to the window by Qt's parents; controllers to this.
struct MainWindow::State {
    explicit State(MainWindow& window) : commands(&window) {}

    Commands commands;
    Player player;
    Selection selection;

    QStackedWidget* centre = nullptr;
    widgets::StartScreen* start = nullptr;
    QWidget* viewerPage = nullptr;
    widgets::ViewerWidget* viewer = nullptr;
    widgets::TransportBar* transport = nullptr;
    widgets::TimelineView* lanes = nullptr;
    widgets::TimelineWidget* timeline = nullptr;  ///< of the lanes
    widgets::MediaCastPanel* cast = nullptr;
    widgets::InspectorPanel* inspector = nullptr;
    widgets::ReviewPanel* review = nullptr;
    widgets::JobsPanel* jobs = nullptr;
    widgets::MessagesPanel* messages = nullptr;
    QUndoView* history = nullptr;
    QList<QDockWidget*> docks;
    QDockWidget* messagesDock = nullptr;
    QDockWidget* jobsDock = nullptr;
    QMenu* recentMenu = nullptr;
    QMenu* takesMenu = nullptr;
    QMenu* compareMenu = nullptr;
    QMenu* panelsMenu = nullptr;
    QLabel* pace = nullptr;
    JobIndicator* job = nullptr;
    QByteArray defaultLayout;
    bool projectShown = false;
    bool closing = false;

    std::unique_ptr<TimelineController> timelineController;
    std::unique_ptr<ShapeController> shapeController;
    std::unique_ptr<RetouchLaneController> retouchLaneController;
    std::unique_ptr<SyncLaneController> syncLaneController;
    std::unique_ptr<ViewerController> viewerController;
    std::unique_ptr<MaskController> maskController;
    std::unique_ptr<TakeComparison> takeComparison;
    std::unique_ptr<PanelsController> panelsController;
    std::unique_ptr<InspectorController> inspectorController;
    std::unique_ptr<ReviewController> reviewController;
    std::unique_ptr<SegmentCommands> segmentCommands;
    ProjectFlow* projectFlow = nullptr;
    ExportFlow* exportFlow = nullptr;
    PreferencesFlow* preferencesFlow = nullptr;
};

}  // namespace lipwright::app
