// Where the lower face is and where it shall be, in film pixels: the geometry of one synthesised
// frame, without a pixel. Pure functions on the frame library.
#pragma once

#include "engine/synthesis/framelibrary.h"

#include <opencv2/core.hpp>

#include <vector>

namespace lipwright::synthesis {

/// The target frame's own landmarks, mouth and jaw moved as the model says a change of (relative)
/// shape moves them: where the target's own skin goes. The chin moves down or up the face within
/// what one can pull it without tearing its surroundings, the jaw less and less towards the
/// cheeks. Film pixels.
[[nodiscard]] Landmarks carriedLandmarks(const FrameLibrary& library, std::size_t target,
                                         const MouthShape& change);

/// `carried` with the mouth where the wanted shape puts it, in the fine detail of library frame
/// `source`. Lips never cross. Film pixels under the target's pose.
[[nodiscard]] Landmarks wantedLandmarks(const FrameLibrary& library, std::size_t target,
                                        std::size_t source, const MouthShape& wanted,
                                        const Landmarks& carried);

/// The mouth layer's outline: convex, below the nose, inside cheeks and jaw line.
[[nodiscard]] std::vector<cv::Point2f> mouthOutline(const Landmarks& landmarks);
/// Convex outline of the outer lips.
[[nodiscard]] std::vector<cv::Point2f> lipOutline(const Landmarks& landmarks);
/// What moves with the jaw: convex, from the nose base down to the chin.
[[nodiscard]] std::vector<cv::Point2f> lowerFaceOutline(const Landmarks& landmarks);

/// The whole visible face: convex, jaw line and brows.
[[nodiscard]] std::vector<cv::Point2f> faceOutline(const Landmarks& landmarks);

/// How far outside lowerFaceOutline() skin may still move with the chin, in head units.
inline constexpr float kNeckReach = 0.45F;

/// The pixels of a frame that rendering it may change: everything that may move, whatever the
/// wanted shape. May reach beyond the picture.
[[nodiscard]] cv::Rect changeableRegion(const LibraryFrame& frame);
/// The pixels of a library frame that a mouth is taken from, inside the picture; empty when the
/// face lies outside it.
[[nodiscard]] cv::Rect mouthRegion(const LibraryFrame& frame, cv::Size film);

/// Filled outline as a mask of `area`: CV_8UC1, 0 or 255.
[[nodiscard]] cv::Mat1b outlineMask(const std::vector<cv::Point2f>& outline, const cv::Rect& area);

/// Distance of a point to a convex outline: positive inside, negative outside, pixels.
[[nodiscard]] float depthInside(const std::vector<cv::Point2f>& outline, cv::Point2f point);

}  // namespace lipwright::synthesis
