#include "app/playback/picturemaker_p.h"
#include "app/playback/readahead_p.h"
#include "app/playback/thumbnailserver_p.h"

#include <algorithm>
#include <limits>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace lipwright::app {
namespace {

constexpr int kNiceness = 10;

void giveWay() {
#ifdef __linux__
    // On Linux a thread has a niceness of its own; without it thumbnails are only less polite.
    (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNiceness);
#endif
}

/// The smallest distance between two wishes that follow each other.
qint64 spacingOf(const QList<qint64>& frames) {
    qint64 spacing = std::numeric_limits<qint64>::max();
    for (qsizetype i = 1; i < frames.size(); ++i) {
        spacing = std::min(spacing, std::abs(frames[i] - frames[i - 1]));
    }
    return frames.size() < 2 ? 0 : spacing;
}

/// The frame that is decoded for a wish.
qint64 sourceOf(const media::FrameIndex& index, qint64 frame, qint64 spacing) {
    const qint64 key = keyBefore(index, frame);
    return frame - key <= spacing ? key : frame;
}

}  // namespace

struct ThumbnailServer::Reader {
    media::VideoReader video;
    media::PreviewScaler scaler;
    int film = 0;
};

ThumbnailServer::ThumbnailServer(Ready ready)
    : m_ready(std::move(ready)), m_thread([this](const std::stop_token& stop) { run(stop); }) {}

ThumbnailServer::~ThumbnailServer() {
    m_thread.request_stop();
    {
        const std::scoped_lock lock(m_mutex);
        m_running.request_stop();
    }
    m_changed.notify_all();
    m_thread.join();
}

void ThumbnailServer::setFilm(const PlayerFilm& film, int number) {
    const std::scoped_lock lock(m_mutex);
    m_wishes = {film, number, {}, 0, {}};
    m_waiting = true;
    m_running.request_stop();
    m_changed.notify_all();
}

void ThumbnailServer::request(const QList<qint64>& frames, int height) {
    const std::scoped_lock lock(m_mutex);
    m_wishes.frames = frames;
    m_wishes.height = height;
    m_waiting = true;
    m_running.request_stop();
    m_changed.notify_all();
}

void ThumbnailServer::run(const std::stop_token& stop) {
    giveWay();
    while (!stop.stop_requested()) {
        Wishes wishes;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return stop.stop_requested() || m_waiting; });
            m_waiting = false;
            m_running = std::stop_source();
            if (stop.stop_requested()) {
                return;
            }
            wishes = m_wishes;
            wishes.stop = m_running.get_token();
        }
        serve(wishes);
    }
}

void ThumbnailServer::serve(const Wishes& wishes) {
    if (m_reader && m_reader->film != wishes.number) {
        m_reader.reset();
    }
    if (wishes.film.path.empty() || wishes.frames.empty() || wishes.height <= 0) {
        return;
    }
    if (!m_reader) {
        auto video = media::VideoReader::open(
            wishes.film.path, {.decoderThreads = 1, .cachedFrames = 2}, wishes.film.index);
        if (!video) {
            return;  // the pictures' own reader tells why
        }
        m_reader = std::make_unique<Reader>(Reader{std::move(*video), {}, wishes.number});
    }
    const media::FrameIndex& index = m_reader->video.index();
    const qint64 spacing = spacingOf(wishes.frames);
    qint64 made = -1;
    QImage picture;
    for (const qint64 frame : wishes.frames) {
        if (wishes.stop.stop_requested()) {
            return;
        }
        if (frame < 0 || frame >= index.frameCount()) {
            continue;
        }
        const qint64 source = sourceOf(index, frame, spacing);
        if (source != made || picture.isNull()) {
            made = source;
            picture = {};
            if (const auto decoded = m_reader->video.frame(source, wishes.stop)) {
                const QSize film(decoded->size().width, decoded->size().height);
                const QSize size = film.scaled(std::numeric_limits<short>::max(), wishes.height,
                                               Qt::KeepAspectRatio);
                picture =
                    imageOf(m_reader->scaler, *decoded, size.expandedTo({1, 1})).value_or(QImage());
            }
        }
        if (!picture.isNull()) {
            m_ready(wishes.number, frame, picture);
        }
    }
}

}  // namespace lipwright::app
