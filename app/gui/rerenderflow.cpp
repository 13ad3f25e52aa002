#include "app/gui/rerenderflow.h"

#include "app/gui/actorvalues.h"
#include "app/gui/reviewvalues.h"
#include "app/gui/selection.h"
#include "app/playback/player.h"
#include "app/session/actormodels.h"
#include "app/session/editor.h"
#include "app/session/syncmeter.h"
#include "widgets/dialogs/confidencedialog.h"
#include "widgets/dialogs/rerenderdialog.h"

#include <QTimer>
#include <QWidget>
#include <algorithm>

namespace lipwright::app {
namespace {

using widgets::ConfidenceDialog;
using widgets::RerenderDialog;

constexpr int kSettleMs = 100;

/// Bypassed ones keep the film's picture.
std::vector<const project::Segment*> segmentsOf(const project::Project& project, int actor) {
    std::vector<const project::Segment*> segments;
    for (const project::Segment& segment : project.segments) {
        if (segment.actor == actor && segment.status != project::SegmentStatus::bypass) {
            segments.push_back(&segment);
        }
    }
    return segments;
}

}  // namespace

RerenderFlow::RerenderFlow(const Parts& parts)
    : QObject(&parts.window), m_parts(parts), m_due(new QTimer(this)) {
    m_due->setSingleShot(true);
    m_due->setInterval(kSettleMs);
    connect(m_due, &QTimer::timeout, this, &RerenderFlow::show);
    const auto due = [this] { m_due->start(); };
    connect(&parts.editor.document(), &ProjectDocument::changed, this, due);
    connect(&parts.editor.sync(), &SyncMeter::measured, this, due);
    connect(&parts.editor.document(), &ProjectDocument::reset, this, [this] {
        m_before.clear();
        if (m_dialog) {
            m_dialog->close();
        }
    });
}

void RerenderFlow::ask(int actor, const std::string& model) {
    Editor& editor = m_parts.editor;
    QList<RerenderDialog::Model> models = {{{}, modelName(editor, {})}};
    for (const models::ActorModel& known : editor.actorModels().of(actor)) {
        models.push_back({known.id, modelName(known)});
    }
    const auto segments = static_cast<int>(segmentsOf(editor.project(), actor).size());
    const std::string offered = model.empty() && models.size() > 1 ? models.back().id : model;
    auto* dialog =
        new RerenderDialog(QString::fromStdString(project::displayName(editor.project(), actor)),
                           segments, models, offered, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, actor] { start(actor, dialog->model(), dialog->quality()); });
    dialog->open();
}

std::optional<double> RerenderFlow::confidenceBefore(const project::Segment& segment,
                                                     project::Id take) const {
    if (take == 0) {
        const auto before = syncFactsOf(m_parts.editor, segment).before;
        return before ? std::optional(before->confidence) : std::nullopt;
    }
    const auto found = std::ranges::find(segment.takes, take, &project::Take::id);
    return found != segment.takes.end() && found->scores
               ? std::optional(found->scores->expert.confidence)
               : std::nullopt;
}

void RerenderFlow::start(int actor, const std::string& model, project::TakeQuality quality) {
    Editor& editor = m_parts.editor;
    m_before.clear();
    Editor::Ids ids;
    for (const project::Segment* segment : segmentsOf(editor.project(), actor)) {
        ids.push_back(segment->id);
        m_before.push_back({segment->id, segment->activeTake});
    }
    editor.useModel(ids, model);
    editor.render(ids, quality);
    if (m_dialog) {
        m_dialog->close();
    }
    m_dialog =
        new ConfidenceDialog(QString::fromStdString(project::displayName(editor.project(), actor)),
                             modelName(editor, model), &m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ConfidenceDialog::segmentActivated, this, &RerenderFlow::goTo);
    show();
    m_dialog->show();
}

widgets::PairedRow RerenderFlow::rowOf(const Before& before) const {
    const Editor& editor = m_parts.editor;
    const project::Segment* segment = editor.project().segment(before.segment);
    widgets::PairedRow row;
    row.segment = before.segment;
    if (segment == nullptr) {
        row.name = tr("(removed)");
        return row;
    }
    row.before = confidenceBefore(*segment, before.take);
    row.name = QString::fromStdString(core::toTimecode(segment->frames.first, editor.timecode()));
    if (!segment->text.empty()) {
        row.name = tr("%1  %2", "timecode, what is said")
                       .arg(row.name, QString::fromStdString(segment->text).simplified());
    }
    const project::Take* take = segment->active();
    if (take != nullptr && take->id != before.take && take->scores) {
        row.after = take->scores->expert.confidence;
    }
    return row;
}

void RerenderFlow::show() {
    if (!m_dialog) {
        return;
    }
    std::vector<widgets::PairedRow> rows;
    for (const Before& before : m_before) {
        rows.push_back(rowOf(before));
    }
    const project::Segment* first =
        m_before.empty() ? nullptr : m_parts.editor.project().segment(m_before.front().segment);
    m_dialog->setRows(
        rows, first != nullptr ? syncFactsOf(m_parts.editor, *first).scale : widgets::SyncScale{});
}

void RerenderFlow::goTo(project::Id id) {
    if (const project::Segment* segment = m_parts.editor.project().segment(id)) {
        m_parts.selection.setSegments({id});
        m_parts.player.pause();
        m_parts.player.seek(segment->frames.first);
    }
}

}  // namespace lipwright::app
