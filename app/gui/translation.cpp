#include "app/gui/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace lipwright::app {

Translation::Translation(QCoreApplication& application, const QString& language) {
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    // English is loaded too: it holds the plural forms.
    if (!m_own.load(locale, QStringLiteral("lipwright"), QStringLiteral("_"),
                    QStringLiteral(":/i18n"))) {
        (void)m_own.load(QStringLiteral(":/i18n/lipwright_en.qm"));
    }
    application.installTranslator(&m_own);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        application.installTranslator(&m_qt);
    }
}

}  // namespace lipwright::app
