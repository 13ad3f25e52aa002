#include "engine/synthesis/maskshape_p.h"
#include "engine/synthesis/smoothstep.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace lipwright::synthesis {
namespace {

constexpr float kOwnDetail = 4.0F;  // pixels
constexpr float kFarOff = 1e4F;     // pixels, where there is no edge at all

/// At which sides of the region the film ends: there a mask goes on, elsewhere it is over.
struct FilmBorder {
    bool left, top, right, bottom;
    explicit FilmBorder(const MaskPlace& place)
        : left(place.region.x <= 0),
          top(place.region.y <= 0),
          right(place.region.br().x >= place.film.width),
          bottom(place.region.br().y >= place.film.height) {}
};

/// Continues what reaches the last row below it, ever narrower, as a face does.
void continueBelow(cv::Mat1b& inside) {
    cv::Mat1b more(std::min(inside.rows, inside.cols) / 2, inside.cols);
    cv::Mat1b last = inside.row(inside.rows - 1).clone();
    for (int y = 0; y < more.rows; ++y) {
        cv::erode(last, last, cv::Mat::ones(1, 3, CV_8U));
        last.copyTo(more.row(y));
    }
    cv::vconcat(inside, more, inside);
}

/// `inside` with what is thought around it; `origin` is where it lies in that.
cv::Mat1b surrounded(const cv::Mat1b& inside, const MaskPlace& place, cv::Point& origin) {
    const FilmBorder border(place);
    cv::Mat1b all;
    cv::copyMakeBorder(inside, all, border.top ? 0 : 1, border.bottom ? 0 : 1, border.left ? 0 : 1,
                       border.right ? 0 : 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    origin = {border.left ? 0 : 1, border.top ? 0 : 1};
    if (border.bottom) {
        continueBelow(all);
    }
    const auto continueTurned = [&all](cv::RotateFlags there, cv::RotateFlags back) {
        const cv::Size before = all.size();
        cv::rotate(all, all, there);
        continueBelow(all);
        cv::rotate(all, all, back);
        return all.size() - before;
    };
    if (border.top) {
        origin.y += continueTurned(cv::ROTATE_180, cv::ROTATE_180).height;
    }
    if (border.right) {
        continueTurned(cv::ROTATE_90_CLOCKWISE, cv::ROTATE_90_COUNTERCLOCKWISE);
    }
    if (border.left) {
        origin.x += continueTurned(cv::ROTATE_90_COUNTERCLOCKWISE, cv::ROTATE_90_CLOCKWISE).width;
    }
    return all;
}

/// Distance to the nearest pixel that is 0, pixels.
cv::Mat1f distanceTo0(const cv::Mat1b& picture) {
    if (cv::countNonZero(picture) == picture.rows * picture.cols) {
        return cv::Mat1f(picture.size(), kFarOff);
    }
    cv::Mat1f distance;
    cv::distanceTransform(picture, distance, cv::DIST_L2, cv::DIST_MASK_5);
    return distance;
}

/// How deep pixels lie inside the line where the mask is one half; negative outside.
cv::Mat1f depthOf(const cv::Mat1f& mask, const MaskPlace& place) {
    cv::Point origin;
    const cv::Mat1b inside = surrounded(mask >= 0.5F, place, origin);
    cv::Mat1b outside;
    cv::bitwise_not(inside, outside);
    cv::Mat1f depth = distanceTo0(inside);
    const cv::Mat1f beyond = distanceTo0(outside);
    for (int y = 0; y < depth.rows; ++y) {
        for (int x = 0; x < depth.cols; ++x) {
            depth(y, x) = inside(y, x) != 0 ? depth(y, x) - 0.5F : 0.5F - beyond(y, x);
        }
    }
    return depth(cv::Rect(origin, mask.size()));
}

/// The mask's mean by depth: rises from 0 outside to what it is in the middle.
class EdgeProfile {
public:
    EdgeProfile(const cv::Mat1f& mask, const cv::Mat1f& depth) {
        const auto reach = static_cast<float>(std::max(mask.cols, mask.rows));
        m_first = -reach - 0.5F;  // depths next to the edge are -0.5 and 0.5
        m_values.assign(static_cast<std::size_t>(2.0F * reach) + 2, 0.0F);
        std::vector<float> counts(m_values.size(), 0.0F);
        for (int y = 0; y < mask.rows; ++y) {
            for (int x = 0; x < mask.cols; ++x) {
                const auto bin = binOf(depth(y, x));
                m_values[bin] += mask(y, x);
                counts[bin] += 1.0F;
            }
        }
        float before = 0.0F;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            before = std::max(before, counts[i] > 0.0F ? m_values[i] / counts[i] : 0.0F);
            m_values[i] = before;
        }
    }

    [[nodiscard]] float at(float depth) const {
        const float place =
            std::clamp(depth - m_first, 0.0F, static_cast<float>(m_values.size() - 2));
        const auto i = static_cast<std::size_t>(place);
        const float share = place - static_cast<float>(i);
        return m_values[i] + (m_values[i + 1] - m_values[i]) * share;
    }

    /// The depth at which the mask begins.
    [[nodiscard]] float begin() const {
        const auto first =
            std::ranges::find_if(m_values, [](float v) { return v > 1.0F / 255.0F; });
        return m_first + static_cast<float>(first - m_values.begin()) - 1.0F;
    }

private:
    [[nodiscard]] std::size_t binOf(float depth) const {
        const long place = std::lround(depth - m_first);
        return static_cast<std::size_t>(
            std::clamp(place, 0L, static_cast<long>(m_values.size()) - 1));
    }

    float m_first = 0.0F;
    std::vector<float> m_values;  // one per pixel of depth
};

/// Rises from 0 at a border that is none of the film's to 1 `fade` pixels from it.
std::vector<float> rampAlong(int length, bool atFirst, bool atLast, float fade) {
    std::vector<float> ramp(static_cast<std::size_t>(length), 1.0F);
    for (int i = 0; i < length; ++i) {
        const auto fromFirst = static_cast<float>(i);
        const auto fromLast = static_cast<float>(length - 1 - i);
        float& value = ramp[static_cast<std::size_t>(i)];
        value = std::min(atFirst ? smoothStep(fromFirst / fade) : 1.0F,
                         atLast ? smoothStep(fromLast / fade) : 1.0F);
    }
    return ramp;
}

}  // namespace

cv::Mat1f reshaped(const cv::Mat1f& mask, const MaskPlace& place, double grow, double feather) {
    const cv::Mat1f depth = depthOf(mask, place);
    const EdgeProfile profile(mask, depth);
    const auto shift = static_cast<float>(grow);
    const auto width = static_cast<float>(feather);
    const float begin = profile.begin() - shift;
    // What the mask has beside its profile belongs to its old edge: it goes as that is left.
    const float kept = std::max(0.0F, 1.0F - std::abs(shift) / kOwnDetail);
    cv::Mat1f result(mask.size());
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x) {
            const float d = depth(y, x);
            float value = mask(y, x);
            if (shift != 0.0F) {
                const float own = value - profile.at(d);
                value = std::clamp(profile.at(d + shift) + own * kept, 0.0F, 1.0F);
            }
            if (width > 0.0F) {
                value *= smoothStep((d - begin) / width);
            }
            result(y, x) = value;
        }
    }
    return result;
}

cv::Mat1f painted(const cv::Mat1f& mask, const MaskPlace& place, const BrushField& field,
                  const HeadPlane& plane) {
    // Pixel of the region -> head -> cell of the field, whose value belongs to its middle.
    cv::Matx23f map = plane.filmToHead();
    const cv::Point2f corner = plane.toHead(place.region.tl());
    map(0, 2) = corner.x - kBrushLeft;
    map(1, 2) = corner.y - kBrushTop;
    map *= 1.0F / kBrushCell;
    map(0, 2) -= 0.5F;
    map(1, 2) -= 0.5F;
    cv::Mat1f brush;
    cv::warpAffine(field, brush, map, mask.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat1f result(mask.size());
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x) {
            const float value = mask(y, x);
            const float paint = std::clamp(brush(y, x), -1.0F, 1.0F);
            result(y, x) = paint > 0.0F ? value + paint * (1.0F - value) : value * (1.0F + paint);
        }
    }
    return result;
}

void keepOffBorder(cv::Mat1f& mask, const cv::Mat1f& before, const MaskPlace& place, double fade) {
    const FilmBorder border(place);
    const auto width = std::max(static_cast<float>(fade), 1.0F);
    const auto across = rampAlong(mask.cols, !border.left, !border.right, width);
    const auto down = rampAlong(mask.rows, !border.top, !border.bottom, width);
    for (int y = 0; y < mask.rows; ++y) {
        for (int x = 0; x < mask.cols; ++x) {
            const float most =
                std::min(across[static_cast<std::size_t>(x)], down[static_cast<std::size_t>(y)]);
            mask(y, x) = std::min(mask(y, x), std::max(before(y, x), most));
        }
    }
}

}  // namespace lipwright::synthesis
