#include "engine/dubbing/dubjob_p.h"

#include <algorithm>
#include <set>

namespace lipwright::dubbing {

using core::ErrorCode;
using core::Result;

Result<int> DubJob::chooseActor() const {
    const bool usable = std::ranges::any_of(
        m_faces.actors, [](const face::Actor& actor) { return actor.usableFrames > 0; });
    if (!usable) {
        return core::fail(
            ErrorCode::noFace,
            m_faces.tracks.empty() ? "no face was found" : "no face in it can be used",
            m_request.film.string(),
            "A face must look towards the camera and be at least 60 pixels high; "
            "'analyze' tells why frames can not be used");
    }
    if (!m_request.actor) {
        return m_faces.actors.front().id;
    }
    if (std::ranges::none_of(m_faces.actors, [this](const face::Actor& actor) {
            return actor.id == *m_request.actor;
        })) {
        return core::fail(ErrorCode::invalidArgument,
                          "there is no face number " + std::to_string(*m_request.actor),
                          m_request.film.string(),
                          "Choose one of 0 to " + std::to_string(m_faces.actors.size() - 1) +
                              " ('analyze' lists them)");
    }
    return *m_request.actor;
}

Result<void> DubJob::propose(const DubInputs& inputs) {
    SegmentationOptions options;
    options.actor = m_outcome.actor;
    const media::FrameIndex& index = *inputs.index;
    if (m_request.range) {
        options.range =
            framesDuring(index, m_request.range->startSeconds, m_request.range->endSeconds);
        if (options.range->empty()) {
            return core::fail(ErrorCode::invalidArgument, "the range lies outside the film",
                              m_request.film.string(), "Choose a range inside it");
        }
    }
    const auto stretches = speech::speechStretches(m_speech->activity());
    m_outcome.segments = proposeSegments(m_faces, index, stretches, options);
    if (m_outcome.segments.empty()) {
        return core::fail(stretches.empty() ? ErrorCode::tooShort : ErrorCode::noFace,
                          stretches.empty() ? "nobody speaks in it"
                                            : "nobody speaks in it while the face is to be seen",
                          m_request.voice.string(),
                          "Check that this is the right voice and that it is not silent");
    }
    return {};
}

Result<synthesis::SegmentJob> DubJob::jobFor(const Segment& segment,
                                             const DubInputs& inputs) const {
    const auto times = voiceTimes(*inputs.index, segment.frames, 0.0);
    const auto mouth = m_speech->mouthAt(times, inputs.shape.listeners(m_request.style), m_stop);
    if (!mouth) {
        return core::passOn(mouth);
    }
    synthesis::EngineSettings settings;
    settings.strength = m_request.strength;
    settings.excludedNeighbours = m_request.excludedNeighbours;
    synthesis::SegmentJob job =
        segmentJob(segment, m_faces, *m_library, inputs.video(),
                   curveOf(*mouth, times, segment.frames.first, m_library->mouthRange()), settings);
    job.sound.times = times;
    job.sound.hear = [this](double start, double end, const std::stop_token& stop) {
        return m_speech->hear(start, end, stop);
    };
    return job;
}

Result<void> DubJob::planSegments(const DubInputs& inputs) {
    if (const auto proposed = propose(inputs); !proposed) {
        return core::passOn(proposed);
    }
    auto library = synthesis::FrameLibrary::build(m_faces, m_outcome.actor, {}, m_stop);
    if (!library) {
        return core::passOn(library);
    }
    m_library = std::move(*library);
    std::set<std::string> notes;
    for (const Segment& segment : m_outcome.segments) {
        auto job = jobFor(segment, inputs);
        if (!job) {
            return core::passOn(job);
        }
        PlannedSegment& planned = m_planned.emplace_back();
        planned.segment = segment;
        planned.job = std::move(*job);
        auto plan = inputs.engine.engine->plan(planned.job, m_stop, {});
        if (!plan) {
            return core::passOn(plan);
        }
        planned.plan = std::move(*plan);
        notes.insert(planned.plan->notes().begin(), planned.plan->notes().end());
        core::report(m_progress, {"choose", static_cast<std::int64_t>(m_planned.size()),
                                  static_cast<std::int64_t>(m_outcome.segments.size())});
    }
    m_outcome.notes.insert(m_outcome.notes.end(), notes.begin(), notes.end());
    return {};
}

}  // namespace lipwright::dubbing
