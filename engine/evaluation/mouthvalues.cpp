#include "engine/evaluation/mouthvalues.h"

#include <algorithm>

namespace lipwright::evaluation {

namespace {

constexpr std::size_t kFirstMouthPoint = 48;
static_assert(nets::kExpertMouthValues ==
              face::kMouthMeasures +
                  2 * (face::kLandmarkCount - static_cast<int>(kFirstMouthPoint)));

}  // namespace

MouthValues mouthValues(const face::FaceObservation& seen) {
    MouthValues values{};
    auto out = std::ranges::copy(seen.shape, values.begin()).out;
    const face::Landmarks head = face::toHeadCoordinates(seen.landmarks, seen.pose);
    for (std::size_t i = kFirstMouthPoint; i < head.size(); ++i) {
        *out++ = head[i].x;
        *out++ = head[i].y;
    }
    return values;
}

}  // namespace lipwright::evaluation
