// The room behind the presenter: a lit wall with a few things out of focus. Painted once.
#pragma once

#include "app/presenter/identity.h"

namespace lipwright::presenter {

/// `size` CV_32FC3, linear RGB.
[[nodiscard]] cv::Mat paintRoom(const Identity& identity, cv::Size size);

}  // namespace lipwright::presenter
