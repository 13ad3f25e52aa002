// File dialogs that do not hold up the program: the answer comes to a function. Remembers the
// folder per purpose.
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace lipwright::app {

class Settings;

struct FileQuestion {
    QString title;
    QString purpose;  ///< under which the folder is remembered
    QString filter;
    QString proposedName;  ///< of a file to be written
    QString suffix;        ///< added to a name without one
};

void chooseFileToOpen(QWidget& window, Settings& settings, const FileQuestion& question,
                      std::function<void(const QString&)> chosen);
void chooseFilesToOpen(QWidget& window, Settings& settings, const FileQuestion& question,
                       std::function<void(const QStringList&)> chosen);
/// Asks before a file is replaced.
void chooseFileToSave(QWidget& window, Settings& settings, const FileQuestion& question,
                      std::function<void(const QString&)> chosen);

}  // namespace lipwright::app
