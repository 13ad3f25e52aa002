#include "app/presenter/facemesh.h"

#include "app/presenter/noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lipwright::presenter {

namespace {

constexpr int kColumns = 144;
constexpr float kPi = std::numbers::pi_v<float>;

void addRows(std::vector<float>& heights, float from, float to, int count) {
    for (int i = 0; i < count; ++i) {
        heights.push_back(from + (to - from) * static_cast<float>(i) / static_cast<float>(count));
    }
}

}  // namespace

FaceMesh::FaceMesh(const HeadShape& shape) : m_shape(&shape) {
    addRows(m_heights, kCrown, -0.40F, 24);
    addRows(m_heights, -0.40F, 0.60F, 48);
    addRows(m_heights, 0.60F, kMouthLine, 18);
    m_slitRow = static_cast<int>(m_heights.size());
    m_heights.push_back(kMouthLine);
    addRows(m_heights, kMouthLine, 1.0F, 20);
    addRows(m_heights, 1.0F, kChinBottom, 22);
    m_heights.push_back(kChinBottom);
    m_rest.material = Material::skin;
    m_rest.columns = kColumns;
    m_rest.rows = static_cast<int>(m_heights.size());
    for (int row = 0; row < m_rest.rows; ++row) {
        const float y = m_heights[static_cast<std::size_t>(row)];
        for (int column = 0; column < kColumns; ++column) {
            const float theta = thetaOf(static_cast<float>(column));
            const cv::Vec3f point = shape.surface(theta, y);
            const float hair = shape.hairVolume(theta, y);
            const cv::Vec3f outward =
                cv::normalize(cv::Vec3f(point[0], 0.9F * (y + 0.2F), point[2] + 0.7F));
            m_rest.positions.push_back(point + outward * (0.10F * hair));
            m_rest.attributes.push_back({static_cast<float>(column), static_cast<float>(row),
                                         point[0], point[2] > -0.7F ? y : -9.0F});
            m_weights.push_back(shape.weights(point, row > m_slitRow));
        }
    }
    addGridTriangles(m_rest, m_slitRow);
}

float FaceMesh::thetaOf(float column) const {
    const float t = 2.0F * column / static_cast<float>(kColumns - 1) - 1.0F;
    return kPi * (0.38F * t + 0.62F * t * t * t);
}

float FaceMesh::heightOf(float row) const {
    const auto below = static_cast<std::size_t>(row);
    if (below + 1 >= m_heights.size()) {
        return m_heights.back();
    }
    return mix(m_heights[below], m_heights[below + 1], row - static_cast<float>(below));
}

void FaceMesh::pose(const MouthPose& mouth, Mesh& posed) const {
    for (std::size_t i = 0; i < posed.positions.size(); ++i) {
        posed.positions[i] = m_rest.positions[i] + m_weights[i].displacement(mouth);
    }
    computeNormals(posed);
    mendSeam(posed);
}

// Beyond the corners of the mouth the two copies of the mouth line are one line.
void FaceMesh::mendSeam(Mesh& posed) const {
    for (int column = 0; column < kColumns; ++column) {
        const auto upper = static_cast<std::size_t>(m_slitRow * kColumns + column);
        const auto lower = upper + kColumns;
        if (std::abs(m_rest.positions[upper][0]) < m_shape->slitHalfWidth() &&
            m_rest.positions[upper][2] > 0.0F) {
            continue;
        }
        const cv::Vec3f normal = cv::normalize(posed.normals[upper] + posed.normals[lower]);
        posed.normals[upper] = posed.normals[lower] = normal;
    }
}

namespace {

/// A closed tube around a vertical axis: centre z, half width and half depth by row.
struct Ring {
    float y;
    float halfWidth;
    float halfDepth;
    float z;
};

Ring operator+(const Ring& a, const Ring& b) {
    return {a.y + b.y, a.halfWidth + b.halfWidth, a.halfDepth + b.halfDepth, a.z + b.z};
}

Ring operator*(const Ring& a, float factor) {
    return {a.y * factor, a.halfWidth * factor, a.halfDepth * factor, a.z * factor};
}

/// A smooth curve (Catmull-Rom) through the rings; `place` counts rings.
Ring ringAt(const std::vector<Ring>& rings, float place) {
    const int last = static_cast<int>(rings.size()) - 1;
    const int index = std::min(static_cast<int>(place), last - 1);
    const float t = place - static_cast<float>(index);
    const auto ring = [&](int i) {
        return rings[static_cast<std::size_t>(std::clamp(i, 0, last))];
    };
    const Ring before = ring(index - 1);
    const Ring from = ring(index);
    const Ring to = ring(index + 1);
    const Ring after = ring(index + 2);
    return (before * (-t + 2.0F * t * t - t * t * t) +
            from * (2.0F - 5.0F * t * t + 3.0F * t * t * t) +
            to * (t + 4.0F * t * t - 3.0F * t * t * t) + after * (t * t * t - t * t)) *
           0.5F;
}

/// `power` below 1 makes the cross section more of a box.
Mesh makeTube(const std::vector<Ring>& rings, int rowsBetween, int columns, const cv::Vec3f& colour,
              float power) {
    Mesh mesh;
    mesh.columns = columns;
    mesh.rows = (static_cast<int>(rings.size()) - 1) * rowsBetween + 1;
    for (int row = 0; row < mesh.rows; ++row) {
        const Ring ring = ringAt(rings, static_cast<float>(row) / static_cast<float>(rowsBetween));
        for (int column = 0; column < columns; ++column) {
            const float turn = static_cast<float>(column) / static_cast<float>(columns - 1);
            const float s = std::sin(kPi * (2.0F * turn - 1.0F));
            const float c = std::cos(kPi * (2.0F * turn - 1.0F));
            const float x = std::copysign(std::pow(std::abs(s), power), s);
            const float z = std::copysign(std::pow(std::abs(c), power), c);
            mesh.positions.push_back({ring.halfWidth * x, ring.y, ring.z + ring.halfDepth * z});
            mesh.attributes.push_back({colour[0], colour[1], colour[2], 0.0F});
        }
    }
    addGridTriangles(mesh);
    computeNormals(mesh);
    return mesh;
}

}  // namespace

Mesh makeEar(const HeadShape& shape, const Identity& identity, float side) {
    const cv::Vec3f colour = identity.skin.mul(cv::Vec3f(0.92F, 0.78F, 0.74F));
    Mesh ear = makeTube({{-0.17F, 0.01F, 0.02F, 0.0F},
                         {-0.12F, 0.06F, 0.14F, -0.02F},
                         {0.05F, 0.07F, 0.16F, 0.0F},
                         {0.22F, 0.05F, 0.10F, 0.03F},
                         {0.33F, 0.035F, 0.06F, 0.05F},
                         {0.36F, 0.005F, 0.02F, 0.05F}},
                        5, 20, colour, 1.0F);
    for (std::size_t i = 0; i < ear.positions.size(); ++i) {
        cv::Vec3f& p = ear.positions[i];
        const float lean = 0.05F * (0.3F - p[1]);
        const float bowl = bump(p[1] / 0.11F - 0.4F) * bump((p[2] - 0.02F) / 0.08F);
        ear.attributes[i] *= 1.0F - 0.4F * bowl;
        p = {side * (shape.halfWidth(0.1F) + 0.035F + lean) + p[0], p[1] + 0.06F,
             p[2] * 0.9F - 0.66F};
    }
    computeNormals(ear);
    return ear;
}

Mesh makeLongHair(const Identity& identity) {
    Mesh hair = makeTube({{-1.34F, 0.10F, 0.10F, -0.90F},
                          {-1.22F, 0.52F, 0.50F, -0.92F},
                          {-0.90F, 0.84F, 0.72F, -0.96F},
                          {-0.2F, 0.97F, 0.76F, -1.02F},
                          {0.6F, 1.00F, 0.72F, -1.02F},
                          {1.3F, 0.97F, 0.56F, -0.95F},
                          {1.75F, 0.86F, 0.42F, -0.86F},
                          {1.92F, 0.66F, 0.26F, -0.82F},
                          {1.95F, 0.30F, 0.10F, -0.82F}},
                         7, 160, identity.hair, 0.85F);
    for (std::size_t i = 0; i < hair.positions.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<std::size_t>(hair.columns));
        const float strand = grain(identity.seed + 33, column * 0.8F, hair.positions[i][1] * 2.0F);
        hair.attributes[i] *= 1.0F + 0.45F * strand;
        hair.positions[i][0] *= 1.0F + 0.012F * strand;
    }
    computeNormals(hair);
    return hair;
}

Mesh makeMouthInside(const HeadShape& shape) {
    Mesh mesh;
    mesh.material = Material::mouth;
    mesh.columns = 13;
    mesh.rows = 13;
    for (int row = 0; row < mesh.rows; ++row) {
        for (int column = 0; column < mesh.columns; ++column) {
            const float x = 0.32F * (static_cast<float>(column) / 6.0F - 1.0F);
            const float y = kMouthLine - 0.12F + 0.60F * static_cast<float>(row) / 12.0F;
            // Leans back downwards: only the slit lets it be seen.
            const float z = shape.frontPoint(0.0F, kMouthLine)[2] - 0.14F - 0.9F * x * x -
                            0.55F * std::fmax(0.0F, y - kMouthLine);
            mesh.positions.push_back({x, y, z});
            mesh.attributes.push_back({x, y, 0.0F, 0.0F});
        }
    }
    addGridTriangles(mesh);
    computeNormals(mesh);
    return mesh;
}

Mesh makeNeck(const Identity& identity, std::vector<float>& follows) {
    const float wide = identity.highVoice ? 0.47F : 0.58F;
    Mesh neck = makeTube({{0.55F, wide * 1.02F, 0.50F, -0.62F},
                          {1.30F, wide, 0.48F, -0.58F},
                          {1.75F, wide * 1.0F, 0.48F, -0.58F},
                          {1.88F, wide * 1.05F, 0.50F, -0.60F},
                          {1.93F, wide * 1.08F, 0.5F, -0.62F}},
                         8, 56, identity.skin, 1.0F);
    for (std::size_t i = 0; i < neck.positions.size(); ++i) {
        const cv::Vec3f& p = neck.positions[i];
        follows.push_back(smoothStep(2.0F, 0.8F, p[1]));
        // The chin's shadow, and the two sinews that run down to the collar bone.
        const float shadow = mix(0.36F, 1.0F, smoothStep(1.25F, 1.95F, p[1]));
        const float sinew = bump((std::abs(p[0]) - 0.42F + 0.16F * p[1]) / 0.05F);
        neck.attributes[i] *= shadow * (1.0F + 0.10F * sinew);
    }
    computeNormals(neck);
    return neck;
}

Mesh makeShoulders(const Identity& identity) {
    const float wide = identity.highVoice ? 0.92F : 1.06F;
    return makeTube({{1.90F, 0.60F * wide, 0.56F, -0.62F},
                     {1.85F, 0.63F * wide, 0.59F, -0.62F},
                     {1.92F, 0.72F * wide, 0.62F, -0.63F},
                     {2.04F, 1.00F * wide, 0.64F, -0.64F},
                     {2.24F, 1.50F * wide, 0.66F, -0.66F},
                     {2.55F, 1.84F * wide, 0.68F, -0.68F},
                     {3.2F, 2.0F * wide, 0.72F, -0.68F},
                     {4.6F, 2.05F * wide, 0.75F, -0.68F}},
                    8, 72, identity.shirt, 0.85F);
}

}  // namespace lipwright::presenter
