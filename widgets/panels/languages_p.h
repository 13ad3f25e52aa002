// The languages offered for a dub track, by ISO 639-2 code, with translated names.
#pragma once

#include <QList>
#include <QString>

namespace lipwright::widgets {

struct Language {
    QString code;
    QString name;
};

[[nodiscard]] QList<Language> commonLanguages();          ///< by name
[[nodiscard]] QString languageName(const QString& code);  ///< the code itself when unknown

}  // namespace lipwright::widgets
