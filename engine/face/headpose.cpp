#include "engine/face/headpose.h"

#include "engine/face/meanface_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::face {
namespace {

using Rotation = cv::Matx33d;
using Step = cv::Vec<double, 6>;

constexpr int kIterations = 8;
/// Weight of the prior that a head faces the camera, in head units squared: where the rigid
/// landmarks say little (small rotations), noise must not turn the head.
constexpr double kFrontalPrior = 0.005;
constexpr double kPoints = kRigidLandmarks.size();

struct Rigid {
    std::array<cv::Vec3d, kRigidLandmarks.size()> model;    // centred
    std::array<cv::Vec2d, kRigidLandmarks.size()> picture;  // centred, divided by `size`
    cv::Vec3d modelCentre;
    cv::Vec2d pictureCentre;
    double size = 1.0;
};

struct Fit {
    Rotation rotation = Rotation::eye();
    double scale = 1.0;
    cv::Vec2d shift{0.0, 0.0};
};

cv::Vec3d meanPoint(int index) {
    const auto& p = kMeanFace[static_cast<std::size_t>(index)];
    return {p[0], p[1], p[2]};
}

/// Rodrigues' formula; `w` is axis times angle.
Rotation rotationFrom(const cv::Vec3d& w) {
    const double angle = cv::norm(w) + 1e-12;
    const cv::Vec3d k = w * (1.0 / angle);
    const Rotation cross(0, -k[2], k[1], k[2], 0, -k[0], -k[1], k[0], 0);
    return Rotation::eye() + std::sin(angle) * cross + (1.0 - std::cos(angle)) * (cross * cross);
}

Rigid gather(const Landmarks& landmarks) {
    Rigid rigid;
    for (std::size_t i = 0; i < kRigidLandmarks.size(); ++i) {
        rigid.model[i] = meanPoint(kRigidLandmarks[i]);
        const auto& p = landmarks[static_cast<std::size_t>(kRigidLandmarks[i])];
        rigid.picture[i] = {p.x, p.y};
        rigid.modelCentre += rigid.model[i] * (1.0 / kPoints);
        rigid.pictureCentre += rigid.picture[i] * (1.0 / kPoints);
    }
    double pictureSpread = 1e-12;
    double modelSpread = 0.0;
    for (std::size_t i = 0; i < kRigidLandmarks.size(); ++i) {
        rigid.model[i] -= rigid.modelCentre;
        rigid.picture[i] -= rigid.pictureCentre;
        pictureSpread += rigid.picture[i].dot(rigid.picture[i]);
        modelSpread +=
            rigid.model[i][0] * rigid.model[i][0] + rigid.model[i][1] * rigid.model[i][1];
    }
    rigid.size = std::sqrt(pictureSpread / modelSpread);
    for (auto& p : rigid.picture) {
        p *= 1.0 / rigid.size;
    }
    return rigid;
}

/// In-plane rotation that aligns the frontal model best.
Rotation startRotation(const Rigid& rigid) {
    double a = 0.0;
    double b = 0.0;
    for (std::size_t i = 0; i < kRigidLandmarks.size(); ++i) {
        const auto& x = rigid.model[i];
        const auto& q = rigid.picture[i];
        a += q[0] * x[0] + q[1] * x[1];
        b += q[1] * x[0] - q[0] * x[1];
    }
    return rotationFrom({0.0, 0.0, std::atan2(b, a)});
}

/// One Gauss-Newton step; the increment is (rotation from the left, scale, shift).
Step gaussNewtonStep(const Rigid& rigid, const Fit& fit) {
    cv::Matx<double, 6, 6> normal = cv::Matx<double, 6, 6>::eye() * 1e-9;
    Step gradient;
    const auto add = [&](const Step& row, double residual, double weight) {
        normal += weight * (row * row.t());
        gradient += (weight * residual) * row;
    };
    for (std::size_t i = 0; i < kRigidLandmarks.size(); ++i) {
        const cv::Vec3d y = fit.rotation * rigid.model[i];
        const cv::Vec3d sy = fit.scale * y;
        const auto& q = rigid.picture[i];
        add({0.0, sy[2], -sy[1], y[0], 1.0, 0.0}, q[0] - sy[0] - fit.shift[0], 1.0 / kPoints);
        add({-sy[2], 0.0, sy[0], y[1], 0.0, 1.0}, q[1] - sy[1] - fit.shift[1], 1.0 / kPoints);
    }
    const auto& r = fit.rotation;
    add({r(1, 0), -r(0, 0), 0, 0, 0, 0}, -r(2, 0), kFrontalPrior);
    add({r(1, 1), -r(0, 1), 0, 0, 0, 0}, -r(2, 1), kFrontalPrior);
    return normal.solve(gradient, cv::DECOMP_CHOLESKY);
}

double residualOf(const Rigid& rigid, const Fit& fit) {
    double sum = 0.0;
    for (std::size_t i = 0; i < kRigidLandmarks.size(); ++i) {
        const cv::Vec3d y = fit.scale * (fit.rotation * rigid.model[i]);
        const cv::Vec2d e = rigid.picture[i] - cv::Vec2d(y[0], y[1]) - fit.shift;
        sum += e.dot(e);
    }
    return std::sqrt(sum / kPoints) / std::max(fit.scale, 1e-6);
}

/// rotation = Rz(roll) · Ry(yaw) · Rx(−pitch) in (x right, y down, z to the camera).
Rotation rotationOf(const HeadPose& pose) {
    return rotationFrom({0, 0, pose.roll}) * rotationFrom({0, pose.yaw, 0}) *
           rotationFrom({-pose.pitch, 0, 0});
}

}  // namespace

HeadPose estimateHeadPose(const Landmarks& landmarks) {
    const Rigid rigid = gather(landmarks);
    Fit fit;
    fit.rotation = startRotation(rigid);
    for (int i = 0; i < kIterations; ++i) {
        const Step d = gaussNewtonStep(rigid, fit);
        fit.rotation = rotationFrom({d[0], d[1], d[2]}) * fit.rotation;
        fit.scale += d[3];
        fit.shift += cv::Vec2d(d[4], d[5]);
    }
    const double scale = fit.scale * rigid.size;
    const cv::Vec3d centre = fit.rotation * rigid.modelCentre;
    const cv::Vec2d origin =
        rigid.pictureCentre + rigid.size * fit.shift - scale * cv::Vec2d(centre[0], centre[1]);
    const auto& r = fit.rotation;
    HeadPose pose;
    pose.pitch = static_cast<float>(-std::atan2(r(2, 1), r(2, 2)));
    pose.yaw = static_cast<float>(-std::asin(std::clamp(r(2, 0), -1.0, 1.0)));
    pose.roll = static_cast<float>(std::atan2(r(1, 0), r(0, 0)));
    pose.scale = static_cast<float>(scale);
    pose.centre = cv::Point2f(static_cast<float>(origin[0]), static_cast<float>(origin[1]));
    pose.residual = static_cast<float>(residualOf(rigid, fit));
    return pose;
}

Landmarks toHeadCoordinates(const Landmarks& landmarks, const HeadPose& pose) {
    const Rotation r = rotationOf(pose);
    const cv::Matx22d front(r(0, 0), r(0, 1), r(1, 0), r(1, 1));
    // A head in profile leaves no frontal plane to go back to; such frames are never usable.
    const double determinant = front(0, 0) * front(1, 1) - front(0, 1) * front(1, 0);
    const double scale = std::max<double>(pose.scale, 1e-6);
    const double d = std::abs(determinant) < 0.05 ? std::copysign(0.05, determinant) : determinant;
    const cv::Matx22d inverse(front(1, 1) / d, -front(0, 1) / d, -front(1, 0) / d, front(0, 0) / d);
    Landmarks head;
    for (std::size_t i = 0; i < head.size(); ++i) {
        const double z = kMeanFace[i][2];
        const cv::Vec2d q((landmarks[i].x - pose.centre.x) / scale - r(0, 2) * z,
                          (landmarks[i].y - pose.centre.y) / scale - r(1, 2) * z);
        const cv::Vec2d p = inverse * q;
        head[i] = {static_cast<float>(p[0]), static_cast<float>(p[1])};
    }
    return head;
}

Landmarks toPicture(const Landmarks& headLandmarks, const HeadPose& pose) {
    const Rotation r = rotationOf(pose);
    Landmarks picture;
    for (std::size_t i = 0; i < picture.size(); ++i) {
        const cv::Vec3d y = r * cv::Vec3d(headLandmarks[i].x, headLandmarks[i].y, kMeanFace[i][2]);
        picture[i] = {static_cast<float>(pose.centre.x + pose.scale * y[0]),
                      static_cast<float>(pose.centre.y + pose.scale * y[1])};
    }
    return picture;
}

}  // namespace lipwright::face
