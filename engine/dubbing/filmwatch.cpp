#include "engine/dubbing/filmwatch_p.h"
#include "engine/evaluation/mouthcrops.h"
#include "engine/evaluation/mouthvalues.h"

#include <algorithm>

namespace lipwright::dubbing {
namespace {

using core::FrameRange;
using core::Result;

constexpr std::size_t kKeptStretches = 8;  ///< up to 1 MB each

std::vector<float> landmarksOf(const face::FaceObservation& seen) {
    if (seen.usability != face::FaceUsability::usable) {
        return {};
    }
    const evaluation::MouthValues values = evaluation::mouthValues(seen);
    return {values.begin(), values.end()};
}

nets::FaceReference landmarkReference(const face::FaceTrack& track, FrameRange frames) {
    std::vector<float> all;
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        const std::vector<float> values = landmarksOf(*track.at(frame));
        all.insert(all.end(), values.begin(), values.end());
    }
    return nets::FaceReference::of(nets::ExpertSight::landmarks, all);
}

}  // namespace

Result<LaneSight> FilmWatch::sight(const face::FaceTrack& track, FrameRange frames,
                                   const std::stop_token& stop,
                                   const core::ProgressCallback& progress) {
    LaneSight sight;
    sight.track = &track;
    sight.frames = frames;
    std::vector<float> usual;
    FrameRange whole;
    for (const FrameRange part : stretchesOf(track)) {
        const FrameRange wanted = core::intersection(part, frames);
        if (wanted.empty()) {
            continue;
        }
        const auto seen = stretch(track, part, stop, progress);
        if (!seen) {
            return core::passOn(seen);
        }
        usual.insert(usual.end(), (*seen)->values.begin(), (*seen)->values.end());
        whole = whole.empty() ? part : FrameRange{whole.first, part.end};
        const auto rows = (*seen)->rows();
        for (std::int64_t frame = wanted.first; frame < wanted.end; ++frame) {
            const auto row = rows[static_cast<std::size_t>(frame - part.first)];
            sight.values[kExpertLane].emplace_back(row.begin(), row.end());
            sight.values[kJudgeLane].push_back(landmarksOf(*track.at(frame)));
        }
    }
    sight.reference = {nets::FaceReference::of(nets::ExpertSight::pictures, usual),
                       landmarkReference(track, whole)};
    return sight;
}

Result<FilmWatch::Shared> FilmWatch::stretch(const face::FaceTrack& track, FrameRange frames,
                                             const std::stop_token& stop,
                                             const core::ProgressCallback& progress) {
    const auto known = std::ranges::find_if(m_kept, [&](const Kept& kept) {
        return kept.track == &track && kept.stretch->frames == frames;
    });
    if (known != m_kept.end()) {
        std::rotate(known, known + 1, m_kept.end());
        return m_kept.back().stretch;
    }
    Shared result;
    if (auto found = m_store.find(track, frames)) {
        result = std::make_shared<const SeenStretch>(std::move(*found));
    } else {
        auto seen = look(track, frames, stop, progress);
        if (!seen) {
            return core::passOn(seen);
        }
        m_store.keep(track, *seen);
        result = std::make_shared<const SeenStretch>(std::move(*seen));
    }
    m_kept.push_back({&track, result});
    if (m_kept.size() > kKeptStretches) {
        m_kept.pop_front();
    }
    return result;
}

Result<SeenStretch> FilmWatch::look(const face::FaceTrack& track, FrameRange frames,
                                    const std::stop_token& stop,
                                    const core::ProgressCallback& progress) {
    SightRecorder recorder(*m_expert, frames);
    evaluation::MouthCrops crops(*m_reader, stop);
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const auto crop = crops.of(frame, *track.at(frame));
        if (!crop) {
            return core::passOn(crop);
        }
        if (const auto pushed = recorder.push(evaluation::bytesOf(*crop)); !pushed) {
            return core::passOn(pushed);
        }
        core::report(progress, {"watch", frame + 1 - frames.first, frames.length()});
    }
    return recorder.finish();
}

}  // namespace lipwright::dubbing
