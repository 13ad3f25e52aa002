#include "engine/assessment/closure.h"
#include "engine/voice/espeakvoice.h"
#include "engine/voice/wavfile.h"

#include <algorithm>

namespace lipwright::assessment {
namespace {

struct Sentences {
    const char* language;
    std::vector<std::string> texts;
};

constexpr double kPauseSeconds = 0.25;
constexpr int kWordsPerMinute = 150;

std::vector<Sentences> sentences() {
    return {
        {"en",
         {"My mother bought a brown paper map.", "Bob may be able to bring the small pump back.",
          "Maybe people remember a simple number.", "The problem with the bottle is the bottom."}},
        {"de",
         {"Mein Bruder bringt am Abend oben ein paar Bücher.",
          "Peter und Maria bauen im Sommer ein Boot.",
          "Bitte bleib am Bahnhof und pass auf mich auf.",
          "Am Morgen probieren wir immer warme Milch."}},
        {"es",
         {"Mi primo Pablo compra pan para mi mamá.",
          "También el pueblo pide más tiempo y ambiente.",
          "Mañana por la tarde empieza un problema importante.",
          "Me parece bien poder cambiar mi plan."}},
        {"uk",
         {"Мама купила мені блакитну парасольку.", "Брат побачив у парку маленьку пташку.",
          "Будь ласка, принеси мамі пиріг і молоко.",
          "Ми пам’ятаємо про великі проблеми області."}},
        {"fr",
         {"Ma mère prépare un bon repas pour Paul.", "Mon ami habite près de la petite montagne.",
          "Bernard apporte beaucoup de pommes au marché.",
          "Peut-être pouvons-nous parler plus simplement."}},
        {"it",
         {"La mamma prepara un buon piatto per il bambino.",
          "Il mio amico abita in un bel palazzo.", "Domani compriamo pane, burro e pomodori.",
          "Bisogna parlare più piano in biblioteca."}},
    };
}

bool isBilabial(const std::string& ipa) {
    return !ipa.empty() && std::string("mbp").find(ipa.front()) != std::string::npos;
}

voice::VoiceOptions speakerOf(const char* language, bool high) {
    voice::VoiceOptions options;
    options.language = language;
    options.highVoice = high;
    options.wordsPerMinute = kWordsPerMinute;
    return options;
}

/// The sentences one after the other, each behind a pause; fills in the bilabials' times.
std::vector<float> joined(const std::vector<voice::Speech>& sentences,
                          std::vector<SpokenSound>& bilabials) {
    std::vector<float> samples;
    for (const voice::Speech& sentence : sentences) {
        samples.resize(samples.size() +
                       static_cast<std::size_t>(kPauseSeconds * sentence.sampleRate));
        const double start = static_cast<double>(samples.size()) / sentence.sampleRate;
        for (const voice::Phoneme& phoneme : sentence.phonemes) {
            if (isBilabial(phoneme.ipa)) {
                bilabials.push_back({start + phoneme.startSeconds, start + phoneme.endSeconds});
            }
        }
        samples.insert(samples.end(), sentence.samples.begin(), sentence.samples.end());
    }
    return samples;
}

}  // namespace

core::Result<std::vector<BilabialSpeech>> speakBilabials(const std::filesystem::path& folder) {
    std::vector<BilabialSpeech> speeches;
    for (const auto& [language, texts] : sentences()) {
        const auto spoken = voice::speak(texts, speakerOf(language, speeches.size() % 2 == 1));
        if (!spoken) {
            return core::passOn(spoken);
        }
        BilabialSpeech speech{language, folder / (std::string(language) + ".wav"), {}};
        const auto samples = joined(*spoken, speech.bilabials);
        const auto written = voice::writeWav(speech.sound, samples, spoken->front().sampleRate);
        if (!written) {
            return core::passOn(written);
        }
        speeches.push_back(std::move(speech));
    }
    return speeches;
}

}  // namespace lipwright::assessment
