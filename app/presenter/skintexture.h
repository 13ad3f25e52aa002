// The colour of the head's surface, painted once per identity: skin, lips, brows, nostrils, hair.
#pragma once

#include "app/presenter/facemesh.h"
#include "app/presenter/headshape.h"

namespace lipwright::presenter {

/// (height, width) CV_32FC4: linear RGB and gloss 0..1; the texture's edges are those of the mesh.
[[nodiscard]] cv::Mat paintSkin(const HeadShape& shape, const FaceMesh& mesh,
                                const Identity& identity, cv::Size size);

}  // namespace lipwright::presenter
