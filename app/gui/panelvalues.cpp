#include "app/gui/panelvalues.h"

#include "app/gui/actorvalues.h"
#include "app/session/actoradaptation.h"
#include "app/session/editor.h"

#include <QCoreApplication>
#include <QTime>
#include <algorithm>

namespace lipwright::app {
namespace {

struct PanelValues {
    Q_DECLARE_TR_FUNCTIONS(PanelValues)
};

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

QString duration(double seconds) {
    return text(core::toDisplayString(core::RationalTime::fromSeconds(seconds, {1, 10})));
}

bool isMissing(Editor& editor, project::Id dubTrack) {
    const auto missing = editor.document().missingMedia();
    return std::ranges::any_of(
        missing, [&](const ProjectDocument::Missing& item) { return item.dubTrack == dubTrack; });
}

}  // namespace

QString takeName(const project::Segment& segment) {
    const project::Take* take = segment.active();
    return take != nullptr ? takeName(segment, *take) : QString();
}

QString takeName(const project::Segment& segment, const project::Take& take) {
    if (!take.name.empty()) {
        return text(take.name);
    }
    const auto place = std::ranges::find(segment.takes, take.id, &project::Take::id);
    const auto number = static_cast<int>(place - segment.takes.begin()) + 1;
    return take.quality == project::TakeQuality::draft
               ? PanelValues::tr("Take %1, draft").arg(number)
               : PanelValues::tr("Take %1").arg(number);
}

widgets::FilmSummary filmSummary(Editor& editor) {
    widgets::FilmSummary summary;
    const project::Film& film = editor.project().film;
    if (film.media.path.empty()) {
        return summary;
    }
    summary.name = text(film.media.path.filename().string());
    summary.path = text(film.media.path.string());
    summary.missing = isMissing(editor, 0);
    const media::MediaInfo& info = editor.analysis().film().info;
    if (!info.video.empty()) {
        const media::VideoStreamInfo& video = info.video.front();
        const double rate = 1.0 / video.frameDuration.seconds();
        summary.format = PanelValues::tr("%1 × %2, %3 fps, %4, %5")
                             .arg(video.width)
                             .arg(video.height)
                             .arg(QString::number(rate, 'g', 5), text(video.codec),
                                  duration(info.duration.seconds()));
        for (const std::string& note : info.notes) {
            summary.notes << text(note);
        }
    }
    return summary;
}

std::vector<widgets::DubEntry> dubEntries(Editor& editor) {
    std::vector<widgets::DubEntry> entries;
    for (const project::DubTrack& dub : editor.project().dubs) {
        const VoiceFacts* facts = editor.analysis().voice(dub.id);
        const QString format =
            facts != nullptr && facts->waveform ? duration(facts->waveform->seconds()) : QString();
        entries.push_back({dub, format, isMissing(editor, dub.id)});
    }
    return entries;
}

std::vector<widgets::CastEntry> castEntries(Editor& editor) {
    const project::Project& project = editor.project();
    const auto faces = editor.analysis().film().faces;
    const double frameSeconds =
        static_cast<double>(project.film.frameNumerator) / project.film.frameDenominator;
    std::vector<widgets::CastEntry> entries;
    for (const project::CastMember& member : project.cast) {
        widgets::CastEntry& entry = entries.emplace_back();
        entry.actor = member.actor;
        entry.name = text(project::displayName(project, member.actor));
        entry.consent = member.consent;
        entry.segments = static_cast<int>(
            std::ranges::count(project.segments, member.actor, &project::Segment::actor));
        entry.models = modelEntries(editor, member.actor);
        entry.adapting = editor.adaptation().shareOf(member.actor);
        if (!faces) {
            continue;
        }
        std::int64_t seen = 0;
        std::int64_t usable = 0;
        for (const face::FaceTrack& track : faces->tracks) {
            seen += track.actor == member.actor
                        ? static_cast<std::int64_t>(track.observations.size())
                        : 0;
        }
        for (const face::Actor& actor : faces->actors) {
            usable += actor.id == member.actor ? actor.usableFrames : 0;
        }
        entry.screenTime = PanelValues::tr("%1 usable of %2")
                               .arg(duration(static_cast<double>(usable) * frameSeconds),
                                    duration(static_cast<double>(seen) * frameSeconds));
    }
    return entries;
}

}  // namespace lipwright::app
