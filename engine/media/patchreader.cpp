#include "engine/media/patchfile.h"
#include "engine/media/videoframe_p.h"
#include "engine/media/videoreader.h"

namespace lipwright::media {
namespace {

cv::Mat planeOf(const AVFrame& frame, int plane, int type) {
    return {frame.height, frame.width, type, frame.data[plane],
            static_cast<std::size_t>(frame.linesize[plane])};
}

/// The counterpart of patchwriter.cpp's store().
Patch load(const AVFrame& frame) {
    const bool deep = frame.format == AV_PIX_FMT_GBRAP16;
    const cv::Size size(frame.width, frame.height);
    const int depth = deep ? CV_16U : CV_8U;
    Patch patch{cv::Mat(size, CV_MAKETYPE(depth, 3)), cv::Mat(size, depth)};
    cv::Mat to[] = {patch.rgb, patch.alpha};
    if (!deep) {
        const cv::Mat from = planeOf(frame, 0, CV_8UC4);
        constexpr int kFromBgra[] = {2, 0, 1, 1, 0, 2, 3, 3};
        cv::mixChannels(&from, 1, to, 2, kFromBgra, 4);
        return patch;
    }
    const cv::Mat planes[] = {planeOf(frame, 0, CV_16UC1), planeOf(frame, 1, CV_16UC1),
                              planeOf(frame, 2, CV_16UC1), planeOf(frame, 3, CV_16UC1)};
    constexpr int kFromPlanes[] = {2, 0, 0, 1, 1, 2, 3, 3};
    cv::mixChannels(planes, 4, to, 2, kFromPlanes, 4);
    return patch;
}

}  // namespace

struct PatchReader::State {
    VideoReader reader;
};

core::Result<PatchReader> PatchReader::open(const std::filesystem::path& path) {
    auto reader = VideoReader::open(path, {.decoderThreads = 1, .cachedFrames = 1});
    if (!reader) {
        return core::passOn(reader);
    }
    const VideoStreamInfo& info = reader->info();
    if (info.codec != "ffv1" || (info.pixelFormat != "bgra" && info.pixelFormat != "gbrap16le" &&
                                 info.pixelFormat != "gbrap16be")) {
        return core::fail(core::ErrorCode::unsupportedMedia, "this is not a file of patches",
                          path.string(), "Render the take again");
    }
    if (reader->index().damage()) {
        core::Error error = *reader->index().damage();
        error.remedy = "Render the take again";
        return core::Failure(std::move(error));
    }
    return PatchReader(std::make_unique<State>(State{std::move(*reader)}));
}

std::int64_t PatchReader::count() const {
    return m_state->reader.index().frameCount();
}

cv::Size PatchReader::size() const {
    return {m_state->reader.info().codedWidth, m_state->reader.info().codedHeight};
}

core::Result<Patch> PatchReader::read(std::int64_t number) {
    auto frame = m_state->reader.frame(number);
    if (!frame) {
        return core::passOn(frame);
    }
    return load(*frame->data()->frame);
}

PatchReader::PatchReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PatchReader::PatchReader(PatchReader&&) noexcept = default;
PatchReader& PatchReader::operator=(PatchReader&&) noexcept = default;
PatchReader::~PatchReader() = default;

}  // namespace lipwright::media
