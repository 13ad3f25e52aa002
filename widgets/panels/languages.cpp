#include "widgets/panels/languages_p.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <utility>

namespace lipwright::widgets {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 26> kLanguages{{
    {"ara", QT_TRANSLATE_NOOP("Language", "Arabic")},
    {"bul", QT_TRANSLATE_NOOP("Language", "Bulgarian")},
    {"ces", QT_TRANSLATE_NOOP("Language", "Czech")},
    {"dan", QT_TRANSLATE_NOOP("Language", "Danish")},
    {"deu", QT_TRANSLATE_NOOP("Language", "German")},
    {"ell", QT_TRANSLATE_NOOP("Language", "Greek")},
    {"eng", QT_TRANSLATE_NOOP("Language", "English")},
    {"fin", QT_TRANSLATE_NOOP("Language", "Finnish")},
    {"fra", QT_TRANSLATE_NOOP("Language", "French")},
    {"heb", QT_TRANSLATE_NOOP("Language", "Hebrew")},
    {"hin", QT_TRANSLATE_NOOP("Language", "Hindi")},
    {"hun", QT_TRANSLATE_NOOP("Language", "Hungarian")},
    {"ita", QT_TRANSLATE_NOOP("Language", "Italian")},
    {"jpn", QT_TRANSLATE_NOOP("Language", "Japanese")},
    {"kat", QT_TRANSLATE_NOOP("Language", "Georgian")},
    {"kor", QT_TRANSLATE_NOOP("Language", "Korean")},
    {"lit", QT_TRANSLATE_NOOP("Language", "Lithuanian")},
    {"nld", QT_TRANSLATE_NOOP("Language", "Dutch")},
    {"pol", QT_TRANSLATE_NOOP("Language", "Polish")},
    {"por", QT_TRANSLATE_NOOP("Language", "Portuguese")},
    {"ron", QT_TRANSLATE_NOOP("Language", "Romanian")},
    {"spa", QT_TRANSLATE_NOOP("Language", "Spanish")},
    {"swe", QT_TRANSLATE_NOOP("Language", "Swedish")},
    {"tur", QT_TRANSLATE_NOOP("Language", "Turkish")},
    {"ukr", QT_TRANSLATE_NOOP("Language", "Ukrainian")},
    {"zho", QT_TRANSLATE_NOOP("Language", "Chinese")},
}};

}  // namespace

QList<Language> commonLanguages() {
    QList<Language> all;
    for (const auto& [code, name] : kLanguages) {
        all.append({QLatin1String(code), QCoreApplication::translate("Language", name)});
    }
    std::sort(all.begin(), all.end(), [](const Language& a, const Language& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return all;
}

QString languageName(const QString& code) {
    for (const auto& [known, name] : kLanguages) {
        if (code == QLatin1String(known)) {
            return QCoreApplication::translate("Language", name);
        }
    }
    return code;
}

}  // namespace lipwright::widgets
