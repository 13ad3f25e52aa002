#include "app/playback/picturemaker_p.h"

#include <algorithm>
#include <thread>

namespace lipwright::app {
namespace {

int decoderThreads() {
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4);
}

}  // namespace

QSize fittedSize(QSize film, QSize most) {
    if (most.isEmpty() || (film.width() <= most.width() && film.height() <= most.height())) {
        return film;
    }
    return film.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1});
}

core::Result<QImage> imageOf(media::PreviewScaler& scaler, const media::VideoFrame& frame,
                             QSize size) {
    auto pixels = scaler.scale(frame, {size.width(), size.height()});
    if (!pixels) {
        return core::passOn(pixels);
    }
    auto* const owner = new cv::Mat(std::move(*pixels));
    return QImage(
        owner->data, owner->cols, owner->rows, static_cast<qsizetype>(owner->step),
        QImage::Format_RGB32, [](void* mat) { delete static_cast<cv::Mat*>(mat); }, owner);
}

core::Result<PictureMaker> PictureMaker::open(const PlayerFilm& film, int cachedFrames) {
    auto reader = media::VideoReader::open(
        film.path, {.decoderThreads = decoderThreads(), .cachedFrames = cachedFrames}, film.index);
    if (!reader) {
        return core::passOn(reader);
    }
    return PictureMaker(std::move(*reader));
}

QSize PictureMaker::filmSize() const {
    return {m_reader.info().width, m_reader.info().height};
}

qint64 PictureMaker::frameBytes() const {
    const media::VideoStreamInfo& info = m_reader.info();
    const bool full = info.pixelFormat.find("444") != std::string::npos ||
                      info.pixelFormat.find("422") != std::string::npos;
    const qint64 samples = qint64{info.width} * info.height * (full ? 6 : 3) / 2;
    return samples * (info.bitDepth > 8 ? 2 : 1);
}

core::Result<widgets::ViewerPicture> PictureMaker::make(qint64 number, QSize most, TakeShelf& takes,
                                                        const std::stop_token& stop) {
    auto frame = m_reader.frame(number, stop);
    if (!frame) {
        return core::passOn(frame);
    }
    widgets::ViewerPicture picture;
    picture.frame = number;
    picture.filmSize = {frame->size().width, frame->size().height};
    const QSize size = fittedSize(picture.filmSize, most);
    auto original = imageOf(m_scaler, *frame, size);
    if (!original) {
        return core::passOn(original);
    }
    picture.original = std::move(*original);
    if (const Composed composed = takes.compose(*frame); composed.changed) {
        auto dubbed = imageOf(m_scaler, *frame, size);
        if (!dubbed) {
            return core::passOn(dubbed);
        }
        picture.dubbed = std::move(*dubbed);
        picture.mask = composed.mask;
        picture.maskRegion = composed.region;
    }
    return picture;
}

}  // namespace lipwright::app
