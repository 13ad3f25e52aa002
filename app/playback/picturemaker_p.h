// Makes the pictures of one film: decodes, composites, scales. One thread.
#pragma once

#include "app/playback/takeshelf_p.h"
#include "engine/media/previewscaler.h"
#include "engine/media/videoreader.h"

#include <optional>
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

    struct Order {
        QSize most;
        /// Is looked at now: what it is made of stays at hand, for it may be retouched.
        bool onScreen = false;
        TakeShelf& takes;
        TakeShelf& compared;
    };
    [[nodiscard]] core::Result<widgets::ViewerPicture> make(qint64 frame, const Order& order,
                                                            const std::stop_token& stop);
    /// make() would decode nothing for this frame.
    [[nodiscard]] bool atHand(qint64 frame, QSize most) const;
    [[nodiscard]] const media::FrameIndex& index() const { return m_reader.index(); }
    [[nodiscard]] QSize filmSize() const;
    /// Memory of one decoded frame.
    [[nodiscard]] qint64 frameBytes() const;

private:
    explicit PictureMaker(media::VideoReader reader) : m_reader(std::move(reader)) {}

    /// A frame without any take.
    struct Original {
        media::VideoFrame frame;
        QSize most;
        QImage image;
    };
    [[nodiscard]] core::Result<Original> original(qint64 number, const Order& order,
                                                  const std::stop_token& stop);
    [[nodiscard]] core::Result<Composed> laidOver(const Original& original, TakeShelf& takes,
                                                  bool onScreen, const std::stop_token& stop);

    media::VideoReader m_reader;
    media::PreviewScaler m_scaler;
    std::optional<Original> m_shown;  ///< of the last picture that was on the screen
};

}  // namespace lipwright::app
