#include "app/presenter/skintexture.h"

#include "app/presenter/noise.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace lipwright::presenter {

namespace {

cv::Vec3f blend(const cv::Vec3f& a, const cv::Vec3f& b, float t) {
    return a + (b - a) * t;
}

/// How hidden a point of the front lies between its neighbours, 0..1, on a map of rest x, y.
class CavityMap {
public:
    explicit CavityMap(const HeadShape& shape) : m_depth(kSize, kSize, CV_32F) {
        for (int row = 0; row < kSize; ++row) {
            const float y = kCrown + (kChinBottom - kCrown) * static_cast<float>(row) / (kSize - 1);
            for (int column = 0; column < kSize; ++column) {
                const float x = 2.0F * static_cast<float>(column) / (kSize - 1) - 1.0F;
                m_depth.at<float>(row, column) = shape.frontPoint(x, y)[2];
            }
        }
        cv::GaussianBlur(m_depth, m_near, {}, 4.0);
        cv::GaussianBlur(m_depth, m_far, {}, 11.0);
    }

    [[nodiscard]] float at(float x, float y) const {
        const int column =
            std::clamp(static_cast<int>((x + 1.0F) * 0.5F * (kSize - 1)), 0, kSize - 1);
        const int row = std::clamp(
            static_cast<int>((y - kCrown) / (kChinBottom - kCrown) * (kSize - 1)), 0, kSize - 1);
        const float z = m_depth.at<float>(row, column);
        const float hidden =
            9.0F * (m_near.at<float>(row, column) - z) + 5.0F * (m_far.at<float>(row, column) - z);
        const float inside = smoothStep(0.75F, 0.55F, std::abs(x));
        return std::clamp(hidden, -0.25F, 0.7F) * inside;
    }

private:
    static constexpr int kSize = 200;
    cv::Mat m_depth;
    cv::Mat m_near;
    cv::Mat m_far;
};

class Painter {
public:
    Painter(const HeadShape& shape, const Identity& identity)
        : m_shape(shape), m_identity(identity), m_cavity(shape) {}

    [[nodiscard]] cv::Vec4f colour(float theta, float y) const {
        const cv::Vec3f p = m_shape.surface(theta, y);
        const float facing = smoothStep(0.0F, 0.3F, std::cos(theta));
        cv::Vec3f paint = skin(p, facing);
        float gloss = mix(0.16F, 0.30F, bump(p[0] / 0.25F) * facing);
        if (facing > 0.0F) {
            paintLips(p, paint, gloss);
            paintBrow(p, paint);
            paintNostril(p, paint);
            const float cavity = m_cavity.at(p[0], y);
            paint *= cavity > 0.0F ? std::exp(-1.1F * cavity) : 1.0F - 0.35F * cavity;
        }
        const float hair = m_shape.hairCover(theta, y);
        if (hair > 0.0F) {
            const float strand = grain(m_identity.seed + 31, theta * 70.0F, y * 4.0F) * 0.5F +
                                 grain(m_identity.seed + 32, theta * 26.0F, y * 2.0F) * 0.5F;
            paint = blend(paint, m_identity.hair * (1.0F + 0.55F * strand), hair);
            gloss = mix(gloss, 0.35F + 0.2F * strand, hair);
        }
        return {paint[0], paint[1], paint[2], gloss};
    }

private:
    [[nodiscard]] cv::Vec3f skin(const cv::Vec3f& p, float facing) const {
        const Identity& id = m_identity;
        const float ax = std::abs(p[0]);
        const float y = p[1];
        cv::Vec3f paint = id.skin;
        const float mottle = 0.05F * grain(id.seed + 1, p[0] * 7.0F, y * 7.0F) +
                             0.045F * grain(id.seed + 2, p[0] * 25.0F, y * 25.0F) +
                             0.04F * grain(id.seed + 3, p[0] * 70.0F, y * 70.0F);
        paint *= 1.0F + mottle;
        const float red = 0.20F * bump((ax - 0.48F) / 0.22F) * bump((y - 0.38F) / 0.2F) +
                          0.16F * bump(p[0] / 0.14F) * bump((y - 0.40F) / 0.12F);
        paint = paint.mul(cv::Vec3f(1.0F, 1.0F - red * facing, 1.0F - 0.9F * red * facing));
        const float sallow =
            0.22F * bump((ax - 0.34F) / 0.15F) * bump((y - 0.09F) / 0.06F) * facing;
        paint = paint.mul(cv::Vec3f(1.0F - sallow, 1.0F - 1.15F * sallow, 1.0F - sallow));
        const float stubble = id.beard * smoothStep(0.45F, 0.66F, y + 0.10F * (ax - 0.3F)) *
                              (0.8F + 0.4F * grain(id.seed + 4, p[0] * 90.0F, y * 90.0F));
        paint = blend(paint, id.skin * 0.42F, 0.6F * std::fmin(stubble, 1.0F));
        const float spot = grain(id.seed + 6, p[0] * 38.0F, y * 38.0F);
        const float freckle =
            id.freckles * smoothStep(0.45F, 0.8F, spot) * bump((y - 0.3F) / 0.25F);
        return blend(paint, id.skin.mul(cv::Vec3f(0.6F, 0.45F, 0.35F)), 0.6F * freckle * facing);
    }

    void paintLips(const cv::Vec3f& p, cv::Vec3f& paint, float& gloss) const {
        const float upper = m_shape.upperLipEdge(p[0]);
        const float lower = m_shape.lowerLipEdge(p[0]);
        const float y = p[1];
        if (lower - upper < 0.004F) {
            return;
        }
        const float inside = smoothStep(upper - 0.007F, upper + 0.008F, y) *
                             smoothStep(lower + 0.008F, lower - 0.008F, y);
        const float crease = 0.10F * grain(m_identity.seed + 8, p[0] * 85.0F, y * 9.0F);
        const float shade = y < kMouthLine ? 0.84F : 0.86F;
        paint = blend(paint, m_identity.lips * (shade * (1.0F + crease)), 0.9F * inside);
        gloss = mix(gloss, 0.08F, inside);
        const float seam = bump((y - kMouthLine) / 0.010F) *
                           smoothStep(0.31F, 0.25F, std::abs(p[0]) / m_identity.mouthWidth);
        paint *= 1.0F - 0.8F * seam;
        const float corner = bump((std::abs(p[0]) / m_identity.mouthWidth - 0.29F) / 0.022F) *
                             bump((y - kMouthLine) / 0.018F);
        paint *= 1.0F - 0.5F * corner;
    }

    void paintBrow(const cv::Vec3f& p, cv::Vec3f& paint) const {
        const float ax = std::abs(p[0]);
        const float t = (ax - 0.12F) / 0.54F;
        if (t < -0.05F || t > 1.05F) {
            return;
        }
        const float middle =
            -0.225F - 0.085F * std::sin(2.2F * t) + 0.09F * t * t * t - m_identity.browHeight;
        const float thick = m_identity.browWeight * mix(0.042F, 0.018F, t * t);
        const float strand =
            0.35F * grain(m_identity.seed + 9, ax * 60.0F + p[1] * 70.0F, p[1] * 18.0F);
        const float cover = smoothStep(1.15F, 0.55F, std::abs(p[1] - middle) / thick + strand) *
                            smoothStep(-0.05F, 0.06F, t) * smoothStep(1.05F, 0.85F, t);
        const cv::Vec3f hair = m_identity.hair * 0.42F;
        paint = blend(paint, blend(hair, paint, 0.12F), 0.9F * cover);
    }

    void paintNostril(const cv::Vec3f& p, cv::Vec3f& paint) const {
        const float base = 0.525F * m_identity.noseLength;
        const float ax = std::abs(p[0]);
        const float hole = bump((ax - 0.078F * m_identity.noseWidth) / 0.030F) *
                           bump((p[1] - base + 0.006F) / 0.016F);
        paint *= 1.0F - 0.8F * std::fmin(1.0F, 1.1F * hole);
        const float wing = bump((ax - 0.175F * m_identity.noseWidth) / 0.022F) *
                           bump((p[1] - base + 0.06F) / 0.055F);
        paint *= 1.0F - 0.35F * wing;
        const float under = bump(p[0] / 0.15F) * bump((p[1] - base - 0.025F) / 0.03F);
        paint *= 1.0F - 0.12F * under;
    }

    const HeadShape& m_shape;
    const Identity& m_identity;
    CavityMap m_cavity;
};

}  // namespace

cv::Mat paintSkin(const HeadShape& shape, const FaceMesh& mesh, const Identity& identity,
                  cv::Size size) {
    const Painter painter(shape, identity);
    cv::Mat texture(size, CV_32FC4);
    for (int row = 0; row < size.height; ++row) {
        const float y =
            mesh.heightOf(static_cast<float>(row) * static_cast<float>(mesh.rest().rows - 1) /
                          static_cast<float>(size.height - 1));
        for (int column = 0; column < size.width; ++column) {
            const float theta = mesh.thetaOf(static_cast<float>(column) *
                                             static_cast<float>(mesh.rest().columns - 1) /
                                             static_cast<float>(size.width - 1));
            texture.at<cv::Vec4f>(row, column) = painter.colour(theta, y);
        }
    }
    return texture;
}

}  // namespace lipwright::presenter
