// One clip under assessment: opened and analysed once, then dubbed by every engine and measured.
// Belongs to one thread.
#pragma once

#include "engine/assessment/closure.h"
#include "engine/assessment/engineroster_p.h"
#include "engine/assessment/evaluation.h"
#include "engine/assessment/judges.h"
#include "engine/dubbing/analysiscache.h"
#include "engine/dubbing/dubfilm.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace lipwright::assessment {

/// What the clips have in common; all outlive them.
struct Workplace {
    const EvaluationOptions& options;
    const Judges& judges;
    dubbing::AnalysisCache cache;
    std::filesystem::path pictures;
    std::stop_token stop;
};

/// A way of dubbing a clip: the names of its measures begin with `name`.
struct Stage {
    std::string name;
    std::filesystem::path sound;
    int excludedNeighbours = -1;
};
inline constexpr int kStages = 3;  ///< at most

class ClipAssessment {
public:
    /// `voice` null: there is no cross-dub. The clip, the voice and `speech` outlive this.
    [[nodiscard]] static core::Result<ClipAssessment> open(const Workplace& workplace,
                                                           const Clip& clip, const Clip* voice,
                                                           const BilabialSpeech& speech);

    /// Of the footage itself: "real.…" its own sound on its own picture, "undubbed.…" the other's.
    [[nodiscard]] core::Result<Measures> baseline() const;

    /// All stages by one engine; `finished` is called after each. The measures of stages that
    /// failed are not there and `problem` says why; only a stop is an error.
    [[nodiscard]] core::Result<EngineResult> assess(const ReadyEngine& engine, bool withPictures,
                                                    const std::function<void()>& finished) const;

private:
    ClipAssessment(const Workplace& workplace, const Clip& clip, const Clip* voice,
                   const BilabialSpeech& speech, dubbing::AnalysisCache::IndexedFilm film,
                   std::shared_ptr<const face::FaceAnalysis> faces);

    struct Dub;
    [[nodiscard]] std::vector<Stage> stages() const;
    [[nodiscard]] core::FrameRange frames() const;
    [[nodiscard]] dubbing::DubRequest requestFor(const Stage& stage, const ReadyEngine& engine,
                                                 const std::filesystem::path& folder) const;
    [[nodiscard]] core::Result<Dub> dub(const Stage& stage, const ReadyEngine& engine,
                                        const std::filesystem::path& folder) const;
    [[nodiscard]] core::Result<Measures> measure(const Stage& stage, Dub& dub) const;
    [[nodiscard]] core::Result<Measures> runStage(const Stage& stage, const ReadyEngine& engine,
                                                  bool withPictures) const;
    [[nodiscard]] core::Result<void> drawStrips(const Stage& stage, const std::string& engine,
                                                const Dub& dub) const;

    const Workplace& m_workplace;
    const Clip& m_clip;
    const Clip* m_voice;
    const BilabialSpeech& m_speech;
    dubbing::AnalysisCache::IndexedFilm m_film;
    std::shared_ptr<const face::FaceAnalysis> m_faces;
};

}  // namespace lipwright::assessment
