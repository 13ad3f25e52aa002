#include "app/session/filelanguage.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lipwright::app {
namespace {

struct Language {
    std::string_view two;
    std::string_view three;
    std::string_view word;
};

constexpr std::array<Language, 30> kLanguages = {{
    {"ar", "ara", "arabic"},     {"bg", "bul", "bulgarian"}, {"cs", "ces", "czech"},
    {"da", "dan", "danish"},     {"de", "deu", "german"},    {"el", "ell", "greek"},
    {"en", "eng", "english"},    {"es", "spa", "spanish"},   {"et", "est", "estonian"},
    {"fi", "fin", "finnish"},    {"fr", "fra", "french"},    {"he", "heb", "hebrew"},
    {"hi", "hin", "hindi"},      {"hr", "hrv", "croatian"},  {"hu", "hun", "hungarian"},
    {"it", "ita", "italian"},    {"ja", "jpn", "japanese"},  {"ko", "kor", "korean"},
    {"lt", "lit", "lithuanian"}, {"lv", "lav", "latvian"},   {"nl", "nld", "dutch"},
    {"no", "nor", "norwegian"},  {"pl", "pol", "polish"},    {"pt", "por", "portuguese"},
    {"ro", "ron", "romanian"},   {"sk", "slk", "slovak"},    {"sv", "swe", "swedish"},
    {"tr", "tur", "turkish"},    {"uk", "ukr", "ukrainian"}, {"zh", "zho", "chinese"},
}};

std::string_view codeOf(const std::string& word) {
    const auto found = std::ranges::find_if(kLanguages, [&word](const Language& language) {
        return word == language.two || word == language.three || word == language.word;
    });
    return found == kLanguages.end() ? std::string_view() : found->three;
}

}  // namespace

std::string languageInFileName(std::string_view stem) {
    std::string word;
    for (auto place = stem.rbegin(); place != stem.rend(); ++place) {
        const auto letter = static_cast<unsigned char>(*place);
        if (std::isalpha(letter) != 0) {
            word.insert(word.begin(), static_cast<char>(std::tolower(letter)));
            continue;
        }
        if (const auto code = codeOf(word); !code.empty()) {
            return std::string(code);
        }
        word.clear();
    }
    // The first word is rarely a language: "no.wav", "it.wav"; only full names count there.
    return word.size() > 3 ? std::string(codeOf(word)) : std::string();
}

}  // namespace lipwright::app
