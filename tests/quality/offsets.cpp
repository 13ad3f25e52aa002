// lipwright-offset-quality MANIFEST CACHE MODELS [SPLIT] [LIMIT]
// Moves the sound of every clip of 3 s or more against its picture by -12, -9 ... 12 frames of 25
// fps and estimates the offset. Prints a row per clip and how many estimates are right, to one
// frame, relative to what is found without a shift (not all footage is in sync to begin with).
#include "engine/assessment/footage.h"
#include "engine/dubbing/analysiscache.h"
#include "engine/dubbing/segmentsync.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace lipwright;

constexpr double kShortest = 3.0;
constexpr int kFurthest = 12;
constexpr int kStep = 3;
constexpr std::int64_t kFrameMicroseconds = 40'000;

struct Tally {
    int estimates = 0;
    int certain = 0;
    int exact = 0;         ///< of all, to one frame
    int exactCertain = 0;  ///< of the certain ones
};

core::Result<dubbing::SegmentMeter> openMeter(const assessment::Clip& clip,
                                              const std::filesystem::path& cacheFolder,
                                              const std::filesystem::path& models,
                                              dubbing::SyncOrder& order) {
    const dubbing::AnalysisCache cache(cacheFolder);
    const auto film = cache.film(clip.file);
    if (!film) {
        return core::passOn(film);
    }
    const auto faces = cache.faces(clip.file, film->index);
    if (!faces) {
        return core::passOn(faces);
    }
    order.segment.frames = {0, film->index->frameCount()};
    order.voice.media.path = clip.file;
    order.voice.media.fingerprint = film->fingerprint;
    return dubbing::SegmentMeter::open(
        {clip.file, film->index, *faces, models, {}, nets::Device::cpu, 1}, cacheFolder);
}

core::Result<dubbing::OffsetEstimate> estimate(dubbing::SegmentMeter& meter,
                                               dubbing::SyncOrder order, int soundLeads) {
    order.voice.offsetMicroseconds = -kFrameMicroseconds * soundLeads;
    auto sync = meter.measure(order);
    return sync ? core::Result<dubbing::OffsetEstimate>(std::move(sync->offset))
                : core::passOn(sync);
}

core::Result<void> judge(const assessment::Clip& clip, const std::filesystem::path& cache,
                         const std::filesystem::path& models, Tally& tally) {
    dubbing::SyncOrder order;
    auto meter = openMeter(clip, cache, models, order);
    if (!meter) {
        return core::passOn(meter);
    }
    const auto own = estimate(*meter, order, 0);
    if (!own) {
        return core::passOn(own);
    }
    std::printf("%-28s %5.1f s  own %+3d %s |", clip.id.c_str(), clip.seconds, own->frames,
                own->certain ? "certain" : own->doubt.c_str());
    for (int shift = -kFurthest; shift <= kFurthest; shift += kStep) {
        const auto found = estimate(*meter, order, shift);
        if (!found) {
            return core::passOn(found);
        }
        const bool exact = std::abs(found->frames - shift - own->frames) <= 1;
        ++tally.estimates;
        tally.certain += found->certain ? 1 : 0;
        tally.exact += exact ? 1 : 0;
        tally.exactCertain += exact && found->certain ? 1 : 0;
        std::printf(" %+d%s%s", found->frames - own->frames, exact ? "" : "!",
                    found->certain ? "" : "?");
    }
    std::printf("\n");
    return {};
}

}  // namespace

int main(int count, char** values) {
    if (count < 4) {
        std::fprintf(stderr,
                     "usage: lipwright-offset-quality MANIFEST CACHE MODELS [SPLIT] "
                     "[LIMIT]\n");
        return 2;
    }
    const int limit = count > 5 ? std::atoi(values[5]) : 1'000'000;
    Tally tally;
    int judged = 0;
    const auto clips = assessment::readClips(values[1], count > 4 ? values[4] : "test");
    if (!clips) {
        std::fprintf(stderr, "%s\n", clips.error().text().c_str());
        return 1;
    }
    for (const assessment::Clip& clip : *clips) {
        if (clip.seconds < kShortest || judged == limit) {
            continue;
        }
        ++judged;
        if (const auto done = judge(clip, values[2], values[3], tally); !done) {
            std::printf("%-28s %s\n", clip.id.c_str(), done.error().text().c_str());
        }
    }
    std::printf(
        "%d clips, %d estimates: %d within one frame; %d certain, %d of them within one "
        "frame\n",
        judged, tally.estimates, tally.exact, tally.certain, tally.exactCertain);
    return 0;
}
