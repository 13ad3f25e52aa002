// A take as it is laid into the film, under its segment's retouch: what the viewer shows and what
// the export writes. Belongs to one thread.
#pragma once

#include "engine/dubbing/retouchtrack.h"
#include "engine/synthesis/take.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

namespace lipwright::dubbing {

/// To be composited with this weight.
struct LaidPatch {
    synthesis::SynthesizedFrame made;
    double weight = 1.0;
};

class RetouchedTake {
public:
    /// `retouch` null: the take as it was rendered.
    [[nodiscard]] static core::Result<RetouchedTake> open(
        const std::filesystem::path& folder, std::shared_ptr<const RetouchTrack> retouch);

    [[nodiscard]] const synthesis::Take& take() const { return m_reader.take(); }
    void setRetouch(std::shared_ptr<const RetouchTrack> retouch) { m_retouch = std::move(retouch); }

    /// What is laid into `film` (the frame without any take); nothing where the take has nothing
    /// or the film's own picture is kept.
    [[nodiscard]] core::Result<std::optional<LaidPatch>> at(const media::VideoFrame& film);
    /// This frame's patch stays at hand once it was read, until another one is kept.
    void keep(std::int64_t frame);

private:
    explicit RetouchedTake(synthesis::TakeReader reader) : m_reader(std::move(reader)) {}
    [[nodiscard]] core::Result<synthesis::SynthesizedFrame> patch(std::int64_t frame);

    synthesis::TakeReader m_reader;
    std::shared_ptr<const RetouchTrack> m_retouch;
    std::int64_t m_keptFrame = -1;
    std::optional<synthesis::SynthesizedFrame> m_kept;
};

}  // namespace lipwright::dubbing
