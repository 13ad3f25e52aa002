#include "engine/media/streaminfo_p.h"

#include <array>
#include <cstdio>

namespace lipwright::media {
namespace {

std::string seconds(core::RationalTime time) {
    char text[48];
    std::snprintf(text, sizeof text, "%.3f s", time.seconds());
    return text;
}

void noteTime(const VideoStreamInfo& video, const FrameIndex& index,
              std::vector<std::string>& notes) {
    if (video.variableRate) {
        notes.push_back(
            "variable frame rate: every frame keeps its own time; a result has the same times");
    }
    if (video.hasEditList) {
        notes.push_back("edit list: " + std::to_string(index.hiddenFrames()) +
                        " stored frames are hidden by it and left out here too");
    }
    if (video.startTime.value != 0) {
        notes.push_back("the picture starts at " + seconds(video.startTime) +
                        "; the sound keeps its place against it");
    }
    if (video.startTimecode) {
        notes.push_back("start timecode " + *video.startTimecode + ": kept in the result");
    }
    if (index.decodedTimestamps()) {
        notes.push_back(
            "the container does not say when frames are shown: jumping in it is slow; MP4 or MKV "
            "would be faster");
    }
}

void notePicture(const VideoStreamInfo& video, std::vector<std::string>& notes) {
    constexpr std::array kTurns{"", "90 degrees clockwise", "180 degrees",
                                "90 degrees counter-clockwise"};
    if (video.quarterTurns != 0) {
        notes.push_back(std::string("rotated: shown turned by ") +
                        kTurns.at(static_cast<std::size_t>(video.quarterTurns)) +
                        "; write the result as .mp4 or .mov, which keep this");
    }
    if (video.interlaced) {
        notes.push_back(
            "interlaced: frames are treated as whole pictures; deinterlace first for clean mouths "
            "in fast motion");
    }
    if (video.highDynamicRange) {
        notes.push_back("high dynamic range: written with the same tags and bit depth");
    }
    if (video.sampleAspectNumerator != video.sampleAspectDenominator) {
        notes.push_back("pixels are not square (" + std::to_string(video.sampleAspectNumerator) +
                        ":" + std::to_string(video.sampleAspectDenominator) + "): kept");
    }
    if (video.colour.matrix == AVCOL_SPC_UNSPECIFIED && !video.pixelFormat.starts_with("gbr") &&
        !video.pixelFormat.starts_with("rgb")) {
        notes.push_back(std::string("no colour matrix is tagged: ") +
                        (video.codedHeight >= 720 ? "BT.709" : "BT.601") + " is assumed");
    }
}

void noteAudio(const MediaInfo& info, std::vector<std::string>& notes) {
    if (info.audio.empty()) {
        notes.push_back("no sound");
    }
    for (std::size_t i = 0; i < info.audio.size(); ++i) {
        const AudioStreamInfo& audio = info.audio[i];
        const std::string name = "audio track " + std::to_string(i + 1);
        if (audio.primingSamples > 0) {
            notes.push_back(name + ": " + std::to_string(audio.primingSamples) +
                            " samples of encoder delay are left out");
        }
        if (audio.startTime.value > 0) {
            notes.push_back(name + " starts at " + seconds(audio.startTime));
        }
    }
}

/// The longest stream or, where the container does not say, the end of the picture.
core::RationalTime durationOf(const AVFormatContext& format, const FrameIndex* index) {
    if (format.duration > 0) {
        return {format.duration, {1, AV_TIME_BASE}};
    }
    return index != nullptr ? index->endOf(index->frameCount() - 1) : core::RationalTime{};
}

void describeMainVideo(VideoStreamInfo video, const FrameIndex& index, MediaInfo& info) {
    completeFromIndex(video, index);
    const bool startsLate =
        video.startTime > core::RationalTime{2, video.frameDuration}.rescaled(video.timeBase);
    video.hasEditList =
        info.container.find("mp4") != std::string::npos && (index.hiddenFrames() > 0 || startsLate);
    noteTime(video, index, info.notes);
    notePicture(video, info.notes);
    if (index.damage()) {
        info.notes.push_back(index.damage()->reason);
    }
    info.video.push_back(std::move(video));
}

/// `index`: of the main video; none: it is built.
core::Result<MediaInfo> describeFile(const std::filesystem::path& path,
                                     std::shared_ptr<const FrameIndex> index,
                                     std::stop_token stop) {
    auto opened = Demuxer::open(path);
    if (!opened) {
        return core::passOn(opened);
    }
    Demuxer& demuxer = **opened;
    MediaInfo info;
    info.path = path;
    info.container = demuxer.format().iformat->name;
    for (int i = 0; const AVStream* const stream = demuxer.audioStream(i); ++i) {
        info.audio.push_back(describeAudio(demuxer, *stream));
    }
    if (const AVStream* const main = demuxer.videoStream()) {
        const int mainIndex = main->index;
        VideoStreamInfo video = describeVideo(demuxer, *main);
        if (!index) {
            auto built = indexStream(demuxer, std::move(stop), {});
            if (!built) {
                return core::passOn(built);
            }
            index = std::move(*built);
        } else if (index->timeBase() != video.timeBase || index->frameCount() == 0) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "the index is not that of this file", path.string(),
                              "Index the file again");
        }
        describeMainVideo(std::move(video), *index, info);
        for (unsigned i = 0; i < demuxer.format().nb_streams; ++i) {
            const AVStream& other = *demuxer.format().streams[i];
            if (other.codecpar->codec_type == AVMEDIA_TYPE_VIDEO && other.index != mainIndex &&
                (other.disposition & AV_DISPOSITION_ATTACHED_PIC) == 0) {
                info.video.push_back(describeVideo(demuxer, other));
            }
        }
    } else {
        info.notes.push_back("no video");
    }
    if (info.video.empty() && info.audio.empty()) {
        return core::fail(core::ErrorCode::unsupportedMedia,
                          "the file has neither picture nor sound", path.string(),
                          "Choose a video or audio file");
    }
    info.duration = durationOf(demuxer.format(), index.get());
    noteAudio(info, info.notes);
    return info;
}

}  // namespace

core::Result<MediaInfo> probe(const std::filesystem::path& path, std::stop_token stop) {
    return describeFile(path, nullptr, std::move(stop));
}

core::Result<MediaInfo> probe(const std::filesystem::path& path,
                              std::shared_ptr<const FrameIndex> index) {
    return describeFile(path, std::move(index), {});
}

}  // namespace lipwright::media
