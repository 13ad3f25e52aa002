#include "engine/dubbing/drawnface_p.h"
#include "engine/dubbing/segmentjob_p.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/media/mediainfo.h"
#include "engine/media/videoframe.h"
#include "engine/speech/acousticmodel.h"
#include "engine/speech/melspectrogram.h"
#include "engine/speech/phoneposteriors.h"
#include "engine/synthesis/compositor.h"
#include "engine/synthesis/mouthgeometry.h"
#include "engine/synthesis/mouthrenderer.h"

#include <chrono>
#include <cmath>

namespace lipwright::dubbing {
namespace {

using core::Result;

constexpr double kMeasuredSeconds = 1.0;  ///< of each part, after one round to warm up
constexpr double kSoundSeconds = 8.0;
constexpr double kFramesPerSecond = 25.0;
const cv::Size kFilm(1280, 720);
constexpr float kUnit = 130.0F;  ///< a head of half the picture's height
constexpr float kFeather = 0.12F;

/// Repeats `round`, which returns how many frames it made, and returns frames per second.
template <typename Round>
Result<double> framesPerSecond(const char* stage, Round round, const std::stop_token& stop,
                               const core::ProgressCallback& progress) {
    using Clock = std::chrono::steady_clock;
    if (const auto warm = round(); !warm) {
        return core::passOn(warm);
    }
    const auto start = Clock::now();
    double frames = 0.0;
    double seconds = 0.0;
    while (seconds < kMeasuredSeconds) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const auto made = round();
        if (!made) {
            return core::passOn(made);
        }
        frames += *made;
        seconds = std::chrono::duration<double>(Clock::now() - start).count();
        core::report(progress, {stage, std::llround(100.0 * seconds / kMeasuredSeconds), 100});
    }
    return frames / seconds;
}

/// A hum with the rhythm of syllables.
std::vector<float> hum() {
    std::vector<float> samples(static_cast<std::size_t>(kSoundSeconds * speech::kSampleRate));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double t = static_cast<double>(i) / speech::kSampleRate;
        const double syllables = 0.5 + 0.5 * std::sin(2.0 * 3.14159 * 4.0 * t);
        double sum = 0.0;
        for (int harmonic = 1; harmonic < 20; ++harmonic) {
            sum += std::sin(2.0 * 3.14159 * 120.0 * harmonic * t) / harmonic;
        }
        samples[i] = static_cast<float>(0.2 * syllables * sum);
    }
    return samples;
}

Result<double> networkSpeed(nets::Device device, const std::filesystem::path& models,
                            const std::stop_token& stop, const core::ProgressCallback& progress) {
    const auto shape = loadShapeNetwork({models}, device);
    if (!shape) {
        return core::passOn(shape);
    }
    const std::vector<float> mel = speech::MelSpectrogram::of(hum());
    std::vector<float> phones;
    if (shape->network.takesPhonetic()) {
        const auto rows = static_cast<std::size_t>(kSoundSeconds * speech::kPhoneRowsPerSecond);
        phones.assign(rows * speech::kPhones, 1.0F / speech::kPhones);
    }
    std::vector<double> times;
    for (double time = 0.0; time < kSoundSeconds; time += 1.0 / kFramesPerSecond) {
        times.push_back(time);
    }
    const auto round = [&]() -> Result<double> {
        const auto shapes = shape->network.predict({mel, phones, 0.0}, times);
        if (!shapes) {
            return core::passOn(shapes);
        }
        return static_cast<double>(times.size());
    };
    return framesPerSecond("network", round, stop, progress);
}

media::VideoStreamInfo filmInfo() {
    media::VideoStreamInfo info;
    info.index = 0;
    info.codedWidth = info.width = kFilm.width;
    info.codedHeight = info.height = kFilm.height;
    info.pixelFormat = "yuv420p";
    info.colour = {1, 1, 1, false, true, 1};
    info.timeBase = {1, 25};
    info.frameDuration = {1, 25};
    return info;
}

/// One frame as a take's render and the composite do it: the target's and a library frame's colours
/// out of their film, the mouth, the mouth into the film.
Result<void> renderOnce(const media::VideoFrame& closed, const DrawnFace& target,
                        const media::VideoFrame& open, const DrawnFace& source) {
    synthesis::LibraryFrame place;
    place.landmarks = target.landmarks;
    place.pose.scale = kUnit;
    place.pose.centre = 0.5F * (target.landmarks[36] + target.landmarks[45]);
    const cv::Rect film({0, 0}, kFilm);
    synthesis::MouthPicture picture;
    picture.region = synthesis::changeableRegion(place) & film;
    picture.measured = target.landmarks;
    picture.carried = target.landmarks;
    picture.unit = kUnit;
    picture.feather = kFeather;
    const auto below = closed.rgb(picture.region);
    const auto mouth = open.rgb(picture.region);
    if (!below || !mouth) {
        return core::passOn(below ? mouth : below);
    }
    picture.target = {*below, picture.region.tl()};
    picture.sources.push_back(
        {{*mouth, picture.region.tl()}, source.landmarks, source.landmarks, 1.0F});
    media::VideoFrame result = closed;
    return synthesis::composite(result, {picture.region, synthesis::renderMouth(picture)});
}

Result<double> renderSpeed(const std::stop_token& stop, const core::ProgressCallback& progress) {
    const DrawnFace shut = drawFace(kFilm, kUnit, 0.0F);
    const DrawnFace wide = drawFace(kFilm, kUnit, 0.2F);
    const auto closed = media::VideoFrame::fromRgb(shut.rgb, filmInfo(), 0, {0, {1, 25}}, 1);
    const auto open = media::VideoFrame::fromRgb(wide.rgb, filmInfo(), 1, {1, {1, 25}}, 1);
    if (!closed || !open) {
        return core::passOn(closed ? open : closed);
    }
    const auto round = [&]() -> Result<double> {
        const auto made = renderOnce(*closed, shut, *open, wide);
        return made ? Result<double>(1.0) : core::passOn(made);
    };
    try {
        return framesPerSecond("render", round, stop, progress);
    } catch (const cv::Exception& exception) {
        return core::fail(core::ErrorCode::internal, exception.what(), "the drawn face");
    }
}

}  // namespace

Result<DeviceSpeed> measureDevice(nets::Device device, int threads,
                                  const std::filesystem::path& models, std::stop_token stop,
                                  const core::ProgressCallback& progress) {
    nets::limitThreads(1);  // as the renderer does
    const auto network = networkSpeed(device, models, stop, progress);
    if (!network) {
        return core::passOn(network);
    }
    const auto render = renderSpeed(stop, progress);
    if (!render) {
        return core::passOn(render);
    }
    std::string name = device == nets::Device::cpu ? "CPU, " + std::to_string(threads) +
                                                         (threads == 1 ? " thread" : " threads")
                                                   : nets::describe(device);
    return DeviceSpeed{std::move(name), *network, *render};
}

}  // namespace lipwright::dubbing
