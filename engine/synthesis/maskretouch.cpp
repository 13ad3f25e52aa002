#include "engine/synthesis/maskretouch.h"

#include "engine/media/videoframe.h"
#include "engine/synthesis/headplane.h"
#include "engine/synthesis/maskshape_p.h"
#include "engine/synthesis/retouchcolours_p.h"

#include <algorithm>
#include <optional>

namespace lipwright::synthesis {
namespace {

constexpr float kUsualPatchWidth = 2.8F;  // head units, where the face is not known
constexpr double kBorderFade = 0.06;      // head units

/// One frame under one retouch.
class Retouching {
public:
    Retouching(const SynthesizedFrame& made, const media::VideoFrame& film, const FacePlace& face,
               const FrameRetouch& retouch)
        : m_made(made),
          m_film(film),
          m_face(face),
          m_retouch(retouch),
          m_plane(HeadPlane::of(face.landmarks)),
          m_unit(m_plane ? m_plane->unit()
                         : static_cast<float>(made.region.width) / kUsualPatchWidth) {}

    [[nodiscard]] core::Result<SynthesizedFrame> run() const {
        SynthesizedFrame result = m_made;
        if (m_retouch.colourMatch > 0.0 || m_retouch.sharpness != 0.0) {
            result.patch.rgb = m_made.patch.rgb.clone();
        }
        if (m_retouch.colourMatch > 0.0) {
            if (const auto matched = matchFilm(result.patch.rgb); !matched) {
                return core::passOn(matched);
            }
        }
        changeSharpness(result.patch.rgb, m_retouch.sharpness, m_unit);
        result.patch.alpha = alpha();
        return result;
    }

private:
    [[nodiscard]] cv::Mat1f mask() const {
        cv::Mat1f mask;
        m_made.patch.alpha.convertTo(mask, CV_32F, 1.0 / fullAlpha());
        return mask;
    }

    [[nodiscard]] double fullAlpha() const {
        return m_made.patch.alpha.depth() == CV_16U ? 65535.0 : 255.0;
    }

    [[nodiscard]] core::Result<void> matchFilm(cv::Mat& rgb) const {
        auto film = m_film.rgb(m_made.region);
        if (!film) {
            return core::passOn(film);
        }
        matchColours(rgb,
                     {m_made.region, std::move(*film), mask(),
                      m_plane ? m_face.landmarks : face::Landmarks{}, m_unit},
                     std::min(m_retouch.colourMatch, 1.0));
        return {};
    }

    [[nodiscard]] cv::Mat alpha() const {
        const bool reshapes = m_retouch.grow != 0.0 || m_retouch.feather > 0.0;
        const bool paints = !m_retouch.brush.empty() && m_plane;
        const double opacity = std::clamp(m_retouch.opacity, 0.0, 1.0);
        cv::Mat result;
        if (!reshapes && !paints) {
            m_made.patch.alpha.convertTo(result, m_made.patch.alpha.type(), opacity);
            return result;
        }
        const MaskPlace place{m_made.region, m_film.size()};
        const auto unit = static_cast<double>(m_unit);
        const cv::Mat1f before = mask();
        cv::Mat1f after = before;
        if (reshapes) {
            after = reshaped(after, place, m_retouch.grow * unit, m_retouch.feather * unit);
        }
        if (paints) {
            after = painted(after, place, m_retouch.brush, *m_plane);
        }
        keepOffBorder(after, before, place, kBorderFade * unit);
        after.convertTo(result, m_made.patch.alpha.type(), opacity * fullAlpha());
        return result;
    }

    const SynthesizedFrame& m_made;
    const media::VideoFrame& m_film;
    const FacePlace& m_face;
    const FrameRetouch& m_retouch;
    std::optional<HeadPlane> m_plane;
    float m_unit;
};

}  // namespace

bool FrameRetouch::changesNothing() const {
    return grow == 0.0 && feather <= 0.0 && colourMatch <= 0.0 && sharpness == 0.0 &&
           opacity >= 1.0 && brush.empty();
}

core::Result<SynthesizedFrame> retouched(const SynthesizedFrame& made,
                                         const media::VideoFrame& film, const FacePlace& face,
                                         const FrameRetouch& retouch) {
    if (retouch.changesNothing()) {
        return made;
    }
    const bool fits = (made.region & cv::Rect({0, 0}, film.size())) == made.region &&
                      made.patch.rgb.size() == made.region.size() &&
                      made.patch.alpha.size() == made.region.size();
    const bool brushFits =
        retouch.brush.empty() || retouch.brush.size() == cv::Size(kBrushColumns, kBrushRows);
    if (!fits || !brushFits) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "a patch does not fit the film it is retouched for",
                          "frame " + std::to_string(film.number()));
    }
    return Retouching(made, film, face, retouch).run();
}

}  // namespace lipwright::synthesis
