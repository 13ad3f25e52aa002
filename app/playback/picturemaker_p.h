// Makes the pictures of one film: decodes, composites, scales. One thread.
#pragma once

#include "app/playback/takeshelf_p.h"
#include "engine/media/previewscaler.h"
#include "engine/media/videoreader.h"

#include <stop_token>

namespace lipwright::app {

/// `film` at most as large as `most`, its aspect kept.
[[nodiscard]] QSize fittedSize(QSize film, QSize most);
/// The frame as QImage::Format_RGB32 of this size; shares the scaler's memory.
[[nodiscard]] core::Result<QImage> imageOf(media::PreviewScaler& scaler,
                                           const media::VideoFrame& frame, QSize size);

class PictureMaker {
public:
    [[nodiscard]] static core::Result<PictureMaker> open(const PlayerFilm& film, int cachedFrames);

    [[nodiscard]] core::Result<widgets::ViewerPicture> make(qint64 frame, QSize most,
                                                            TakeShelf& takes,
                                                            const std::stop_token& stop);
    [[nodiscard]] const media::FrameIndex& index() const { return m_reader.index(); }
    [[nodiscard]] QSize filmSize() const;
    /// Memory of one decoded frame.
    [[nodiscard]] qint64 frameBytes() const;

private:
    explicit PictureMaker(media::VideoReader reader) : m_reader(std::move(reader)) {}

    media::VideoReader m_reader;
    media::PreviewScaler m_scaler;
};

}  // namespace lipwright::app
