#include "engine/assessment/judges.h"

#include "engine/evaluation/filmscore.h"
#include "engine/evaluation/filmsound.h"
#include "engine/evaluation/pooledscore.h"
#include "engine/media/videoreader.h"
#include "engine/models/manifest.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace lipwright::assessment {
namespace {

constexpr std::size_t kLossStep = 5;
constexpr float kLeastProbability = 1e-3F;

core::Result<nets::LipSyncExpert> loadJudge(const models::ModelLibrary& library, const char* role,
                                            nets::Device device) {
    const auto model = library.verified(role);
    return model ? nets::LipSyncExpert::load(model->path, device) : core::passOn(model);
}

/// The part of a track inside of `frames`; without observations when they do not meet.
face::FaceTrack during(const face::FaceTrack& track, core::FrameRange frames) {
    const auto common = core::intersection({track.firstFrame, track.endFrame()}, frames);
    face::FaceTrack part = track;
    part.firstFrame = common.first;
    part.observations.clear();
    if (!common.empty()) {
        part.observations.assign(track.observations.begin() + (common.first - track.firstFrame),
                                 track.observations.begin() + (common.end - track.firstFrame));
    }
    return part;
}

/// −log of the probability, summed over measurable windows with step 5.
struct ExpertLoss {
    void add(const std::vector<evaluation::FrameConfidence>& frames) {
        for (std::size_t i = 0; i < frames.size(); i += kLossStep) {
            if (std::isfinite(frames[i].probability)) {
                sum -= std::log(std::clamp(frames[i].probability, kLeastProbability, 1.0F));
                ++windows;
            }
        }
    }
    double sum = 0.0;
    int windows = 0;
};

/// One judge's pooled score, and the loss of its probabilities.
core::Result<evaluation::SyncScore> scoreFilm(media::VideoReader& reader,
                                              const face::FaceAnalysis& faces,
                                              core::FrameRange frames,
                                              const evaluation::SyncSound& sound,
                                              const nets::LipSyncExpert& judge, ExpertLoss& loss,
                                              const std::stop_token& stop) {
    std::vector<evaluation::SyncScore> scores;
    for (const face::FaceTrack& whole : faces.tracks) {
        const face::FaceTrack track = during(whole, frames);
        if (faces.actors.empty() || track.actor != faces.actors.front().id ||
            track.observations.empty()) {
            continue;
        }
        auto curve = evaluation::scoreTrack(reader, track, sound, judge, {}, stop);
        if (curve) {
            loss.add(curve->frames);
            scores.push_back(std::move(curve->score));
        } else if (curve.error().code != core::ErrorCode::tooShort) {
            return core::passOn(curve);
        }
    }
    return evaluation::pooledScore(scores);
}

void enter(Measures& measures, const std::string& name, const evaluation::SyncScore& score) {
    if (score.coverage > 0.0) {
        measures[name + "_lse_c"] = score.lseC;
        measures[name + "_lse_d"] = score.lseD;
        measures[name + "_confidence"] = score.confidenceAtZero;
        measures[name + "_offset"] = score.avOffset;
    }
}

}  // namespace

core::Result<Judges> Judges::load(const std::filesystem::path& models, nets::Device device) {
    const auto library = models::ModelLibrary::open(models);
    if (!library) {
        return core::passOn(library);
    }
    auto expert = loadJudge(*library, models::kLipSyncExpertRole, device);
    auto landmarks = loadJudge(*library, models::kLipSyncJudgeRole, device);
    if (!expert || !landmarks) {
        return core::passOn(expert ? landmarks : expert);
    }
    return Judges{std::move(*expert), std::move(*landmarks)};
}

core::Result<Measures> syncMeasures(const std::filesystem::path& film,
                                    const face::FaceAnalysis& faces, core::FrameRange frames,
                                    const std::filesystem::path& sound, const Judges& judges,
                                    const std::string& stage, const std::stop_token& stop) {
    auto heard = evaluation::FilmSound::open(sound, stop);
    if (!heard) {
        return core::passOn(heard);
    }
    auto reader = media::VideoReader::open(film);
    if (!reader) {
        return core::passOn(reader);
    }
    ExpertLoss loss;
    ExpertLoss unused;  // the judge's probabilities are not what the paper's loss is made of
    const auto seen = scoreFilm(*reader, faces, frames, heard->sound(), judges.expert, loss, stop);
    const auto measured =
        scoreFilm(*reader, faces, frames, heard->sound(), judges.landmarks, unused, stop);
    if (!seen || !measured) {
        return core::passOn(seen ? measured : seen);
    }
    Measures measures;
    enter(measures, stage + ".expert", *seen);
    enter(measures, stage + ".judge", *measured);
    if (loss.windows > 0) {
        measures[stage + ".expert_loss"] = loss.sum / loss.windows;
    }
    return measures;
}

}  // namespace lipwright::assessment
