// Speed of the synthesis: choice for films of ten minutes and of more than an hour, rendering and
// compositing of a mouth at 720p sizes. Times are of the processor: other programs do not count.
#include "engine/synthesis/compositor.h"
#include "engine/synthesis/framechoice.h"
#include "tests/synthesis/dubbedactor.h"

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

using namespace lipwright;

double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void benchChoice(int frames, std::size_t mostTargets) {
    const auto actor = test::DrawnActor::talking(frames);
    const auto library = *synthesis::FrameLibrary::build(actor.analysis(), 0);
    std::vector<synthesis::ChoiceTarget> targets;
    for (std::size_t k = 0; k < std::min(mostTargets, library.frames().size()); ++k) {
        const auto& own = library.frames()[k];
        const auto& other = library.frames()[(k * 7 + 4321) % library.frames().size()];
        targets.push_back({own.number, own.track, other.shape, own.pose, own.brightness});
    }
    const double start = processorSeconds();
    const auto chosen = synthesis::chooseFrames(library, targets, {});
    const double seconds = processorSeconds() - start;
    std::printf("choose: %zu of %zu library frames, %.0f frames/s%s\n", targets.size(),
                library.frames().size(), static_cast<double>(targets.size()) / seconds,
                chosen ? "" : " (failed)");
}

void benchRender(int bitDepth) {
    const int frames = 50;
    test::DubbedActor dubbed(test::DrawnActor::talking(frames, bitDepth), [] {
        auto curve = test::DrawnActor::talking(frames).ownCurve();
        std::rotate(curve.shapes.begin(), curve.shapes.begin() + 23, curve.shapes.end());
        return curve;
    }());
    if (!dubbed.film()) {
        std::printf("no film\n");
        return;
    }
    double rendering = 0.0;
    double compositing = 0.0;
    for (int k = 0; k < frames; ++k) {
        auto frame = *dubbed.reader->frame(k);
        double start = processorSeconds();
        const auto made = dubbed.rendered(k);
        rendering += processorSeconds() - start;
        start = processorSeconds();
        if (!synthesis::composite(frame, made)) {
            std::printf("failed\n");
        }
        compositing += processorSeconds() - start;
    }
    std::printf("render: patch %dx%d, %d bits, %.1f ms per frame; composite %.1f ms\n",
                dubbed.plan->patchSize().width, dubbed.plan->patchSize().height, bitDepth,
                1000.0 * rendering / frames, 1000.0 * compositing / frames);
}

}  // namespace

int main() {
    cv::setNumThreads(1);
    benchChoice(15'000, 15'000);
    benchChoice(100'000, 5'000);
    benchRender(8);
    benchRender(10);
    return 0;
}
