#include "tests/quality/syncofclip.h"

#include "engine/evaluation/filmscore.h"
#include "engine/evaluation/filmsound.h"
#include "engine/evaluation/pooledscore.h"
#include "engine/media/videoreader.h"
#include "engine/models/manifest.h"

namespace lipwright::quality {

core::Result<Judges> Judges::load(const std::filesystem::path& models) {
    const auto library = models::ModelLibrary::open(models);
    if (!library) {
        return core::passOn(library);
    }
    Judges judges;
    for (const char* role : {models::kLipSyncExpertRole, models::kLipSyncJudgeRole}) {
        const auto model = library->verified(role);
        if (!model) {
            return core::passOn(model);
        }
        auto judge = nets::LipSyncExpert::load(model->path);
        if (!judge) {
            return core::passOn(judge);
        }
        judges.both.push_back(std::move(*judge));
    }
    return judges;
}

core::Result<SyncOfBoth> syncOfClip(const std::filesystem::path& film,
                                    const face::FaceAnalysis& faces,
                                    const std::filesystem::path& sound, const Judges& judges) {
    auto heard = evaluation::FilmSound::open(sound);
    if (!heard) {
        return core::passOn(heard);
    }
    SyncOfBoth result;
    for (std::size_t judge = 0; judge < result.size(); ++judge) {
        auto reader = media::VideoReader::open(film);
        if (!reader) {
            return core::passOn(reader);
        }
        std::vector<evaluation::SyncScore> scores;
        for (const face::FaceTrack& track : faces.tracks) {
            if (faces.actors.empty() || track.actor != faces.actors.front().id) {
                continue;
            }
            auto curve = evaluation::scoreTrack(*reader, track, heard->sound(), judges.both[judge]);
            if (curve) {
                scores.push_back(std::move(curve->score));
            } else if (curve.error().code != core::ErrorCode::tooShort) {
                return core::passOn(curve);
            }
        }
        result[judge] = evaluation::pooledScore(scores);
    }
    return result;
}

}  // namespace lipwright::quality
