#include "app/session/syncmeter.h"

#include "app/document/projectdocument.h"
#include "app/session/filmanalysis.h"
#include "app/session/syncerrand_p.h"

#include <QPointer>
#include <QTimer>
#include <algorithm>
#include <map>
#include <set>
#include <thread>

namespace lipwright::app {
namespace {

using core::Result;
using dubbing::SegmentSync;
using dubbing::SyncOrder;

constexpr int kSettleMilliseconds = 250;   ///< a drag is over when nothing changed for so long
constexpr std::size_t kQuietSegments = 4;  ///< up to as many are measured without being listed

}  // namespace

struct SyncMeter::State {
    struct Known {
        SyncOrder order;  ///< what was measured, or could not be
        std::shared_ptr<const SegmentSync> sync;
    };

    State(SyncMeter& owner, JobQueue& queue, ProjectDocument& project, FilmAnalysis& facts,
          std::filesystem::path folder)
        : self(owner),
          jobs(queue),
          document(project),
          analysis(facts),
          models(std::move(folder)),
          threads(static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))) {
        settle.setSingleShot(true);
        settle.setInterval(kSettleMilliseconds);
        connect(&settle, &QTimer::timeout, &self, [this] { refresh(); });
    }

    void follow() {
        connect(&document, &ProjectDocument::changed, &self, [this](const project::Delta& delta) {
            if (!delta.segments.empty() || !delta.dubs.empty()) {
                settle.start();
            }
        });
        connect(&document, &ProjectDocument::reset, &self, [this] { forgetAll(); });
        connect(&document, &ProjectDocument::takeFolderChanged, &self, [this] { reopen(); });
        connect(&analysis, &FilmAnalysis::facesReady, &self, [this] { reopen(); });
        connect(&analysis, &FilmAnalysis::confidenceReady, &self, [this] {
            baseline = dubbing::baselineOf(analysis.film().confidence->values);
            Q_EMIT self.baselineReady();
        });
        connect(&jobs, &JobQueue::jobChanged, &self, [this](const JobStatus& status) {
            if (status.id == job) {
                deliver();
            }
        });
    }

    void forgetAll() {
        stop();
        meter.reset();
        known.clear();
        baseline = {};
        settle.start();
    }

    /// From another source: what was measured stays until it is measured again.
    void reopen() {
        stop();
        meter.reset();
        settle.start();
    }

    void stop() {
        if (job != 0) {
            jobs.cancel(std::exchange(job, 0));
        }
        errand.reset();
    }

    bool open() {
        const FilmFacts& film = analysis.film();
        if (!film.index || !film.faces || film.path != document.project().film.media.path) {
            return false;
        }
        if (!meter) {
            meter = std::make_shared<SharedMeter>();
            meter->source = {film.path,
                             film.index,
                             film.faces,
                             models,
                             document.takeFolder(),
                             device,
                             threads,
                             document.actorFolder()};
            meter->cache = analysis.cache().folder();
        }
        return true;
    }

    /// Finds out what has to be measured and gets it going.
    void refresh() {
        if (!open()) {
            return;
        }
        std::vector<SyncOrder> orders = wanted();
        if (errand) {
            errand->setWaiting(std::move(orders));
        } else if (!orders.empty()) {
            start(std::move(orders));
        }
    }

    /// Orders of the segments that are not known as they stand, most important first.
    std::vector<SyncOrder> wanted() {
        const project::Project& project = document.project();
        std::vector<SyncOrder> orders;
        std::set<project::Id> present;
        for (const project::Segment& segment : project.segments) {
            present.insert(segment.id);
            auto order = dubbing::syncOrder(project, segment.id, document.takeFolder());
            const auto found = known.find(segment.id);
            if (order && (found == known.end() || !sameOrder(found->second.order, *order))) {
                orders.push_back(std::move(*order));
            }
        }
        std::erase_if(known, [&](const auto& item) { return !present.contains(item.first); });
        std::ranges::stable_sort(orders, {}, [this](const SyncOrder& order) {
            return std::ranges::find(focus, order.segment.id) - focus.begin();
        });
        return orders;
    }

    void start(std::vector<SyncOrder> orders) {
        JobQueue::Options options;
        options.title = SyncMeter::tr("Measure the sync of %n segment(s)", nullptr,
                                      static_cast<int>(orders.size()));
        options.lane = JobLane::measuring;
        options.hidden = orders.size() <= kQuietSegments;
        errand = std::make_shared<SyncErrand>();
        errand->setWaiting(std::move(orders));
        const auto work = [errand = errand, meter = meter](std::stop_token stop,
                                                           const core::ProgressCallback& progress) {
            return errand->run(*meter, stop, progress);
        };
        const auto ours = std::make_shared<JobId>(0);
        const auto done = [meter = QPointer<SyncMeter>(&self), ours](const Result<int>& result) {
            if (meter && meter->m_state->job == *ours) {
                meter->m_state->finish(result);
            }
        };
        *ours = jobs.submit<int>(options, work, done);
        job = *ours;
    }

    void finish(const Result<int>& result) {
        deliver();
        const std::shared_ptr<SyncErrand> over = std::exchange(errand, nullptr);
        job = 0;
        if (!result) {  // the user does not want these to be measured
            for (const SyncOrder& order : over->waiting()) {
                known[order.segment.id] = {order, of(order.segment.id)};
            }
            return;
        }
        refresh();  // what changed meanwhile
    }

    void deliver() {
        if (!errand) {
            return;
        }
        const QPointer<SyncMeter> alive(&self);
        for (SyncErrand::Found& found : errand->takeFound()) {
            if (alive) {
                adopt(found);
            }
        }
    }

    void adopt(SyncErrand::Found& found) {
        const project::Id id = found.order.segment.id;
        const auto now = dubbing::syncOrder(document.project(), id, document.takeFolder());
        if (!now || !sameOrder(*now, found.order)) {
            return;  // of yesterday: it is measured again
        }
        Known& entry = known[id];
        entry.order = found.order;
        entry.sync =
            found.sync ? std::make_shared<const SegmentSync>(std::move(*found.sync)) : nullptr;
        const std::shared_ptr<const SegmentSync> sync = entry.sync;
        const QPointer<SyncMeter> alive(&self);
        if (sync && sync->after) {
            tellScores(now->segment, {sync->after->expert, sync->after->judge});
        }
        if (alive) {
            Q_EMIT self.measured(id);
        }
    }

    void tellScores(const project::Segment& segment, const project::TakeScores& scores) {
        const project::Take* const take = segment.active();
        if (take != nullptr && take->scores != scores) {
            Q_EMIT self.scored(segment.id, take->id, scores);
        }
    }

    [[nodiscard]] std::shared_ptr<const SegmentSync> of(project::Id segment) const {
        const auto found = known.find(segment);
        return found == known.end() ? nullptr : found->second.sync;
    }

    SyncMeter& self;
    JobQueue& jobs;
    ProjectDocument& document;
    FilmAnalysis& analysis;
    std::filesystem::path models;
    nets::Device device = nets::Device::cpu;
    int threads = 1;
    QTimer settle;
    std::vector<project::Id> focus;
    std::map<project::Id, Known> known;
    std::shared_ptr<SharedMeter> meter;  ///< null until the film is known
    std::shared_ptr<SyncErrand> errand;  ///< null: nothing is being measured
    JobId job = 0;
    dubbing::FilmBaseline baseline;
};

SyncMeter::SyncMeter(JobQueue& jobs, ProjectDocument& document, FilmAnalysis& analysis,
                     std::filesystem::path models, QObject* parent)
    : QObject(parent),
      m_state(std::make_unique<State>(*this, jobs, document, analysis, std::move(models))) {
    m_state->follow();
}

SyncMeter::~SyncMeter() = default;

void SyncMeter::setDevice(nets::Device device, int threads) {
    m_state->device = device;
    m_state->threads = threads;
    m_state->reopen();
}

void SyncMeter::setFocus(const std::vector<project::Id>& segments) {
    if (m_state->focus != segments) {
        m_state->focus = segments;
        if (m_state->errand) {
            m_state->refresh();
        }
    }
}

std::shared_ptr<const SegmentSync> SyncMeter::of(project::Id segment) const {
    return m_state->of(segment);
}

int SyncMeter::waiting() const {
    return m_state->errand ? m_state->errand->left() : 0;
}

dubbing::FilmBaseline SyncMeter::baseline() const {
    return m_state->baseline;
}

}  // namespace lipwright::app
