// Pairs for the mender drawn from a formula: skin of one colour per speaker, and a goal with a dark
// mouth of the wanted height that the warp lacks. No footage.
#pragma once

#include "engine/training/datasetindex.h"
#include "engine/training/pairfile.h"

#include <cmath>
#include <filesystem>

namespace lipwright::tests {

inline constexpr int kDrawnSize = 32;

inline training::PairData drawnPairs(int count, int speaker) {
    training::PairData pairs;
    pairs.size = kDrawnSize;
    for (int i = 0; i < count; ++i) {
        const double opening = std::sin(0.9 * i + speaker);
        const auto skin = static_cast<std::uint8_t>(130 + 15 * speaker);
        pairs.frames.push_back(i);
        pairs.goals.push_back(i);
        pairs.shapes.insert(pairs.shapes.end(), {static_cast<float>(opening), 0, 0, 0, 0, 0});
        for (int y = 0; y < kDrawnSize / 2; ++y) {
            for (int x = 0; x < kDrawnSize; ++x) {
                const bool dark = std::abs(x - 16) < 6 && std::abs(y - 8) < 3.0 + 2.0 * opening;
                pairs.upper.insert(pairs.upper.end(), 3, skin);
                pairs.warped.insert(pairs.warped.end(), 3, skin);
                pairs.goal.insert(pairs.goal.end(), 3, dark ? std::uint8_t{40} : skin);
                pairs.alpha.push_back(255);
            }
        }
    }
    return pairs;
}

/// One clip of each of six speakers, of whom one is held out.
[[nodiscard]] inline bool writeDrawnPairs(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder / "pairs");
    training::DatasetIndex index;
    for (int speaker = 0; speaker < 6; ++speaker) {
        training::ClipRecord record;
        record.id = "drawn_" + std::to_string(speaker);
        record.speaker = record.id;
        record.split = "train";
        record.frames = record.usableFrames = 12;
        index.clips.push_back(record);
        if (!training::writePairs(training::pairFile(folder, record), drawnPairs(12, speaker))) {
            return false;
        }
    }
    return training::writeIndex(folder, index).has_value();
}

}  // namespace lipwright::tests
