// Small pictures for the timeline, made on a niced thread with a decoder of its own. New wishes
// replace all that are open. Where the wishes lie further apart than key frames, the key frame
// before a wished one stands for it. Callbacks come on that thread.
#pragma once

#include "app/playback/player.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace lipwright::app {

class ThumbnailServer {
public:
    using Ready = std::function<void(int film, qint64 frame, const QImage& picture)>;

    explicit ThumbnailServer(Ready ready);
    ~ThumbnailServer();

    void setFilm(const PlayerFilm& film, int number);
    void request(const QList<qint64>& frames, int height);

private:
    struct Wishes {
        PlayerFilm film;
        int number = 0;
        QList<qint64> frames;
        int height = 0;
        std::stop_token stop;
    };

    void run(const std::stop_token& stop);
    void serve(const Wishes& wishes);

    Ready m_ready;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Wishes m_wishes;
    bool m_waiting = false;
    std::stop_source m_running;
    struct Reader;
    std::unique_ptr<Reader> m_reader;  ///< the thread's own
    std::jthread m_thread;
};

}  // namespace lipwright::app
