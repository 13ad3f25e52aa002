#include "engine/media/videoframe.h"
#include "engine/synthesis/mouthgeometry.h"
#include "engine/synthesis/mouthrenderer.h"
#include "engine/synthesis/warpedplan_p.h"

#include <algorithm>

namespace lipwright::synthesis {

namespace {

cv::Rect grown(const cv::Rect& rect, int margin) {
    return {rect.x - margin, rect.y - margin, rect.width + 2 * margin, rect.height + 2 * margin};
}

int placed(int centre, int length, int limit) {
    return std::clamp(centre - length / 2, 0, std::max(limit - length, 0));
}

}  // namespace

WarpedPlan::WarpedPlan(const SegmentJob& job, std::vector<FramePlan> frames,
                       std::vector<WarpedFrame> details, std::vector<std::string> notes)
    : m_library(*job.library),
      m_firstFrame(job.firstFrame),
      m_filmSize(job.filmSize),
      m_settings(job.settings),
      m_frames(std::move(frames)),
      m_details(std::move(details)),
      m_notes(std::move(notes)) {
    placePatches();
}

// One patch size for the segment, so that a take is one picture sequence; per frame only its whole
// pixel position moves.
void WarpedPlan::placePatches() {
    std::vector<cv::Rect> regions(m_frames.size());
    for (std::size_t t = 0; t < m_frames.size(); ++t) {
        if (m_frames[t].passThroughReason.empty()) {
            regions[t] = changeableRegion(m_library.frames()[m_details[t].target]) &
                         cv::Rect({0, 0}, m_filmSize);
            m_patchSize.width = std::max(m_patchSize.width, regions[t].width);
            m_patchSize.height = std::max(m_patchSize.height, regions[t].height);
        }
    }
    m_patchSize.width = std::clamp(m_patchSize.width, 16, std::max(m_filmSize.width, 1));
    m_patchSize.height = std::clamp(m_patchSize.height, 16, std::max(m_filmSize.height, 1));
    for (std::size_t t = 0; t < m_frames.size(); ++t) {
        const cv::Point centre = (regions[t].tl() + regions[t].br()) / 2;
        m_frames[t].position = {placed(centre.x, m_patchSize.width, m_filmSize.width),
                                placed(centre.y, m_patchSize.height, m_filmSize.height)};
    }
}

PictureRequest WarpedPlan::requestFor(std::size_t index) const {
    const LibraryFrame& frame = m_library.frames()[index];
    return {frame.number, mouthRegion(frame, m_filmSize)};
}

std::vector<PictureRequest> WarpedPlan::pictures() const {
    std::vector<PictureRequest> requests;
    for (const WarpedFrame& frame : m_details) {
        for (const SourceShare& source : frame.sources) {
            requests.push_back(requestFor(source.index));
        }
    }
    return requests;
}

core::Result<SynthesizedFrame> WarpedPlan::render(const media::VideoFrame& target,
                                                  const LibraryPictures& pictures) const {
    const auto t = static_cast<std::size_t>(target.number() - m_firstFrame);
    if (t >= m_frames.size() || m_details[t].sources.empty()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "this frame has no mouth to be rendered",
                          "frame " + std::to_string(target.number()));
    }
    const WarpedFrame& detail = m_details[t];
    const LibraryFrame& frame = m_library.frames()[detail.target];
    const MouthShape& wanted = m_frames[t].wanted;
    MouthPicture picture;
    picture.region = cv::Rect(m_frames[t].position, m_patchSize);
    picture.measured = frame.landmarks;
    picture.carried = carriedLandmarks(m_library, detail.target, detail.skinChange);
    picture.unit = frame.pose.scale;
    picture.feather = static_cast<float>(m_settings.feather);
    const cv::Rect seen = grown(picture.region, cvCeil(0.25F * frame.pose.scale) + 4) &
                          cv::Rect({0, 0}, target.size());
    auto rgb = target.rgb(seen);
    if (!rgb) {
        return core::passOn(rgb);
    }
    picture.target = {*rgb, seen.tl()};
    for (const SourceShare& share : detail.sources) {
        const PictureRequest request = requestFor(share.index);
        auto mouth = pictures.rgb(request);
        if (!mouth) {
            return core::passOn(mouth);
        }
        picture.sources.push_back(
            {{*mouth, request.region.tl()},
             m_library.frames()[share.index].landmarks,
             wantedLandmarks(m_library, detail.target, share.index, wanted, picture.carried),
             share.weight});
    }
    try {
        return SynthesizedFrame{picture.region, renderMouth(picture)};
    } catch (const cv::Exception& exception) {
        return core::fail(core::ErrorCode::internal, exception.what(),
                          "frame " + std::to_string(target.number()));
    }
}

}  // namespace lipwright::synthesis
