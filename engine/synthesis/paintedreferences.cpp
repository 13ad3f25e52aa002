#include "engine/face/croptransform.h"
#include "engine/nets/referencechoice.h"
#include "engine/synthesis/framechoice.h"
#include "engine/synthesis/paintedreferences_p.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <cstdlib>
#include <limits>

namespace lipwright::synthesis {

namespace {

constexpr double kTurn = 4.0;  // degrees
constexpr double kScale = 0.04;
constexpr double kShift = 0.02;  // of the crop's side

/// A small affine change of a crop, another one for every number.
cv::Matx23d variationOf(int number, int size) {
    const double phase = 2.4 * number;  // the golden angle: no two alike
    const double side = size;
    cv::Mat turned =
        cv::getRotationMatrix2D({static_cast<float>(side / 2.0), static_cast<float>(side * 0.75)},
                                kTurn * std::sin(phase), 1.0 + kScale * std::cos(phase));
    cv::Matx23d change = turned;
    change(0, 2) += kShift * side * std::cos(1.7 * phase);
    change(1, 2) += kShift * side * std::sin(1.7 * phase);
    return change;
}

}  // namespace

core::Result<std::vector<MouthReference>> referencesFrom(const FrameLibrary& library,
                                                         const std::vector<std::int64_t>& banned,
                                                         std::size_t count) {
    std::vector<std::size_t> allowed;
    std::vector<float> heads;
    for (std::size_t k = 0; k < library.frames().size(); ++k) {
        if (!lists(banned, library.frames()[k].number)) {
            allowed.push_back(k);
            for (const cv::Point2f& point : library.head(k)) {
                heads.push_back(point.x);
                heads.push_back(point.y);
            }
        }
    }
    std::vector<MouthReference> references;
    for (const std::size_t chosen : nets::chooseReferences(heads, count)) {
        references.push_back({allowed[chosen], 0});
    }
    if (references.empty()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "every frame of the actor's mouth is banned", {},
                          "Allow some of the frames again");
    }
    const std::size_t different = references.size();
    for (std::size_t k = different; k < count; ++k) {
        references.push_back({references[k % different].index, static_cast<int>(k / different)});
    }
    return references;
}

std::vector<int> referencesAwayFrom(const LibraryFrame& target, int neighbours,
                                    const std::vector<MouthReference>& references,
                                    const FrameLibrary& library) {
    std::vector<int> away;
    int farthest = 0;
    std::int64_t most = -1;
    for (std::size_t k = 0; k < references.size(); ++k) {
        const LibraryFrame& frame = library.frames()[references[k].index];
        const std::int64_t distance = frame.track == target.track
                                          ? std::abs(frame.number - target.number)
                                          : std::numeric_limits<std::int64_t>::max();
        if (distance > neighbours) {
            away.push_back(static_cast<int>(k));
        }
        if (distance > most) {
            most = distance;
            farthest = static_cast<int>(k);
        }
    }
    return away.empty() ? std::vector<int>{farthest} : away;
}

PictureRequest pictureOf(const LibraryFrame& frame, int size, cv::Size film) {
    const FaceCropGrid grid(frame.landmarks, size);
    return {frame.number, grid.filmRegion(face::lowerHalf(size)) & cv::Rect({}, film)};
}

void appendLowerHalf(const MouthReference& reference, const LibraryFrame& frame,
                     const PlacedPicture& picture, int size, std::vector<std::uint8_t>& bytes) {
    cv::Mat crop = FaceCropGrid(frame.landmarks, size).cutBytes(picture);
    if (reference.variation > 0) {
        cv::warpAffine(crop, crop, variationOf(reference.variation, size), crop.size(),
                       cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    }
    const cv::Mat lower = crop(face::lowerHalf(size)).clone();
    bytes.insert(bytes.end(), lower.datastart, lower.dataend);
}

}  // namespace lipwright::synthesis
