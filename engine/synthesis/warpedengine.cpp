#include "engine/synthesis/warpedengine.h"

#include "engine/synthesis/warpedplan_p.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lipwright::synthesis {

namespace {

constexpr auto kOpening = static_cast<std::size_t>(face::MouthMeasure::opening);
constexpr double kStillFrontal = 0.42;  // radians of yaw up to which a mouth is replaced in full
constexpr double kProfile = 0.58;       // and from which not at all
constexpr std::size_t kSmallLibrary = 75;
constexpr float kDissolve = 1.0F / 3.0F;  // share of the other run in the frame beside a jump
constexpr float kLowerLipShare = 0.7F;    // of an opening that the lips' places do not explain
constexpr float kBeyondLibrary = 0.5F;    // relative shape by which a warp may exceed what was seen

core::Result<void> checkJob(const SegmentJob& job) {
    const std::string place =
        "frames " + std::to_string(job.firstFrame) + " to " + std::to_string(job.endFrame);
    if (job.track == nullptr || job.library == nullptr || job.firstFrame >= job.endFrame ||
        job.filmSize.width < 16 || job.filmSize.height < 16) {
        return core::fail(core::ErrorCode::invalidArgument, "the segment is empty", place);
    }
    if (job.endFrame <= job.track->firstFrame || job.firstFrame >= job.track->endFrame()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the segment lies outside of its face track", place);
    }
    if (!job.wanted.covers(job.firstFrame, job.endFrame)) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the shape curve does not cover the segment", place);
    }
    return {};
}

class WarpedPlanner {
public:
    WarpedPlanner(const SegmentJob& job, const ChoiceOptions& options)
        : m_job(job),
          m_library(*job.library),
          m_options(options),
          m_frames(static_cast<std::size_t>(job.endFrame - job.firstFrame)),
          m_details(m_frames.size()) {
        m_options.excludedNeighbours = job.settings.excludedNeighbours;
        m_options.picked = job.settings.pickedFrames;
        m_options.banned = job.settings.bannedFrames;
    }

    core::Result<std::unique_ptr<SegmentPlan>> plan(std::stop_token stop,
                                                    const core::ProgressCallback& progress) {
        sortOutUnusable();
        weighFades();
        wantShapes();
        if (auto chosen = choose(std::move(stop), progress); !chosen) {
            return core::passOn(chosen);
        }
        carrySkin();
        return std::make_unique<WarpedPlan>(m_job, std::move(m_frames), std::move(m_details),
                                            notes());
    }

private:
    void sortOutUnusable() {
        for (std::size_t t = 0; t < m_frames.size(); ++t) {
            const std::int64_t number = m_job.firstFrame + static_cast<std::int64_t>(t);
            const face::FaceObservation* observation = m_job.track->at(number);
            const auto index = m_library.indexOf(m_job.track->id, number);
            if (observation == nullptr) {
                m_frames[t].passThroughReason = face::toString(face::FaceUsability::noFace);
            } else if (observation->usability != face::FaceUsability::usable || !index) {
                m_frames[t].passThroughReason = face::toString(observation->usability);
            } else {
                m_details[t].target = *index;
            }
        }
    }

    [[nodiscard]] bool passesThrough(std::size_t t) const {
        return !m_frames[t].passThroughReason.empty();
    }

    // Where the track begins and ends among the job's frames; nowhere when it does so outside.
    [[nodiscard]] std::size_t trackBegin() const {
        return static_cast<std::size_t>(m_job.track->firstFrame - m_job.firstFrame);
    }
    [[nodiscard]] std::size_t trackEnd() const {
        return static_cast<std::size_t>(m_job.track->endFrame() - m_job.firstFrame);
    }

    // weight rises over fadeFrames from every frame that passes through and from open ends.
    void weighFades() {
        const int fade = std::max(m_job.settings.fadeFrames, 0);
        const double step = 1.0 / (fade + 1);
        double weight = m_job.adjoinsBefore ? 1.0 : 0.0;
        for (std::size_t t = 0; t < m_frames.size(); ++t) {
            weight = m_job.trackStartsAtCut && t == trackBegin() ? 1.0 : weight;
            weight = passesThrough(t) ? 0.0 : std::min(weight + step, 1.0);
            m_frames[t].weight = weight;
        }
        weight = m_job.adjoinsAfter ? 1.0 : 0.0;
        for (std::size_t t = m_frames.size(); t-- > 0;) {
            weight = m_job.trackEndsAtCut && t + 1 == trackEnd() ? 1.0 : weight;
            weight = passesThrough(t) ? 0.0 : std::min(weight + step, 1.0);
            m_frames[t].weight = std::min(m_frames[t].weight, weight);
            if (!passesThrough(t)) {
                m_frames[t].weight *= frontality(m_library.frames()[m_details[t].target].pose);
            }
        }
    }

    // Towards profile landmarks guess the far half of the mouth: there the original takes over.
    static double frontality(const face::HeadPose& pose) {
        const double turn = std::abs(static_cast<double>(pose.yaw));
        return std::clamp((kProfile - turn) / (kProfile - kStillFrontal), 0.0, 1.0);
    }

    // Where the patch fades, so does the curve, into the shape the original has there: two
    // different mouths blended would be seen as two.
    void wantShapes() {
        MouthShape lowest;
        MouthShape highest;
        lowest.fill(std::numeric_limits<float>::max());
        highest.fill(std::numeric_limits<float>::lowest());
        for (const LibraryFrame& frame : m_library.frames()) {
            for (std::size_t m = 0; m < lowest.size(); ++m) {
                lowest[m] = std::min(lowest[m], frame.shape[m]);
                highest[m] = std::max(highest[m], frame.shape[m]);
            }
        }
        MouthShape closed{};
        closed[kOpening] = m_library.mouthRange().relative(MouthShape{})[kOpening];
        for (std::size_t t = 0; t < m_frames.size(); ++t) {
            const auto number = m_job.firstFrame + static_cast<std::int64_t>(t);
            MouthShape wanted = m_job.wanted.at(number);
            const auto weight = static_cast<float>(m_frames[t].weight);
            for (std::size_t m = 0; m < wanted.size(); ++m) {
                wanted[m] = std::clamp(wanted[m] * static_cast<float>(m_job.settings.strength),
                                       lowest[m] - kBeyondLibrary, highest[m] + kBeyondLibrary);
                if (!passesThrough(t)) {
                    const float own = m_library.frames()[m_details[t].target].shape[m];
                    wanted[m] = own + weight * (wanted[m] - own);
                }
            }
            wanted[kOpening] = std::max(wanted[kOpening], closed[kOpening]);
            m_frames[t].wanted = consistent(wanted);
        }
    }

    // The opening rules; the lips' own places, measured or predicted beside it, must enclose it.
    [[nodiscard]] MouthShape consistent(const MouthShape& wanted) const {
        constexpr auto kUpper = static_cast<std::size_t>(face::MouthMeasure::upperLip);
        constexpr auto kLower = static_cast<std::size_t>(face::MouthMeasure::lowerLip);
        MouthShape shape = m_library.mouthRange().absolute(wanted);
        const float lack = shape[kOpening] - (shape[kLower] - shape[kUpper]);
        shape[kLower] += kLowerLipShare * lack;
        shape[kUpper] -= (1.0F - kLowerLipShare) * lack;
        return m_library.mouthRange().relative(shape);
    }

    core::Result<void> choose(std::stop_token stop, const core::ProgressCallback& progress) {
        std::vector<ChoiceTarget> targets;
        std::vector<std::size_t> places;
        for (std::size_t t = 0; t < m_frames.size(); ++t) {
            if (!passesThrough(t)) {
                const LibraryFrame& frame = m_library.frames()[m_details[t].target];
                targets.push_back(
                    {frame.number, frame.track, m_frames[t].wanted, frame.pose, frame.brightness});
                places.push_back(t);
            }
        }
        const auto chosen = chooseFrames(m_library, targets, m_options, std::move(stop), progress);
        if (!chosen) {
            return core::passOn(chosen);
        }
        for (std::size_t k = 0; k < chosen->size(); ++k) {
            share(*chosen, k, m_details[places[k]]);
            for (const SourceShare& source : m_details[places[k]].sources) {
                m_frames[places[k]].sources.push_back(m_library.frames()[source.index].number);
            }
        }
        return {};
    }

    [[nodiscard]] bool jumps(std::size_t from, std::size_t to) const {
        const LibraryFrame& a = m_library.frames()[from];
        const LibraryFrame& b = m_library.frames()[to];
        return a.track != b.track || std::abs(a.number - b.number) > 2;
    }

    // The main frame, and beside a jump a share of the run that ends or begins there.
    void share(const std::vector<std::size_t>& chosen, std::size_t k, WarpedFrame& frame) const {
        const std::size_t main = chosen[k];
        frame.sources.push_back({main, 1.0F});
        const auto add = [this, &frame](std::size_t index) {
            if (lists(m_options.banned, m_library.frames()[index].number)) {
                return;
            }
            frame.sources.front().weight -= kDissolve;
            frame.sources.push_back({index, kDissolve});
        };
        if (k > 0 && jumps(chosen[k - 1], main)) {
            add(m_library.continuesAfter(chosen[k - 1]) ? chosen[k - 1] + 1 : chosen[k - 1]);
        }
        if (k + 1 < chosen.size() && jumps(main, chosen[k + 1])) {
            const std::size_t next = chosen[k + 1];
            add(next > 0 && m_library.continuesAfter(next - 1) ? next - 1 : next);
        }
    }

    // The target's skin follows the missing shape smoothed over five frames: what it must not do is
    // tremble with the landmarks.
    void carrySkin() {
        constexpr std::array<float, 3> kBinomial = {6.0F / 16.0F, 4.0F / 16.0F, 1.0F / 16.0F};
        const auto count = static_cast<std::ptrdiff_t>(m_frames.size());
        for (std::ptrdiff_t t = 0; t < count; ++t) {
            MouthShape& change = m_details[static_cast<std::size_t>(t)].skinChange;
            for (std::ptrdiff_t offset = -2; offset <= 2; ++offset) {
                const auto other =
                    static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(t + offset, 0, count - 1));
                if (!passesThrough(other)) {
                    const float weight = kBinomial[static_cast<std::size_t>(std::abs(offset))];
                    const MouthShape& own = m_library.frames()[m_details[other].target].shape;
                    for (std::size_t m = 0; m < change.size(); ++m) {
                        change[m] += weight * (m_frames[other].wanted[m] - own[m]);
                    }
                }
            }
        }
    }

    [[nodiscard]] std::vector<std::string> notes() const {
        const std::size_t size = m_library.frames().size();
        if (size >= kSmallLibrary) {
            return {};
        }
        return {"the film shows this actor's mouth in only " + std::to_string(size) +
                " frames: the choice of mouths is poor, and they will repeat"};
    }

    const SegmentJob& m_job;
    const FrameLibrary& m_library;
    ChoiceOptions m_options;
    std::vector<FramePlan> m_frames;
    std::vector<WarpedFrame> m_details;
};

}  // namespace

core::Result<std::unique_ptr<SegmentPlan>> WarpedEngine::plan(
    const SegmentJob& job, std::stop_token stop, const core::ProgressCallback& progress) const {
    if (auto checked = checkJob(job); !checked) {
        return core::passOn(checked);
    }
    return WarpedPlanner(job, m_options).plan(std::move(stop), progress);
}

}  // namespace lipwright::synthesis
