// bench_shapeedit [WIDTHxHEIGHT...]
// How long a shape edit takes to be seen: a draft of a segment of 4 seconds, first of all, and
// again after edits of its shape, on a synthetic presenter of 24 seconds. Prints a table in the
// form docs/PERFORMANCE.md keeps.
#include "engine/dubbing/analysiscache.h"
#include "engine/dubbing/segmentrenderer.h"
#include "tests/support/process.h"

#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using namespace lipwright;

namespace {

using Clock = std::chrono::steady_clock;

constexpr core::FrameRange kSegment{250, 350};
constexpr int kEdits = 5;

/// Seconds by stage, in the order the stages came.
struct Stages {
    std::vector<std::pair<std::string, double>> seconds;
    Clock::time_point since = Clock::now();

    void enter(const std::string& stage) {
        leave();
        seconds.emplace_back(stage, 0.0);
    }
    void leave() {
        const auto now = Clock::now();
        if (!seconds.empty()) {
            seconds.back().second += std::chrono::duration<double>(now - since).count();
        }
        since = now;
    }
};

dubbing::RenderSource sourceOf(const QTemporaryDir& folder, const QString& film) {
    const dubbing::AnalysisCache cache(folder.filePath("cache").toStdString());
    const auto indexed = cache.film(film.toStdString());
    const auto faces = cache.faces(film.toStdString(), indexed.value().index);
    return {film.toStdString(),
            indexed->index,
            faces.value(),
            qEnvironmentVariable("LIPWRIGHT_MODELS", "models").toStdString(),
            folder.filePath("takes").toStdString(),
            nets::Device::cpu,
            2};
}

void print(dubbing::SegmentRenderer& renderer, const dubbing::RenderOrder& order, const char* size,
           const char* what) {
    Stages stages;
    const auto start = Clock::now();
    const auto take = renderer.render(order, {}, [&](const core::Progress& part) {
        if (stages.seconds.empty() || stages.seconds.back().first != part.stage) {
            stages.enter(std::string(part.stage));
        }
    });
    stages.leave();
    const double total = std::chrono::duration<double>(Clock::now() - start).count();
    std::string parts = take ? "" : take.error().text();
    for (const auto& [stage, seconds] : stages.seconds) {
        char text[64];
        std::snprintf(text, sizeof text, "%s %.2f ", stage.c_str(), seconds);
        parts += text;
    }
    std::printf("| %s | %s | %.2f s | %s|\n", size, what, total, parts.c_str());
    std::fflush(stdout);
}

bool measure(const QString& size) {
    const QTemporaryDir folder;
    const QString film = folder.filePath("film.mp4");
    const QString voice = folder.filePath("voice.wav");
    using testsupport::runPresenter;
    if (!runPresenter({"--seed", "1", "--seconds", "24", "--size", size, "-o", film}, 600'000)
             .ok() ||
        !runPresenter({"--seed", "2", "--language", "es", "--seconds", "24", "--audio-only", voice})
             .ok()) {
        std::fprintf(stderr, "the presenter could not make the film\n");
        return false;
    }
    auto renderer = dubbing::SegmentRenderer::open(sourceOf(folder, film));
    if (!renderer) {
        std::fprintf(stderr, "%s\n", renderer.error().text().c_str());
        return false;
    }
    dubbing::RenderOrder order;
    order.segment.id = 1;
    order.segment.frames = kSegment;
    order.voice.media.path = voice.toStdString();
    order.quality = project::TakeQuality::draft;
    const QByteArray label = size.toLocal8Bit();
    print(*renderer, order, label.constData(), "first draft");
    for (int edit = 1; edit <= kEdits; ++edit) {
        for (std::int64_t frame = 270; frame < 270 + 12 * edit; ++frame) {
            order.segment.shape[frame] = {0.4F * static_cast<float>(edit), 0.3F, -0.2F};
        }
        order.take = edit;
        print(*renderer, order, label.constData(), "after a shape edit");
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<QString> sizes(argv + 1, argv + argc);
    if (sizes.empty()) {
        sizes = {"1280x720", "1920x1080"};
    }
    std::printf("| film | what | took | of it |\n| --- | --- | --- | --- |\n");
    return std::ranges::all_of(sizes, measure) ? 0 : 1;
}
