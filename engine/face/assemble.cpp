#include "engine/face/assemble_p.h"
#include "engine/face/smoothing_p.h"
#include "engine/face/usability_p.h"

#include <algorithm>

namespace lipwright::face {
namespace {

std::vector<Actor> actorsOf(const std::vector<FaceTrack>& tracks, const std::vector<int>& groups) {
    const int count = groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1;
    std::vector<Actor> actors(static_cast<std::size_t>(count));
    std::vector<std::vector<MouthShape>> shapes(actors.size());
    std::vector<std::int64_t> screenTime(actors.size(), 0);
    for (std::size_t t = 0; t < tracks.size(); ++t) {
        const auto g = static_cast<std::size_t>(groups[t]);
        actors[g].tracks.push_back(tracks[t].id);
        screenTime[g] += std::ssize(tracks[t].observations);
        for (const auto& o : tracks[t].observations) {
            if (o.usability == FaceUsability::usable) {
                ++actors[g].usableFrames;
                shapes[g].push_back(o.shape);
            }
        }
    }
    std::vector<std::size_t> order(actors.size());
    for (std::size_t g = 0; g < order.size(); ++g) {
        actors[g].mouthRange = MouthRange::of(shapes[g]);
        order[g] = g;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return screenTime[a] > screenTime[b]; });
    std::vector<Actor> sorted;
    for (const std::size_t g : order) {
        sorted.push_back(std::move(actors[g]));
        sorted.back().id = static_cast<int>(sorted.size()) - 1;
    }
    return sorted;
}

}  // namespace

FaceAnalysis assemble(std::int64_t frameCount, std::vector<Shot> shots,
                      std::vector<RawTrack> tracks, const AnalysisOptions& options) {
    FaceAnalysis analysis;
    analysis.frameCount = frameCount;
    analysis.shots = std::move(shots);
    std::vector<AppearedTrack> appeared;
    for (auto& raw : tracks) {
        raw.track.id = static_cast<int>(analysis.tracks.size());
        stabilise(raw.track);
        judgeUsability(raw, options);
        appeared.push_back({&raw.appearance, raw.track.firstFrame, raw.track.endFrame()});
        analysis.tracks.push_back(std::move(raw.track));
    }
    analysis.actors = actorsOf(analysis.tracks, groupActors(appeared));
    for (const Actor& actor : analysis.actors) {
        for (const int track : actor.tracks) {
            analysis.tracks[static_cast<std::size_t>(track)].actor = actor.id;
        }
    }
    return analysis;
}

}  // namespace lipwright::face
