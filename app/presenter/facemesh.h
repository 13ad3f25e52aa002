// The meshes of a presenter's head and their movement: face and skull with the slit between the
// lips, ears, neck, the inside of the mouth, and the shoulders. Belongs to one thread.
#pragma once

#include "app/presenter/headshape.h"
#include "app/presenter/mesh.h"

#include <vector>

namespace lipwright::presenter {

/// The skin's texture is sampled at `column` / (columns - 1), `row` / (rows - 1).
class FaceMesh {
public:
    explicit FaceMesh(const HeadShape& shape);

    [[nodiscard]] const Mesh& rest() const { return m_rest; }
    [[nodiscard]] float thetaOf(float column) const;
    [[nodiscard]] float heightOf(float row) const;
    /// Writes positions and normals of `posed`, a copy of rest().
    void pose(const MouthPose& mouth, Mesh& posed) const;

private:
    void mendSeam(Mesh& posed) const;

    const HeadShape* m_shape;
    Mesh m_rest;
    std::vector<float> m_heights;  // y of each row; the mouth line twice
    int m_slitRow = 0;             // last row of the upper part
    std::vector<MouthWeights> m_weights;
};

[[nodiscard]] Mesh makeEar(const HeadShape& shape, const Identity& identity, float side);
[[nodiscard]] Mesh makeLongHair(const Identity& identity);
[[nodiscard]] Mesh makeMouthInside(const HeadShape& shape);
/// Neck and shoulders; `follows` receives for each point how far (0..1) it moves with the head.
[[nodiscard]] Mesh makeNeck(const Identity& identity, std::vector<float>& follows);
[[nodiscard]] Mesh makeShoulders(const Identity& identity);

}  // namespace lipwright::presenter
