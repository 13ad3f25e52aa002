// A synthetic presenter: a head drawn in software that speaks with espeak-ng's voice. Nobody's
// face and nobody's voice, so it can be shipped; and everything about it is known, so it is the
// ground truth of tests. The same options give the same pictures and sound. One thread each.
#pragma once

#include "engine/core/result.h"

#include <opencv2/core.hpp>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace lipwright::presenter {

struct PresenterOptions {
    int seed = 1;             ///< who: face, hair, clothes, light, room, voice, movements
    cv::Size size{640, 360};  ///< even, 64 .. 4096
    double framesPerSecond = 25.0;
    double seconds = 8.0;          ///< at most 3600; 0: as long as the text takes
    std::string language = "en";   ///< espeak-ng's name of it
    std::string text;              ///< UTF-8; empty: sentences of the language, chosen by seed
    double motion = 1.0;           ///< of the head, 0 (still) .. 3
    double headHeight = 0.66;      ///< crown to chin as a share of the picture's height
    double silenceSeconds = 0.45;  ///< between sentences
    double leadSeconds = 0.3;      ///< of silence at the start
};

/// What is true of a frame. Lengths in head units (1 = distance of the outer eye corners).
struct MouthTruth {
    double seconds = 0.0;
    float opening = 0.0F;                  ///< gap between the lips at their middle
    float width = 0.0F;                    ///< distance of the mouth corners
    float jaw = 0.0F;                      ///< how far the chin is down from rest
    float rounding = 0.0F;                 ///< 0..1
    float yaw = 0.0F;                      ///< radians, positive: to the picture's right
    float pitch = 0.0F;                    ///< positive: down
    float roll = 0.0F;                     ///< positive: clockwise
    std::array<cv::Point2f, 68> points{};  ///< iBUG 300-W order, pixels
};

/// A sound and when it is heard.
struct SpokenSound {
    double startSeconds = 0.0;
    double endSeconds = 0.0;
    std::string ipa;  ///< empty in a pause
    bool closesLips = false;
};

class Presenter {
public:
    [[nodiscard]] static core::Result<Presenter> create(const PresenterOptions& options);
    Presenter(Presenter&&) noexcept;
    Presenter& operator=(Presenter&&) noexcept;
    ~Presenter();

    [[nodiscard]] int frameCount() const;
    [[nodiscard]] double seconds() const;
    /// (h, w) CV_8UC3, RGB.
    [[nodiscard]] cv::Mat frame(double seconds);
    [[nodiscard]] MouthTruth truth(double seconds) const;
    /// (h, w) CV_8UC1, 255 in the hull of lips, chin and nose base.
    [[nodiscard]] cv::Mat mouthMask(const MouthTruth& truth) const;

    /// Mono, [-1, 1].
    [[nodiscard]] const std::vector<float>& sound() const;
    [[nodiscard]] int soundRate() const;
    [[nodiscard]] const std::vector<SpokenSound>& sounds() const;

private:
    struct State;
    explicit Presenter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::presenter
