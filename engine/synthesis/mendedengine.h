// The mended mouth (METHOD, "Mend"): the warped mouth, and on it what a small network has learnt
// that warping can not do, such as teeth that appear or the shadow below a lip. What is added is
// smooth; the warp's own texture stays. Thread rule: as engine.h, and all plans of one engine
// belong to the same thread.
#pragma once

#include "engine/synthesis/warpedengine.h"

namespace lipwright::nets {
class MouthMender;
}

namespace lipwright::synthesis {

class MendedEngine : public Engine {
public:
    explicit MendedEngine(std::shared_ptr<const nets::MouthMender> mender,
                          const ChoiceOptions& choice = {});

    [[nodiscard]] std::string name() const override { return "mended 1"; }
    [[nodiscard]] core::Result<std::unique_ptr<SegmentPlan>> plan(
        const SegmentJob& job, std::stop_token stop,
        const core::ProgressCallback& progress) const override;

private:
    std::shared_ptr<const nets::MouthMender> m_mender;
    WarpedEngine m_warped;
};

}  // namespace lipwright::synthesis
