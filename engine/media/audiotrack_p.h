// One audio track of a film being written: copied packet by packet or decoded and encoded again,
// in step with the picture so that neither waits long for the other. Private; one thread.
#pragma once

#include "engine/media/mediawriter.h"
#include "engine/media/muxer_p.h"

#include <stop_token>

namespace lipwright::media {

class AudioTrack {
public:
    /// Where the written film lies on the timeline of the audio's file.
    struct Placement {
        core::RationalTime start;  ///< becomes the film's 0
        VideoCodec videoCodec = VideoCodec::h264;
    };

    virtual ~AudioTrack() = default;

    /// Opens the file and adds a stream to the muxer, before its header is written.
    [[nodiscard]] static core::Result<std::unique_ptr<AudioTrack>> create(
        Muxer& muxer, const AudioTrackSpec& spec, const Placement& placement);

    /// Writes the sound up to `seconds` of the film.
    [[nodiscard]] virtual core::Result<void> writeUntil(double seconds, std::stop_token stop) = 0;
    /// Writes what the encoder still holds.
    [[nodiscard]] virtual core::Result<void> finish() = 0;
};

}  // namespace lipwright::media
