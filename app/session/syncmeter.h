// Measures in the background how well the segments' voices go with their mouths: what changed and
// nothing else, what the user looks at first. Lives in the GUI thread; never waits.
#pragma once

#include "app/jobs/jobqueue.h"
#include "engine/dubbing/segmentsync.h"
#include "engine/nets/device.h"

#include <QObject>
#include <filesystem>
#include <memory>
#include <vector>

namespace lipwright::app {

class FilmAnalysis;
class ProjectDocument;

class SyncMeter : public QObject {
    Q_OBJECT
public:
    /// Follows the document and the analysis; all must outlive it. `models`: folder with
    /// manifest.json.
    SyncMeter(JobQueue& jobs, ProjectDocument& document, FilmAnalysis& analysis,
              std::filesystem::path models, QObject* parent = nullptr);
    ~SyncMeter() override;

    void setDevice(nets::Device device, int threads);
    /// These come first from now on: what is selected or in view, most important first.
    void setFocus(const std::vector<project::Id>& segments);
    /// What is known of the segment; while it is measured again what was found out before. Null
    /// until the first time.
    [[nodiscard]] std::shared_ptr<const dubbing::SegmentSync> of(project::Id segment) const;
    /// Segments that wait or are being measured.
    [[nodiscard]] int waiting() const;
    /// What is usual in the film; no frames until it is known.
    [[nodiscard]] dubbing::FilmBaseline baseline() const;

Q_SIGNALS:
    void measured(lipwright::project::Id segment);
    void baselineReady();
    /// Of the segment's active take, when it was measured anew.
    void scored(lipwright::project::Id segment, lipwright::project::Id take,
                const lipwright::project::TakeScores& scores);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::app
