#include "app/presenter/scenery.h"

#include "app/presenter/noise.h"

#include <opencv2/imgproc.hpp>

namespace lipwright::presenter {

namespace {

/// Boxes and round lights, as fractions of the picture's height, before they are blurred.
void putThings(const Identity& identity, cv::Mat& room) {
    const std::uint64_t s = identity.seed;
    const auto h = static_cast<float>(room.rows);
    const auto w = static_cast<float>(room.cols);
    for (std::uint64_t i = 0; i < 9; ++i) {
        const float tone = between(s + 300, i * 8, 0.45F, 1.8F);
        const cv::Vec3f colour = (identity.roomTop * tone)
                                     .mul(cv::Vec3f(between(s + 301, i, 0.8F, 1.25F), 1.0F,
                                                    between(s + 302, i, 0.75F, 1.2F)));
        const cv::Point2f at(between(s + 303, i, 0.0F, w),
                             between(s + 304, i, 0.1F * h, 0.95F * h));
        const float extent = h * between(s + 305, i, 0.06F, 0.2F);
        const cv::Scalar paint(colour[0], colour[1], colour[2]);
        if (i % 3 == 0) {
            cv::circle(room, at, static_cast<int>(0.35F * extent), paint * 1.6, cv::FILLED);
        } else {
            cv::rectangle(room, cv::Point2f(at.x - 0.4F * extent, at.y - extent),
                          cv::Point2f(at.x + 0.4F * extent, at.y + extent), paint, cv::FILLED);
        }
    }
}

}  // namespace

cv::Mat paintRoom(const Identity& identity, cv::Size size) {
    cv::Mat room(size, CV_32FC3);
    const auto h = static_cast<float>(size.height);
    const auto w = static_cast<float>(size.width);
    for (int row = 0; row < size.height; ++row) {
        const float t = static_cast<float>(row) / h;
        for (int column = 0; column < size.width; ++column) {
            const float x = static_cast<float>(column) / w - 0.5F;
            const float pool =
                bump((x + 0.5F * identity.keyDirection[0]) / 0.5F) * bump((t - 0.3F) / 0.6F);
            room.at<cv::Vec3f>(row, column) =
                (identity.roomTop * (1.0F - t) + identity.roomBottom * t) * (0.75F + 0.6F * pool);
        }
    }
    putThings(identity, room);
    cv::GaussianBlur(room, room, {}, 0.028 * h);
    for (int row = 0; row < size.height; ++row) {
        for (int column = 0; column < size.width; ++column) {
            const float x = 60.0F * static_cast<float>(column) / h;
            const float y = 60.0F * static_cast<float>(row) / h;
            room.at<cv::Vec3f>(row, column) *=
                1.0F + 0.05F * grain(identity.seed + 310, x, y) +
                0.04F * grain(identity.seed + 311, 4.0F * x, 4.0F * y);
        }
    }
    return room;
}

}  // namespace lipwright::presenter
