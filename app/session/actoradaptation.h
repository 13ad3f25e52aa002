// Adapts networks to actors of the open film, one after another, in the background: beside playback
// and editing, standing still while segments are rendered. What was learned stays when it is
// stopped, so that it can go on later. Lives in the GUI thread; never waits.
#pragma once

#include "app/jobs/jobqueue.h"
#include "engine/adaptation/adaptactor.h"

#include <QObject>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace lipwright::app {

class FilmAnalysis;
class LearningInbox;
class ProjectDocument;

struct AdaptationWish {
    int actor = 0;
    std::string name;  ///< of the model; may be empty
    double seconds = 300.0;
    bool mouthGenerator = false;
    bool anew = false;  ///< what a stopped adaptation left is thrown away first
};

class ActorAdaptation : public QObject {
    Q_OBJECT
public:
    /// All must outlive it. `models`: folder with manifest.json.
    ActorAdaptation(JobQueue& jobs, ProjectDocument& document, FilmAnalysis& analysis,
                    std::filesystem::path models, QObject* parent = nullptr);

    void setDevice(nets::Device device, int threads);
    /// Nothing while the film is not analysed.
    [[nodiscard]] adaptation::ActorMaterial materialOf(int actor) const;
    /// A stopped adaptation of the actor is there.
    [[nodiscard]] bool isUnfinished(int actor) const;
    /// The painted mouth can be adapted here.
    [[nodiscard]] bool offersPainter() const;

    /// False, with a warning, while the film is not analysed or the actor is being adapted to.
    bool start(const AdaptationWish& wish);
    /// Share done of the actor's adaptation; -1: none waits or runs.
    [[nodiscard]] double shareOf(int actor) const;
    /// 0: none waits or runs.
    [[nodiscard]] JobId jobOf(int actor) const;
    /// -1: the job is none of these.
    [[nodiscard]] int actorOf(JobId job) const;
    /// What the actor's adaptation has learned so far, earlier runs of it first.
    [[nodiscard]] std::vector<models::LearningPoint> learningOf(int actor) const;

Q_SIGNALS:
    void progressed(int actor);
    void learned(int actor);  ///< learningOf() has grown
    void ended(int actor);    ///< before finished, stopped or failed, or as the project is closed
    void finished(int actor, const lipwright::adaptation::AdaptationOutcome& outcome);
    void stopped(int actor);  ///< what was learned is kept
    void warned(const QString& text);
    void failed(const lipwright::core::Error& error);

private:
    struct Running {
        JobId job = 0;
        int percent = 0;
        std::shared_ptr<LearningInbox> inbox;
        std::vector<models::LearningPoint> learning = {};
    };
    void collect(int actor);
    void follow(const widgets::JobStatus& status);
    void finish(int actor, const std::filesystem::path& actors,
                const core::Result<adaptation::AdaptationOutcome>& outcome);
    void bringHome(const std::filesystem::path& actors);

    JobQueue& m_jobs;
    ProjectDocument& m_document;
    FilmAnalysis& m_analysis;
    std::filesystem::path m_models;
    nets::Device m_device = nets::Device::cpu;
    int m_threads = 2;
    std::map<int, Running> m_running;  ///< by actor
};

}  // namespace lipwright::app
