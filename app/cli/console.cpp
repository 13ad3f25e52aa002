#include "app/cli/console.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace lipwright::cli {
namespace {

constexpr int kBarWidth = 28;
constexpr std::chrono::milliseconds kRedrawInterval{100};

std::string bar(double fraction) {
    const int filled = static_cast<int>(std::lround(fraction * kBarWidth));
    std::string text;
    for (int i = 0; i < kBarWidth; ++i) {
        text += i < filled ? "█" : "░";
    }
    return text;
}

}  // namespace

std::string durationText(double seconds) {
    if (seconds < 0 || !std::isfinite(seconds)) {
        return "--:--";
    }
    const auto whole = static_cast<long long>(std::ceil(seconds));
    char text[40];
    if (whole >= 3600) {
        std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60,
                      whole % 60);
    } else {
        std::snprintf(text, sizeof text, "%lld:%02lld", whole / 60, whole % 60);
    }
    return text;
}

Console::Console(bool quiet) : m_quiet(quiet), m_terminal(::isatty(STDERR_FILENO) != 0) {}

Console::~Console() {
    clearLine();
}

core::ProgressCallback Console::progress() {
    return [this](const core::Progress& value) { show(value); };
}

void Console::show(const core::Progress& progress) {
    if (m_quiet) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    if (progress.stage != m_stage) {
        m_stage = progress.stage;
        m_stageStart = now;
        m_stageFirst = progress.done;
        m_lastDraw = {};
        if (!m_terminal) {
            std::fprintf(stderr, "%s ...\n", m_stage.c_str());
        }
    }
    const bool finished = progress.total > 0 && progress.done >= progress.total;
    if (m_terminal && (finished || now - m_lastDraw >= kRedrawInterval)) {
        m_lastDraw = now;
        drawLine(progress, now);
    }
}

void Console::drawLine(const core::Progress& progress, Clock::time_point now) {
    const double elapsed = std::chrono::duration<double>(now - m_stageStart).count();
    const double rate =
        elapsed > 0.2 ? static_cast<double>(progress.done - m_stageFirst) / elapsed : 0.0;
    if (progress.total > 0) {
        const double fraction = std::clamp(
            static_cast<double>(progress.done) / static_cast<double>(progress.total), 0.0, 1.0);
        const double left =
            rate > 0 ? static_cast<double>(progress.total - progress.done) / rate : -1.0;
        std::fprintf(stderr, "\r\033[K%-10s %s %3.0f %%  %lld/%lld  %.1f/s  ETA %s",
                     m_stage.c_str(), bar(fraction).c_str(), fraction * 100,
                     static_cast<long long>(progress.done), static_cast<long long>(progress.total),
                     rate, durationText(left).c_str());
    } else {
        std::fprintf(stderr, "\r\033[K%-10s %lld  %.1f/s", m_stage.c_str(),
                     static_cast<long long>(progress.done), rate);
    }
    std::fflush(stderr);
    m_lineShown = true;
}

void Console::clearLine() {
    if (m_lineShown) {
        std::fputs("\r\033[K", stderr);
        std::fflush(stderr);
        m_lineShown = false;
    }
}

void Console::note(std::string_view text) {
    if (m_quiet) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    clearLine();
    std::fprintf(stderr, "note: %.*s\n", static_cast<int>(text.size()), text.data());
}

void Console::error(const core::Error& error) {
    const std::scoped_lock lock(m_mutex);
    clearLine();
    std::fprintf(stderr, "lipwright-cli: %s\n", error.text().c_str());
}

void Console::print(std::string_view line) {
    const std::scoped_lock lock(m_mutex);
    clearLine();
    std::fprintf(stdout, "%.*s\n", static_cast<int>(line.size()), line.data());
    std::fflush(stdout);
}

}  // namespace lipwright::cli
