// The audio → mouth-shape network at use: relative mouth shapes (per-actor z-scores of
// face::MouthShape, in its order) for instants of a sound. Knows nothing of faces or files.
// One object belongs to one thread; several may share one weights file.
#pragma once

#include "engine/core/result.h"
#include "engine/nets/device.h"
#include "engine/nets/speechfeatures.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::nets {

/// How the mouth speaks, -1 to 1; 0 is the speaker as the network was fitted to him, or an average
/// one. 1 opens about a fifth wider, or moves about a quarter faster, than 0.
struct SpeakingStyle {
    double articulation = 0.0;
    double liveliness = 0.0;
};

class ShapeNetwork {
public:
    /// Reads a weights file whose hash was verified by engine/models.
    [[nodiscard]] static core::Result<ShapeNetwork> load(const std::filesystem::path& weights,
                                                         Device device = Device::cpu);
    ShapeNetwork(ShapeNetwork&&) noexcept;
    ShapeNetwork& operator=(ShapeNetwork&&) noexcept;
    ~ShapeNetwork();

    [[nodiscard]] int measures() const;
    [[nodiscard]] bool takesPhonetic() const;
    /// False for weights of before there were styles: they speak one way whatever is asked for.
    [[nodiscard]] bool takesStyle() const;
    /// Context the prediction at an instant depends on, seconds to each side.
    [[nodiscard]] double contextSeconds() const;

    /// Relative shapes at the given instants (seconds, ascending): (times.size(), measures()),
    /// row-major, float32.
    [[nodiscard]] core::Result<std::vector<float>> predict(const SpeechFeatures& features,
                                                           std::span<const double> times,
                                                           SpeakingStyle style = {}) const;

private:
    struct State;
    explicit ShapeNetwork(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::nets
