// The interface's language: loads Lipwright's and Qt's own translations for it.
#pragma once

#include <QTranslator>

class QCoreApplication;

namespace lipwright::app {

class Translation {
public:
    /// `language`: "en", "uk" ...; empty: the system's. English where there is no translation.
    Translation(QCoreApplication& application, const QString& language);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

}  // namespace lipwright::app
