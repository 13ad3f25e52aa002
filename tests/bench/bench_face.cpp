// Speed and memory of the face analysis: `bench_face [VIDEO]`. Without a video, a presenter drawn
// at 1280 × 720 (drawing is not timed). Times are of the processor: other programs do not count.
#include "app/presenter/headrenderer.h"
#include "engine/face/analysispass_p.h"
#include "engine/media/videoreader.h"

#include <opencv2/imgproc.hpp>
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <vector>

namespace {

using namespace lipwright;

double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

std::vector<cv::Mat> drawn() {
    presenter::HeadRenderer renderer(presenter::identityOf(1), {1280, 720}, 0.6F);
    std::vector<cv::Mat> pictures;
    for (int i = 0; i < 12; ++i) {
        presenter::Moment moment;
        moment.head = presenter::headAt(1, i * 0.04, 1.0F);
        moment.mouth.opening = 0.01F * static_cast<float>(i);
        moment.grain = static_cast<std::uint64_t>(i);
        pictures.push_back(renderer.render(moment));
    }
    return pictures;
}

bool benchDrawn(const std::shared_ptr<const face::FaceModels>& models) {
    const std::vector<cv::Mat> pictures = drawn();
    constexpr int kFrames = 240;
    for (const int samples : {1, 3, 5}) {
        face::AnalysisOptions options;
        options.landmarkSamples = samples;
        face::AnalysisPass pass(models, options);
        double seconds = 0.0;
        for (int i = 0; i < kFrames; ++i) {
            const int phase = i % 22;
            const cv::Mat& rgb =
                pictures[static_cast<std::size_t>(phase < 12 ? phase : 22 - phase)];
            cv::Mat gray;
            cv::cvtColor(rgb, gray, cv::COLOR_RGB2GRAY);
            const double start = processorSeconds();
            const auto done = pass.push({i, gray, [&rgb](const cv::Rect& region) {
                                             return core::Result<cv::Mat>(rgb(region).clone());
                                         }});
            seconds += processorSeconds() - start;
            if (!done) {
                std::fprintf(stderr, "%s\n", done.error().text().c_str());
                return false;
            }
        }
        const double start = processorSeconds();
        const auto analysis = pass.finish();
        const double finish = processorSeconds() - start;
        std::printf(
            "1280x720, %d landmark samples: %.2f ms/frame (%.0f frames/s), finish %.3f ms/frame, "
            "%zu tracks, peak %.0f MB\n",
            samples, 1e3 * seconds / kFrames, kFrames / seconds, 1e3 * finish / kFrames,
            analysis ? analysis->tracks.size() : 0, peakMegabytes());
    }
    return true;
}

bool benchFilm(const char* path, const std::shared_ptr<const face::FaceModels>& models) {
    auto reader = media::VideoReader::open(path);
    if (!reader) {
        std::fprintf(stderr, "%s\n", reader.error().text().c_str());
        return false;
    }
    face::AnalysisOptions options;
    options.models = models;
    const double start = processorSeconds();
    const auto analysis = face::analyzeFaces(*reader, options);
    const double seconds = processorSeconds() - start;
    if (!analysis) {
        std::fprintf(stderr, "%s\n", analysis.error().text().c_str());
        return false;
    }
    std::printf(
        "%s: %lld frames, %.2f ms/frame with decoding, %zu shots, %zu tracks, %zu actors, "
        "peak %.0f MB\n",
        path, static_cast<long long>(analysis->frameCount),
        1e3 * seconds / static_cast<double>(analysis->frameCount), analysis->shots.size(),
        analysis->tracks.size(), analysis->actors.size(), peakMegabytes());
    return true;
}

}  // namespace

int main(int count, char** values) {
    cv::setNumThreads(1);
    const double start = processorSeconds();
    const auto models = face::FaceModels::load();
    if (!models) {
        std::fprintf(stderr, "%s\n", models.error().text().c_str());
        return 1;
    }
    std::printf("models: %.2f s, peak %.0f MB\n", processorSeconds() - start, peakMegabytes());
    return (count > 1 ? benchFilm(values[1], *models) : benchDrawn(*models)) ? 0 : 1;
}
