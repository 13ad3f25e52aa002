#include "widgets/panels/startscreen.h"

#include "widgets/panels/droppedfiles_p.h"
#include "widgets/panels/dropzone_p.h"
#include "widgets/panels/quietend_p.h"
#include "widgets/panels/recentprojects_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

struct StartScreen::State {
    RecentProjectsModel model;
    DropZone* zone = nullptr;
    QPushButton* sample = nullptr;
    QLabel* recentTitle = nullptr;
    QListView* recent = nullptr;

    static QPushButton* button(const char* name, const QString& text, const char* iconName,
                               QWidget* parent) {
        auto* made = new QPushButton(text, parent);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(40);
        made->setIconSize({20, 20});
        made->setAutoDefault(true);  // Enter presses the button that has the focus
        setThemedIcon(made, QLatin1String(iconName));
        return made;
    }

    void makeRecent(StartScreen* screen) {
        recentTitle = new QLabel(StartScreen::tr("Recent projects"), screen);
        QFont bold(recentTitle->font());
        bold.setBold(true);
        recentTitle->setFont(bold);
        recent = new QListView(screen);
        recent->setObjectName(QStringLiteral("recentProjects"));
        recent->setAccessibleName(recentTitle->text());
        recent->setModel(&model);
        recent->setItemDelegate(new RecentProjectDelegate(recent));
        recent->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        recent->setMouseTracking(true);
        const auto choose = [screen](const QModelIndex& index) {
            if ((index.flags() & Qt::ItemIsEnabled) != 0) {
                Q_EMIT screen->recentChosen(index.data(RecentProjectsModel::FileRole).toString());
            }
        };
        // activated() alone would want a double click on most desktops
        QObject::connect(recent, &QListView::clicked, screen, choose);
        auto* enter = new QAction(StartScreen::tr("Open"), recent);
        enter->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
        enter->setShortcutContext(Qt::WidgetShortcut);
        recent->addAction(enter);
        QObject::connect(enter, &QAction::triggered, screen,
                         [this, choose] { choose(recent->currentIndex()); });
        recentTitle->hide();
        recent->hide();
    }
};

StartScreen::StartScreen(QWidget* parent) : QWidget(parent), m_state(std::make_unique<State>()) {
    State& s = *m_state;
    setAcceptDrops(true);
    auto* title = new QLabel(QStringLiteral("Lipwright"), this);
    QFont large(title->font());
    large.setPointSizeF(large.pointSizeF() * 2.6);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto* purpose =
        new QLabel(tr("Makes the mouths in a film speak the language of its dubbed voices."), this);
    purpose->setWordWrap(true);
    QFont middle(purpose->font());
    middle.setPointSizeF(middle.pointSizeF() * 1.15);
    purpose->setFont(middle);

    s.zone = new DropZone(this);
    auto* film = State::button("openFilm", tr("Open film…"), "film", this);
    auto* project = State::button("openProject", tr("Open project…"), "open", this);
    s.sample = State::button("trySample", tr("Try the sample"), "play", this);
    connect(film, &QPushButton::clicked, this, &StartScreen::openFilmRequested);
    connect(project, &QPushButton::clicked, this, &StartScreen::openProjectRequested);
    connect(s.sample, &QPushButton::clicked, this, &StartScreen::sampleRequested);
    s.makeRecent(this);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    for (QPushButton* button : {film, project, s.sample}) {
        buttons->addWidget(button, 1);
    }
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(purpose);
    column->addSpacing(14);
    column->addWidget(s.zone, 6);
    column->addSpacing(6);
    column->addLayout(buttons);
    column->addSpacing(14);
    column->addWidget(s.recentTitle);
    column->addWidget(s.recent, 5);
    column->addStretch(1);
    auto* middleColumn = new QWidget(this);
    middleColumn->setLayout(column);
    middleColumn->setMaximumWidth(820);
    auto* outer = new QHBoxLayout(this);
    outer->addStretch(1);
    outer->addWidget(middleColumn, 100);
    outer->addStretch(1);
}

StartScreen::~StartScreen() {
    endQuietly(*this);
}

void StartScreen::setRecentProjects(const QList<RecentProject>& projects) {
    m_state->model.set(projects);
    m_state->recentTitle->setVisible(!projects.isEmpty());
    m_state->recent->setVisible(!projects.isEmpty());
}

void StartScreen::setSampleAvailable(bool available, const QString& whyNot) {
    m_state->sample->setEnabled(available);
    m_state->sample->setToolTip(available ? QString() : whyNot);
}

void StartScreen::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        m_state->zone->setInviting(true);
    }
}

void StartScreen::dragLeaveEvent(QDragLeaveEvent* /*event*/) {
    m_state->zone->setInviting(false);
}

void StartScreen::dropEvent(QDropEvent* event) {
    m_state->zone->setInviting(false);
    event->acceptProposedAction();
    Q_EMIT filesDropped(localFiles(event->mimeData()));
}

}  // namespace lipwright::widgets
