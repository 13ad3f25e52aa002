#include "engine/assessment/picturemeasures.h"

#include "engine/assessment/identicalfilm_p.h"
#include "engine/assessment/perceptualdistance_p.h"
#include "engine/assessment/takemasks.h"
#include "engine/evaluation/mouthcrop.h"
#include "engine/evaluation/picturemetrics.h"
#include "engine/face/croptransform.h"
#include "engine/face/likeness.h"
#include "engine/media/videoreader.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace lipwright::assessment {
namespace {

constexpr int kCrop = face::Likeness::kCrop;

cv::Mat eightBit(const cv::Mat& rgb) {
    cv::Mat result = rgb;
    if (rgb.depth() == CV_16U) {
        rgb.convertTo(result, CV_8U, 1.0 / 257.0);
    }
    return result;
}

double maskedMse(double psnr) {
    return 255.0 * 255.0 / std::pow(10.0, psnr / 10.0);
}

/// One frame of both films, whole, 8 or 16 bits, and what of it was written and made.
struct FramePair {
    media::VideoFrame originalFrame;
    media::VideoFrame dubbedFrame;
    cv::Mat original;
    cv::Mat dubbed;
    FrameMasks masks;
};

/// Nothing behind the end of either film.
core::Result<std::optional<FramePair>> nextPair(media::VideoReader& before,
                                                media::VideoReader& after,
                                                std::vector<synthesis::TakeReader>& takes) {
    auto a = before.next();
    auto b = after.next();
    if (!a || !b) {
        return core::passOn(a ? b : a);
    }
    if (!a->has_value() || !b->has_value()) {
        return std::optional<FramePair>();
    }
    const cv::Rect all({}, (*a)->size());
    auto original = (*a)->rgb(all);
    auto dubbed = (*b)->rgb(all);
    if (!original || !dubbed) {
        return core::passOn(original ? dubbed : original);
    }
    auto masks = masksOf((*a)->number(), all.size(), takes);
    if (!masks) {
        return core::passOn(masks);
    }
    return std::optional(FramePair{std::move(**a), std::move(**b), std::move(*original),
                                   std::move(*dubbed), std::move(*masks)});
}

class PicturePass {
public:
    PicturePass(const DubbedPictures& pictures, bool sameMouth, cv::Rect area)
        : m_faces(pictures.faces),
          m_sameMouth(sameMouth),
          m_area(area),
          m_perceptual(pictures.expert) {}

    core::Result<void> add(const FramePair& pair) {
        if (m_area.empty()) {
            return {};
        }
        const cv::Mat original = pair.original(m_area);
        const cv::Mat dubbed = pair.dubbed(m_area);
        const cv::Mat made = pair.masks.made(m_area);
        m_quality.add(original, dubbed, made);
        if (cv::countNonZero(made) == 0) {
            return {};
        }
        m_borders.push_back(evaluation::borderGradientRatio(original, dubbed, made));
        if (m_sameMouth) {
            addFidelity(original, dubbed, made);
        }
        return addFace(pair);
    }

    core::Result<Measures> measures(const std::string& stage) {
        Measures result;
        result[stage + ".frames"] = m_quality.frames();
        if (m_quality.frames() == 0) {
            return result;
        }
        result[stage + ".sharpness_ratio"] = m_quality.sharpness();
        result[stage + ".sharpness"] = m_quality.dubbedSharpness();
        result[stage + ".sharpness_real"] = m_quality.originalSharpness();
        result[stage + ".flicker_ratio"] = m_quality.ringFlicker();
        std::ranges::sort(m_borders);
        result[stage + ".border_ratio"] = m_borders[m_borders.size() / 2];
        if (!m_realLooks.empty()) {
            result[stage + ".identity"] = face::Likeness::distance(m_realLooks, m_dubbedLooks);
        }
        for (const auto& [name, mean] : m_means) {
            result[stage + name] = mean.first / mean.second;
        }
        const auto distance = m_perceptual.value();
        if (!distance) {
            return core::passOn(distance);
        }
        if (distance->has_value()) {
            result[stage + ".perceptual"] = **distance;
        }
        return result;
    }

private:
    void addTo(const char* name, double value) {
        auto& [sum, count] = m_means[name];
        sum += value;
        ++count;
    }

    void addFidelity(const cv::Mat& original, const cv::Mat& dubbed, const cv::Mat& made) {
        const double psnr = evaluation::maskedPsnr(original, dubbed, made);
        addTo(".psnr", psnr);
        addTo(".mse", maskedMse(psnr));
        addTo(".ssim", evaluation::maskedSsim(original, dubbed, made));
    }

    /// The face that the mask lies on.
    [[nodiscard]] const face::FaceObservation* faceUnder(const cv::Mat& made,
                                                         std::int64_t frame) const {
        const cv::Rect box = cv::boundingRect(made);
        const cv::Point2f centre(cv::Point2f(box.tl() + box.br()) / 2.0F);
        for (const face::FaceTrack& track : m_faces.tracks) {
            const auto* seen = track.at(frame);
            if (seen != nullptr && seen->usability == face::FaceUsability::usable &&
                cv::Rect2f(seen->box.x, seen->box.y, seen->box.width, 1.5F * seen->box.height)
                    .contains(centre)) {
                return seen;
            }
        }
        return nullptr;
    }

    core::Result<void> addFace(const FramePair& pair) {
        const auto* seen = faceUnder(pair.masks.made, pair.originalFrame.number());
        if (seen == nullptr) {
            return {};
        }
        const face::Landmarks& points = seen->stableLandmarks;
        const cv::Mat real = face::cropFace(eightBit(pair.original), {}, points, kCrop);
        const cv::Mat dubbed = face::cropFace(eightBit(pair.dubbed), {}, points, kCrop);
        m_realLooks.add(real);
        m_dubbedLooks.add(dubbed);
        if (!m_sameMouth) {
            return {};
        }
        addTo(".ssim_crop96",
              evaluation::maskedSsim(real, dubbed, cv::Mat(real.size(), CV_8UC1, cv::Scalar(255))));
        addNativeCrop(pair, points);
        const auto realMouth = evaluation::mouthCrop(pair.originalFrame, points);
        const auto dubbedMouth = evaluation::mouthCrop(pair.dubbedFrame, points);
        return realMouth && dubbedMouth ? m_perceptual.add(*realMouth, *dubbedMouth)
                                        : core::Result<void>();
    }

    /// The crop's square in the film's own pixels.
    void addNativeCrop(const FramePair& pair, const face::Landmarks& points) {
        cv::Matx23f back;
        cv::invertAffineTransform(face::cropTransform(points, kCrop), back);
        std::vector<cv::Point2f> corners{{0, 0}, {kCrop, 0}, {0, kCrop}, {kCrop, kCrop}};
        cv::transform(corners, corners, back);
        const cv::Rect square = cv::boundingRect(corners) & cv::Rect({}, pair.original.size());
        if (!square.empty()) {
            addTo(".ssim_crop",
                  evaluation::maskedSsim(pair.original(square), pair.dubbed(square),
                                         cv::Mat(square.size(), CV_8UC1, cv::Scalar(255))));
        }
    }

    const face::FaceAnalysis& m_faces;
    bool m_sameMouth;
    cv::Rect m_area;
    evaluation::DubbingQuality m_quality;
    std::vector<double> m_borders;
    std::map<std::string, std::pair<double, int>> m_means;
    face::Likeness m_realLooks;
    face::Likeness m_dubbedLooks;
    PerceptualDistance m_perceptual;
};

}  // namespace

core::Result<Measures> pictureMeasures(const DubbedPictures& pictures, const std::string& stage,
                                       bool sameMouth, const std::stop_token& stop) {
    auto before = media::VideoReader::open(pictures.original);
    auto after = media::VideoReader::open(pictures.dubbed);
    if (!before || !after) {
        return core::passOn(before ? after : before);
    }
    IdenticalFilm identical(*before, *after);
    std::optional<PicturePass> pass;
    while (!stop.stop_requested()) {
        const auto pair = nextPair(*before, *after, pictures.takes);
        if (!pair) {
            return core::passOn(pair);
        }
        if (!pair->has_value()) {
            auto measures = pass ? pass->measures(stage) : core::Result<Measures>(Measures{});
            if (measures) {
                identical.enter(*measures, stage);
            }
            return measures;
        }
        identical.add((*pair)->original, (*pair)->dubbed, (*pair)->masks.written);
        if (!pass) {
            pass.emplace(pictures, sameMouth,
                         changeableArea(pictures.takes, (*pair)->original.size()));
        }
        if (const auto added = pass->add(**pair); !added) {
            return core::passOn(added);
        }
    }
    return core::cancelled();
}

}  // namespace lipwright::assessment
