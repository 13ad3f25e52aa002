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

bool PictureMaker::atHand(qint64 frame, QSize most) const {
    return m_shown && m_shown->frame.number() == frame && m_shown->most == most;
}

core::Result<PictureMaker::Original> PictureMaker::original(qint64 number, const Order& order,
                                                            const std::stop_token& stop) {
    if (atHand(number, order.most)) {
        return *m_shown;
    }
    auto frame = m_reader.frame(number, stop);
    if (!frame) {
        return core::passOn(frame);
    }
    const QSize film(frame->size().width, frame->size().height);
    auto image = imageOf(m_scaler, *frame, fittedSize(film, order.most));
    if (!image) {
        return core::passOn(image);
    }
    Original made{std::move(*frame), order.most, std::move(*image)};
    if (order.onScreen) {
        m_shown = made;
    }
    return made;
}

core::Result<Composed> PictureMaker::laidOver(const Original& original, TakeShelf& takes,
                                              bool onScreen, const std::stop_token& stop) {
    if (stop.stop_requested()) {
        return core::cancelled();
    }
    media::VideoFrame frame = original.frame;
    Composed composed = takes.compose(frame, onScreen);
    if (stop.stop_requested()) {
        return core::cancelled();
    }
    if (composed.changed) {
        auto image = imageOf(m_scaler, frame, original.image.size());
        if (!image) {
            return core::passOn(image);
        }
        composed.image = std::move(*image);
    }
    return composed;
}

core::Result<widgets::ViewerPicture> PictureMaker::make(qint64 number, const Order& order,
                                                        const std::stop_token& stop) {
    const auto film = original(number, order, stop);
    if (!film) {
        return core::passOn(film);
    }
    auto dubbed = laidOver(*film, order.takes, order.onScreen, stop);
    if (!dubbed) {
        return core::passOn(dubbed);
    }
    auto compared = laidOver(*film, order.compared, order.onScreen, stop);
    if (!compared) {
        return core::passOn(compared);
    }
    widgets::ViewerPicture picture;
    picture.frame = number;
    picture.filmSize = {film->frame.size().width, film->frame.size().height};
    picture.original = film->image;
    picture.dubbed = dubbed->image;
    picture.mask = dubbed->mask;
    picture.maskRegion = dubbed->region;
    if (compared->covered) {
        picture.compared = compared->changed ? compared->image : film->image;
    }
    return picture;
}

}  // namespace lipwright::app
