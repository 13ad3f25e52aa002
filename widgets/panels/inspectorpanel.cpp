#include "widgets/panels/inspectorpanel.h"

#include "widgets/panels/inspectorstate_p.h"
#include "widgets/panels/languages_p.h"
#include "widgets/panels/proseeditor_p.h"
#include "widgets/panels/quietend_p.h"
#include "widgets/panels/settingsgroup_p.h"
#include "widgets/panels/statusbuttons_p.h"
#include "widgets/panels/takeslist_p.h"
#include "widgets/style/theme.h"

#include <QComboBox>
#include <QGroupBox>
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

/// Each segment keeps its other settings; those that end up alike are told together.
void InspectorPanel::State::applySettings(
    const std::function<void(project::SegmentSettings&)>& edit, bool interactive) {
    std::vector<std::pair<project::SegmentSettings, std::vector<project::Id>>> groups;
    std::vector<project::SegmentSettings> all;
    for (Segment& segment : segments) {
        edit(segment.settings);
        all.push_back(segment.settings);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& known) {
            return known.first == segment.settings;
        });
        if (group == groups.end()) {
            group = groups.insert(groups.end(), {segment.settings, {}});
        }
        group->second.push_back(segment.id);
    }
    settings->showSettings(all);
    for (const auto& [value, members] : groups) {
        Q_EMIT panel->settingsChanged(members, value, interactive);
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
    takesBox->setVisible(single());
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
    takes->setSegment(segment);
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
    if (!segments.empty()) {
        s.showIdentity();
        s.showWords(same);
        std::vector<project::SegmentSettings> settings;
        for (const Segment& segment : segments) {
            settings.push_back(segment.settings);
        }
        s.settings->showSettings(settings);
    }
    s.show();
}

}  // namespace lipwright::widgets
