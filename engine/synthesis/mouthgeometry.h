// Where the lower face is and where it shall be, in film pixels: the geometry of one synthesised
// frame, without a pixel. Pure functions on the frame library.
#pragma once

#include "engine/synthesis/framelibrary.h"

#include <opencv2/core.hpp>

#include <vector>

namespace lipwright::synthesis {

/// Landmarks of the target frame with mouth and jaw where the wanted shape puts them, the lips in
/// the fine detail of library frame `source`. `jawDrop` (head units) moves the chin down the face,
/// fading towards the cheeks. Lips never cross. Film pixels under the target's pose.
[[nodiscard]] Landmarks wantedLandmarks(const FrameLibrary& library, std::size_t target,
                                        std::size_t source, const MouthShape& wanted,
                                        float jawDrop);

/// The target frame's own landmarks moved as the model says the wanted shape moves them: where the
/// target's own skin goes. Film pixels.
[[nodiscard]] Landmarks carriedLandmarks(const FrameLibrary& library, std::size_t target,
                                         const MouthShape& wanted, float jawDrop);

/// How far the model moves the chin down for the wanted shape, in head units, within what one
/// can pull a chin without tearing what is around it.
[[nodiscard]] float jawDropFor(const FrameLibrary& library, std::size_t target,
                               const MouthShape& wanted);

/// The mouth layer's outline: convex, below the nose, inside cheeks and jaw line.
[[nodiscard]] std::vector<cv::Point2f> mouthOutline(const Landmarks& landmarks);
/// Convex outline of the outer lips.
[[nodiscard]] std::vector<cv::Point2f> lipOutline(const Landmarks& landmarks);
/// What moves with the jaw: convex, from the nose base down to the chin.
[[nodiscard]] std::vector<cv::Point2f> lowerFaceOutline(const Landmarks& landmarks);

/// How far outside lowerFaceOutline() skin may still move with the chin, in head units.
inline constexpr float kNeckReach = 0.45F;

/// The pixels of a frame that rendering it may change: everything that may move, whatever the
/// wanted shape. May reach beyond the picture.
[[nodiscard]] cv::Rect changeableRegion(const LibraryFrame& frame);
/// The pixels of a library frame that a mouth is taken from, inside the picture; empty when the
/// face lies outside it.
[[nodiscard]] cv::Rect mouthRegion(const LibraryFrame& frame, cv::Size film);

/// Distance of a point to a convex outline: positive inside, negative outside, pixels.
[[nodiscard]] float depthInside(const std::vector<cv::Point2f>& outline, cv::Point2f point);

}  // namespace lipwright::synthesis
