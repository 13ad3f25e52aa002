// The painted mouth's network at use (after paper 001 §3.4): paints the lower half of a face crop
// from its upper half, reference mouths of the same person and what drives the mouth: sound, the
// wanted shape, or both. Knows nothing of faces or films. One object belongs to one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/nets/device.h"
#include "engine/nets/speechfeatures.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::nets {

/// In what numbers it computes. `automatic`: bfloat16 where a timed trial at load finds it clearly
/// faster on this machine, else float32, the reference.
enum class GeneratorPrecision { automatic, float32, bfloat16 };

struct GeneratorOptions {
    Device device = Device::cpu;
    GeneratorPrecision precision = GeneratorPrecision::automatic;
    int batch = 16;  ///< frames at a time; halved for good where memory does not suffice
};

/// Reference mouths as the network remembers them: encode once per take and keep. Cheap to copy;
/// only for the generator that made it.
class ReferenceMouths {
public:
    struct State;
    explicit ReferenceMouths(std::shared_ptr<const State> state) : m_state(std::move(state)) {}

    [[nodiscard]] int count() const;
    /// Those of the given places alone, at least one.
    [[nodiscard]] ReferenceMouths only(std::span<const int> places) const;
    [[nodiscard]] const State& state() const { return *m_state; }

private:
    std::shared_ptr<const State> m_state;
};

/// n lower halves of size() / 2 × size() pixels, rows from the top.
struct PaintedMouths {
    std::vector<float> rgb;   ///< (n, size() / 2, size(), 3), interleaved, 0 … 1
    std::vector<float> mask;  ///< (n, size() / 2, size()), 0 … 1: where the mouth counts
};

class MouthGenerator {
public:
    /// Reads a weights file whose hash was verified by engine/models.
    [[nodiscard]] static core::Result<MouthGenerator> load(const std::filesystem::path& weights,
                                                           const GeneratorOptions& options = {});
    MouthGenerator(MouthGenerator&&) noexcept;
    MouthGenerator& operator=(MouthGenerator&&) noexcept;
    ~MouthGenerator();

    [[nodiscard]] int size() const;  ///< side of the face crop
    [[nodiscard]] bool hearsSound() const;
    [[nodiscard]] bool takesShape() const;
    [[nodiscard]] int phoneticValues() const;  ///< of the sound's phonetic rows
    [[nodiscard]] int shapeFrames() const;     ///< wanted shapes per frame: it, and as many around
    [[nodiscard]] int shapeValues() const;     ///< values per shape
    [[nodiscard]] int driveValues() const;     ///< values per frame that encodeDrive() returns
    /// Sound to each side of an instant that the drive depends on.
    [[nodiscard]] double contextSeconds() const;
    /// What `automatic` came to.
    [[nodiscard]] GeneratorPrecision precision() const;

    /// `lowerHalves`: n × (size() / 2, size(), 3) bytes, RGB, interleaved.
    [[nodiscard]] core::Result<ReferenceMouths> encodeReferences(
        std::span<const std::uint8_t> lowerHalves, int n) const;

    /// What the frames at `times` (seconds) shall say: (n, driveValues()), row-major. `features`
    /// should reach contextSeconds() around them; beyond is silence. `shapes`: (n, shapeFrames(),
    /// shapeValues()) relative mouth shapes, the frame's own in the middle. What the network does
    /// not take may be empty.
    [[nodiscard]] core::Result<std::vector<float>> encodeDrive(const SpeechFeatures& features,
                                                               std::span<const double> times,
                                                               std::span<const float> shapes) const;

    /// `upperHalves`: n × (size() / 2, size(), 3) bytes, RGB; `drives`: (n, driveValues()).
    [[nodiscard]] core::Result<PaintedMouths> paint(std::span<const std::uint8_t> upperHalves,
                                                    std::span<const float> drives, int n,
                                                    const ReferenceMouths& references) const;

private:
    struct State;
    explicit MouthGenerator(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::nets
