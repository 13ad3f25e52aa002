#include "app/jobs/renderqueue.h"

#include "app/jobs/renderorder_p.h"

#include <QElapsedTimer>
#include <QPointer>
#include <algorithm>
#include <deque>
#include <functional>
#include <map>

namespace lipwright::app {
namespace {

using core::Result;
using dubbing::RenderOrder;
using dubbing::RenderSource;
using dubbing::SegmentRenderer;

constexpr std::size_t kPaceSegments = 8;  ///< finished ones the pace is taken from
constexpr double kShortestPace = 0.5;     ///< seconds

/// The renderer of one source: opened by the first job, used by one job at a time (the lane has
/// one thread), gone with the last job that holds it.
struct SharedRenderer {
    RenderSource source;
    std::optional<SegmentRenderer> renderer;

    Result<project::Take> render(const RenderOrder& order, const std::stop_token& stop,
                                 const core::ProgressCallback& progress) {
        if (!renderer) {
            auto opened = SegmentRenderer::open(source);
            if (!opened) {
                return core::passOn(opened);
            }
            renderer.emplace(std::move(*opened));
        }
        return renderer->render(order, stop, progress);
    }
};

bool sameSource(const RenderSource& a, const RenderSource& b) {
    return a.film == b.film && a.index == b.index && a.faces == b.faces && a.models == b.models &&
           a.takes == b.takes && a.actors == b.actors && a.device == b.device &&
           a.threads == b.threads;
}

bool sameOrder(const RenderOrder& a, const RenderOrder& b) {
    return a.segment.frames == b.segment.frames && a.segment.actor == b.segment.actor &&
           a.segment.track == b.segment.track && a.segment.settings == b.segment.settings &&
           a.segment.shape == b.segment.shape && a.voice == b.voice && a.quality == b.quality &&
           a.continuesBefore == b.continuesBefore && a.continuesAfter == b.continuesAfter;
}

}  // namespace

struct RenderQueue::State {
    struct Entry {
        JobId job = 0;
        RenderOrder order;
        double share = 0.0;
        bool running = false;
    };
    struct Finished {
        double frames = 0.0;
        double seconds = 0.0;
    };

    State(RenderQueue& owner, JobQueue& queue) : self(owner), jobs(queue) {}

    Entry* byJob(JobId job) {
        const auto found = std::ranges::find_if(
            entries, [job](const auto& item) { return item.second.job == job; });
        return found == entries.end() ? nullptr : &found->second;
    }

    void add(const RenderOrder& order) {
        const project::Id segment = order.segment.id;
        if (const auto known = entries.find(segment); known != entries.end()) {
            if (sameOrder(known->second.order, order)) {
                return;
            }
            drop(segment);
        }
        JobQueue::Options options;
        const QString title = order.quality == project::TakeQuality::draft
                                  ? RenderQueue::tr("Render segment %1 (draft)")
                                  : RenderQueue::tr("Render segment %1 (final)");
        options.title = title.arg(segment);
        options.lane = JobLane::inference;
        options.priority = renderPriority(order.segment.frames, playhead);
        options.paused = paused;
        const auto job = std::make_shared<JobId>(0);
        *job = jobs.submit<project::Take>(
            options,
            [renderer = renderer, order](std::stop_token stop,
                                         const core::ProgressCallback& progress) {
                return renderer->render(order, stop, progress);
            },
            [queue = QPointer<RenderQueue>(&self), job, segment](Result<project::Take> take) {
                if (queue) {
                    queue->m_state->finish(*job, segment, take);
                }
            });
        entries[segment] = {*job, order, 0.0, false};
    }

    /// Cancels the segment's job; what it still gives back belongs to nobody.
    void drop(project::Id segment) {
        const auto found = entries.find(segment);
        if (found == entries.end()) {
            return;
        }
        const JobId job = found->second.job;
        stopClock(found->second);
        entries.erase(found);
        jobs.cancel(job);
    }

    void dropAll() {
        std::vector<std::pair<int, project::Id>> order;
        for (const auto& [segment, entry] : entries) {
            order.emplace_back(entry.running ? 1 : 0, segment);
        }
        std::ranges::sort(order);  // the running one last: no other starts only to be stopped
        for (const auto& [running, segment] : order) {
            drop(segment);
        }
    }

    void stopClock(const Entry& entry) {
        if (entry.running) {
            clock.invalidate();
            runSeconds = 0.0;
        }
    }

    [[nodiscard]] double secondsRun() const {
        return runSeconds + (clock.isValid() ? static_cast<double>(clock.elapsed()) / 1e3 : 0.0);
    }

    void finish(JobId job, project::Id segment, const Result<project::Take>& take) {
        const auto found = entries.find(segment);
        const bool mine = found != entries.end() && found->second.job == job;
        if (!mine) {
            return;  // dropped; perhaps of another film
        }
        if (take && found->second.running) {
            finished.push_back({static_cast<double>(take->frames.length()), secondsRun()});
            if (finished.size() > kPaceSegments) {
                finished.pop_front();
            }
        }
        stopClock(found->second);
        entries.erase(found);
        const QPointer<RenderQueue> alive(&self);
        if (take) {
            Q_EMIT self.takeFinished(segment, *take);
        } else if (take.error().code != core::ErrorCode::cancelled) {
            Q_EMIT self.segmentFailed(segment, take.error());
        }
        if (alive) {
            Q_EMIT self.queueChanged();
        }
    }

    void follow(const JobStatus& status) {
        Entry* const entry = byJob(status.id);
        if (entry == nullptr) {
            return;
        }
        if (status.state == JobState::running && !clock.isValid()) {
            runSeconds = entry->running ? runSeconds : 0.0;
            entry->running = true;
            clock.start();
        } else if (status.state == JobState::paused && entry->running && clock.isValid()) {
            runSeconds = secondsRun();
            clock.invalidate();
        }
        if (status.state != JobState::running || status.total <= 0) {
            return;
        }
        const double share =
            renderShare(status.stage.toStdString(),
                        static_cast<double>(status.done) / static_cast<double>(status.total));
        if (share > entry->share) {
            entry->share = share;
            Q_EMIT self.segmentProgress(entry->order.segment.id, share);
        }
    }

    RenderQueue& self;
    JobQueue& jobs;
    std::shared_ptr<SharedRenderer> renderer;
    std::map<project::Id, Entry> entries;
    std::deque<Finished> finished;
    QElapsedTimer clock;      ///< of the running job since it started or went on
    double runSeconds = 0.0;  ///< before its last pause
    qint64 playhead = 0;
    bool paused = false;
};

RenderQueue::RenderQueue(JobQueue& jobs, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(*this, jobs)) {
    connect(&jobs, &JobQueue::jobChanged, this,
            [this](const JobStatus& status) { m_state->follow(status); });
}

RenderQueue::~RenderQueue() {
    m_state->jobs.disconnect(this);
    m_state->dropAll();
}

void RenderQueue::setSource(const dubbing::RenderSource& source) {
    if (m_state->renderer && sameSource(m_state->renderer->source, source)) {
        return;
    }
    cancelAll();
    m_state->finished.clear();
    m_state->renderer = std::make_shared<SharedRenderer>();
    m_state->renderer->source = source;
}

void RenderQueue::enqueue(const std::vector<dubbing::RenderOrder>& orders) {
    if (!m_state->renderer) {
        const core::Error error{core::ErrorCode::invalidArgument,
                                "the film has not been analysed",
                                {},
                                "Wait for the analysis, then render again"};
        for (const RenderOrder& order : orders) {
            Q_EMIT segmentFailed(order.segment.id, error);
        }
        return;
    }
    std::vector<const RenderOrder*> sorted;
    for (const RenderOrder& order : orders) {
        sorted.push_back(&order);
    }
    std::ranges::stable_sort(sorted, std::greater(), [this](const RenderOrder* order) {
        return renderPriority(order->segment.frames, m_state->playhead);
    });
    for (const RenderOrder* order : sorted) {
        m_state->add(*order);
    }
    Q_EMIT queueChanged();
}

void RenderQueue::cancel(project::Id segment) {
    if (m_state->entries.contains(segment)) {
        m_state->drop(segment);
        Q_EMIT queueChanged();
    }
}

void RenderQueue::cancelAll() {
    if (!m_state->entries.empty()) {
        m_state->dropAll();
        Q_EMIT queueChanged();
    }
}

void RenderQueue::setPaused(bool paused) {
    if (m_state->paused == paused) {
        return;
    }
    m_state->paused = paused;
    // The lane takes what it finds: the most urgent must be there first.
    std::multimap<int, JobId, std::greater<>> byPriority;
    for (const auto& [segment, entry] : m_state->entries) {
        byPriority.emplace(renderPriority(entry.order.segment.frames, m_state->playhead),
                           entry.job);
    }
    for (const auto& [priority, job] : byPriority) {
        m_state->jobs.setPaused(job, paused);
    }
    Q_EMIT queueChanged();
}

bool RenderQueue::paused() const {
    return m_state->paused;
}

void RenderQueue::setPlayhead(qint64 frame) {
    if (m_state->playhead == frame) {
        return;
    }
    m_state->playhead = frame;
    for (const auto& [segment, entry] : m_state->entries) {
        if (!entry.running) {
            m_state->jobs.setPriority(entry.job, renderPriority(entry.order.segment.frames, frame));
        }
    }
}

double RenderQueue::progressOf(project::Id segment) const {
    const auto found = m_state->entries.find(segment);
    return found == m_state->entries.end() ? -1.0 : found->second.share;
}

int RenderQueue::waiting() const {
    return static_cast<int>(m_state->entries.size());
}

RenderQueue::Pace RenderQueue::pace() const {
    double frames = 0.0;
    double seconds = m_state->secondsRun();
    double left = 0.0;
    for (const auto& [segment, entry] : m_state->entries) {
        const auto length = static_cast<double>(entry.order.segment.frames.length());
        frames += length * entry.share;
        left += length * (1.0 - entry.share);
    }
    for (const State::Finished& item : m_state->finished) {
        frames += item.frames;
        seconds += item.seconds;
    }
    Pace pace;
    if (seconds >= kShortestPace && frames > 0.0) {
        pace.framesPerSecond = frames / seconds;
        pace.secondsLeft = m_state->paused ? -1.0 : left / pace.framesPerSecond;
    }
    return pace;
}

}  // namespace lipwright::app
