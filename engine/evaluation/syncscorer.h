// Scores the sync of one face with one sound, streaming: frames in, a few values of each kept (512
// bytes per 40 ms), pictures not. Frames of any rate are looked at on a grid of 25 per second, at
// their timestamps. Belongs to one thread, as its expert does.
#pragma once

#include "engine/core/result.h"
#include "engine/evaluation/syncscore.h"
#include "engine/evaluation/syncsound.h"
#include "engine/nets/facereference.h"
#include "engine/nets/lipsyncexpert.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lipwright::evaluation {

/// Why a frame can not be measured.
enum class SyncGap { none, noFace, silence, noSound };

[[nodiscard]] const char* toString(SyncGap gap);

struct FrameConfidence {
    double seconds = 0.0;      ///< the frame's timestamp
    float confidence = 0.0F;   ///< median-filtered; NaN where not measurable
    float raw = 0.0F;          ///< not filtered; NaN likewise
    float probability = 0.0F;  ///< of being in sync without any shift, calibrated; NaN likewise
    SyncGap gap = SyncGap::none;
};

struct SyncCurve {
    SyncScore score;
    std::vector<FrameConfidence> frames;  ///< one per pushed frame
    nets::FaceReference reference;        ///< what the face was measured against
};

struct SyncOptions {
    /// The face's own mean and range, of more film than is pushed; else of what is pushed.
    std::optional<nets::FaceReference> reference;
    /// As syncnet_python does it: sound outside of the pushed frames counts as a zero vector.
    /// Otherwise it is the real sound around them.
    bool zeroPadding = false;
    CurveShift curve = CurveShift::best;
};

class SyncScorer {
public:
    explicit SyncScorer(const nets::LipSyncExpert& expert) : m_expert(expert) {}

    /// Frames in order of time, for an expert that looks at pictures. `crop`: (48, 96, 3) RGB
    /// bytes; empty when the face is not usable.
    [[nodiscard]] core::Result<void> pushPicture(double seconds,
                                                 std::span<const std::uint8_t> crop);
    /// What was seen of the frame already, frameValues() of the expert: MouthValues, or a row of
    /// frameFeatures(). Empty when the face is not usable.
    [[nodiscard]] core::Result<void> pushValues(double seconds, std::span<const float> values);

    /// The scorer is spent. A window is judged when three fifths of its 0.2 s are speech; its
    /// confidence is given to the frames around its middle.
    [[nodiscard]] core::Result<SyncCurve> finish(const SyncSound& sound,
                                                 const SyncOptions& options = {});

private:
    struct Judged;
    [[nodiscard]] core::Result<void> show(double seconds);
    [[nodiscard]] core::Result<void> fillGrid(double until);
    [[nodiscard]] core::Result<void> addSlot();
    [[nodiscard]] core::Result<void> lookAtPending();
    [[nodiscard]] bool whole(std::size_t window) const;
    [[nodiscard]] core::Result<std::vector<float>> see(std::size_t first, std::size_t end) const;
    [[nodiscard]] core::Result<std::vector<float>> hear(const SyncSound& sound, std::size_t first,
                                                        std::size_t end) const;
    void compare(std::size_t w, std::span<const float> seen, std::span<const float> heard,
                 const SyncSound& sound, bool zeroPadding, Judged& judged) const;
    [[nodiscard]] core::Result<void> judge(std::size_t first, std::size_t end,
                                           const SyncSound& sound, bool zeroPadding,
                                           Judged& judged) const;
    [[nodiscard]] FrameConfidence confidenceOf(std::size_t frame, const SyncScore& score,
                                               const Judged& judged) const;
    [[nodiscard]] double startOf(double window) const;

    const nets::LipSyncExpert& m_expert;
    std::vector<double> m_seconds;       ///< of every frame
    std::vector<std::uint8_t> m_usable;  ///< of every frame
    std::vector<std::uint8_t> m_crop;    ///< of the frame shown now; empty: not usable
    std::vector<float> m_values;         ///< likewise
    std::int64_t m_shownRow = -1;        ///< of the frame shown now, once a slot wanted it
    std::vector<std::uint8_t> m_pending;
    std::vector<float> m_features;    ///< rows of frameValues()
    std::vector<std::int64_t> m_row;  ///< of each grid slot's frame, −1: not usable
    std::int64_t m_rows = 0;          ///< with those pending
};

}  // namespace lipwright::evaluation
