#include "engine/face/croptransform.h"
#include "engine/media/videoframe.h"
#include "engine/synthesis/mouthgeometry.h"
#include "engine/synthesis/paintedplan_p.h"

#include <span>

namespace lipwright::synthesis {

PaintedPlan::PaintedPlan(const SegmentJob& job,
                         std::shared_ptr<const nets::MouthGenerator> generator,
                         std::unique_ptr<SegmentPlan> warped, Inputs inputs)
    : m_generator(std::move(generator)),
      m_warped(std::move(warped)),
      m_library(*job.library),
      m_track(job.track->id),
      m_filmSize(job.filmSize),
      m_excludedNeighbours(job.settings.excludedNeighbours),
      m_inputs(std::move(inputs)) {}

PictureRequest PaintedPlan::requestFor(const MouthReference& reference) const {
    return pictureOf(m_library.frames()[reference.index], m_generator->size(), m_filmSize);
}

std::vector<PictureRequest> PaintedPlan::pictures() const {
    std::vector<PictureRequest> requests = m_warped->pictures();
    for (const MouthReference& reference : m_inputs.references) {
        requests.push_back(requestFor(reference));
    }
    return requests;
}

core::Result<void> PaintedPlan::encodeReferences(const LibraryPictures& pictures) const {
    if (m_encoded) {
        return {};
    }
    std::vector<std::uint8_t> bytes;
    for (const MouthReference& reference : m_inputs.references) {
        const PictureRequest request = requestFor(reference);
        const auto rgb = pictures.rgb(request);
        if (!rgb) {
            return core::passOn(rgb);
        }
        appendLowerHalf(reference, m_library.frames()[reference.index], {*rgb, request.region.tl()},
                        m_generator->size(), bytes);
    }
    auto encoded =
        m_generator->encodeReferences(bytes, static_cast<int>(m_inputs.references.size()));
    if (!encoded) {
        return core::passOn(encoded);
    }
    m_encoded = std::move(*encoded);
    return {};
}

nets::ReferenceMouths PaintedPlan::referencesFor(const LibraryFrame& target) const {
    const std::vector<int> away =
        referencesAwayFrom(target, m_excludedNeighbours, m_inputs.references, m_library);
    return away.size() == m_inputs.references.size() ? *m_encoded : m_encoded->only(away);
}

core::Result<PaintedLowerFace> PaintedPlan::paint(const FaceCropGrid& grid,
                                                  const PlacedPicture& target,
                                                  const LibraryFrame& frame) const {
    const int size = grid.size();
    const cv::Mat upper = grid.cutBytes(target)(cv::Rect(0, 0, size, size / 2)).clone();
    const auto values = static_cast<std::size_t>(m_generator->driveValues());
    const auto t = static_cast<std::size_t>(frame.number - firstFrame());
    auto painted = m_generator->paint({upper.datastart, upper.dataend},
                                      std::span(m_inputs.drives).subspan(t * values, values), 1,
                                      referencesFor(frame));
    if (!painted) {
        return core::passOn(painted);
    }
    PaintedLowerFace lower;
    lower.rgb =
        cv::Mat3f(size / 2, size, reinterpret_cast<cv::Vec3f*>(painted->rgb.data())).clone();
    lower.mask = cv::Mat1f(size / 2, size, painted->mask.data()).clone();
    return lower;
}

std::vector<cv::Point2f> PaintedPlan::wantedMouth(std::size_t target) const {
    const LibraryFrame& frame = m_library.frames()[target];
    MouthShape change = frames()[static_cast<std::size_t>(frame.number - firstFrame())].wanted;
    for (std::size_t m = 0; m < change.size(); ++m) {
        change[m] -= frame.shape[m];
    }
    return mouthOutline(carriedLandmarks(m_library, target, change));
}

core::Result<SynthesizedFrame> PaintedPlan::render(const media::VideoFrame& target,
                                                   const LibraryPictures& pictures) const {
    auto warped = m_warped->render(target, pictures);
    if (!warped) {
        return core::passOn(warped);
    }
    if (auto encoded = encodeReferences(pictures); !encoded) {
        return core::passOn(encoded);
    }
    const std::size_t index = *m_library.indexOf(m_track, target.number());
    const LibraryFrame& frame = m_library.frames()[index];
    const FaceCropGrid grid(frame.landmarks, m_generator->size());
    const cv::Rect upper = grid.filmRegion({0, 0, grid.size(), grid.size() / 2});
    const cv::Rect seen = upper & cv::Rect({}, target.size());
    const auto rgb = target.rgb(seen);
    if (!rgb) {
        return core::passOn(rgb);
    }
    const auto painted = paint(grid, {*rgb, seen.tl()}, frame);
    if (!painted) {
        return core::passOn(painted);
    }
    try {
        return SynthesizedFrame{
            warped->region, paintedPatch({grid, *painted, warped->region, warped->patch,
                                          wantedMouth(index), frame.pose.scale, m_inputs.detail})};
    } catch (const cv::Exception& exception) {
        return core::fail(core::ErrorCode::internal, exception.what(),
                          "frame " + std::to_string(target.number()));
    }
}

}  // namespace lipwright::synthesis
