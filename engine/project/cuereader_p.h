// What the readers of foreign cue lists share: where they are in the file, what they left out.
#pragma once

#include "engine/project/interchange.h"

#include <string_view>

namespace lipwright::project {

inline constexpr std::size_t kMaximumCueFile = 64U << 20;
inline constexpr std::size_t kMaximumCues = 200'000;
inline constexpr std::size_t kMaximumNotes = 200;
/// Beyond any film; keeps arithmetic on foreign numbers from overflowing.
inline constexpr double kMaximumSeconds = 1e7;

/// Collects cues on the film's timeline; what does not fit is left out with a note.
class CueSink {
public:
    explicit CueSink(const CueClock& clock) : m_clock(clock) {}

    /// `where` is for the note: "line 12".
    void add(Cue cue, const std::string& where);
    void addSeconds(double start, double end, std::string text, std::string actor,
                    const std::string& where);
    void note(const std::string& where, const std::string& what);
    [[nodiscard]] bool full() const { return m_list.cues.size() >= kMaximumCues; }
    [[nodiscard]] const CueClock& clock() const { return m_clock; }
    /// By first frame.
    [[nodiscard]] CueList take();

private:
    const CueClock& m_clock;
    CueList m_list;
    std::size_t m_silenced = 0;
};

/// Line by line, whatever ends them.
class Lines {
public:
    explicit Lines(std::string_view text) : m_rest(text) {}
    [[nodiscard]] bool next(std::string_view& line);
    [[nodiscard]] std::int64_t number() const { return m_number; }
    [[nodiscard]] std::string where() const { return "line " + std::to_string(m_number); }

private:
    std::string_view m_rest;
    std::int64_t m_number = 0;
};

[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string lowerCase(std::string_view text);
/// "1:02:03.5", "02:03,5" or "63.5"; nothing when it is none of them.
[[nodiscard]] std::optional<double> secondsOf(std::string_view text);

[[nodiscard]] core::Result<CueList> cuesOfSrt(std::string_view text, const CueClock& clock,
                                              const std::string& place);
[[nodiscard]] core::Result<CueList> cuesOfEdl(std::string_view text, const CueClock& clock,
                                              const std::string& place);
[[nodiscard]] core::Result<CueList> cuesOfCsv(std::string_view text, const CueClock& clock,
                                              const std::string& place);
[[nodiscard]] core::Result<CueList> cuesOfOtio(std::string_view text, const CueClock& clock,
                                               const std::string& place);

}  // namespace lipwright::project
