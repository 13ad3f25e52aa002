#include "engine/face/croptransform.h"
#include "engine/face/facetracker_p.h"
#include "engine/face/framesignals_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::face {
namespace {

/// The detector's box relative to the pose, measured over poses and speakers; a box derived from
/// the landmarks has the size the landmark model was trained for and none of the detector's steps.
constexpr float kBoxSize = 1.77F;    ///< widths of the eyes
constexpr float kBoxCentre = 0.37F;  ///< below the eyes, along the face
/// Moves of the box, in parts of its width, after which the landmarks are predicted once more.
constexpr float kRefineShift = 0.05F;
constexpr int kRefinements = 2;
constexpr float kMaximumResidual = 0.085F;  ///< of the rigid landmarks, head units; a face has 0.02
constexpr double kMinimumContrast = 4.0;    ///< luma
constexpr float kMaximumGrowth = 1.25F;     ///< of the face from one frame to the next
constexpr double kSameFace = 0.35;          ///< intersection over union
constexpr int kMaximumMisses = 6;           ///< checks in a row without a detection
constexpr int kBridge = 12;                 ///< frames a lost face is waited for
constexpr int kAppearanceInterval = 12;
constexpr int kAppearanceSamples = 40;

double overlap(const cv::Rect2f& a, const cv::Rect2f& b) {
    const double shared = (a & b).area();
    return shared / std::max(1e-6, static_cast<double>(a.area()) + b.area() - shared);
}

cv::Rect2f boxOf(const HeadPose& pose) {
    const float size = kBoxSize * pose.scale;
    const cv::Point2f centre =
        pose.centre +
        kBoxCentre * pose.scale * cv::Point2f(-std::sin(pose.roll), std::cos(pose.roll));
    return {centre.x - size / 2, centre.y - size / 2, size, size};
}

float movement(const cv::Rect2f& a, const cv::Rect2f& b) {
    const cv::Point2f shift = (a.tl() + a.br() - b.tl() - b.br()) * 0.5F;
    return (std::hypot(shift.x, shift.y) + std::abs(a.width - b.width) / 2) /
           std::max(1.0F, a.width);
}

struct Prediction {
    Landmarks landmarks{};
    HeadPose pose;
    cv::Rect2f box;
};

/// A face that is being followed.
struct Active {
    RawTrack raw;
    cv::Rect2f box;     ///< where it is looked for next
    int confirmed = 0;  ///< observations up to the last one the detector agreed with
    int confirmations = 0;
    int misses = 0;
    int lost = 0;  ///< frames since the landmarks made sense

    [[nodiscard]] int length() const { return static_cast<int>(raw.track.observations.size()); }
};

}  // namespace

struct FaceTracker::State {
    std::shared_ptr<const FaceModels> models;
    AnalysisOptions options;
    int shot = 0;
    FaceDetector detector;
    std::vector<Active> active;
    std::vector<RawTrack> ended;
    std::int64_t frames = 0;

    State(std::shared_ptr<const FaceModels> m, const AnalysisOptions& o, int s)
        : models(std::move(m)), options(o), shot(s), detector(*models) {}

    core::Result<Prediction> predict(const cv::Mat& gray, const cv::Rect2f& box) const;
    core::Result<void> follow(const Picture& picture, Active& face);
    core::Result<void> record(const Picture& picture, Active& face, const Prediction& found);
    core::Result<void> check(const Picture& picture, Active& face,
                             const std::vector<Detection>& all);
    core::Result<void> start(const Picture& picture, const std::vector<Detection>& all);
    core::Result<std::vector<Detection>> search(const cv::Mat& gray);
    void sampleAppearance(const Picture& picture, Active& face, const Prediction& found) const;
    [[nodiscard]] bool plausible(const cv::Mat& gray, const Prediction& found,
                                 const cv::Rect2f& before) const;
    void dropDuplicates();
    void endLost();
    void end(Active&& face);
};

core::Result<Prediction> FaceTracker::State::predict(const cv::Mat& gray,
                                                     const cv::Rect2f& box) const {
    Prediction found;
    found.box = box;
    for (int round = 0; round <= kRefinements; ++round) {
        const cv::Rect2f asked = found.box;
        const auto landmarks = predictLandmarks(*models, gray, asked, options.landmarkSamples);
        if (!landmarks) {
            return core::passOn(landmarks);
        }
        found.landmarks = *landmarks;
        found.pose = estimateHeadPose(found.landmarks);
        found.box = boxOf(found.pose);
        if (movement(asked, found.box) < kRefineShift) {
            break;
        }
    }
    return found;
}

bool FaceTracker::State::plausible(const cv::Mat& gray, const Prediction& found,
                                   const cv::Rect2f& before) const {
    const cv::Rect2f picture(0, 0, static_cast<float>(gray.cols), static_cast<float>(gray.rows));
    const float growth = found.box.width / std::max(1.0F, before.width);
    return found.pose.residual < kMaximumResidual && growth < kMaximumGrowth &&
           growth > 1.0F / kMaximumGrowth &&
           (found.box & picture).area() > 0.5F * found.box.area() &&
           contrast(gray, found.box) >= kMinimumContrast;
}

core::Result<void> FaceTracker::State::record(const Picture& picture, Active& face,
                                              const Prediction& found) {
    FaceObservation observation;
    observation.usability = FaceUsability::usable;
    observation.box = found.box;
    observation.landmarks = found.landmarks;
    observation.pose = found.pose;
    FrameSignals signals;
    measureFrame(picture.gray, observation, signals);
    face.raw.track.observations.push_back(observation);
    face.raw.signals.push_back(std::move(signals));
    face.box = found.box;
    face.lost = 0;
    sampleAppearance(picture, face, found);
    return {};
}

void FaceTracker::State::sampleAppearance(const Picture& picture, Active& face,
                                          const Prediction& found) const {
    if ((face.length() - 1) % kAppearanceInterval != 0 || !picture.rgb ||
        face.length() > kAppearanceInterval * kAppearanceSamples) {
        return;
    }
    const float margin = 0.45F * found.box.width;
    const cv::Rect wanted(cvFloor(found.box.x - margin), cvFloor(found.box.y - 1.4F * margin),
                          cvCeil(found.box.width + 2 * margin),
                          cvCeil(found.box.height + 2.4F * margin));
    const cv::Rect region = wanted & cv::Rect(cv::Point(), picture.gray.size());
    if (region.empty()) {
        return;
    }
    // A picture whose colours can not be read still has a face: the sample is left out.
    if (auto rgb = picture.rgb(region)) {
        cv::Mat eightBit = *rgb;
        if (eightBit.depth() == CV_16U) {
            rgb->convertTo(eightBit, CV_8U, 1.0 / 257.0);
        }
        face.raw.appearance.add(cropFace(eightBit, region.tl(), found.landmarks, Appearance::kCrop),
                                toHeadCoordinates(found.landmarks, found.pose));
    }
}

core::Result<void> FaceTracker::State::follow(const Picture& picture, Active& face) {
    if (!picture.gray.empty()) {
        auto found = predict(picture.gray, face.box);
        if (found && plausible(picture.gray, *found, face.box)) {
            return record(picture, face, *found);
        }
    }
    face.raw.track.observations.emplace_back();
    face.raw.signals.emplace_back();
    ++face.lost;
    return {};
}

core::Result<void> FaceTracker::State::check(const Picture& picture, Active& face,
                                             const std::vector<Detection>& all) {
    std::vector<Detection> seen = all;
    const auto matches = [&](const Detection& d) { return overlap(d.box, face.box) > kSameFace; };
    if (std::none_of(seen.begin(), seen.end(), matches)) {
        auto nearby = detector.verify(picture.gray, face.box);
        if (!nearby) {
            return core::passOn(nearby);
        }
        seen = std::move(*nearby);
    }
    const auto match = std::find_if(seen.begin(), seen.end(), matches);
    if (match == seen.end()) {
        ++face.misses;
        face.raw.signals.back().doubted = true;
        return {};
    }
    if (face.lost > 0) {  // found again where it was lost
        const auto found = predict(picture.gray, match->box);
        if (!found || !plausible(picture.gray, *found, match->box)) {
            return {};
        }
        face.raw.track.observations.pop_back();
        face.raw.signals.pop_back();
        if (auto done = record(picture, face, *found); !done) {
            return done;
        }
    }
    face.misses = 0;
    face.confirmed = face.length();
    ++face.confirmations;
    return {};
}

core::Result<std::vector<Detection>> FaceTracker::State::search(const cv::Mat& gray) {
    auto found = detector.detect(gray, options.detectionShortSide, false);
    const bool thorough = frames % (4 * std::max(1, options.detectionInterval)) == 0;
    if (found && found->empty() && active.empty() && thorough) {
        found = detector.detect(gray, options.detectionShortSide, true);
    }
    return found;
}

core::Result<void> FaceTracker::State::start(const Picture& picture,
                                             const std::vector<Detection>& all) {
    for (const Detection& detection : all) {
        const bool known = std::any_of(active.begin(), active.end(), [&](const Active& face) {
            return overlap(face.box, detection.box) > kSameFace;
        });
        if (known) {
            continue;
        }
        const auto found = predict(picture.gray, detection.box);
        if (!found || !plausible(picture.gray, *found, found->box) ||
            overlap(found->box, detection.box) < kSameFace) {
            continue;
        }
        Active face;
        face.raw.track.shot = shot;
        face.raw.track.firstFrame = picture.number;
        face.confirmed = 1;
        face.confirmations = 1;
        if (auto done = record(picture, face, *found); !done) {
            return done;
        }
        active.push_back(std::move(face));
    }
    return {};
}

void FaceTracker::State::dropDuplicates() {
    for (std::size_t i = 0; i < active.size(); ++i) {
        for (std::size_t j = active.size(); j-- > i + 1;) {
            if (overlap(active[i].box, active[j].box) > 0.5) {
                const std::size_t newer =
                    active[i].confirmations >= active[j].confirmations ? j : i;
                std::swap(active[newer], active[j]);
                end(std::move(active[j]));
                active.erase(active.begin() + static_cast<std::ptrdiff_t>(j));
            }
        }
    }
}

void FaceTracker::State::end(Active&& face) {
    // What the detector did not confirm in the end may be landmarks on a wall: half a check
    // interval is kept on trust.
    const int kept = std::min(face.length(), face.confirmed + options.detectionInterval / 2);
    const auto& observations = face.raw.track.observations;
    int length = face.misses > 1 || face.lost > 0 ? kept : face.length();
    while (length > 0 &&
           observations[static_cast<std::size_t>(length - 1)].usability == FaceUsability::noFace) {
        --length;
    }
    const bool oneGlance = face.confirmations < 2 && frames > 2 * options.detectionInterval;
    if (length == 0 || oneGlance) {
        return;
    }
    face.raw.track.observations.resize(static_cast<std::size_t>(length));
    face.raw.signals.resize(static_cast<std::size_t>(length));
    ended.push_back(std::move(face.raw));
}

void FaceTracker::State::endLost() {
    for (std::size_t i = active.size(); i-- > 0;) {
        if (active[i].misses >= kMaximumMisses || active[i].lost > kBridge) {
            end(std::move(active[i]));
            active.erase(active.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

FaceTracker::FaceTracker(std::shared_ptr<const FaceModels> models, const AnalysisOptions& options,
                         int shot)
    : m_state(std::make_unique<State>(std::move(models), options, shot)) {}
FaceTracker::~FaceTracker() = default;
FaceTracker::FaceTracker(FaceTracker&&) noexcept = default;
FaceTracker& FaceTracker::operator=(FaceTracker&&) noexcept = default;

core::Result<void> FaceTracker::push(const Picture& picture) {
    State& s = *m_state;
    const int interval = std::max(1, s.options.detectionInterval);
    for (Active& face : s.active) {
        if (auto done = s.follow(picture, face); !done) {
            return done;
        }
    }
    const bool someLost = std::any_of(s.active.begin(), s.active.end(), [](const Active& face) {
        return face.lost > 0 && face.lost % 2 == 1;
    });
    // Known faces are checked nearby at every interval; new ones are looked for at every second.
    const bool checkNow = s.frames % interval == 0;
    const bool searchNow =
        s.frames % (2 * interval) == 0 || (checkNow && s.active.empty()) || someLost;
    ++s.frames;
    if (picture.gray.empty() || (!checkNow && !searchNow)) {
        s.endLost();
        return {};
    }
    std::vector<Detection> all;
    if (searchNow) {
        --s.frames;
        auto found = s.search(picture.gray);
        ++s.frames;
        if (!found) {
            return core::passOn(found);
        }
        all = std::move(*found);
    }
    for (Active& face : s.active) {
        if (face.lost == 0 ? !checkNow : false) {
            continue;
        }
        if (auto done = s.check(picture, face, all); !done) {
            return done;
        }
    }
    if (auto done = s.start(picture, all); !done) {
        return done;
    }
    s.dropDuplicates();
    s.endLost();
    return {};
}

std::vector<RawTrack> FaceTracker::finish() {
    for (Active& face : m_state->active) {
        m_state->end(std::move(face));
    }
    m_state->active.clear();
    std::sort(
        m_state->ended.begin(), m_state->ended.end(), [](const RawTrack& a, const RawTrack& b) {
            return a.track.firstFrame != b.track.firstFrame
                       ? a.track.firstFrame < b.track.firstFrame
                       : a.track.observations.front().box.x < b.track.observations.front().box.x;
        });
    return std::move(m_state->ended);
}

}  // namespace lipwright::face
