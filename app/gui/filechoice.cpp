#include "app/gui/filechoice.h"

#include "app/gui/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace lipwright::app {
namespace {

QFileDialog* makeDialog(QWidget& window, Settings& settings, const FileQuestion& question) {
    const QString movies = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    auto* dialog = new QFileDialog(&window, question.title,
                                   settings.folder(question.purpose, movies), question.filter);
    dialog->setObjectName(QStringLiteral("fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!question.suffix.isEmpty()) {
        dialog->setDefaultSuffix(question.suffix);
    }
    return dialog;
}

void openDialog(QFileDialog* dialog, Settings& settings, const QString& purpose,
                std::function<void(const QStringList&)> chosen) {
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog,
                     [&settings, purpose, chosen = std::move(chosen)](const QStringList& files) {
                         if (!files.isEmpty()) {
                             settings.setFolder(purpose, QFileInfo(files.first()).absolutePath());
                             chosen(files);
                         }
                     });
    dialog->open();
}

}  // namespace

void chooseFileToOpen(QWidget& window, Settings& settings, const FileQuestion& question,
                      std::function<void(const QString&)> chosen) {
    QFileDialog* dialog = makeDialog(window, settings, question);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openDialog(dialog, settings, question.purpose,
               [chosen = std::move(chosen)](const QStringList& files) { chosen(files.first()); });
}

void chooseFilesToOpen(QWidget& window, Settings& settings, const FileQuestion& question,
                       std::function<void(const QStringList&)> chosen) {
    QFileDialog* dialog = makeDialog(window, settings, question);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    openDialog(dialog, settings, question.purpose, std::move(chosen));
}

void chooseFileToSave(QWidget& window, Settings& settings, const FileQuestion& question,
                      std::function<void(const QString&)> chosen) {
    QFileDialog* dialog = makeDialog(window, settings, question);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(question.proposedName);
    openDialog(dialog, settings, question.purpose,
               [chosen = std::move(chosen)](const QStringList& files) { chosen(files.first()); });
}

}  // namespace lipwright::app
