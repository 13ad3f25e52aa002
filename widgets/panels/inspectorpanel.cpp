#include "widgets/panels/inspectorpanel.h"

#include "widgets/panels/inspectorstate_p.h"
#include "widgets/panels/languages_p.h"
#include "widgets/panels/opacitykeys_p.h"
#include "widgets/panels/proseeditor_p.h"
#include "widgets/panels/quietend_p.h"
#include "widgets/panels/retouchgroup_p.h"
#include "widgets/panels/section_p.h"
#include "widgets/panels/settingsgroup_p.h"
#include "widgets/panels/statusbuttons_p.h"
#include "widgets/panels/syncgroup_p.h"
#include "widgets/panels/takesbox_p.h"
#include "widgets/style/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <algorithm>

namespace lipwright::widgets {
namespace {

using project::Segment;

/// What all segments have in common; nothing when they differ.
template <typename Get>
auto common(const std::vector<Segment>& segments, Get get)
    -> std::optional<std::decay_t<decltype(get(segments.front()))>> {
    const auto value = get(segments.front());
    for (const Segment& segment : segments) {
        if (get(segment) != value) {
            return std::nullopt;
        }
    }
    return value;
}

}  // namespace

std::vector<project::Id> InspectorPanel::State::ids() const {
    std::vector<project::Id> all;
    for (const Segment& segment : segments) {
        all.push_back(segment.id);
    }
    return all;
}

void InspectorPanel::State::applySettings(const std::function<void(Segment&)>& edit,
                                          bool interactive) {
    std::map<project::Id, project::SegmentSettings> changed;
    for (Segment& segment : segments) {
        edit(segment);
        changed.emplace(segment.id, segment.settings);
    }
    showSettings();
    Q_EMIT panel->settingsChanged(changed, interactive);
}

void InspectorPanel::State::applyRetouch(const std::function<void(Segment&)>& edit,
                                         bool interactive) {
    std::map<project::Id, project::Retouch> changed;
    for (Segment& segment : segments) {
        edit(segment);
        changed.emplace(segment.id, segment.retouch);
    }
    retouch->showSegments(segments);
    Q_EMIT panel->retouchChanged(changed, interactive);
}

/// The default is no preset of the project: its values are set, frames and model stay.
void InspectorPanel::State::applyPreset(project::Id preset) {
    if (preset != 0) {
        Q_EMIT panel->presetApplied(ids(), preset);
        return;
    }
    applySettings(
        [](Segment& segment) {
            project::SegmentSettings standard;
            standard.pickedFrames = segment.settings.pickedFrames;
            standard.bannedFrames = segment.settings.bannedFrames;
            standard.model = segment.settings.model;
            segment.settings = standard;
        },
        false);
}

void InspectorPanel::State::showSettings() {
    std::vector<project::SegmentSettings> shown;
    for (const Segment& segment : segments) {
        shown.push_back(segment.settings);
    }
    settings->showSettings(shown);
}

void InspectorPanel::State::showTakes() {
    takes->setVisible(single());
    if (single()) {
        takes->setSegment(segments.front(), facts.empty() ? SyncScale{} : facts.front().scale);
    }
}

void InspectorPanel::State::withdrawStatus() {
    std::vector<project::Id> shown;
    std::vector<project::Id> bare;
    for (const Segment& segment : segments) {
        (segment.takes.empty() ? bare : shown).push_back(segment.id);
    }
    if (!shown.empty()) {
        Q_EMIT panel->statusChosen(shown, project::SegmentStatus::rendered);
    }
    if (!bare.empty()) {
        Q_EMIT panel->statusChosen(bare, project::SegmentStatus::fresh);
    }
}

void InspectorPanel::State::fillCast() {
    actor->clear();
    for (const CastEntry& member : cast) {
        actor->addItem(member.name, member.actor);
    }
}

void InspectorPanel::State::fillDubs() {
    dub->clear();
    for (const DubEntry& entry : dubs) {
        const QString name = QString::fromStdString(entry.track.name);
        const QString language = languageName(QString::fromStdString(entry.track.language));
        dub->addItem(language.isEmpty()
                         ? name
                         : InspectorPanel::tr("%1 (%2)", "voice, language").arg(name, language),
                     QVariant::fromValue<qint64>(entry.track.id));
    }
}

void InspectorPanel::State::showIdentity() {
    const auto sameActor = common(segments, [](const Segment& s) { return s.actor; });
    const auto sameDub = common(segments, [](const Segment& s) { return s.dubTrack; });
    const auto sameStatus = common(segments, [](const Segment& s) { return s.status; });
    const int count = static_cast<int>(segments.size());
    const QString length =
        single() ? InspectorPanel::tr("%n frames", nullptr,
                                      static_cast<int>(segments.front().frames.length()))
                 : QString();
    title->setText(single() ? InspectorPanel::tr("1 segment  ·  %1  ·  %2", "status, length")
                                  .arg(statusName(segments.front().status), length)
                            : InspectorPanel::tr("%n segments selected", nullptr, count));
    actor->setCurrentIndex(sameActor ? actor->findData(*sameActor) : -1);
    actor->setPlaceholderText(sameActor ? InspectorPanel::tr("(nobody)")
                                        : InspectorPanel::tr("(several)"));
    dub->setCurrentIndex(sameDub ? dub->findData(QVariant::fromValue<qint64>(*sameDub)) : -1);
    dub->setPlaceholderText(sameDub ? InspectorPanel::tr("(none)")
                                    : InspectorPanel::tr("(several)"));
    status->setStatus(sameStatus);
}

void InspectorPanel::State::showWords(bool sameSegment) {
    words->setVisible(single());
    if (!single()) {
        return;
    }
    const Segment& segment = segments.front();
    const QString said = QString::fromStdString(segment.text);
    const QString noted = QString::fromStdString(segment.notes);
    if (sameSegment) {
        text->setProse(said);
        notes->setProse(noted);
    } else {
        text->replaceProse(said);
        notes->replaceProse(noted);
    }
}

void InspectorPanel::State::show() {
    const bool any = !segments.empty();
    hint->setVisible(!any);
    panel->findChild<QScrollArea*>(QStringLiteral("inspectorScroll"))->setVisible(any);
}

InspectorPanel::InspectorPanel(QWidget* parent)
    : QWidget(parent), m_state(std::make_unique<State>()) {
    m_state->panel = this;
    m_state->build();
    m_state->show();
    setMinimumWidth(270);
}

InspectorPanel::~InspectorPanel() {
    endQuietly(*this);
}

void InspectorPanel::setCast(const std::vector<CastEntry>& cast) {
    m_state->cast = cast;
    m_state->fillCast();
    if (!m_state->segments.empty()) {
        m_state->showIdentity();
    }
}

void InspectorPanel::setDubs(const std::vector<DubEntry>& dubs) {
    m_state->dubs = dubs;
    m_state->fillDubs();
    if (!m_state->segments.empty()) {
        m_state->showIdentity();
    }
}

void InspectorPanel::setFrameSeconds(double seconds) {
    m_state->settings->setFrameSeconds(seconds);
    m_state->sync->setFrameSeconds(seconds);
}

void InspectorPanel::setSegments(const std::vector<project::Segment>& segments) {
    State& s = *m_state;
    const std::vector<project::Id> before = s.ids();
    const bool same =
        std::equal(before.begin(), before.end(), segments.begin(), segments.end(),
                   [](project::Id id, const Segment& segment) { return id == segment.id; });
    if (!same && s.single()) {  // what was typed belongs to the segment that is left now
        s.text->commit();
        s.notes->commit();
    }
    s.segments = segments;
    if (!same) {
        s.facts.assign(segments.size(), {});
        s.sync->showSync(s.facts, {});
    }
    if (!segments.empty()) {
        s.showIdentity();
        s.showWords(same);
        s.showTakes();
        s.showSettings();
        s.retouch->showSegments(segments);
    }
    s.show();
}

void InspectorPanel::setChoices(const std::vector<NamedChoice>& engines,
                                const std::vector<NamedChoice>& models) {
    m_state->settings->setChoices(engines, models);
}

void InspectorPanel::setPresets(const std::vector<project::Preset>& presets) {
    m_state->settings->setPresets(presets);
}

void InspectorPanel::setSync(const std::vector<SyncFacts>& facts, const SyncCurves& curves) {
    m_state->facts = facts;
    m_state->sync->showSync(facts, curves);
    m_state->showTakes();
}

void InspectorPanel::setPlayhead(std::int64_t frame) {
    m_state->retouch->opacity().setPlayhead(frame);
}

void InspectorPanel::setInOut(std::optional<core::FrameRange> inOut) {
    m_state->retouch->setInOut(inOut);
}

void InspectorPanel::setTakeBytes(std::int64_t bytes) {
    m_state->takes->setProjectBytes(bytes);
}

}  // namespace lipwright::widgets
