// What the user reads: results on standard output; progress, notes and errors on standard error.
// The progress line is drawn on a terminal only; elsewhere each stage is told once.
#pragma once

#include "engine/core/error.h"
#include "engine/core/progress.h"

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace lipwright::cli {

class Console {
public:
    explicit Console(bool quiet);
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    /// Thread-safe; cheap enough to be called for every frame.
    void show(const core::Progress& progress);
    [[nodiscard]] core::ProgressCallback progress();

    void note(std::string_view text);
    void error(const core::Error& error);
    /// One line of result on standard output.
    void print(std::string_view line);

private:
    using Clock = std::chrono::steady_clock;

    void drawLine(const core::Progress& progress, Clock::time_point now);
    void clearLine();

    std::mutex m_mutex;
    bool m_quiet;
    bool m_terminal;
    bool m_lineShown = false;
    std::string m_stage;
    Clock::time_point m_stageStart;
    std::int64_t m_stageFirst = 0;  ///< done when the stage began: what was resumed is not its pace
    Clock::time_point m_lastDraw;
};

/// "1:05" or "1:02:03"; "--:--" when unknown (negative).
[[nodiscard]] std::string durationText(double seconds);

}  // namespace lipwright::cli
