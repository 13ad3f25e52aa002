// Answers the latest wish for a picture on a thread of its own, and makes coming ones ready
// meanwhile. A wish replaces the one before; a decode under way that the new wish has no use for is
// given up between two frames. Callbacks come on that thread.
#pragma once

#include "app/playback/picturecache_p.h"
#include "app/playback/picturemaker_p.h"
#include "app/playback/readahead_p.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <thread>

namespace lipwright::app {

class PictureServer {
public:
    struct Callbacks {
        std::function<void(int film, std::shared_ptr<const media::FrameIndex>)> opened;
        /// `wish`: what request() gave for the wish that is answered.
        std::function<void(int film, qint64 wish, const widgets::ViewerPicture&)> ready;
        std::function<void(int film, const core::Error&)> failed;
    };

    explicit PictureServer(Callbacks callbacks);
    ~PictureServer();

    /// `film` numbers the callbacks that belong to it.
    void setFilm(const PlayerFilm& film, int number);
    void setTakes(std::vector<PlayerTake> takes);
    void setComparedTakes(std::vector<PlayerTake> takes);
    void setFaces(std::shared_ptr<const face::FaceAnalysis> faces);
    void setSize(QSize most);
    void setBudget(qint64 bytes);

    /// Wishes for a picture as the orders so far make it; it is also the playhead that is read
    /// ahead from. The number tells its answer from one that was under way before.
    qint64 request(Playhead playhead);
    /// Only tells where the playhead is.
    void follow(Playhead playhead);
    [[nodiscard]] std::optional<widgets::ViewerPicture> cached(qint64 frame);
    /// Memory held by pictures and decoded frames, at most.
    [[nodiscard]] qint64 bytes() const;

private:
    struct Orders {
        std::optional<PlayerFilm> film;
        std::optional<std::vector<PlayerTake>> takes;
        std::optional<std::vector<PlayerTake>> compared;
        std::optional<std::shared_ptr<const face::FaceAnalysis>> faces;
        std::optional<QSize> size;
        std::optional<qint64> budget;
        [[nodiscard]] bool any() const { return changePictures() || budget; }
        /// Pictures of before are wrong or of the wrong size.
        [[nodiscard]] bool changePictures() const {
            return film || takes || compared || faces || size;
        }
    };
    struct Wish {
        Playhead playhead;
        qint64 number = 0;
    };
    /// What the thread is to do next, taken over in one go.
    struct Task {
        Orders orders;
        std::optional<Wish> wish;
        Playhead playhead;
        std::stop_token stop;
    };

    void run(const std::stop_token& stop);
    [[nodiscard]] Task take(const std::stop_token& stop);
    void obey(Orders orders, const std::stop_token& stop);
    void openFilm(const std::stop_token& stop);
    void drop(const std::vector<core::FrameRange>& ranges);
    void order(const std::function<void(Orders&)>& change);
    void answer(const Wish& wish, const std::stop_token& stop);
    /// False when there is nothing to make ready.
    bool readAhead(Playhead playhead, const std::stop_token& stop);
    void makeReady(qint64 frame, bool onScreen, const std::stop_token& stop);
    void deliver(const Wish& wish, const widgets::ViewerPicture& picture);
    void complain(const Wish& wish, const core::Error& error);
    void hold(const Wish& wish);
    void giveUpUnlessUseful(Playhead wish);
    [[nodiscard]] bool onTheWayTo(qint64 frame) const;

    Callbacks m_callbacks;
    PictureCache m_cache;

    mutable std::mutex m_mutex;  // guards all of the next paragraph
    std::condition_variable m_changed;
    Orders m_orders;
    int m_ordersFilm = 0;
    std::optional<Wish> m_wish;
    qint64 m_wishes = 0;
    Playhead m_playhead;
    bool m_moved = false;
    std::stop_source m_running;
    qint64 m_runningFrame = -1;
    bool m_runningAhead = false;
    bool m_invalid = false;  ///< orders wait: nothing of the cache may be handed out
    std::chrono::steady_clock::time_point m_delivered;
    std::shared_ptr<const media::FrameIndex> m_index;
    qint64 m_decodedBytes = 0;

    // The thread's own.
    PlayerFilm m_film;
    int m_number = 0;
    QSize m_most;
    qint64 m_budget;
    std::optional<PictureMaker> m_maker;
    TakeShelf m_takes;
    TakeShelf m_compared;
    std::map<qint64, core::Error> m_damaged;
    std::set<qint64> m_reported;
    widgets::ViewerPicture m_last;

    std::jthread m_thread;  // last: ends first
};

}  // namespace lipwright::app
