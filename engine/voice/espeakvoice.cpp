#include "engine/voice/espeakvoice.h"

#include <espeak-ng/speak_lib.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstring>

namespace lipwright::voice {

namespace {

constexpr int kNoLibrary = 10;
constexpr int kNoVoice = 11;
constexpr int kNoSynthesis = 12;
constexpr auto kPatience = std::chrono::seconds(120);

struct Utterance {
    std::vector<std::int16_t> samples;
    std::vector<std::int32_t> starts;  // sample at which each phoneme begins
    std::vector<std::array<char, 8>> names;
};

// espeak-ng's callback has no user pointer that survives every event: the child has one utterance.
Utterance* g_utterance = nullptr;

int collect(short* wave, int count, espeak_EVENT* events) {
    for (; events != nullptr && events->type != espeakEVENT_LIST_TERMINATED; ++events) {
        if (events->type == espeakEVENT_PHONEME) {
            std::array<char, 8> name{};
            std::memcpy(name.data(), events->id.string, name.size());
            g_utterance->starts.push_back(events->sample);
            g_utterance->names.push_back(name);
        }
    }
    if (wave != nullptr && count > 0) {
        g_utterance->samples.insert(g_utterance->samples.end(), wave, wave + count);
    }
    return 0;
}

bool writeAll(int file, const void* data, std::size_t size) {
    const auto* bytes = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = ::write(file, bytes, size);
        if (written <= 0) {
            return false;
        }
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

template <typename T>
bool writeVector(int file, const std::vector<T>& values) {
    const auto count = static_cast<std::uint32_t>(values.size());
    return writeAll(file, &count, sizeof count) &&
           writeAll(file, values.data(), values.size() * sizeof(T));
}

/// Runs in the child; returns its exit status. Synchronous: espeak-ng's own thread has been seen to
/// read beyond its stack.
int speakInto(int file, const std::vector<std::string>& sentences, const VoiceOptions& options) {
    const int rate =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr,
                          espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_PHONEME_IPA |
                              espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0) {
        return kNoLibrary;
    }
    espeak_SetSynthCallback(collect);
    const std::string voice = options.language + (options.highVoice ? "+f2" : "+m3");
    if (espeak_SetVoiceByName(voice.c_str()) != EE_OK) {
        return kNoVoice;
    }
    espeak_SetParameter(espeakRATE, options.wordsPerMinute, 0);
    espeak_SetParameter(espeakPITCH, options.pitch, 0);
    for (const std::string& sentence : sentences) {
        Utterance utterance;
        g_utterance = &utterance;
        if (espeak_Synth(sentence.c_str(), sentence.size() + 1, 0, POS_CHARACTER, 0,
                         espeakCHARS_UTF8, nullptr, nullptr) != EE_OK) {
            return kNoSynthesis;
        }
        const std::int32_t header = rate;
        if (!writeAll(file, &header, sizeof header) || !writeVector(file, utterance.samples) ||
            !writeVector(file, utterance.starts) || !writeVector(file, utterance.names)) {
            return kNoSynthesis;
        }
    }
    return 0;
}

/// Everything the child writes until it ends or the deadline passes.
std::vector<char> readAll(int file, pid_t child) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    std::vector<char> bytes;
    std::array<char, 65536> block{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd ready{file, POLLIN, 0};
        const int state = ::poll(&ready, 1, static_cast<int>(std::max<long>(left.count(), 0)));
        if (state < 0 && errno == EINTR) {
            continue;
        }
        const ssize_t count = state > 0 ? ::read(file, block.data(), block.size()) : -1;
        if (count > 0) {
            bytes.insert(bytes.end(), block.begin(), block.begin() + count);
            continue;
        }
        if (count < 0) {
            ::kill(child, SIGKILL);
        }
        return bytes;
    }
}

class Parser {
public:
    explicit Parser(const std::vector<char>& bytes) : m_bytes(bytes) {}

    template <typename T>
    bool read(T& value) {
        return readInto(&value, sizeof(T));
    }
    template <typename T>
    bool read(std::vector<T>& values) {
        std::uint32_t count = 0;
        if (!read(count) || count > (m_bytes.size() - m_at) / sizeof(T)) {
            return false;
        }
        values.resize(count);
        return readInto(values.data(), count * sizeof(T));
    }

private:
    bool readInto(void* target, std::size_t size) {
        if (size > m_bytes.size() - m_at) {
            return false;
        }
        if (size > 0) {
            std::memcpy(target, m_bytes.data() + m_at, size);
        }
        m_at += size;
        return true;
    }

    const std::vector<char>& m_bytes;
    std::size_t m_at = 0;
};

Speech toSpeech(int rate, const Utterance& utterance) {
    Speech speech;
    speech.sampleRate = rate;
    speech.samples.reserve(utterance.samples.size());
    for (const std::int16_t sample : utterance.samples) {
        speech.samples.push_back(static_cast<float>(sample) / 32768.0F);
    }
    const double duration = static_cast<double>(utterance.samples.size()) / rate;
    for (std::size_t i = 0; i < std::min(utterance.starts.size(), utterance.names.size()); ++i) {
        const auto& name = utterance.names[i];
        Phoneme phoneme;
        phoneme.startSeconds =
            std::clamp(static_cast<double>(utterance.starts[i]) / rate, 0.0, duration);
        phoneme.endSeconds = duration;
        phoneme.ipa.assign(name.data(), strnlen(name.data(), name.size()));
        if (!speech.phonemes.empty()) {
            speech.phonemes.back().endSeconds = phoneme.startSeconds;
        }
        speech.phonemes.push_back(std::move(phoneme));
    }
    return speech;
}

core::Failure failureOf(int status, const VoiceOptions& options) {
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code == kNoVoice) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "espeak-ng has no voice '" + options.language + "'", {},
                          "List its languages with: espeak-ng --voices");
    }
    return core::fail(core::ErrorCode::internal, "espeak-ng could not speak", {},
                      "Check that the packages espeak-ng-data and libespeak-ng1 are installed");
}

}  // namespace

core::Result<std::vector<Speech>> speak(const std::vector<std::string>& sentences,
                                        const VoiceOptions& options) {
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0) {
        return core::Failure(core::errorFromErrno(errno, "espeak-ng", "make a pipe"));
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        ::_exit(speakInto(ends[1], sentences, options));
    }
    ::close(ends[1]);
    if (child < 0) {
        ::close(ends[0]);
        return core::Failure(core::errorFromErrno(errno, "espeak-ng", "start a process"));
    }
    const std::vector<char> bytes = readAll(ends[0], child);
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    Parser parser(bytes);
    std::vector<Speech> speeches;
    for (std::size_t i = 0; i < sentences.size() && status == 0; ++i) {
        std::int32_t rate = 0;
        Utterance utterance;
        if (!parser.read(rate) || rate <= 0 || !parser.read(utterance.samples) ||
            !parser.read(utterance.starts) || !parser.read(utterance.names)) {
            return failureOf(-1, options);
        }
        speeches.push_back(toSpeech(rate, utterance));
    }
    if (status != 0) {
        return failureOf(status, options);
    }
    return speeches;
}

}  // namespace lipwright::voice
