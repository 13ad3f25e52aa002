#include "app/gui/mainwindow.h"

#include "app/gui/about.h"
#include "app/gui/learningwatch.h"
#include "app/gui/mainwindowstate_p.h"
#include "app/gui/reportflow.h"
#include "app/gui/settings.h"
#include "app/session/editor.h"

#include <QAction>
#include <QCloseEvent>
#include <QDateTime>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QStatusBar>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

namespace lipwright::app {
namespace {

constexpr int kLayoutVersion = 1;

QStringList localFiles(const QList<QUrl>& urls) {
    QStringList files;
    for (const QUrl& url : urls) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

}  // namespace

MainWindow::MainWindow(Editor& editor, Settings& settings, QWidget* parent)
    : QMainWindow(parent),
      m_editor(editor),
      m_settings(settings),
      m_state(std::make_unique<State>(*this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(widgets::icon(QStringLiteral("lipwright")));
    setAcceptDrops(true);
    resize(1440, 900);
    buildWidgets();
    buildDocks();
    buildMenus();
    connectFlows();
    connectActors();
    connectCommands();
    m_state->defaultLayout = saveState(kLayoutVersion);
    restoreLayout();
    showRecent();
    showTitle();
    showStartScreen();
    m_state->preferencesFlow->apply();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildWidgets() {
    State& s = *m_state;
    s.centre = new QStackedWidget(this);
    s.start = new widgets::StartScreen(s.centre);
    s.viewerPage = new QWidget(s.centre);
    s.viewer = new widgets::ViewerWidget(s.viewerPage);
    s.transport = new widgets::TransportBar(s.viewerPage);
    auto* layout = new QVBoxLayout(s.viewerPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(s.viewer, 1);
    layout->addWidget(s.transport);
    s.centre->addWidget(s.start);
    s.centre->addWidget(s.viewerPage);
    setCentralWidget(s.centre);
    s.lanes = new widgets::TimelineView(this);
    s.timeline = &s.lanes->timeline();
    s.cast = new widgets::MediaCastPanel(this);
    s.inspector = new widgets::InspectorPanel(this);
    s.review = new widgets::ReviewPanel(this);
    s.jobs = new widgets::JobsPanel(this);
    s.messages = new widgets::MessagesPanel(this);
    s.history = new QUndoView(&m_editor.document().undoStack(), this);
    s.history->setEmptyLabel(tr("Opened"));
    s.history->setAccessibleName(tr("History"));
    s.pace = new QLabel(this);
    s.pace->setObjectName(QStringLiteral("renderPace"));
    s.job = new JobIndicator(m_editor.jobs(), this);
    statusBar()->addPermanentWidget(s.job);
    statusBar()->addPermanentWidget(s.pace);
}

void MainWindow::buildDocks() {
    State& s = *m_state;
    const auto add = [&](QWidget* widget, const char* name, const QString& title,
                         Qt::DockWidgetArea area) {
        auto* dock = new QDockWidget(title, this);
        dock->setObjectName(QString::fromLatin1(name));
        dock->setWidget(widget);
        addDockWidget(area, dock);
        s.docks << dock;
        return dock;
    };
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    add(s.cast, "castDock", tr("Media and cast"), Qt::LeftDockWidgetArea);
    auto* inspector = add(s.inspector, "inspectorDock", tr("Inspector"), Qt::RightDockWidgetArea);
    auto* history = add(s.history, "historyDock", tr("History"), Qt::RightDockWidgetArea);
    tabifyDockWidget(inspector, history);
    inspector->raise();
    auto* timeline = add(s.lanes, "timelineDock", tr("Timeline"), Qt::BottomDockWidgetArea);
    auto* review = add(s.review, "reviewDock", tr("Review"), Qt::BottomDockWidgetArea);
    splitDockWidget(timeline, review, Qt::Vertical);
    s.jobsDock = add(s.jobs, "jobsDock", tr("Jobs"), Qt::BottomDockWidgetArea);
    s.messagesDock = add(s.messages, "messagesDock", tr("Messages"), Qt::BottomDockWidgetArea);
    tabifyDockWidget(review, s.jobsDock);
    tabifyDockWidget(s.jobsDock, s.messagesDock);
    review->raise();
    resizeDocks({s.docks.first(), inspector}, {280, 380}, Qt::Horizontal);
    resizeDocks({timeline, review}, {360, 170}, Qt::Vertical);
}

void MainWindow::buildMenus() {
    State& s = *m_state;
    s.recentMenu = new QMenu(this);
    s.takesMenu = new QMenu(this);
    s.compareMenu = new QMenu(this);
    s.compareMenu->setObjectName(QStringLiteral("compareMenu"));
    s.panelsMenu = new QMenu(this);
    for (int take = 0; take <= 9; ++take) {
        s.takesMenu->addAction(&s.commands.action(QStringLiteral("take.%1").arg(take)));
    }
    for (QDockWidget* dock : s.docks) {
        s.panelsMenu->addAction(dock->toggleViewAction());
    }
    s.commands.fillMenuBar(*menuBar(), {{"recent", s.recentMenu},
                                        {"takes", s.takesMenu},
                                        {"compare", s.compareMenu},
                                        {"panels", s.panelsMenu}});
    addActions(s.commands.actions());  // keys work wherever the focus is
}

void MainWindow::connectFlows() {
    State& s = *m_state;
    s.timelineController =
        std::make_unique<TimelineController>(m_editor, s.player, s.selection, *s.lanes);
    s.shapeController = std::make_unique<ShapeController>(ShapeController::Parts{
        m_editor, s.player, s.selection, s.commands, m_settings, s.lanes->shape()});
    s.retouchLaneController = std::make_unique<RetouchLaneController>(
        RetouchLaneController::Parts{m_editor, s.player, s.selection, s.commands, s.lanes->mask()});
    s.syncLaneController =
        std::make_unique<SyncLaneController>(m_editor, s.selection, s.lanes->confidence());
    s.viewerController = std::make_unique<ViewerController>(ViewerController::Parts{
        m_editor, s.player, s.selection, s.commands, *s.viewer, *s.transport});
    s.maskController = std::make_unique<MaskController>(
        MaskController::Parts{m_editor, s.player, s.selection, s.commands, *s.viewer});
    s.takeComparison = std::make_unique<TakeComparison>(TakeComparison::Parts{
        m_editor, s.player, s.selection, s.commands, *s.viewer, *s.compareMenu});
    s.panelsController = std::make_unique<PanelsController>(
        PanelsController::Parts{m_editor, s.player, *s.cast, *s.jobs, *s.messages});
    s.inspectorController = std::make_unique<InspectorController>(
        InspectorController::Parts{m_editor, s.player, s.selection, *s.inspector});
    connect(s.inspectorController.get(), &InspectorController::takeCompared, s.takeComparison.get(),
            &TakeComparison::compareWith);
    s.reviewController = std::make_unique<ReviewController>(ReviewController::Parts{
        m_editor, s.selection, s.commands, *s.viewerController, *s.review, *this});
    s.segmentCommands = std::make_unique<SegmentCommands>(SegmentCommands::Parts{
        m_editor, s.player, s.selection, s.commands, *s.timelineController, *s.timeline});
    s.projectFlow = new ProjectFlow(m_editor, m_settings, s.commands, *this);
    s.exportFlow = new ExportFlow(m_editor, m_settings, s.commands, *this);
    auto* reportFlow = new ReportFlow(m_editor, m_settings, s.commands, *this);
    connect(reportFlow, &ReportFlow::started, s.jobsDock, &QDockWidget::raise);
    s.preferencesFlow = new PreferencesFlow({m_editor, s.player, m_settings, s.commands, *this});
    connect(s.preferencesFlow, &PreferencesFlow::applied, this,
            [this](const widgets::Preferences& value) {
                m_state->viewerController->setRolls(value.preRollSeconds, value.postRollSeconds);
            });
    connect(s.projectFlow, &ProjectFlow::recentChanged, this, &MainWindow::showRecent);
    connect(s.exportFlow, &ExportFlow::started, s.jobsDock, &QDockWidget::raise);
    connect(s.panelsController.get(), &PanelsController::consentRequested, s.exportFlow,
            [this](int actor) { m_state->exportFlow->askForConsent(actor); });
    connect(s.panelsController.get(), &PanelsController::showFileRequested, this,
            [](const QString& path) {
                const QFileInfo file(path);
                QDesktopServices::openUrl(
                    QUrl::fromLocalFile(file.isDir() ? path : file.absolutePath()));
            });
    connect(&m_editor, &Editor::failed, this, [this](const core::Error& error) {
        statusBar()->showMessage(QString::fromStdString(error.text()), 15000);
        m_state->messagesDock->raise();
    });
    connect(&m_editor, &Editor::warned, statusBar(),
            [this](const QString& text) { statusBar()->showMessage(text, 8000); });
    connect(&m_editor, &Editor::noted, statusBar(),
            [this](const QString& text) { statusBar()->showMessage(text, 5000); });
    connect(s.messages, &widgets::MessagesPanel::unreadErrorsChanged, this, [this](int count) {
        m_state->messagesDock->setWindowTitle(count > 0 ? tr("Messages (%1)").arg(count)
                                                        : tr("Messages"));
    });
    connect(&m_editor.renders(), &RenderQueue::queueChanged, this, &MainWindow::showRenderPace);
    connect(&m_editor.renders(), &RenderQueue::segmentProgress, this, &MainWindow::showRenderPace);
}

/// What is learned of actors, and what is done with it. The flows belong to the window.
void MainWindow::connectActors() {
    State& s = *m_state;
    auto* adaptation =
        new AdaptationFlow({m_editor, m_settings, s.commands, s.selection, *s.cast, *this,
                            [this](int actor, std::function<void()> next) {
                                m_state->exportFlow->askForConsent(actor, std::move(next));
                            }});
    auto* rerendering = new RerenderFlow({m_editor, s.player, s.selection, *this});
    auto* comparison = new ComparisonFlow({m_editor, s.player, *s.viewerController, *this});
    auto* watch = new LearningWatch(m_editor, *this);
    connect(adaptation, &AdaptationFlow::watchRequested, watch, &LearningWatch::show);
    connect(s.jobs, &widgets::JobsPanel::opened, watch, &LearningWatch::showJob);
    connect(adaptation, &AdaptationFlow::started, s.jobsDock, &QDockWidget::raise);
    connect(adaptation, &AdaptationFlow::rerenderRequested, rerendering, &RerenderFlow::ask);
    connect(adaptation, &AdaptationFlow::compareRequested, comparison, &ComparisonFlow::compare);
}

void MainWindow::connectCommands() {
    State& s = *m_state;
    ProjectDocument& document = m_editor.document();
    connect(&document, &ProjectDocument::modifiedChanged, this, &MainWindow::showTitle);
    connect(&document, &ProjectDocument::saved, this, &MainWindow::showTitle);
    connect(&document, &ProjectDocument::loaded, this, &MainWindow::showTitle);
    connect(&document, &ProjectDocument::reset, this, [this] {
        m_state->selection.setSegments({});
        showTitle();
        showStartScreen();
    });
    connect(&document, &ProjectDocument::changed, this, [this](const project::Delta& delta) {
        if (delta.film) {
            showStartScreen();
        }
    });
    QUndoStack& stack = document.undoStack();
    QAction& undo = s.commands.action("edit.undo");
    QAction& redo = s.commands.action("edit.redo");
    undo.setEnabled(stack.canUndo());
    redo.setEnabled(stack.canRedo());
    connect(&stack, &QUndoStack::canUndoChanged, &undo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, &redo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::undoTextChanged, this, [&undo](const QString& text) {
        undo.setText(text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(text));
    });
    connect(&stack, &QUndoStack::redoTextChanged, this, [&redo](const QString& text) {
        redo.setText(text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(text));
    });
    s.commands.on("edit.undo", &stack, [&stack] { stack.undo(); });
    s.commands.on("edit.redo", &stack, [&stack] { stack.redo(); });
    s.commands.on("file.quit", this, [this] { close(); });
    s.commands.on("view.resetLayout", this,
                  [this] { restoreState(m_state->defaultLayout, kLayoutVersion); });
    connect(&s.commands.action("view.fullScreen"), &QAction::toggled, this, [this](bool on) {
        setWindowState(on ? windowState() | Qt::WindowFullScreen
                          : windowState() & ~Qt::WindowFullScreen);
    });
    const std::pair<const char*, widgets::AxisLane*> lanes[] = {
        {"view.shapeLane", &s.lanes->shape()},
        {"view.maskLane", &s.lanes->mask()},
        {"view.confidenceLane", &s.lanes->confidence()}};
    for (const auto& [name, lane] : lanes) {
        QAction& action = s.commands.action(name);
        action.setChecked(!lane->folded());
        connect(&action, &QAction::toggled, lane, [lane = lane](bool on) { lane->setFolded(!on); });
        connect(lane, &widgets::AxisLane::foldedChanged, &action,
                [&action](bool folded) { action.setChecked(!folded); });
    }
    s.commands.on("help.about", this, [this] { showAbout(*this); });
    s.commands.on("help.intendedUse", this, [this] { showIntendedUse(*this); });
    connect(s.start, &widgets::StartScreen::openFilmRequested,
            &s.commands.action("file.importFilm"), &QAction::trigger);
    connect(s.start, &widgets::StartScreen::openProjectRequested, &s.commands.action("file.open"),
            &QAction::trigger);
    connect(s.start, &widgets::StartScreen::sampleRequested, &s.commands.action("file.sample"),
            &QAction::trigger);
    connect(s.start, &widgets::StartScreen::recentChosen, s.projectFlow, &ProjectFlow::openProject);
    const auto dropped = [this](const QList<QUrl>& urls) { openFiles(localFiles(urls)); };
    connect(s.start, &widgets::StartScreen::filesDropped, this, dropped);
    connect(s.viewer, &widgets::ViewerWidget::filesDropped, this, dropped);
    connect(s.timeline, &widgets::TimelineWidget::filesDropped, this, dropped);
    connect(s.cast, &widgets::MediaCastPanel::filesDropped, this, dropped);
    connect(s.cast, &widgets::MediaCastPanel::importFilmRequested,
            &s.commands.action("file.importFilm"), &QAction::trigger);
    connect(s.cast, &widgets::MediaCastPanel::importDubRequested,
            &s.commands.action("file.importVoices"), &QAction::trigger);
    connect(s.cast, &widgets::MediaCastPanel::relinkRequested, &s.commands.action("file.relink"),
            &QAction::trigger);
    const auto menu = [this](QPoint where) {
        QMenu context;
        context.addActions(m_state->commands.actions(
            {"render.selected", "render.draft", "render.cancelSelected", "segment.split",
             "segment.merge", "segment.trimStart", "segment.trimEnd", "segment.approve",
             "segment.review", "segment.bypass", "review.note", "review.applyOffset", "edit.delete",
             "play.around"}));
        context.insertMenu(context.actions().value(7), m_state->takesMenu);
        context.exec(where);
    };
    connect(s.timeline, &widgets::TimelineWidget::contextMenuRequested, this, menu);
    connect(s.review, &widgets::ReviewPanel::contextMenuRequested, this, menu);
}

void MainWindow::showStartScreen() {
    State& s = *m_state;
    const bool shown = !m_editor.project().film.media.path.empty();
    s.centre->setCurrentWidget(shown ? s.viewerPage : static_cast<QWidget*>(s.start));
    if (shown == s.projectShown && s.projectShown) {
        return;
    }
    if (shown) {
        const QByteArray layout = m_settings.value(QStringLiteral("layout"));
        if (layout.isEmpty() || !restoreState(layout, kLayoutVersion)) {
            restoreState(m_state->defaultLayout, kLayoutVersion);
        }
    } else {
        if (s.projectShown) {
            saveLayout();
        }
        for (QDockWidget* dock : s.docks) {
            dock->hide();
        }
    }
    s.projectShown = shown;
}

void MainWindow::showTitle() {
    setWindowTitle(tr("%1[*] — Lipwright").arg(m_editor.document().title()));
    setWindowModified(m_editor.document().modified());
}

void MainWindow::showRecent() {
    State& s = *m_state;
    s.recentMenu->clear();
    QList<widgets::StartScreen::RecentProject> recent;
    for (const QString& file : m_settings.recentProjects()) {
        const QFileInfo info(file);
        recent << widgets::StartScreen::RecentProject{
            file, QLocale().toString(info.lastModified(), QLocale::ShortFormat), info.exists()};
        QAction* action = s.recentMenu->addAction(info.fileName());
        action->setStatusTip(file);
        action->setEnabled(info.exists());
        connect(action, &QAction::triggered, s.projectFlow,
                [this, file] { m_state->projectFlow->openProject(file); });
    }
    s.recentMenu->setEnabled(!recent.isEmpty());
    s.start->setRecentProjects(recent);
    s.start->setSampleAvailable(true);
}

void MainWindow::showRenderPace() {
    RenderQueue& renders = m_editor.renders();
    if (renders.waiting() == 0) {
        m_state->pace->clear();
        return;
    }
    const auto pace = renders.pace();
    QString text = renders.paused()
                       ? tr("Rendering paused: %n segment(s) wait", nullptr, renders.waiting())
                       : tr("Rendering: %n segment(s) left", nullptr, renders.waiting());
    if (!renders.paused() && pace.framesPerSecond > 0.0) {
        text = tr("%1 · %2 frames/s").arg(text).arg(pace.framesPerSecond, 0, 'f', 1);
    }
    if (!renders.paused() && pace.secondsLeft >= 0.0) {
        const auto seconds = static_cast<int>(pace.secondsLeft);
        text = tr("%1 · %2 left")
                   .arg(text, QTime(0, 0).addSecs(seconds).toString(seconds >= 3600 ? "h:mm:ss"
                                                                                    : "m:ss"));
    }
    m_state->pace->setText(text);
}

void MainWindow::restoreLayout() {
    restoreGeometry(m_settings.value(QStringLiteral("geometry")));
    m_state->lanes->restoreState(m_settings.value(QStringLiteral("timelineLanes")));
}

void MainWindow::saveLayout() {
    m_settings.setValue(QStringLiteral("geometry"), saveGeometry());
    if (m_state->projectShown) {
        m_settings.setValue(QStringLiteral("layout"), saveState(kLayoutVersion));
        m_settings.setValue(QStringLiteral("timelineLanes"), m_state->lanes->saveState());
    }
}

void MainWindow::openFiles(const QStringList& files) {
    m_state->projectFlow->openFiles(files);
}

void MainWindow::openSample() {
    m_state->projectFlow->openSample();
}

void MainWindow::offerRecovery() {
    m_state->projectFlow->offerRecovery();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_state->closing || !m_editor.document().modified()) {
        saveLayout();
        event->accept();
        return;
    }
    event->ignore();
    m_state->projectFlow->whenSaved([this] {
        m_state->closing = true;
        close();
    });
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        m_state->commands.refreshIcons();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    openFiles(localFiles(event->mimeData()->urls()));
    event->acceptProposedAction();
}

}  // namespace lipwright::app
