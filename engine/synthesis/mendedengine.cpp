#include "engine/synthesis/mendedengine.h"

#include "engine/synthesis/mendedplan_p.h"

namespace lipwright::synthesis {

MendedEngine::MendedEngine(std::shared_ptr<const nets::MouthMender> mender,
                           const ChoiceOptions& choice)
    : m_mender(std::move(mender)), m_warped(choice) {}

core::Result<std::unique_ptr<SegmentPlan>> MendedEngine::plan(
    const SegmentJob& job, std::stop_token stop, const core::ProgressCallback& progress) const {
    auto warped = m_warped.plan(job, std::move(stop), progress);
    if (!warped) {
        return core::passOn(warped);
    }
    return std::make_unique<MendedPlan>(job, m_mender, std::move(*warped));
}

}  // namespace lipwright::synthesis
