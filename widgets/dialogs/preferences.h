// What the user sets once for all projects. A value; where it is kept is the app's business.
#pragma once

#include "widgets/style/theme.h"

#include <QKeySequence>
#include <QMap>
#include <QString>

namespace lipwright::widgets {

struct Preferences {
    QString language;  ///< "en", "uk"; empty: the system's
    Theme theme = Theme::dark;
    QMap<QString, QList<QKeySequence>> keys;  ///< by QAction::objectName(), changed ones only
    QString device = QStringLiteral("auto");  ///< "auto", "cpu", "cuda"
    int threads = 0;                          ///< of the worker; 0: all but one
    qint64 memoryBudget = qint64(1) << 30;    ///< bytes for decoded pictures
    QString cacheFolder;                      ///< empty: the system's cache location
    qint64 cacheLimit = qint64(20) << 30;     ///< bytes
    int autosaveSeconds = 15;                 ///< 5..60
    double preRollSeconds = 1.0;
    double postRollSeconds = 0.5;
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

}  // namespace lipwright::widgets
