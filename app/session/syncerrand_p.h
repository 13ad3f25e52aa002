// What the GUI thread and a measuring job share: the segments still to be measured, in an order
// that may change while the job runs, and what was found. Safe from both threads.
#pragma once

#include "engine/core/progress.h"
#include "engine/dubbing/segmentsync.h"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace lipwright::app {

/// The meter of one source: opened by the first job, used by one job at a time (the lane has one
/// thread), gone with the last job that holds it.
struct SharedMeter {
    dubbing::RenderSource source;
    std::filesystem::path cache;
    std::optional<dubbing::SegmentMeter> meter;

    [[nodiscard]] core::Result<dubbing::SegmentSync> measure(
        const dubbing::SyncOrder& order, const std::stop_token& stop,
        const core::ProgressCallback& progress);
};

class SyncErrand {
public:
    struct Found {
        dubbing::SyncOrder order;
        core::Result<dubbing::SegmentSync> sync;
    };

    /// In the order wanted; what is being measured now is left out.
    void setWaiting(std::vector<dubbing::SyncOrder> orders);
    [[nodiscard]] std::vector<dubbing::SyncOrder> waiting() const;
    [[nodiscard]] int left() const;  ///< with the one being measured
    [[nodiscard]] std::vector<Found> takeFound();

    /// Until nothing waits or it is stopped. Progress in segments.
    [[nodiscard]] core::Result<int> run(SharedMeter& meter, const std::stop_token& stop,
                                        const core::ProgressCallback& progress);

private:
    [[nodiscard]] std::optional<dubbing::SyncOrder> next();
    [[nodiscard]] core::Progress progressNow() const;

    mutable std::mutex m_mutex;
    std::deque<dubbing::SyncOrder> m_waiting;
    std::optional<dubbing::SyncOrder> m_current;
    std::vector<Found> m_found;
    int m_done = 0;
};

/// As far as a measurement depends on it; equal ones give the same.
[[nodiscard]] dubbing::SyncOrder essenceOf(dubbing::SyncOrder order);
[[nodiscard]] bool sameOrder(const dubbing::SyncOrder& a, const dubbing::SyncOrder& b);

}  // namespace lipwright::app
