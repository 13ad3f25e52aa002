// When every frame of a film is shown: the map between frame numbers and timestamps, for constant
// and variable frame rates alike. Knows no decoder. Immutable once built; share freely.
#pragma once

#include "engine/core/error.h"
#include "engine/core/rationaltime.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lipwright::media {

/// Every frame the stream presents, in presentation order. Immutable once built; share freely.
class FrameIndex {
public:
    struct Entry {
        std::int64_t pts = 0;       ///< in the stream's time base
        std::int64_t duration = 0;  ///< to the next frame's pts; of the last: its packet's duration
        bool key = false;
    };

    FrameIndex(core::TimeBase base, std::vector<Entry> entries);
    /// What indexing found out besides the frames; see the functions of these names.
    struct Findings {
        std::optional<core::Error> damage;
        bool decodedTimestamps = false;
        std::int64_t hiddenFrames = 0;
    };
    FrameIndex(core::TimeBase base, std::vector<Entry> entries, Findings findings);

    [[nodiscard]] std::int64_t frameCount() const;
    [[nodiscard]] core::RationalTime timeOf(std::int64_t number) const;
    /// The instant at which the frame stops being shown.
    [[nodiscard]] core::RationalTime endOf(std::int64_t number) const;
    /// The frame shown at `time`: the last whose pts is not later; clamped to the ends.
    [[nodiscard]] std::int64_t numberAt(core::RationalTime time) const;
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] core::TimeBase timeBase() const { return m_base; }
    /// True when frame durations differ by more than one tick.
    [[nodiscard]] bool variableRate() const;
    /// Why the frames end before the file's own directory or header says; nothing for a whole file.
    [[nodiscard]] const std::optional<core::Error>& damage() const { return m_findings.damage; }
    /// True for the rare files without packet timestamps (AVI with B-frames): the index then came
    /// from decoding, and random access decodes from the beginning.
    [[nodiscard]] bool decodedTimestamps() const { return m_findings.decodedTimestamps; }
    /// Stored frames that an edit list keeps from being presented.
    [[nodiscard]] std::int64_t hiddenFrames() const { return m_findings.hiddenFrames; }

private:
    core::TimeBase m_base;
    std::vector<Entry> m_entries;
    Findings m_findings;
};

}  // namespace lipwright::media
