#include "app/presenter/sentences.h"

#include <array>

namespace lipwright::presenter {

namespace {

using Sentences = std::array<std::string_view, 6>;

constexpr std::array<std::string_view, 7> kLanguages = {"en", "de", "es", "fr", "uk", "pl", "it"};

constexpr std::array<Sentences, kLanguages.size()> kSentences = {{
    {"Good morning, and welcome to the programme.", "The museum by the harbour opens again in May.",
     "Maybe people prefer a warm summer by the sea.", "Seven boats brought apples over the bay.",
     "We will show you how the bridge was built.",
     "Thank you for watching, and have a fine evening."},
    {"Guten Morgen und herzlich willkommen.", "Das Museum am Hafen öffnet im Mai wieder.",
     "Viele Menschen mögen einen warmen Sommer am Meer.",
     "Sieben Boote brachten Äpfel über die Bucht.",
     "Wir zeigen Ihnen, wie die Brücke gebaut wurde.", "Vielen Dank und einen schönen Abend."},
    {"Buenos días y bienvenidos al programa.", "El museo del puerto abre de nuevo en mayo.",
     "Muchas personas prefieren un verano cálido junto al mar.",
     "Siete barcos trajeron manzanas por la bahía.", "Les mostramos cómo se construyó el puente.",
     "Muchas gracias y buenas tardes."},
    {"Bonjour et bienvenue dans notre émission.",
     "Le musée du port ouvre de nouveau au mois de mai.",
     "Beaucoup de personnes préfèrent un bel été au bord de la mer.",
     "Sept bateaux portaient des pommes.", "Nous vous montrons comment on a bâti le pont.",
     "Merci beaucoup et bonne soirée."},
    {"Доброго ранку і ласкаво просимо.", "Музей біля порту знову відкриється у травні.",
     "Багато людей люблять тепле літо біля моря.", "Сім човнів привезли яблука через затоку.",
     "Ми покажемо вам, як будували міст.", "Дякуємо за увагу і гарного вечора."},
    {"Dzień dobry i witamy w programie.", "Muzeum przy porcie otwiera się znowu w maju.",
     "Wielu ludzi lubi ciepłe lato nad morzem.", "Siedem łodzi przywiozło jabłka przez zatokę.",
     "Pokażemy państwu, jak zbudowano most.", "Bardzo dziękujemy i dobrego wieczoru."},
    {"Buongiorno e benvenuti al programma.", "Il museo del porto apre di nuovo a maggio.",
     "Molte persone preferiscono un'estate calda al mare.",
     "Sette barche portavano mele dalla baia.", "Vi mostriamo come fu costruito il ponte.",
     "Grazie mille e buona serata."},
}};

}  // namespace

std::span<const std::string_view> sentenceLanguages() {
    return kLanguages;
}

std::span<const std::string_view> sentencesOf(std::string_view language) {
    const std::string_view base = language.substr(0, language.find('-'));
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
        if (kLanguages[i] == base) {
            return kSentences[i];
        }
    }
    return {};
}

std::vector<std::string> splitSentences(std::string_view text) {
    std::vector<std::string> sentences;
    std::string current;
    const auto finish = [&] {
        if (current.find_first_not_of(" \t\r.!?") != std::string::npos) {
            sentences.push_back(current);
        }
        current.clear();
    };
    for (const char c : text) {
        if (c != '\n') {
            current.push_back(c);
        }
        if (c == '.' || c == '!' || c == '?' || c == '\n') {
            finish();
        }
    }
    finish();
    return sentences;
}

}  // namespace lipwright::presenter
