// Triangles with what shading needs at their corners. Head coordinates: x right, y down, z towards
// the camera, origin between the eyes, 1 = distance of the outer eye corners.
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace lipwright::presenter {

enum class Material : std::uint8_t { skin, plain, mouth };

struct Mesh {
    Material material = Material::plain;
    int columns = 0;
    int rows = 0;
    std::vector<cv::Vec3f> positions;
    std::vector<cv::Vec3f> normals;
    /// skin: texture coordinates (column, row) and rest position x, y; plain: the colour;
    /// mouth: rest position x, y.
    std::vector<cv::Vec4f> attributes;
    std::vector<std::array<int, 3>> triangles;
};

/// Adds the two triangles of each cell of a grid of `rows` × `columns` points, facing outwards when
/// columns run to the right and rows down as seen from outside. Rows in `cutAfter` are not joined
/// to the next one.
void addGridTriangles(Mesh& mesh, int cutAfter = -1);

/// Area-weighted normals from the positions as they are.
void computeNormals(Mesh& mesh);

}  // namespace lipwright::presenter
