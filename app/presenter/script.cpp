#include "app/presenter/script.h"

#include "app/presenter/noise.h"
#include "app/presenter/sentences.h"

#include <algorithm>
#include <cmath>

namespace lipwright::presenter {

namespace {

constexpr double kLongestSentences = 900;  // spoken at most, whatever the text
constexpr double kFadeSeconds = 0.01;

std::vector<std::string> chooseSentences(const PresenterOptions& options) {
    if (!options.text.empty()) {
        return splitSentences(options.text);
    }
    const auto known = sentencesOf(options.language);
    const auto seed = static_cast<std::uint64_t>(static_cast<std::uint32_t>(options.seed));
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < known.size(); ++i) {
        chosen.emplace_back(known[(i + mixed(seed, 51) % known.size()) % known.size()]);
    }
    return chosen;
}

void append(Script& script, const voice::Speech& speech) {
    const double offset = static_cast<double>(script.samples.size()) / script.sampleRate;
    for (voice::Phoneme phoneme : speech.phonemes) {
        phoneme.startSeconds += offset;
        phoneme.endSeconds += offset;
        script.phonemes.push_back(std::move(phoneme));
    }
    script.samples.insert(script.samples.end(), speech.samples.begin(), speech.samples.end());
}

void appendSilence(Script& script, double seconds) {
    script.samples.resize(script.samples.size() +
                          static_cast<std::size_t>(seconds * script.sampleRate));
}

void cutTo(Script& script, double seconds) {
    const auto count = static_cast<std::size_t>(std::llround(seconds * script.sampleRate));
    if (script.samples.size() > count) {
        script.samples.resize(count);
        const auto fade =
            std::min(count, static_cast<std::size_t>(kFadeSeconds * script.sampleRate));
        for (std::size_t i = 0; i < fade; ++i) {
            script.samples[count - 1 - i] *= static_cast<float>(i) / static_cast<float>(fade);
        }
    }
    script.samples.resize(count);
    script.seconds = seconds;
    std::erase_if(script.phonemes,
                  [&](const voice::Phoneme& phoneme) { return phoneme.startSeconds >= seconds; });
    for (voice::Phoneme& phoneme : script.phonemes) {
        phoneme.endSeconds = std::min(phoneme.endSeconds, seconds);
    }
}

}  // namespace

core::Result<Script> recite(const PresenterOptions& options, const Identity& identity) {
    const std::vector<std::string> sentences = chooseSentences(options);
    if (sentences.empty()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "there are no sentences in the language '" + options.language + "'", {},
                          "Give a text");
    }
    voice::VoiceOptions speaker;
    speaker.language = options.language;
    speaker.highVoice = identity.highVoice;
    speaker.pitch = identity.pitch;
    speaker.wordsPerMinute = identity.wordsPerMinute;
    const core::Result<std::vector<voice::Speech>> speeches = voice::speak(sentences, speaker);
    if (!speeches) {
        return core::passOn(speeches);
    }
    Script script;
    script.sampleRate = speeches->front().sampleRate;
    appendSilence(script, options.leadSeconds);
    // The sentences once, or over and over until the time is full.
    double spoken = static_cast<double>(script.samples.size()) / script.sampleRate;
    for (std::size_t i = 0; i < speeches->size() || spoken < options.seconds; ++i) {
        append(script, (*speeches)[i % speeches->size()]);
        appendSilence(script, options.silenceSeconds);
        const double now = static_cast<double>(script.samples.size()) / script.sampleRate;
        if (now - spoken < 0.05 || (options.seconds == 0.0 && now > kLongestSentences)) {
            break;  // nothing can be spoken of this text, or far too much
        }
        spoken = now;
    }
    cutTo(script, options.seconds > 0.0
                      ? options.seconds
                      : static_cast<double>(script.samples.size()) / script.sampleRate);
    return script;
}

}  // namespace lipwright::presenter
