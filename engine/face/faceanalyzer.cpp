#include "engine/face/faceanalyzer.h"

#include "engine/core/boundedqueue.h"
#include "engine/face/analysispass_p.h"
#include "engine/media/videoframe.h"
#include "engine/media/videoreader.h"

#include <algorithm>
#include <exception>
#include <new>
#include <thread>

namespace lipwright::face {

struct FaceAnalyzer::State {
    AnalysisPass pass;
};

FaceAnalyzer::FaceAnalyzer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
FaceAnalyzer::FaceAnalyzer(FaceAnalyzer&&) noexcept = default;
FaceAnalyzer& FaceAnalyzer::operator=(FaceAnalyzer&&) noexcept = default;
FaceAnalyzer::~FaceAnalyzer() = default;

namespace {

/// Pictures decoded ahead of the analysis.
constexpr std::size_t kDecodedAhead = 4;
/// Damaged frames in a row after which a film is given up.
constexpr int kMaximumDamaged = 250;

/// What OpenCV throws, as an error of this folder.
template <typename Work>
auto guarded(const Work& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return core::fail(core::ErrorCode::outOfMemory, "not enough memory for the face analysis");
    } catch (const std::exception& cause) {
        return core::fail(core::ErrorCode::internal,
                          std::string("the face analysis failed: ") + cause.what());
    }
}

using Decoded = core::Result<media::VideoFrame>;
using DecodedQueue = core::BoundedQueue<Decoded>;

/// Decodes frames [first, end) into the queue. A damaged frame is left out; other errors end it.
void decode(media::VideoReader& reader, std::int64_t first, std::int64_t end, DecodedQueue& queue,
            const std::stop_token& stop) {
    int damaged = 0;
    // next() goes on behind frame(), so that only the first frame is sought.
    for (std::int64_t number = first; number < end && !stop.stop_requested(); ++number) {
        auto frame = reader.frame(number);
        if (!frame && frame.error().code == core::ErrorCode::damagedMedia &&
            ++damaged <= kMaximumDamaged) {
            continue;
        }
        damaged = frame ? 0 : damaged;
        const bool ended = !frame;
        if (!queue.push(std::move(frame)) || ended) {
            break;
        }
    }
    queue.close();
}

core::Result<void> analyzeQueue(DecodedQueue& queue, FaceAnalyzer& analyzer, std::int64_t first,
                                std::int64_t end, const std::stop_token& stop,
                                const core::ProgressCallback& progress) {
    const std::int64_t total = end - first;
    while (auto frame = queue.pop()) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        if (!*frame) {
            return core::passOn(*frame);
        }
        const std::int64_t number = (*frame)->number();
        if (auto done = analyzer.push(**frame); !done) {
            return done;
        }
        core::report(progress, {"analyse", number + 1 - first, total});
    }
    if (stop.stop_requested()) {
        return core::cancelled();
    }
    return {};
}

}  // namespace

core::Result<FaceAnalyzer> FaceAnalyzer::create(const AnalysisOptions& options) {
    auto models = options.models;
    if (!models) {
        auto loaded = FaceModels::load(options.landmarkModel);
        if (!loaded) {
            return core::passOn(loaded);
        }
        models = *loaded;
    }
    return FaceAnalyzer(std::make_unique<State>(State{AnalysisPass(std::move(models), options)}));
}

core::Result<void> FaceAnalyzer::push(const media::VideoFrame& frame) {
    return guarded([&]() -> core::Result<void> {
        auto gray = frame.gray();
        if (!gray) {
            return core::passOn(gray);
        }
        return m_state->pass.push({frame.number(), std::move(*gray),
                                   [frame](const cv::Rect& region) { return frame.rgb(region); }});
    });
}

core::Result<FaceAnalysis> FaceAnalyzer::finish() {
    return guarded([&] { return m_state->pass.finish(); });
}

core::Result<FaceAnalysis> analyzeFaces(media::VideoReader& reader, const AnalysisOptions& options,
                                        std::stop_token stop,
                                        const core::ProgressCallback& progress) {
    auto analyzer = FaceAnalyzer::create(options);
    if (!analyzer) {
        return core::passOn(analyzer);
    }
    const std::int64_t count = reader.index().frameCount();
    const std::int64_t end = options.endFrame < 0 ? count : std::min(options.endFrame, count);
    const std::int64_t first = std::clamp<std::int64_t>(options.firstFrame, 0, end);
    DecodedQueue queue(kDecodedAhead);
    core::Result<void> done;
    {
        std::jthread decoder(
            [&](const std::stop_token& ended) { decode(reader, first, end, queue, ended); });
        done = analyzeQueue(queue, *analyzer, first, end, stop, progress);
        decoder.request_stop();
        queue.close();
        while (queue.pop()) {  // nothing may wait in a full queue
        }
    }
    if (!done) {
        return core::passOn(done);
    }
    auto analysis = analyzer->finish();
    if (analysis) {
        analysis->frameCount = count;
    }
    return analysis;
}

}  // namespace lipwright::face
