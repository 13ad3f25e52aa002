// The few numbers that describe a mouth: what the shape network predicts from sound, what the
// warped engine looks up and warps to, and what an editor draws and edits as a curve.
#pragma once

#include "engine/face/headpose.h"
#include "engine/face/landmarks.h"

#include <array>
#include <span>

namespace lipwright::face {

enum class MouthMeasure { opening, width, height, jaw, upperLip, lowerLip };
inline constexpr int kMouthMeasures = 6;

/// In head units (1 = outer eye corner distance), pose removed:
/// opening: gap of the inner lips; width: distance of the mouth corners; height: outer lips, top to
/// bottom; jaw: chin to nose base; upperLip, lowerLip: the inner lips to the nose base.
using MouthShape = std::array<float, kMouthMeasures>;

[[nodiscard]] MouthShape measureMouth(const Landmarks& landmarks, const HeadPose& pose);

/// An actor's own mean and range, robust against misfits: median, and distance of the 5 % and 95 %
/// quantiles scaled to one standard deviation, not below what measuring noise moves.
/// Relative shape = (measured − centre) / range: about zero mean and unit variance per actor.
struct MouthRange {
    MouthShape centre{};
    MouthShape range{};

    [[nodiscard]] static MouthRange of(std::span<const MouthShape> shapes);
    [[nodiscard]] MouthShape relative(const MouthShape& measured) const;
    [[nodiscard]] MouthShape absolute(const MouthShape& relative) const;
};

}  // namespace lipwright::face
