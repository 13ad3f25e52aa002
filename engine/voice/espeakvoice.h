// A voice whose phonemes are known: espeak-ng speaks sentences and tells when each one begins.
// espeak-ng keeps state from one utterance to the next, so it speaks in a child process: the same
// text gives the same samples every time. Safe on any thread.
#pragma once

#include "engine/core/result.h"

#include <string>
#include <vector>

namespace lipwright::voice {

struct Phoneme {
    double startSeconds = 0.0;
    double endSeconds = 0.0;
    std::string ipa;  ///< UTF-8; empty in a pause
};

struct Speech {
    int sampleRate = 22050;
    std::vector<float> samples;  ///< mono, [-1, 1]
    std::vector<Phoneme> phonemes;
};

struct VoiceOptions {
    std::string language = "en";  ///< espeak-ng's name: "en", "de", "pt-br"
    bool highVoice = false;
    int pitch = 50;  ///< 0..99
    int wordsPerMinute = 160;
};

/// One Speech for each sentence (UTF-8).
[[nodiscard]] core::Result<std::vector<Speech>> speak(const std::vector<std::string>& sentences,
                                                      const VoiceOptions& options);

}  // namespace lipwright::voice
