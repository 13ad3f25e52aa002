#include "app/session/syncerrand_p.h"

#include <algorithm>
#include <utility>

namespace lipwright::app {

using core::Result;
using dubbing::SyncOrder;

Result<dubbing::SegmentSync> SharedMeter::measure(const SyncOrder& order,
                                                  const std::stop_token& stop,
                                                  const core::ProgressCallback& progress) {
    if (!meter) {
        auto opened = dubbing::SegmentMeter::open(source, cache);
        if (!opened) {
            return core::passOn(opened);
        }
        meter.emplace(std::move(*opened));
    }
    return meter->measure(order, stop, progress);
}

void SyncErrand::setWaiting(std::vector<SyncOrder> orders) {
    const std::scoped_lock lock(m_mutex);
    std::erase_if(orders, [this](const SyncOrder& order) {
        return m_current && sameOrder(*m_current, order);
    });
    m_waiting.assign(orders.begin(), orders.end());
}

std::vector<SyncOrder> SyncErrand::waiting() const {
    const std::scoped_lock lock(m_mutex);
    std::vector<SyncOrder> all(m_waiting.begin(), m_waiting.end());
    if (m_current) {
        all.push_back(*m_current);
    }
    return all;
}

int SyncErrand::left() const {
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_waiting.size()) + (m_current ? 1 : 0);
}

std::vector<SyncErrand::Found> SyncErrand::takeFound() {
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_found, {});
}

std::optional<SyncOrder> SyncErrand::next() {
    const std::scoped_lock lock(m_mutex);
    m_current.reset();
    if (!m_waiting.empty()) {
        m_current = std::move(m_waiting.front());
        m_waiting.pop_front();
    }
    return m_current;
}

core::Progress SyncErrand::progressNow() const {
    const std::scoped_lock lock(m_mutex);
    const int left = static_cast<int>(m_waiting.size()) + (m_current ? 1 : 0);
    return {"measure", m_done, m_done + left};
}

Result<int> SyncErrand::run(SharedMeter& meter, const std::stop_token& stop,
                            const core::ProgressCallback& progress) {
    while (const auto order = next()) {
        auto sync = meter.measure(
            *order, stop, [&](const core::Progress&) { core::report(progress, progressNow()); });
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_found.push_back({*order, std::move(sync)});
            m_current.reset();
            ++m_done;
        }
        core::report(progress, progressNow());
    }
    return m_done;
}

SyncOrder essenceOf(SyncOrder order) {
    project::Segment& segment = order.segment;
    segment.status = project::SegmentStatus::fresh;
    segment.text.clear();
    segment.notes.clear();
    segment.shape.clear();
    project::SegmentSettings settings;
    settings.offsetMicroseconds = segment.settings.offsetMicroseconds;
    segment.settings = settings;
    for (project::Take& take : segment.takes) {
        take.name.clear();
        take.scores.reset();
    }
    project::DubTrack voice;
    voice.media.path = order.voice.media.path;
    voice.stream = order.voice.stream;
    voice.offsetMicroseconds = order.voice.offsetMicroseconds;
    order.voice = voice;
    return order;
}

bool sameOrder(const SyncOrder& a, const SyncOrder& b) {
    const SyncOrder first = essenceOf(a);
    const SyncOrder second = essenceOf(b);
    return first.segment == second.segment && first.voice == second.voice;
}

}  // namespace lipwright::app
