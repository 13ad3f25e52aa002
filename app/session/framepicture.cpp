#include "app/session/framepicture.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace lipwright::app {

cv::Rect squareInside(const cv::Rect& square, cv::Size picture) {
    const int side = std::min({square.width, picture.width, picture.height});
    if (side <= 0) {
        return {};
    }
    const int lost = (square.width - side) / 2;
    return {std::clamp(square.x + lost, 0, picture.width - side),
            std::clamp(square.y + lost, 0, picture.height - side), side, side};
}

QImage squarePicture(const cv::Mat& rgb, int size) {
    QImage image(rgb.cols, rgb.rows, QImage::Format_RGB888);
    for (int y = 0; y < rgb.rows; ++y) {
        if (rgb.depth() == CV_8U) {
            std::memcpy(image.scanLine(y), rgb.ptr(y), static_cast<std::size_t>(rgb.cols) * 3);
        } else {
            const auto* from = rgb.ptr<std::uint16_t>(y);
            std::transform(from, from + static_cast<std::ptrdiff_t>(rgb.cols) * 3,
                           image.scanLine(y),
                           [](std::uint16_t value) { return static_cast<uchar>(value >> 8); });
        }
    }
    return image.scaled(size, size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

}  // namespace lipwright::app
