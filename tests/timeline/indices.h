// Frame indices of made-up films: even ones, and one whose rate changes on the way.
#pragma once

#include "engine/media/frameindex.h"

#include <memory>

namespace lipwright::testsupport {

inline std::shared_ptr<const media::FrameIndex> indexOf(core::TimeBase base,
                                                        const std::vector<std::int64_t>& durations,
                                                        std::int64_t start = 0) {
    std::vector<media::FrameIndex::Entry> entries;
    for (const std::int64_t duration : durations) {
        entries.push_back({start, duration, entries.size() % 25 == 0});
        start += duration;
    }
    return std::make_shared<media::FrameIndex>(base, std::move(entries));
}

inline std::shared_ptr<const media::FrameIndex> evenIndex(std::size_t frames,
                                                          core::TimeBase frame) {
    return indexOf(frame, std::vector<std::int64_t>(frames, 1));
}

/// 25 frames a second, then 50, then 10, again and again, from 3 s on; in milliseconds.
inline std::shared_ptr<const media::FrameIndex> unevenIndex(std::size_t frames) {
    constexpr std::int64_t kDurations[] = {40, 20, 100};
    std::vector<std::int64_t> durations;
    for (std::size_t i = 0; i < frames; ++i) {
        durations.push_back(kDurations[i / 100 % 3]);
    }
    return indexOf({1, 1000}, durations, 3000);
}

}  // namespace lipwright::testsupport
