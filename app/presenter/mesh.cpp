#include "app/presenter/mesh.h"

#include <cmath>

namespace lipwright::presenter {

void addGridTriangles(Mesh& mesh, int cutAfter) {
    for (int row = 0; row + 1 < mesh.rows; ++row) {
        if (row == cutAfter) {
            continue;
        }
        for (int column = 0; column + 1 < mesh.columns; ++column) {
            const int a = row * mesh.columns + column;
            const int c = a + mesh.columns;
            mesh.triangles.push_back({a, a + 1, c});
            mesh.triangles.push_back({a + 1, c + 1, c});
        }
    }
}

void computeNormals(Mesh& mesh) {
    mesh.normals.assign(mesh.positions.size(), cv::Vec3f());
    for (const auto& [a, b, c] : mesh.triangles) {
        const cv::Vec3f& pa = mesh.positions[static_cast<std::size_t>(a)];
        const cv::Vec3f normal = (mesh.positions[static_cast<std::size_t>(b)] - pa)
                                     .cross(mesh.positions[static_cast<std::size_t>(c)] - pa);
        for (const int corner : {a, b, c}) {
            mesh.normals[static_cast<std::size_t>(corner)] += normal;
        }
    }
    for (cv::Vec3f& normal : mesh.normals) {
        const float length = std::sqrt(normal.dot(normal));
        normal = length > 1e-12F ? normal * (1.0F / length) : cv::Vec3f(0.0F, 0.0F, 1.0F);
    }
}

}  // namespace lipwright::presenter
