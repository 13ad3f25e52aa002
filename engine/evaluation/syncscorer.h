// Scores the sync of one face with one sound, streaming: frames in, embeddings kept (2 kB per 40
// ms), pictures not. Frames of any rate are looked at on a grid of 25 per second, at their
// timestamps. Belongs to one thread, as its expert does.
#pragma once

#include "engine/core/result.h"
#include "engine/evaluation/syncscore.h"
#include "engine/nets/lipsyncexpert.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace lipwright::evaluation {

/// The sound of the stretch and around it.
struct SyncSound {
    /// Rows [from, to) of the mel spectrogram, (to - from, 80), 80 per second from the sound's
    /// beginning; empty where the sound does not reach.
    std::function<std::vector<float>(std::int64_t from, std::int64_t to)> mel;
    std::int64_t melColumns = 0;
    /// One byte per 10 ms from the sound's beginning, 0 or 1; empty: everything counts as speech.
    std::span<const std::uint8_t> activity;
};

struct FrameConfidence {
    double seconds = 0.0;      ///< the frame's timestamp
    float confidence = 0.0F;   ///< NaN where not measurable
    float probability = 0.0F;  ///< of being in sync without any shift, calibrated; NaN likewise
};

struct SyncCurve {
    SyncScore score;
    std::vector<FrameConfidence> frames;  ///< one per pushed frame
};

class SyncScorer {
public:
    explicit SyncScorer(const nets::LipSyncExpert& expert) : m_expert(expert) {}

    /// Frames in order of time. `crop`: (48, 96, 3) RGB bytes; empty when the face is not usable.
    [[nodiscard]] core::Result<void> push(double seconds, std::span<const std::uint8_t> crop);

    /// The scorer is spent. A window is judged when three fifths of its 0.2 s are speech; its
    /// confidence is given to the frames around its middle.
    [[nodiscard]] core::Result<SyncCurve> finish(const SyncSound& sound);

private:
    [[nodiscard]] core::Result<void> fillGrid(double until);
    [[nodiscard]] core::Result<void> addSlot();
    [[nodiscard]] core::Result<void> embedPending();
    [[nodiscard]] core::Result<void> hear(const SyncSound& sound, std::vector<SyncWindow>& windows,
                                          std::vector<float>& probability);

    const nets::LipSyncExpert& m_expert;
    std::vector<double> m_seconds;                    ///< of every frame
    std::vector<std::uint8_t> m_crop;                 ///< of the frame shown now; empty: not usable
    std::vector<std::vector<std::uint8_t>> m_recent;  ///< up to 5 grid slots
    std::vector<std::uint8_t> m_pending;              ///< windows waiting for the network
    std::vector<std::int64_t> m_pendingSlots;
    std::vector<float> m_embeddings;  ///< rows of usable windows
    std::vector<std::int64_t> m_row;  ///< of each grid slot's window, −1: none
    std::int64_t m_slots = 0;
};

}  // namespace lipwright::evaluation
