// The warped mouth (METHODS A2): the actor's own frames, chosen along the segment, warped to the
// wanted shape and laid over the target's own skin. Needs no network. Thread rule: as engine.h.
#pragma once

#include "engine/synthesis/engine.h"
#include "engine/synthesis/framechoice.h"

namespace lipwright::synthesis {

class WarpedEngine : public Engine {
public:
    explicit WarpedEngine(const ChoiceOptions& options = {}) : m_options(options) {}

    [[nodiscard]] std::string name() const override { return "warped 1"; }
    [[nodiscard]] core::Result<std::unique_ptr<SegmentPlan>> plan(
        const SegmentJob& job, std::stop_token stop,
        const core::ProgressCallback& progress) const override;

private:
    ChoiceOptions m_options;
};

}  // namespace lipwright::synthesis
