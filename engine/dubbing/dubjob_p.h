// One run of dubFilm(): its stages in order, and what they hand to each other.
#pragma once

#include "engine/dubbing/dubinputs_p.h"
#include "engine/dubbing/exportfilm.h"
#include "engine/dubbing/speechtrack.h"
#include "engine/face/facetrack.h"
#include "engine/synthesis/take.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace lipwright::dubbing {

/// A segment with the plan that will make its take; both refer to the analysis.
struct PlannedSegment {
    Segment segment;
    synthesis::SegmentJob job;
    std::unique_ptr<synthesis::SegmentPlan> plan;
};

class DubJob {
public:
    DubJob(const DubRequest& request, std::stop_token stop, const core::ProgressCallback& progress)
        : m_request(request), m_stop(std::move(stop)), m_progress(progress) {}

    core::Result<DubOutcome> run();

private:
    core::Result<media::MediaWriter> openWriter(const DubInputs& inputs) const;
    core::Result<void> analyse(const DubInputs& inputs);
    core::Result<void> listen(const DubInputs& inputs);
    core::Result<int> chooseActor() const;
    core::Result<void> propose(const DubInputs& inputs);
    core::Result<void> planSegments(const DubInputs& inputs);
    core::Result<synthesis::SegmentJob> jobFor(const Segment& segment,
                                               const DubInputs& inputs) const;
    core::Result<std::vector<StoredTake>> renderTakes(const DubInputs& inputs,
                                                      const std::filesystem::path& folder);
    core::Result<void> exportTakes(const DubInputs& inputs, const std::vector<StoredTake>& takes);
    core::Result<void> renderAndExport(const DubInputs& inputs);
    [[nodiscard]] bool nothingToDub(const core::Error& error) const;
    void countUntouched();
    void noteLengths(const DubInputs& inputs);

    /// Runs one stage and keeps its time.
    template <typename Stage>
    auto timed(const char* name, Stage stage) {
        const auto start = std::chrono::steady_clock::now();
        auto result = stage();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        m_outcome.stages.push_back({name, taken.count(), m_outcome.frames});
        return result;
    }

    const DubRequest& m_request;
    std::stop_token m_stop;
    const core::ProgressCallback& m_progress;
    face::FaceAnalysis m_faces;
    std::optional<SpeechTrack> m_speech;
    std::optional<synthesis::FrameLibrary> m_library;
    std::vector<PlannedSegment> m_planned;
    DubOutcome m_outcome;
};

}  // namespace lipwright::dubbing
