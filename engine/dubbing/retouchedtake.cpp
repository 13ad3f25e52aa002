#include "engine/dubbing/retouchedtake.h"

#include "engine/media/videoframe.h"

namespace lipwright::dubbing {

core::Result<RetouchedTake> RetouchedTake::open(const std::filesystem::path& folder,
                                                std::shared_ptr<const RetouchTrack> retouch) {
    auto reader = synthesis::TakeReader::open(folder);
    if (!reader) {
        return core::passOn(reader);
    }
    RetouchedTake take(std::move(*reader));
    take.setRetouch(std::move(retouch));
    return take;
}

void RetouchedTake::keep(std::int64_t frame) {
    if (std::exchange(m_keptFrame, frame) != frame) {
        m_kept.reset();
    }
}

core::Result<synthesis::SynthesizedFrame> RetouchedTake::patch(std::int64_t frame) {
    if (frame == m_keptFrame && m_kept) {
        return *m_kept;
    }
    auto made = m_reader.read(frame);
    if (made && frame == m_keptFrame) {
        m_kept = *made;
    }
    return made;
}

core::Result<std::optional<LaidPatch>> RetouchedTake::at(const media::VideoFrame& film) {
    using Laid = std::optional<LaidPatch>;
    const std::int64_t frame = film.number();
    if (frame < take().firstFrame || frame >= take().endFrame()) {
        return Laid();
    }
    const auto& plan = take().frames[static_cast<std::size_t>(frame - take().firstFrame)];
    const bool passes = !plan.passThroughReason.empty() || plan.weight <= 0.0;
    if (passes || (m_retouch && m_retouch->keepsFilm(frame))) {
        return Laid();
    }
    auto made = patch(frame);
    if (!made) {
        return core::passOn(made);
    }
    if (!m_retouch) {
        return Laid(LaidPatch{std::move(*made), plan.weight});
    }
    auto applied = m_retouch->apply(std::move(*made), film);
    if (!applied) {
        return core::passOn(applied);
    }
    return applied->has_value() ? Laid(LaidPatch{std::move(**applied), plan.weight}) : Laid();
}

}  // namespace lipwright::dubbing
