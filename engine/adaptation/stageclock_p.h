// Several stages of a job as one progress: each weighs as much as it is expected to take. Reports
// thousandths, and knows for how long whoever was told held the job up (a pause is that). Belongs
// to one thread.
#pragma once

#include "engine/core/progress.h"

#include <chrono>
#include <string_view>
#include <vector>

namespace lipwright::adaptation {

struct Stage {
    std::string_view name;  ///< a string literal
    double seconds = 0.0;   ///< that it is expected to take
};

class StageClock {
public:
    /// The callback must outlive this.
    StageClock(std::vector<Stage> stages, const core::ProgressCallback& target)
        : m_stages(std::move(stages)), m_target(target) {}

    /// For jobs whose stages have the names of these.
    [[nodiscard]] core::ProgressCallback progress() {
        return [this](const core::Progress& told) { tell(told.stage, told); };
    }
    /// For a job that is one of these stages, whatever it calls its own.
    [[nodiscard]] core::ProgressCallback progressOf(std::string_view stage) {
        return [this, stage](const core::Progress& told) { tell(stage, told); };
    }
    [[nodiscard]] double secondsHeldUp() const {
        return std::chrono::duration<double>(m_heldUp).count();
    }

private:
    using Clock = std::chrono::steady_clock;

    void tell(std::string_view stage, const core::Progress& told) {
        double before = 0.0;
        double own = 0.0;
        double all = 0.0;
        for (const Stage& each : m_stages) {
            before += own == 0.0 && each.name != stage ? each.seconds : 0.0;
            own = each.name == stage ? each.seconds : own;
            all += each.seconds;
        }
        const double share =
            told.total > 0 ? static_cast<double>(told.done) / static_cast<double>(told.total) : 0.0;
        const auto start = Clock::now();
        core::report(
            m_target,
            {stage, static_cast<std::int64_t>(1000.0 * (before + own * share) / all), 1000});
        m_heldUp += Clock::now() - start;
    }

    std::vector<Stage> m_stages;
    Clock::duration m_heldUp{};
    const core::ProgressCallback& m_target;
};

}  // namespace lipwright::adaptation
