// The painted mouth (paper 001 §3.4-3.6): a network paints the lower face of every frame from its
// upper face, reference mouths of the actor and what the voice asks for. It is laid where the
// warped engine would lay its own, whose fine texture it takes over. Thread rule: as engine.h, and
// all plans of one engine belong to the same thread.
#pragma once

#include "engine/synthesis/engine.h"
#include "engine/synthesis/framechoice.h"

namespace lipwright::nets {
class MouthGenerator;
}

namespace lipwright::synthesis {

struct PaintOptions {
    std::size_t references = 10;  ///< K of the paper
    double detail = 1.0;          ///< share of the library mouth's fine texture that is given back
    ChoiceOptions choice;         ///< of the library frames that the texture is taken from
};

class PaintedEngine : public Engine {
public:
    explicit PaintedEngine(std::shared_ptr<const nets::MouthGenerator> generator,
                           PaintOptions options = {});

    [[nodiscard]] std::string name() const override { return "painted 1"; }
    /// A generator that hears needs the job's sound.
    [[nodiscard]] core::Result<std::unique_ptr<SegmentPlan>> plan(
        const SegmentJob& job, std::stop_token stop,
        const core::ProgressCallback& progress) const override;

private:
    std::shared_ptr<const nets::MouthGenerator> m_generator;
    PaintOptions m_options;
};

}  // namespace lipwright::synthesis
