// What a dub needs before it can begin: the film, the network, and the hashes that go into the
// export's provenance.
#pragma once

#include "engine/dubbing/dubfilm.h"
#include "engine/dubbing/segmentjob_p.h"
#include "engine/media/videoreader.h"

#include <memory>
#include <string>

namespace lipwright::dubbing {

struct DubInputs {
    media::MediaInfo info;
    std::shared_ptr<const media::FrameIndex> index;
    VerifiedShapeNetwork shape;
    ChosenEngine engine;
    std::string voiceSha256;

    [[nodiscard]] const media::VideoStreamInfo& video() const { return info.video.front(); }
};

/// Opens and checks everything; the first thing that will not do is the error.
[[nodiscard]] core::Result<DubInputs> openInputs(const DubRequest& request,
                                                 const std::stop_token& stop);

/// A reader at the film's first frame; every pass over the film takes its own.
[[nodiscard]] core::Result<media::VideoReader> readerAtStart(const DubRequest& request,
                                                             const DubInputs& inputs);

}  // namespace lipwright::dubbing
