#include "app/gui/projectflow.h"

#include "app/gui/commands.h"
#include "app/gui/filechoice.h"
#include "app/gui/settings.h"
#include "app/session/editor.h"
#include "engine/core/atomicfile.h"
#include "engine/project/interchange.h"
#include "engine/project/serializer.h"
#include "widgets/dialogs/relinkdialog.h"

#include <QAction>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QUndoStack>

namespace lipwright::app {
namespace {

std::filesystem::path toPath(const QString& file) {
    return std::filesystem::path(file.toStdU16String());
}

QString extension() {
    return QString::fromLatin1(project::kProjectExtension.data(),
                               static_cast<qsizetype>(project::kProjectExtension.size()));
}

QMessageBox* question(QWidget& window, const QString& text, const QString& detail,
                      QMessageBox::StandardButtons buttons, QMessageBox::StandardButton preferred) {
    auto* box =
        new QMessageBox(QMessageBox::Question, QStringLiteral("Lipwright"), text, buttons, &window);
    box->setInformativeText(detail);
    box->setDefaultButton(preferred);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    return box;
}

}  // namespace

ProjectFlow::ProjectFlow(Editor& editor, Settings& settings, Commands& commands, QWidget& window)
    : QObject(&window),
      m_editor(editor),
      m_settings(settings),
      m_commands(commands),
      m_window(window) {
    connectCommands();
    ProjectDocument& document = editor.document();
    connect(&document, &ProjectDocument::loaded, this, [this] {
        const auto file = m_editor.document().file();
        if (!file.empty()) {
            m_settings.addRecentProject(QString::fromStdString(file.string()));
            Q_EMIT recentChanged();
        }
        showMissing();
    });
    connect(&document, &ProjectDocument::saved, this, [this] {
        m_settings.addRecentProject(QString::fromStdString(m_editor.document().file().string()));
        Q_EMIT recentChanged();
        if (const auto next = std::exchange(m_afterSave, {})) {
            next();
        }
    });
    connect(&document, &ProjectDocument::failed, this, [this] { m_afterSave = {}; });
    connect(&document, &ProjectDocument::recoveryOffered, this, &ProjectFlow::askToRecover);
    connect(&document, &ProjectDocument::relinked, this, [this] { showMissing(); });
}

void ProjectFlow::connectCommands() {
    m_commands.on("file.new", this,
                  [this] { whenSaved([this] { m_editor.document().newProject(); }); });
    m_commands.on("file.open", this, [this] { chooseProject(); });
    m_commands.on("file.sample", this, [this] { openSample(); });
    m_commands.on("file.save", this, [this] { save(); });
    m_commands.on("file.saveAs", this, [this] { saveAs(); });
    m_commands.on("file.importFilm", this, [this] { chooseFilm(); });
    m_commands.on("file.importVoices", this, [this] { chooseVoices(); });
    m_commands.on("file.importCues", this, [this] { chooseCues(); });
    m_commands.on("file.relink", this, [this] { relink(); });
    m_commands.on("file.changeList", this, [this] { exportChangeList(); });
}

void ProjectFlow::whenSaved(std::function<void()> next) {
    if (!m_editor.document().modified()) {
        next();
        return;
    }
    auto* box =
        question(m_window, tr("Save the changes to %1?").arg(m_editor.document().title()),
                 tr("Otherwise they are lost."),
                 QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    connect(box, &QMessageBox::finished, this, [this, next = std::move(next)](int answer) {
        if (answer == QMessageBox::Discard) {
            next();
        } else if (answer == QMessageBox::Save) {
            m_afterSave = next;
            save();
        }
    });
    box->open();
}

void ProjectFlow::openProject(const QString& file) {
    whenSaved([this, file] { m_editor.document().open(toPath(file)); });
}

void ProjectFlow::openSample() {
    whenSaved([this] {
        m_editor.document().newProject();
        m_editor.openSample();
    });
}

void ProjectFlow::openFiles(const QStringList& files) {
    std::vector<std::filesystem::path> media;
    for (const QString& file : files) {
        if (file.endsWith(extension(), Qt::CaseInsensitive)) {
            openProject(file);
            return;
        }
        media.push_back(toPath(file));
    }
    m_editor.importDropped(media);
}

void ProjectFlow::chooseProject() {
    chooseFileToOpen(m_window, m_settings,
                     {tr("Open project"),
                      QStringLiteral("project"),
                      tr("Lipwright projects (*%1)").arg(extension()),
                      {},
                      {}},
                     [this](const QString& file) { openProject(file); });
}

void ProjectFlow::chooseFilm() {
    const FileQuestion question{
        tr("Import film"),
        QStringLiteral("film"),
        tr("Films (*.mp4 *.mov *.mkv *.mxf *.avi *.m4v *.webm *.ts *.mts *.mpg *.nut);;"
           "All files (*)"),
        {},
        {}};
    chooseFileToOpen(m_window, m_settings, question, [this](const QString& file) {
        if (m_editor.project().film.media.path.empty()) {
            m_editor.importFilm(toPath(file));
            return;
        }
        whenSaved([this, file] {
            m_editor.document().newProject();
            m_editor.importFilm(toPath(file));
        });
    });
}

void ProjectFlow::chooseVoices() {
    const FileQuestion question{
        tr("Import voices"),
        QStringLiteral("voice"),
        tr("Sound (*.wav *.bwf *.flac *.mp3 *.m4a *.aac *.ogg *.opus *.aif *.aiff *.mka *.mp4 "
           "*.mov *.mkv);;All files (*)"),
        {},
        {}};
    chooseFilesToOpen(m_window, m_settings, question, [this](const QStringList& files) {
        std::vector<std::filesystem::path> voices;
        for (const QString& file : files) {
            voices.push_back(toPath(file));
        }
        m_editor.importVoices(voices);
    });
}

void ProjectFlow::chooseCues() {
    if (m_editor.project().dubs.empty()) {
        Q_EMIT m_editor.warned(tr("Import the translated voice first."));
        return;
    }
    const FileQuestion question{tr("Import segments"),
                                QStringLiteral("cues"),
                                tr("Cue lists (*.srt *.edl *.csv *.otio)"),
                                {},
                                {}};
    chooseFileToOpen(m_window, m_settings, question, [this](const QString& file) {
        chooseVoice([this, file](project::Id voice) { m_editor.importCues(toPath(file), voice); });
    });
}

void ProjectFlow::chooseVoice(std::function<void(project::Id)> chosen) {
    const auto dubs = m_editor.project().dubs;
    if (dubs.size() == 1) {
        chosen(dubs.front().id);
        return;
    }
    QStringList names;
    for (const project::DubTrack& dub : dubs) {
        names << QString::fromStdString(dub.name);
    }
    auto* dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Import segments"));
    dialog->setLabelText(tr("They speak from this voice:"));
    dialog->setComboBoxItems(names);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [dubs, names, chosen = std::move(chosen)](const QString& name) {
                chosen(dubs[static_cast<std::size_t>(names.indexOf(name))].id);
            });
    dialog->open();
}

void ProjectFlow::save() {
    if (m_editor.document().file().empty()) {
        saveAs(std::exchange(m_afterSave, {}));
    } else {
        m_editor.document().save();
    }
}

void ProjectFlow::saveAs(std::function<void()> next) {
    const auto& film = m_editor.project().film.media.path;
    const QString stem =
        film.empty() ? tr("Untitled") : QString::fromStdString(film.stem().string());
    const FileQuestion question{tr("Save project"), QStringLiteral("project"),
                                tr("Lipwright projects (*%1)").arg(extension()), stem + extension(),
                                extension().mid(1)};
    chooseFileToSave(m_window, m_settings, question,
                     [this, next = std::move(next)](const QString& file) {
                         m_afterSave = next;
                         m_editor.document().saveAs(toPath(file));
                     });
}

void ProjectFlow::exportChangeList() {
    const FileQuestion question{tr("Export change list"),
                                QStringLiteral("export"),
                                tr("EDL, CMX3600 (*.edl);;CSV (*.csv);;OpenTimelineIO (*.otio)"),
                                {},
                                QStringLiteral("edl")};
    chooseFileToSave(m_window, m_settings, question,
                     [this](const QString& file) { writeChangeList(file); });
}

void ProjectFlow::writeChangeList(const QString& file) {
    using project::ChangeListFormat;
    const ChangeListFormat format = file.endsWith(".csv")    ? ChangeListFormat::csv
                                    : file.endsWith(".otio") ? ChangeListFormat::otio
                                                             : ChangeListFormat::edl;
    const auto work = [file = toPath(file), project = m_editor.project(), format,
                       timecode = m_editor.timecode()](
                          std::stop_token, const core::ProgressCallback&) -> core::Result<bool> {
        const auto written =
            core::writeFileAtomically(file, project::changeList(project, format, timecode));
        return written ? core::Result<bool>(true) : core::passOn(written);
    };
    const auto done = [this, file](core::Result<bool> written) {
        if (written) {
            Q_EMIT m_editor.noted(tr("%1 is written").arg(file));
        } else {
            Q_EMIT m_editor.failed(written.error());
        }
    };
    m_editor.jobs().submit<bool>({tr("Export change list"), JobLane::disk}, work, done);
}

void ProjectFlow::offerRecovery() {
    for (const auto& recovery : m_editor.document().recoverable()) {
        askToRecover(recovery);
    }
}

void ProjectFlow::askToRecover(const ProjectDocument::Recovery& recovery) {
    const QString name = recovery.file.empty()
                             ? tr("a project that was never saved")
                             : QString::fromStdString(recovery.file.filename().string());
    auto* box =
        question(m_window, tr("Recover %1?").arg(name),
                 tr("Lipwright ended before it was saved. The copy kept is of %1, with "
                    "%2 segments and %3 takes.")
                     .arg(recovery.when)
                     .arg(recovery.segments)
                     .arg(recovery.takes),
                 QMessageBox::Yes | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Yes);
    box->button(QMessageBox::Yes)->setText(tr("Recover"));
    box->button(QMessageBox::Cancel)->setText(tr("Ask again later"));
    connect(box, &QMessageBox::finished, this, [this, recovery](int answer) {
        if (answer == QMessageBox::Yes) {
            whenSaved([this, recovery] { m_editor.document().recover(recovery); });
        } else if (answer == QMessageBox::Discard) {
            m_editor.document().discard(recovery);
        }
    });
    box->open();
}

void ProjectFlow::showMissing() {
    if (m_relink != nullptr) {
        m_relink->setBusy(false);
    }
    if (!m_editor.document().missingMedia().empty() || m_relink != nullptr) {
        relink();
    }
}

void ProjectFlow::relink() {
    QList<widgets::RelinkDialog::Row> rows;
    const auto missing = m_editor.document().missingMedia();
    for (const auto& item : missing) {
        rows << widgets::RelinkDialog::Row{
            item.name, QString::fromStdString(item.media.path.string()), tr("not found")};
    }
    if (m_relink != nullptr) {
        m_relink->setRows(rows);
        return;
    }
    if (rows.isEmpty()) {
        Q_EMIT m_editor.noted(tr("All media is there."));
        return;
    }
    m_relink = new widgets::RelinkDialog(rows, &m_window);
    m_relink->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_relink, &widgets::RelinkDialog::folderChosen, this, [this](const QString& folder) {
        m_relink->setBusy(true);
        m_editor.document().relink(toPath(folder));
    });
    connect(
        m_relink, &widgets::RelinkDialog::fileChosen, this, [this](int row, const QString& file) {
            const auto items = m_editor.document().missingMedia();
            if (row < 0 || static_cast<std::size_t>(row) >= items.size()) {
                return;
            }
            const auto done =
                m_editor.document().relinkTo(items[static_cast<std::size_t>(row)], toPath(file));
            if (!done) {
                Q_EMIT m_editor.failed(done.error());
            }
            relink();
        });
    m_relink->open();
}

}  // namespace lipwright::app
