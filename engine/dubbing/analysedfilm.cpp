#include "engine/core/hash.h"
#include "engine/dubbing/analysedfilm_p.h"

namespace lipwright::dubbing {
namespace {

using core::ErrorCode;
using core::Result;

constexpr int kCachedFrames = 2;

}  // namespace

Result<AnalysedFilm> openAnalysedFilm(const RenderSource& source) {
    if (!source.index || !source.faces || source.faces->frameCount != source.index->frameCount()) {
        return core::fail(ErrorCode::invalidArgument, "the film has not been analysed",
                          source.film.string(), "Wait for the analysis, or start it again");
    }
    auto fingerprint = core::fingerprintOfFile(source.film);
    if (!fingerprint) {
        return core::passOn(fingerprint);
    }
    media::VideoReader::Options options;
    options.decoderThreads = source.threads;
    options.cachedFrames = kCachedFrames;
    auto reader = media::VideoReader::open(source.film, options, source.index);
    if (!reader) {
        return core::passOn(reader);
    }
    return AnalysedFilm{std::move(*reader), std::move(*fingerprint)};
}

Result<VoicedSegment> voicedSegment(const project::Project& project, project::Id segment) {
    const project::Segment* const wanted = project.segment(segment);
    if (wanted == nullptr) {
        return core::fail(ErrorCode::invalidArgument,
                          "there is no segment " + std::to_string(segment));
    }
    const project::DubTrack* const voice = project.dub(wanted->dubTrack);
    if (voice == nullptr) {
        return core::fail(ErrorCode::invalidArgument, "the segment has no voice",
                          "segment " + std::to_string(segment), "Choose a dub track for it");
    }
    return VoicedSegment{wanted, voice};
}

}  // namespace lipwright::dubbing
