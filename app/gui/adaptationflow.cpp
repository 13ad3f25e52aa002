#include "app/gui/adaptationflow.h"

#include "app/gui/actorvalues.h"
#include "app/gui/commands.h"
#include "app/gui/filechoice.h"
#include "app/gui/selection.h"
#include "app/gui/settings.h"
#include "app/session/actoradaptation.h"
#include "app/session/actormodels.h"
#include "app/session/editor.h"
#include "engine/project/serializer.h"
#include "widgets/dialogs/adaptdialog.h"
#include "widgets/panels/mediacastpanel.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

namespace lipwright::app {
namespace {

using widgets::AdaptationResultDialog;
using widgets::AdaptChoice;
using widgets::MediaCastPanel;

constexpr int kUsualMinutes = 5;
constexpr double kSecondsPerMinute = 60.0;
constexpr int kSegmentsNamed = 8;
const auto kMinutes = QStringLiteral("adaptMinutes");
const auto kPainted = QStringLiteral("adaptPainted");

AdaptChoice lastChoice(const Settings& settings) {
    AdaptChoice choice;
    const int minutes = settings.value(kMinutes).toInt();
    choice.minutes = minutes > 0 ? minutes : kUsualMinutes;
    choice.mouthGenerator = settings.value(kPainted) == "yes";
    return choice;
}

/// Which parts an adaptation of the film's actor learned: it can go on with these alone.
QString partsKey(Editor& editor, int actor) {
    return QStringLiteral("adaptation/%1-%2")
        .arg(QString::fromStdString(editor.project().film.media.fingerprint)
                 .remove(QLatin1Char(':')))
        .arg(actor);
}

QString nameOf(Editor& editor, int actor) {
    return QString::fromStdString(project::displayName(editor.project(), actor));
}

std::filesystem::path toPath(const QString& file) {
    return {file.toStdU16String()};
}

/// "at 00:01:02:03, 00:02:00:00 and 4 more"
QString namesOf(Editor& editor, const std::vector<const project::Segment*>& segments) {
    QStringList names;
    for (const project::Segment* segment : segments) {
        if (names.size() == kSegmentsNamed) {
            return AdaptationFlow::tr("%1 and %2 more", "list, number")
                .arg(names.join(QStringLiteral(", ")))
                .arg(static_cast<qsizetype>(segments.size()) - kSegmentsNamed);
        }
        names << QString::fromStdString(core::toTimecode(segment->frames.first, editor.timecode()));
    }
    return names.join(QStringLiteral(", "));
}

}  // namespace

AdaptationFlow::AdaptationFlow(Parts parts) : QObject(&parts.window), m_parts(std::move(parts)) {
    connectPanel();
    m_parts.commands.on("cast.adapt", this, [this] {
        if (const int actor = actorMeant(); actor >= 0) {
            begin(actor);
        }
    });
    m_parts.commands.on("cast.rerender", this, [this] {
        if (const int actor = actorMeant(); actor >= 0) {
            Q_EMIT rerenderRequested(actor, {});
        }
    });
    m_parts.commands.on("cast.compare", this, [this] {
        const int actor = actorMeant();
        const auto models = m_parts.editor.actorModels().of(actor);
        if (!models.empty()) {
            Q_EMIT compareRequested(models.back().id);
        } else if (actor >= 0) {
            Q_EMIT m_parts.editor.warned(
                tr("There is no model of %1 yet.").arg(nameOf(m_parts.editor, actor)));
        }
    });
    m_parts.commands.on("cast.importModels", this, [this] { chooseOtherProject(); });
    connect(&m_parts.editor.adaptation(), &ActorAdaptation::finished, this,
            &AdaptationFlow::showResult);
}

void AdaptationFlow::connectPanel() {
    MediaCastPanel& cast = m_parts.cast;
    connect(&cast, &MediaCastPanel::adaptRequested, this, &AdaptationFlow::begin);
    connect(&cast, &MediaCastPanel::watchRequested, this, &AdaptationFlow::watchRequested);
    connect(&cast, &MediaCastPanel::importModelsRequested, this,
            &AdaptationFlow::chooseOtherProject);
    connect(&cast, &MediaCastPanel::rerenderRequested, this, &AdaptationFlow::rerenderRequested);
    connect(&cast, &MediaCastPanel::modelUsed, this, &AdaptationFlow::useForAll);
    connect(&cast, &MediaCastPanel::modelCompared, this,
            [this](int, const std::string& model) { Q_EMIT compareRequested(model); });
    connect(&cast, &MediaCastPanel::modelRenamed, this,
            [this](const std::string& model, const QString& name) {
                m_parts.editor.actorModels().rename(model, name.toStdString());
            });
    connect(&cast, &MediaCastPanel::removeModelRequested, this,
            [this](int, const std::string& model) { askToRemove(model); });
}

int AdaptationFlow::actorMeant() {
    const project::Project& project = m_parts.editor.project();
    std::vector<int> actors;
    for (const project::Id id : m_parts.selection.segments()) {
        if (const project::Segment* segment = project.segment(id)) {
            actors.push_back(segment->actor);
        }
    }
    if (actors.empty() && project.cast.size() == 1) {
        actors.push_back(project.cast.front().actor);
    }
    std::ranges::sort(actors);
    const auto repeated = std::ranges::unique(actors);
    actors.erase(repeated.begin(), repeated.end());
    if (actors.size() == 1) {
        return actors.front();
    }
    Q_EMIT m_parts.editor.warned(project.cast.empty()
                                     ? tr("There is nobody in the cast yet.")
                                     : tr("Select a segment of the actor who is meant."));
    return -1;
}

void AdaptationFlow::begin(int actor) {
    if (m_parts.editor.adaptation().jobOf(actor) != 0) {
        Q_EMIT watchRequested(actor);
        return;
    }
    whenSaved([this, actor] {
        const project::CastMember* member = m_parts.editor.project().member(actor);
        if (member != nullptr && member->consent) {
            showDialog(actor);
        } else {
            m_parts.askForConsent(actor, [this, actor] { showDialog(actor); });
        }
    });
}

/// Models lie beside the project: it must have a place.
void AdaptationFlow::whenSaved(const std::function<void()>& next) {
    ProjectDocument& document = m_parts.editor.document();
    if (!document.file().empty()) {
        next();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, QStringLiteral("Lipwright"),
                                tr("Save the project first?"),
                                QMessageBox::Save | QMessageBox::Cancel, &m_parts.window);
    box->setObjectName(QStringLiteral("saveFirst"));
    box->setInformativeText(tr("Models of actors are kept beside the project file."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    connect(box, &QMessageBox::finished, this, [this, next](int answer) {
        if (answer == QMessageBox::Save) {
            connect(&m_parts.editor.document(), &ProjectDocument::saved, this, next,
                    Qt::SingleShotConnection);
            m_parts.commands.action("file.save").trigger();
        }
    });
    box->open();
}

widgets::AdaptFacts AdaptationFlow::factsOf(int actor) const {
    const ActorAdaptation& adaptation = m_parts.editor.adaptation();
    const auto& portraits = m_parts.editor.analysis().film().portraits;
    const auto material = adaptation.materialOf(actor);
    widgets::AdaptFacts facts;
    facts.actorName = nameOf(m_parts.editor, actor);
    if (const auto face = portraits.find(actor); face != portraits.end()) {
        facts.portrait = face->second;
    }
    facts.seenSeconds = material.seenSeconds;
    facts.usableSeconds = material.usableSeconds;
    facts.painterInstalled = adaptation.offersPainter();
    facts.unfinished = adaptation.isUnfinished(actor);
    return facts;
}

void AdaptationFlow::showDialog(int actor) {
    if (!m_parts.editor.analysis().film().faces) {
        Q_EMIT m_parts.editor.warned(tr("Adapting begins when the faces of the film are found."));
        return;
    }
    const widgets::AdaptFacts facts = factsOf(actor);
    AdaptChoice preset = lastChoice(m_parts.settings);
    if (facts.unfinished) {
        preset.mouthGenerator =
            m_parts.settings.value(partsKey(m_parts.editor, actor)) == "painted";
    }
    auto* dialog = new widgets::AdaptDialog(facts, preset, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, actor] { start(actor, dialog->choice()); });
    dialog->open();
}

void AdaptationFlow::start(int actor, const AdaptChoice& choice) {
    Settings& settings = m_parts.settings;
    settings.setValue(kMinutes, QByteArray::number(choice.minutes));
    settings.setValue(kPainted, choice.mouthGenerator ? "yes" : "no");
    settings.setValue(partsKey(m_parts.editor, actor),
                      choice.mouthGenerator ? "painted" : "movement");
    if (m_parts.editor.adaptation().start({actor, choice.name.toStdString(),
                                           choice.minutes * kSecondsPerMinute,
                                           choice.mouthGenerator, choice.anew})) {
        Q_EMIT started();
    }
}

void AdaptationFlow::showResult(int actor, const adaptation::AdaptationOutcome& outcome) {
    const QString name = nameOf(m_parts.editor, actor);
    Q_EMIT m_parts.editor.noted(
        outcome.model ? tr("There is a better model of %1 now.").arg(name)
                      : tr("Adapting to %1 brought nothing better; nothing is kept.").arg(name));
    auto* dialog =
        new AdaptationResultDialog(resultFacts(m_parts.editor, actor, outcome), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const std::string model = outcome.model ? outcome.model->id : std::string();
    connect(dialog, &AdaptationResultDialog::useRequested, this,
            [this, actor, model] { useForAll(actor, model); });
    connect(dialog, &AdaptationResultDialog::rerenderRequested, this,
            [this, actor, model] { Q_EMIT rerenderRequested(actor, model); });
    connect(dialog, &AdaptationResultDialog::compareRequested, this,
            [this, model] { Q_EMIT compareRequested(model); });
    dialog->show();  // nobody waits for it: it must not block the window
}

void AdaptationFlow::useForAll(int actor, const std::string& model) {
    Editor::Ids ids;
    for (const project::Segment& segment : m_parts.editor.project().segments) {
        if (segment.actor == actor) {
            ids.push_back(segment.id);
        }
    }
    m_parts.editor.useModel(ids, model);
}

void AdaptationFlow::askToRemove(const std::string& model) {
    std::vector<const project::Segment*> users;
    for (const project::Segment& segment : m_parts.editor.project().segments) {
        if (segment.settings.model == model) {
            users.push_back(&segment);
        }
    }
    auto* box = new QMessageBox(QMessageBox::Question, QStringLiteral("Lipwright"),
                                tr("Remove “%1”?").arg(modelName(m_parts.editor, model)),
                                QMessageBox::Cancel, &m_parts.window);
    box->setObjectName(QStringLiteral("removeModel"));
    box->setInformativeText(
        users.empty()
            ? tr("No segment uses it. It can not be brought back.")
            : tr("%n segment(s) use it and can not be rendered with it any more, at %1. Their "
                 "takes stay. It can not be brought back.",
                 nullptr, static_cast<int>(users.size()))
                  .arg(namesOf(m_parts.editor, users)));
    auto* remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    connect(remove, &QPushButton::clicked, this,
            [this, model] { m_parts.editor.actorModels().remove(model); });
    box->open();
}

void AdaptationFlow::chooseOtherProject() {
    if (m_parts.editor.project().film.media.path.empty()) {
        Q_EMIT m_parts.editor.warned(tr("There is no film whose models could be imported."));
        return;
    }
    const FileQuestion question{tr("Import models from another project of this film"),
                                QStringLiteral("project"),
                                tr("Lipwright projects and actor models (*.lipwright actor.json)"),
                                {},
                                {}};
    whenSaved([this, question] {
        chooseFileToOpen(m_parts.window, m_parts.settings, question, [this](const QString& chosen) {
            const std::filesystem::path file = toPath(chosen);
            m_parts.editor.actorModels().import(file.filename() == models::kActorModelFile
                                                    ? file.parent_path().parent_path()
                                                    : project::dataFolder(file) / "actors");
        });
    });
}

}  // namespace lipwright::app
