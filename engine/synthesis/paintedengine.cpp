#include "engine/synthesis/paintedengine.h"

#include "engine/nets/mouthgenerator.h"
#include "engine/synthesis/paintedplan_p.h"
#include "engine/synthesis/warpedengine.h"

#include <algorithm>
#include <span>

namespace lipwright::synthesis {

namespace {

constexpr std::size_t kFramesHeard = 500;  ///< at a time; bounds the memory

/// What each frame of a plan shall say, as the generator takes it.
class Drives {
public:
    Drives(const nets::MouthGenerator& generator, const SegmentJob& job,
           const std::vector<FramePlan>& frames)
        : m_generator(generator), m_sound(job.sound), m_frames(frames) {}

    [[nodiscard]] core::Result<std::vector<float>> all(const std::stop_token& stop) const {
        if (m_generator.shapeValues() != face::kMouthMeasures) {
            return core::fail(core::ErrorCode::modelInvalid,
                              "the mouth generator was made for other mouth measures", {},
                              "Use the weights that came with this version");
        }
        if (m_generator.hearsSound() &&
            (!m_sound.hear || m_sound.times.size() != m_frames.size())) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "this mouth generator needs the sound of the voice");
        }
        std::vector<float> drives;
        for (std::size_t first = 0; first < m_frames.size(); first += kFramesHeard) {
            const auto some = stretch(first, std::min(kFramesHeard, m_frames.size() - first), stop);
            if (!some) {
                return core::passOn(some);
            }
            drives.insert(drives.end(), some->begin(), some->end());
        }
        return drives;
    }

private:
    [[nodiscard]] core::Result<std::vector<float>> stretch(std::size_t first, std::size_t count,
                                                           const std::stop_token& stop) const {
        const std::vector<float> shapes = shapesAround(first, count);
        if (!m_generator.hearsSound()) {
            return m_generator.encodeDrive({}, std::vector<double>(count), shapes);
        }
        const auto times = std::span(m_sound.times).subspan(first, count);
        const double context = m_generator.contextSeconds();
        const auto heard = m_sound.hear(times.front() - context, times.back() + context, stop);
        if (!heard) {
            return core::passOn(heard);
        }
        return m_generator.encodeDrive(heard->features(), times, shapes);
    }

    /// The wanted shapes of each frame and those around it; the first and the last go on.
    [[nodiscard]] std::vector<float> shapesAround(std::size_t first, std::size_t count) const {
        const std::ptrdiff_t reach = m_generator.shapeFrames() / 2;
        const auto last = static_cast<std::ptrdiff_t>(m_frames.size()) - 1;
        std::vector<float> shapes;
        for (std::size_t t = first; t < first + count; ++t) {
            for (std::ptrdiff_t offset = -reach; offset <= reach; ++offset) {
                const auto at =
                    std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(t) + offset, 0, last);
                const MouthShape& wanted = m_frames[static_cast<std::size_t>(at)].wanted;
                shapes.insert(shapes.end(), wanted.begin(), wanted.end());
            }
        }
        return shapes;
    }

    const nets::MouthGenerator& m_generator;
    const SegmentSound& m_sound;
    const std::vector<FramePlan>& m_frames;
};

}  // namespace

PaintedEngine::PaintedEngine(std::shared_ptr<const nets::MouthGenerator> generator,
                             PaintOptions options)
    : m_generator(std::move(generator)), m_options(std::move(options)) {}

core::Result<std::unique_ptr<SegmentPlan>> PaintedEngine::plan(
    const SegmentJob& job, std::stop_token stop, const core::ProgressCallback& progress) const {
    auto warped = WarpedEngine(m_options.choice).plan(job, stop, progress);
    if (!warped) {
        return core::passOn(warped);
    }
    auto drives = Drives(*m_generator, job, (*warped)->frames()).all(stop);
    if (!drives) {
        return core::passOn(drives);
    }
    auto references = referencesFrom(*job.library, job.settings.bannedFrames, m_options.references);
    if (!references) {
        return core::passOn(references);
    }
    return std::make_unique<PaintedPlan>(
        job, m_generator, std::move(*warped),
        PaintedPlan::Inputs{std::move(*drives), std::move(*references), m_options.detail});
}

}  // namespace lipwright::synthesis
