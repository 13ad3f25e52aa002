#include "app/gui/takecomparison.h"

#include "app/gui/commands.h"
#include "app/gui/panelvalues.h"
#include "app/gui/selection.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "engine/dubbing/retouchtrack.h"
#include "widgets/viewer/viewerwidget.h"

#include <QAction>
#include <QMenu>
#include <QTimer>
#include <algorithm>

namespace lipwright::app {

using widgets::Comparison;
using widgets::ViewerWidget;
using widgets::ViewMode;

namespace {

struct Taken {
    const project::Segment* segment = nullptr;
    const project::Take* take = nullptr;
};

Taken find(const project::Project& project, project::Id segment, project::Id take) {
    const project::Segment* found = project.segment(segment);
    if (found == nullptr) {
        return {};
    }
    const auto place = std::ranges::find(found->takes, take, &project::Take::id);
    return {found, place != found->takes.end() ? &*place : nullptr};
}

PlayerTake playerTake(const Taken& taken, const std::filesystem::path& folder,
                      core::FrameRange frames) {
    std::shared_ptr<const project::Retouch> retouch;
    if (!dubbing::isNeutral(taken.segment->retouch)) {
        retouch = std::make_shared<project::Retouch>(taken.segment->retouch);
    }
    return {folder / taken.take->folder, core::intersection(frames, taken.take->frames),
            std::move(retouch), taken.segment->actor, taken.segment->track};
}

}  // namespace

TakeComparison::TakeComparison(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_due(new QTimer(this)) {
    m_due->setSingleShot(true);
    m_due->setInterval(0);
    connect(m_due, &QTimer::timeout, this, &TakeComparison::update);
    ProjectDocument& document = m_parts.editor.document();
    connect(&document, &ProjectDocument::changed, m_due, qOverload<>(&QTimer::start));
    connect(&document, &ProjectDocument::saved, m_due, qOverload<>(&QTimer::start));
    connect(&document, &ProjectDocument::reset, this, [this] {
        m_compared.clear();
        m_due->start();
    });
    connect(&m_parts.player, &Player::pictureReady, this, &TakeComparison::showNames);
    connect(&m_parts.menu, &QMenu::aboutToShow, this, &TakeComparison::fillMenu);
    QAction& flip = m_parts.commands.action("view.flip");
    connect(&flip, &QAction::toggled, &m_parts.viewer, [this](bool on) {
        if (m_parts.viewer.mode() == ViewMode::original) {
            m_parts.viewer.setMode(ViewMode::dubbed);
        }
        m_parts.viewer.setFlipped(on);
    });
    connect(&m_parts.viewer, &ViewerWidget::flippedChanged, &flip, &QAction::setChecked);
}

void TakeComparison::compareWith(project::Id segment, project::Id take) {
    if (take == comparedTake(segment)) {
        return;
    }
    if (take == 0) {
        m_compared.erase(segment);
    } else {
        m_compared[segment] = take;
        const ViewMode mode = m_parts.viewer.mode();
        if (mode == ViewMode::original || mode == ViewMode::dubbed) {
            m_parts.viewer.setMode(ViewMode::splitWipe);
        }
    }
    update();
    Q_EMIT changed();
}

project::Id TakeComparison::comparedTake(project::Id segment) const {
    const auto found = m_compared.find(segment);
    return found != m_compared.end() ? found->second : 0;
}

void TakeComparison::fillMenu() {
    m_parts.menu.clear();
    const project::Id id = m_parts.selection.single();
    const project::Segment* segment = m_parts.editor.project().segment(id);
    const auto add = [&](const QString& text, project::Id take) {
        QAction* action = m_parts.menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(take == comparedTake(id));
        connect(action, &QAction::triggered, this, [this, id, take] { compareWith(id, take); });
        return action;
    };
    add(tr("The film's own picture"), 0)->setEnabled(segment != nullptr);
    if (segment == nullptr) {
        return;
    }
    for (const project::Take& take : segment->takes) {
        add(takeName(*segment, take), take.id)->setEnabled(take.id != segment->activeTake);
    }
}

void TakeComparison::update() {
    const project::Project& project = m_parts.editor.project();
    const auto folder = m_parts.editor.document().takeFolder();
    std::erase_if(m_compared, [&project](const auto& entry) {
        return find(project, entry.first, entry.second).take == nullptr;
    });
    std::vector<PlayerTake> takes;
    for (const auto& [id, take] : m_compared) {
        const Taken compared = find(project, id, take);
        takes.push_back(playerTake(compared, folder, compared.segment->frames));
        // Other mouths in these frames are the same on both sides.
        for (const project::Segment& other : project.segments) {
            const core::FrameRange both =
                core::intersection(other.frames, compared.segment->frames);
            if (!both.empty() && !m_compared.contains(other.id) &&
                isShown(project, other, m_parts.selection.language())) {
                takes.push_back(playerTake({&other, other.active()}, folder, both));
            }
        }
    }
    m_parts.player.setComparedTakes(std::move(takes));
    showNames(m_parts.viewer.picture());
}

void TakeComparison::showNames(const widgets::ViewerPicture& picture) {
    const project::Project& project = m_parts.editor.project();
    for (const auto& [id, take] : m_compared) {
        const auto [segment, compared] = find(project, id, take);
        if (compared != nullptr && segment->frames.contains(picture.frame)) {
            m_parts.viewer.setComparison(Comparison::take, takeName(*segment, *compared),
                                         takeName(*segment));
            return;
        }
    }
    m_parts.viewer.setComparison(Comparison::original);
}

}  // namespace lipwright::app
