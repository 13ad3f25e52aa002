#include "engine/media/videoreader.h"

#include "engine/media/decoder_p.h"
#include "engine/media/streaminfo_p.h"
#include "engine/media/videoframe_p.h"

#include <algorithm>
#include <deque>

namespace lipwright::media {

using core::ErrorCode;

struct VideoReader::State {
    Options options;
    std::unique_ptr<Demuxer> demuxer;
    std::unique_ptr<Decoder> decoder;
    std::shared_ptr<const FrameIndex> index;
    VideoStreamInfo info;
    std::shared_ptr<const StreamSideData> sideData;
    std::vector<std::int64_t> keys;  ///< numbers of the key frames

    std::deque<VideoFrame> cache;           ///< most recently decoded last
    std::optional<core::Error> frameError;  ///< of frame `errorNumber`, decoded but not usable
    std::int64_t errorNumber = -1;
    std::int64_t next = 0;           ///< what next() presents
    std::int64_t position = 0;       ///< the decoder's next frame, when all goes well
    std::int64_t firstDecoded = -1;  ///< since the last seek; -1 before it
    std::int64_t gapFirst = 0;       ///< frames known not to come out: [gapFirst, gapEnd)
    std::int64_t gapEnd = 0;
    bool damageReported = false;

    [[nodiscard]] core::Result<VideoFrame> frame(std::int64_t number, const std::stop_token& stop);
    [[nodiscard]] core::Result<VideoFrame> decodeUpTo(std::int64_t number,
                                                      const std::stop_token& stop);
    [[nodiscard]] const VideoFrame* cached(std::int64_t number) const;
    [[nodiscard]] bool needsSeek(std::int64_t number) const;
    [[nodiscard]] core::Result<void> seekBefore(std::int64_t number, int keysBack);
    [[nodiscard]] bool landsAtOrBefore(std::int64_t pts);
    /// The next decoded frame of the index, kept in the cache; -1 at the end.
    [[nodiscard]] std::int64_t decodeOne();
    void keep(FramePtr frame, std::int64_t number);
    [[nodiscard]] std::int64_t numberOf(std::int64_t pts) const;
    [[nodiscard]] std::string placeOf(std::int64_t number) const;
    [[nodiscard]] core::Error undecodable(std::int64_t number) const;
};

namespace {

/// A key frame that does not start a decodable picture (gradual refresh) is followed by earlier
/// ones: this many at most.
constexpr int kSeekAttempts = 4;

}  // namespace

const VideoFrame* VideoReader::State::cached(std::int64_t number) const {
    const auto found = std::find_if(cache.rbegin(), cache.rend(), [number](const VideoFrame& one) {
        return one.number() == number;
    });
    return found == cache.rend() ? nullptr : &*found;
}

std::string VideoReader::State::placeOf(std::int64_t number) const {
    return demuxer->path().string() + ", frame " + std::to_string(number) + " at " +
           core::toDisplayString(index->timeOf(number));
}

core::Error VideoReader::State::undecodable(std::int64_t number) const {
    const std::string detail = decoder->lastMessage();
    return {ErrorCode::damagedMedia,
            "the frame can not be decoded" + (detail.empty() ? "" : " (" + detail + ")"),
            placeOf(number), "Leave this part out, or get a better copy of the file"};
}

std::int64_t VideoReader::State::numberOf(std::int64_t pts) const {
    const auto& entries = index->entries();
    const auto found = std::lower_bound(
        entries.begin(), entries.end(), pts,
        [](const FrameIndex::Entry& entry, std::int64_t wanted) { return entry.pts < wanted; });
    return found != entries.end() && found->pts == pts ? found - entries.begin() : -1;
}

void VideoReader::State::keep(FramePtr picture, std::int64_t number) {
    // FFV1 conceals slices with a wrong checksum without marking the frame: it only says so.
    const bool complained =
        decoder->takeErrorCount() > 0 && decoder->context().codec_id == AV_CODEC_ID_FFV1;
    const bool damaged = (picture->flags & AV_FRAME_FLAG_CORRUPT) != 0 ||
                         picture->decode_error_flags != 0 || complained;
    if (damaged) {
        errorNumber = number;
        frameError = undecodable(number);
        return;
    }
    if (picture->width != info.codedWidth || picture->height != info.codedHeight ||
        av_get_pix_fmt_name(static_cast<AVPixelFormat>(picture->format)) != info.pixelFormat) {
        errorNumber = number;
        frameError = core::Error{ErrorCode::unsupportedMedia,
                                 "the picture changes its size or pixel format here",
                                 placeOf(number), "Convert the video to one size first"};
        return;
    }
    const FrameIndex::Entry& entry = index->entries()[static_cast<std::size_t>(number)];
    auto wrapped = wrapFrame(std::move(picture), info, sideData, number, index->timeOf(number),
                             entry.duration, placeOf(number));
    if (!wrapped) {
        errorNumber = number;
        frameError = wrapped.error();
        return;
    }
    cache.push_back(std::move(*wrapped));
    while (static_cast<int>(cache.size()) > std::max(1, options.cachedFrames)) {
        cache.pop_front();
    }
}

std::int64_t VideoReader::State::decodeOne() {
    for (;;) {
        FramePtr picture = makeFrame();
        if (decoder->next(*demuxer, *picture) != Decoder::Outcome::frame) {
            return -1;
        }
        const std::int64_t number = numberOf(stampOf(*picture, index->decodedTimestamps()));
        if (number >= 0) {
            keep(std::move(picture), number);
            position = number + 1;
            firstDecoded = firstDecoded < 0 ? number : firstDecoded;
            return number;
        }
    }
}

bool VideoReader::State::needsSeek(std::int64_t number) const {
    if (number < position) {
        return true;
    }
    const auto behind = std::upper_bound(keys.begin(), keys.end(), number);
    return behind != keys.begin() && *(behind - 1) > position;
}

bool VideoReader::State::landsAtOrBefore(std::int64_t pts) {
    const PacketPtr packet = makePacket();
    while (demuxer->read(*packet) >= 0) {
        if ((packet->flags & AV_PKT_FLAG_KEY) != 0) {
            return (packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts) <= pts;
        }
    }
    return false;
}

core::Result<void> VideoReader::State::seekBefore(std::int64_t number, int keysBack) {
    firstDecoded = -1;
    const std::int64_t target = index->entries()[static_cast<std::size_t>(number)].pts;
    auto key = std::upper_bound(keys.begin(), keys.end(), number) - keys.begin() - 1 - keysBack;
    for (int attempt = 0; attempt < kSeekAttempts && key > 0; ++attempt, key -= 1 << attempt) {
        const std::int64_t wanted =
            index->entries()[static_cast<std::size_t>(keys[static_cast<std::size_t>(key)])].pts;
        // Where the demuxer lands is only known by reading on from there: look, then seek again.
        if (demuxer->seek(wanted) && landsAtOrBefore(target) && demuxer->seek(wanted)) {
            decoder->restart(true);
            (void)decoder->takeErrorCount();
            position = keys[static_cast<std::size_t>(key)];
            return {};
        }
    }
    if (auto rewound = demuxer->rewind(); !rewound) {
        return rewound;
    }
    decoder->restart(false);
    (void)decoder->takeErrorCount();
    position = 0;
    return {};
}

core::Result<VideoFrame> VideoReader::State::decodeUpTo(std::int64_t number,
                                                        const std::stop_token& stop) {
    for (int attempt = 0;; ++attempt) {
        std::int64_t decoded = decodeOne();
        while (decoded >= 0 && decoded < number) {
            if (stop.stop_requested()) {
                return core::cancelled();
            }
            decoded = decodeOne();
        }
        if (decoded == number) {
            if (errorNumber == number && frameError) {
                return core::Failure(*frameError);
            }
            return cache.back();
        }
        const bool startedLate = firstDecoded < 0 || firstDecoded > number;
        if (!startedLate || attempt >= kSeekAttempts || (attempt > 0 && position == 0)) {
            gapFirst = number;
            gapEnd = decoded < 0 ? index->frameCount() : decoded;
            return core::Failure(undecodable(number));
        }
        if (auto sought = seekBefore(number, (1 << attempt)); !sought) {
            return core::passOn(sought);
        }
    }
}

core::Result<VideoFrame> VideoReader::State::frame(std::int64_t number,
                                                   const std::stop_token& stop) {
    if (number < 0 || number >= index->frameCount()) {
        return core::fail(ErrorCode::invalidArgument,
                          "frame " + std::to_string(number) + " does not exist: the video has " +
                              std::to_string(index->frameCount()),
                          demuxer->path().string());
    }
    next = number + 1;
    if (const VideoFrame* const found = cached(number)) {
        return *found;
    }
    if (number == errorNumber && frameError) {
        return core::Failure(*frameError);
    }
    if (number >= gapFirst && number < gapEnd) {
        return core::Failure(undecodable(number));
    }
    if (needsSeek(number)) {
        if (auto sought = seekBefore(number, 0); !sought) {
            return core::passOn(sought);
        }
    }
    return decodeUpTo(number, stop);
}

core::Result<VideoReader> VideoReader::open(const std::filesystem::path& path,
                                            const Options& options,
                                            std::shared_ptr<const FrameIndex> index) {
    auto state = std::make_unique<State>();
    state->options = options;
    if (!index) {
        auto built = indexFrames(path);
        if (!built) {
            return core::passOn(built);
        }
        index = std::move(*built);
    }
    auto demuxer = Demuxer::open(path);
    if (!demuxer) {
        return core::passOn(demuxer);
    }
    state->demuxer = std::move(*demuxer);
    AVStream* const stream = state->demuxer->videoStream();
    if (stream == nullptr) {
        return noVideo(path);
    }
    if (fromAv(stream->time_base) != index->timeBase() || index->frameCount() == 0) {
        return core::fail(ErrorCode::invalidArgument, "the index is not that of this file",
                          path.string(), "Index the file again");
    }
    state->demuxer->select(*stream);
    state->info = describeVideo(*state->demuxer, *stream);
    completeFromIndex(state->info, *index);
    state->sideData = StreamSideData::of(*stream);
    auto decoder = Decoder::open(*stream, options.decoderThreads, path);
    if (!decoder) {
        return core::passOn(decoder);
    }
    state->decoder = std::move(*decoder);
    for (std::int64_t i = 0; i < index->frameCount(); ++i) {
        if (index->entries()[static_cast<std::size_t>(i)].key) {
            state->keys.push_back(i);
        }
    }
    state->index = std::move(index);
    return VideoReader(std::move(state));
}

core::Result<VideoReader> VideoReader::open(const std::filesystem::path& path) {
    return open(path, Options{});
}

VideoReader::VideoReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
VideoReader::VideoReader(VideoReader&&) noexcept = default;
VideoReader& VideoReader::operator=(VideoReader&&) noexcept = default;
VideoReader::~VideoReader() = default;

const VideoStreamInfo& VideoReader::info() const {
    return m_state->info;
}

const std::filesystem::path& VideoReader::path() const {
    return m_state->demuxer->path();
}

const FrameIndex& VideoReader::index() const {
    return *m_state->index;
}

std::shared_ptr<const FrameIndex> VideoReader::sharedIndex() const {
    return m_state->index;
}

core::Result<std::optional<VideoFrame>> VideoReader::next() {
    if (m_state->next >= m_state->index->frameCount()) {
        if (m_state->index->damage() && !std::exchange(m_state->damageReported, true)) {
            return core::Failure(*m_state->index->damage());
        }
        return std::optional<VideoFrame>();
    }
    auto frame = m_state->frame(m_state->next, {});
    if (!frame) {
        return core::passOn(frame);
    }
    return std::optional<VideoFrame>(std::move(*frame));
}

core::Result<VideoFrame> VideoReader::frame(std::int64_t number, const std::stop_token& stop) {
    return m_state->frame(number, stop);
}

core::Result<VideoFrame> VideoReader::frameAt(core::RationalTime time) {
    return m_state->frame(m_state->index->numberAt(time), {});
}

}  // namespace lipwright::media
