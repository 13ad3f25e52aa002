// The mender at use: what to add to a warped mouth so that it looks as the camera would have seen
// it. Works on aligned face crops (face/croptransform.h); laying the result onto the film is the
// caller's. One object belongs to one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/nets/device.h"

#include <array>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::nets {

inline constexpr int kMenderShape = 6;  ///< values of a relative face::MouthShape

/// Halves of a face crop of side S: (S/2, S) rows, RGB interleaved, values in [0, 1].
struct WarpedMouth {
    std::span<const float> lower;              ///< (S/2, S, 3) as the warp made it
    std::span<const float> alpha;              ///< (S/2, S) the warp's mask
    std::span<const float> upper;              ///< (S/2, S, 3) the target's own upper half
    std::array<float, kMenderShape> wanted{};  ///< relative
};

class MouthMender {
public:
    [[nodiscard]] static core::Result<MouthMender> load(const std::filesystem::path& weights,
                                                        Device device = Device::cpu);
    MouthMender(MouthMender&&) noexcept;
    MouthMender& operator=(MouthMender&&) noexcept;
    ~MouthMender();

    [[nodiscard]] int size() const;  ///< S
    /// (S/2, S, 3) to be added to `lower`, within ±0.5 and 0 where alpha is 0.
    [[nodiscard]] core::Result<std::vector<float>> residual(const WarpedMouth& mouth) const;

private:
    struct State;
    explicit MouthMender(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::nets
