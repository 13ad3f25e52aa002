#include "app/gui/exportflow.h"

#include "app/gui/commands.h"
#include "app/gui/settings.h"
#include "app/session/editor.h"
#include "widgets/dialogs/consentdialog.h"
#include "widgets/dialogs/exportdialog.h"

#include <QMessageBox>
#include <QStandardPaths>
#include <algorithm>

namespace lipwright::app {

ExportFlow::ExportFlow(Editor& editor, Settings& settings, Commands& commands, QWidget& window)
    : QObject(&window), m_editor(editor), m_settings(settings), m_window(window) {
    commands.on("file.export", this, [this] { beginExport(); });
}

void ExportFlow::beginExport() {
    if (m_editor.project().film.media.path.empty()) {
        Q_EMIT m_editor.warned(tr("There is no film to export yet."));
        return;
    }
    askForAll(m_editor.actorsWithoutConsent());
}

void ExportFlow::askForAll(std::vector<int> actors) {
    if (actors.empty()) {
        showDialog();
        return;
    }
    const int actor = actors.front();
    actors.erase(actors.begin());
    askForConsent(actor, [this, actors] { askForAll(actors); });
}

void ExportFlow::askForConsent(int actor, std::function<void()> next) {
    const project::CastMember* member = m_editor.project().member(actor);
    const auto& portraits = m_editor.analysis().film().portraits;
    const auto portrait = portraits.find(actor);
    auto* dialog = new widgets::ConsentDialog(
        QString::fromStdString(project::displayName(m_editor.project(), actor)),
        portrait != portraits.end() ? portrait->second : QImage(),
        member != nullptr ? member->consent : std::nullopt, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this,
            [this, dialog, actor, next = std::move(next)](int answer) {
                if (answer == QDialog::Accepted) {
                    m_editor.setConsent(actor, dialog->consent());
                }
                if (next) {
                    next();
                }
            });
    dialog->open();
}

void ExportFlow::showDialog() {
    const project::Project& project = m_editor.project();
    widgets::ExportDialog::Choices choices;
    dubbing::ExportSettings settings;
    for (const project::DubTrack& dub : project.dubs) {
        const QString language = QString::fromStdString(dub.language);
        if (!choices.languages.contains(language)) {
            choices.languages << language;
            settings.languages.push_back(dub.language);
        }
    }
    choices.frameCount = project.film.frameCount;
    choices.inOut = project.inOut;
    const auto& film = project.film.media.path;
    settings.stem = film.stem().string();
    settings.folder =
        m_settings
            .folder(QStringLiteral("export"), QString::fromStdString(film.parent_path().string()))
            .toStdString();
    auto* dialog = new widgets::ExportDialog(choices, settings, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &widgets::ExportDialog::previewRequested, &m_editor, &Editor::previewExport);
    connect(&m_editor, &Editor::exportPreviewed, dialog, &widgets::ExportDialog::setPreview);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto chosen = dialog->settings();
        m_settings.setFolder(QStringLiteral("export"),
                             QString::fromStdString(chosen.folder.string()));
        m_editor.exportFilms(chosen);
        Q_EMIT started();
    });
    dialog->open();
    m_editor.previewExport(dialog->settings());
}

}  // namespace lipwright::app
