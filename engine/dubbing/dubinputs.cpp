#include "engine/core/hash.h"
#include "engine/dubbing/dubinputs_p.h"

namespace lipwright::dubbing {
namespace {

using core::ErrorCode;

/// Frames a sequential pass keeps decoded.
constexpr int kCachedFrames = 2;

core::Result<void> checkPaths(const DubRequest& request) {
    std::error_code ignored;
    for (const auto& input : {request.film, request.voice}) {
        if (std::filesystem::equivalent(input, request.output, ignored)) {
            return core::fail(ErrorCode::invalidArgument, "the output is also an input",
                              request.output.string(), "Give the dubbed film another name");
        }
    }
    return {};
}

}  // namespace

core::Result<media::VideoReader> readerAtStart(const DubRequest& request, const DubInputs& inputs) {
    media::VideoReader::Options options;
    options.decoderThreads = request.threads;
    options.cachedFrames = kCachedFrames;
    return media::VideoReader::open(request.film, options, inputs.index);
}

core::Result<DubInputs> openInputs(const DubRequest& request, const std::stop_token& stop) {
    if (const auto paths = checkPaths(request); !paths) {
        return core::passOn(paths);
    }
    auto index = media::indexFrames(request.film, stop);
    if (!index && index.error().code == ErrorCode::noVideo) {
        return core::fail(ErrorCode::noVideo, "there is no picture in it", request.film.string(),
                          "Give a film as the first file and the voice as the second");
    }
    if (!index) {
        return core::passOn(index);
    }
    auto info = media::probe(request.film, *index);
    if (!info) {
        return core::passOn(info);
    }
    const WeightsSource weights{request.models, request.actors, request.model};
    auto shape = loadShapeNetwork(weights, request.device);
    if (!shape) {
        return core::passOn(shape);
    }
    auto engine = makeEngine(request.engine, weights, request.device);
    if (!engine) {
        return core::passOn(engine);
    }
    auto voice = core::sha256OfFile(request.voice, stop);
    if (!voice) {
        return core::passOn(voice);
    }
    return DubInputs{std::move(*info), std::move(*index), std::move(*shape), std::move(*engine),
                     std::move(*voice)};
}

}  // namespace lipwright::dubbing
