#include "engine/face/facedetector_p.h"

#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/opencv.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>

namespace lipwright::face {

struct FaceModels::Data {
    dlib::shape_predictor predictor;
    dlib::frontal_face_detector detector;
};

namespace {

constexpr const char* kSystemModel = "/usr/share/dlib/shape_predictor_68_face_landmarks.dat";
constexpr const char* kModelRemedy = "Install the Debian package libdlib-data";
/// dlib's detector window is 80 pixels wide; a face is looked for again at a little more.
constexpr double kVerifyWidth = 104.0;
constexpr double kVerifyMargin = 1.7;
constexpr double kVerifyThreshold = -0.2;
/// dlib rounds landmarks to whole pixels; in a box of this width that is below 0.2 %.
constexpr double kLandmarkBox = 300.0;
constexpr double kLandmarkMargin = 1.6;

core::Failure failed(const char* action, const std::exception& cause) {
    const bool memory = dynamic_cast<const std::bad_alloc*>(&cause) != nullptr;
    return core::fail(memory ? core::ErrorCode::outOfMemory : core::ErrorCode::internal,
                      std::string(action) + ": " + cause.what());
}

cv::Rect around(cv::Point2d centre, double width, const cv::Mat& picture) {
    const cv::Rect wanted(static_cast<int>(std::floor(centre.x - width / 2)),
                          static_cast<int>(std::floor(centre.y - width / 2)),
                          static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(width)));
    return wanted & cv::Rect(cv::Point(), picture.size());
}

cv::Point2d centreOf(const cv::Rect2f& box) {
    return {box.x + box.width / 2.0, box.y + box.height / 2.0};
}

void scaleInto(const cv::Mat& source, double factor, cv::Mat& target) {
    const cv::Size size(std::max(1, cvRound(source.cols * factor)),
                        std::max(1, cvRound(source.rows * factor)));
    cv::resize(source, target, size, 0, 0, factor < 1.0 ? cv::INTER_AREA : cv::INTER_LINEAR);
}

}  // namespace

FaceModels::FaceModels(std::unique_ptr<const Data> data) : m_data(std::move(data)) {}
FaceModels::~FaceModels() = default;

core::Result<std::shared_ptr<const FaceModels>> FaceModels::load(
    const std::filesystem::path& landmarkModel) {
    const std::filesystem::path path = landmarkModel.empty() ? kSystemModel : landmarkModel;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) {
        return core::fail(core::ErrorCode::fileNotFound, "the face landmark model is missing",
                          path.string(), kModelRemedy);
    }
    try {
        auto data = std::make_unique<Data>();
        dlib::deserialize(path.string()) >> data->predictor;
        data->detector = dlib::get_frontal_face_detector();
        if (data->predictor.num_parts() != kLandmarkCount) {
            return core::fail(core::ErrorCode::modelInvalid,
                              "the face landmark model does not have 68 landmarks", path.string(),
                              kModelRemedy);
        }
        return std::make_shared<const FaceModels>(std::move(data));
    } catch (const std::exception& cause) {
        return core::fail(core::ErrorCode::modelInvalid,
                          std::string("the face landmark model can not be read: ") + cause.what(),
                          path.string(), kModelRemedy);
    }
}

struct FaceDetector::State {
    dlib::frontal_face_detector detector;
    cv::Mat scaled;

    std::vector<Detection> run(double threshold, double factor, cv::Point2d origin) {
        std::vector<dlib::rect_detection> found;
        detector(dlib::cv_image<unsigned char>(scaled), found, threshold);
        std::vector<Detection> result;
        result.reserve(found.size());
        for (const auto& face : found) {
            const auto& r = face.rect;
            const cv::Rect2d box(r.left() / factor + origin.x, r.top() / factor + origin.y,
                                 static_cast<double>(r.width()) / factor,
                                 static_cast<double>(r.height()) / factor);
            result.push_back({cv::Rect2f(box), static_cast<float>(face.detection_confidence)});
        }
        std::sort(result.begin(), result.end(),
                  [](const Detection& a, const Detection& b) { return a.score > b.score; });
        return result;
    }
};

FaceDetector::FaceDetector(const FaceModels& models)
    : m_state(std::make_unique<State>(State{models.data().detector, {}})) {}
FaceDetector::~FaceDetector() = default;

core::Result<std::vector<Detection>> FaceDetector::detect(const cv::Mat& gray, int shortSide,
                                                          bool upsample) {
    try {
        const int own = std::min(gray.cols, gray.rows);
        if (own < 1) {
            return std::vector<Detection>{};
        }
        const double factor =
            std::min(1.0, static_cast<double>(shortSide) / own) * (upsample ? 2.0 : 1.0);
        scaleInto(gray, factor, m_state->scaled);
        return m_state->run(0.0, factor, {0.0, 0.0});
    } catch (const std::exception& cause) {
        return failed("face detection failed", cause);
    }
}

core::Result<std::vector<Detection>> FaceDetector::verify(const cv::Mat& gray,
                                                          const cv::Rect2f& expected) {
    try {
        const cv::Rect region =
            around(centreOf(expected), kVerifyMargin * std::max(expected.width, 8.0F), gray);
        if (region.empty()) {
            return std::vector<Detection>{};
        }
        const double factor = kVerifyWidth / std::max(expected.width, 8.0F);
        scaleInto(gray(region), factor, m_state->scaled);
        return m_state->run(kVerifyThreshold, factor, cv::Point2d(region.tl()));
    } catch (const std::exception& cause) {
        return failed("face detection failed", cause);
    }
}

core::Result<Landmarks> predictLandmarks(const FaceModels& models, const cv::Mat& gray,
                                         const cv::Rect2f& box, int samples) {
    // Offsets in parts of the box's width, and factors of its size.
    constexpr double kJitter[][3] = {
        {0, 0, 1}, {.03, .02, .96}, {-.03, -.02, 1.04}, {.02, -.03, 1.05}, {-.02, .03, .97}};
    try {
        const double width = std::max(box.width, 8.0F);
        const cv::Rect region = around(centreOf(box), kLandmarkMargin * width, gray);
        if (region.empty()) {
            return core::fail(core::ErrorCode::invalidArgument, "the face is outside the picture");
        }
        const double factor = kLandmarkBox / width;
        cv::Mat scaled;
        scaleInto(gray(region), factor, scaled);
        const dlib::cv_image<unsigned char> view(scaled);
        // The true factors, after rounding the size; pixel centres map to pixel centres.
        const double fx = static_cast<double>(scaled.cols) / region.width;
        const double fy = static_cast<double>(scaled.rows) / region.height;
        const cv::Point2d middle = centreOf(box) - cv::Point2d(region.tl());
        const int count = std::clamp(samples, 1, 5);
        Landmarks sum{};
        for (int s = 0; s < count; ++s) {
            const double half = width * kJitter[s][2] / 2;
            const cv::Point2d at = middle + width * cv::Point2d(kJitter[s][0], kJitter[s][1]);
            const dlib::rectangle rectangle(
                std::lround((at.x - half) * fx), std::lround((at.y - half) * fy),
                std::lround((at.x + half) * fx), std::lround((at.y + half) * fy));
            const auto shape = models.data().predictor(view, rectangle);
            for (std::size_t i = 0; i < sum.size(); ++i) {
                const auto& p = shape.part(i);
                sum[i] += cv::Point2f(
                    static_cast<float>((static_cast<double>(p.x()) + 0.5) / fx - 0.5 + region.x),
                    static_cast<float>((static_cast<double>(p.y()) + 0.5) / fy - 0.5 + region.y));
            }
        }
        for (auto& p : sum) {
            p *= 1.0F / static_cast<float>(count);
        }
        return sum;
    } catch (const std::exception& cause) {
        return failed("landmark prediction failed", cause);
    }
}

}  // namespace lipwright::face
