// What a network has learned, on its way from the job's thread to the thread that shows it. All
// functions may be called from any thread.
#pragma once

#include "engine/models/actormodel.h"

#include <mutex>
#include <utility>
#include <vector>

namespace lipwright::app {

class LearningInbox {
public:
    void add(const models::LearningPoint& point) {
        const std::scoped_lock lock(m_mutex);
        m_points.push_back(point);
    }
    /// Those that came since it was last asked, in their order.
    [[nodiscard]] std::vector<models::LearningPoint> take() {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_points, {});
    }

private:
    std::mutex m_mutex;
    std::vector<models::LearningPoint> m_points;
};

}  // namespace lipwright::app
