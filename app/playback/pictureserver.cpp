#include "app/playback/pictureserver_p.h"

#include <algorithm>

namespace lipwright::app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr qint64 kDefaultBudget = qint64{512} << 20;
constexpr int kDecodedFrames = 40;
/// While wishes pour in, a picture comes at least this often.
constexpr std::chrono::milliseconds kLongestSilence{200};
/// Reading ahead from a place that was only passed through is wasted.
constexpr std::chrono::milliseconds kSettled{60};
/// Who retouches goes on retouching: the frames around wait for longer.
constexpr std::chrono::milliseconds kSettledEdits{500};
/// With fewer pictures in memory reading ahead would throw out what it made.
constexpr qint64 kLeastCapacity = 6;
constexpr qint64 kHoldReach = 50;
/// Damaged frames this near to one that was told of are not told of again.
constexpr qint64 kSameDamage = 250;

}  // namespace

PictureServer::PictureServer(Callbacks callbacks)
    : m_callbacks(std::move(callbacks)),
      m_budget(kDefaultBudget),
      m_takes([this](const core::Error& error) { m_callbacks.failed(m_number, error); }),
      m_compared([this](const core::Error& error) { m_callbacks.failed(m_number, error); }),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

PictureServer::~PictureServer() {
    m_thread.request_stop();
    {
        const std::scoped_lock lock(m_mutex);
        m_running.request_stop();
    }
    m_changed.notify_all();
}

void PictureServer::setFilm(const PlayerFilm& film, int number) {
    const std::scoped_lock lock(m_mutex);
    m_orders.film = film;
    m_ordersFilm = number;
    m_wish.reset();
    m_playhead = {};
    m_index.reset();
    m_invalid = true;
    m_running.request_stop();
    m_changed.notify_all();
}

void PictureServer::order(const std::function<void(Orders&)>& change) {
    const std::scoped_lock lock(m_mutex);
    change(m_orders);
    m_invalid = m_invalid || m_orders.changePictures();
    m_changed.notify_all();
}

void PictureServer::setTakes(std::vector<PlayerTake> takes) {
    order([&takes](Orders& orders) { orders.takes = std::move(takes); });
}

void PictureServer::setComparedTakes(std::vector<PlayerTake> takes) {
    order([&takes](Orders& orders) { orders.compared = std::move(takes); });
}

void PictureServer::setFaces(std::shared_ptr<const face::FaceAnalysis> faces) {
    order([&faces](Orders& orders) { orders.faces = std::move(faces); });
}

void PictureServer::setSize(QSize most) {
    order([most](Orders& orders) { orders.size = most; });
}

void PictureServer::setBudget(qint64 bytes) {
    order([bytes](Orders& orders) { orders.budget = bytes; });
}

// With m_mutex held. Decoding goes on from where it is.
bool PictureServer::onTheWayTo(qint64 frame) const {
    return frame >= m_runningFrame && m_index && frame < m_index->frameCount() &&
           keyBefore(*m_index, frame) <= m_runningFrame;
}

// With m_mutex held.
void PictureServer::giveUpUnlessUseful(Playhead wish) {
    if (m_runningFrame < 0 || onTheWayTo(wish.frame)) {
        return;
    }
    if (m_runningAhead || Clock::now() - m_delivered < kLongestSilence) {
        m_running.request_stop();
    }
}

qint64 PictureServer::request(Playhead playhead) {
    const std::scoped_lock lock(m_mutex);
    m_wish = Wish{playhead, ++m_wishes};
    m_playhead = playhead;
    m_moved = true;
    giveUpUnlessUseful(playhead);
    m_changed.notify_all();
    return m_wishes;
}

void PictureServer::follow(Playhead playhead) {
    const std::scoped_lock lock(m_mutex);
    m_wish.reset();
    m_playhead = playhead;
    m_moved = true;
    if (!m_runningAhead) {
        giveUpUnlessUseful(playhead);
    }
    m_changed.notify_all();
}

std::optional<widgets::ViewerPicture> PictureServer::cached(qint64 frame) {
    {
        const std::scoped_lock lock(m_mutex);
        if (m_invalid) {
            return std::nullopt;
        }
    }
    return m_cache.get(frame);
}

qint64 PictureServer::bytes() const {
    const std::scoped_lock lock(m_mutex);
    return m_cache.bytes() + m_decodedBytes;
}

void PictureServer::run(const std::stop_token& stop) {
    bool idle = false;
    bool settle = false;
    bool edited = false;
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            const auto called = [&] {
                return stop.stop_requested() || m_wish || m_orders.any() || m_moved;
            };
            if (idle) {
                m_changed.wait(lock, called);
                idle = false;
            }
            settle = (settle || m_moved) && m_playhead.speed == 0.0;
            m_moved = false;
            if (settle && !called()) {
                if (m_changed.wait_for(lock, edited ? kSettledEdits : kSettled, called)) {
                    continue;
                }
                settle = edited = false;
            }
        }
        Task task = take(stop);
        const bool ordered = task.orders.any();
        edited = edited || task.orders.takes;
        if (ordered) {
            obey(std::move(task.orders), task.stop);
        }
        if (task.wish) {
            answer(*task.wish, task.stop);
        }
        idle = !ordered && !task.wish && !readAhead(task.playhead, task.stop);
    }
}

PictureServer::Task PictureServer::take(const std::stop_token& stop) {
    const std::scoped_lock lock(m_mutex);
    Task task{std::exchange(m_orders, {}), std::exchange(m_wish, {}), m_playhead, {}};
    if (task.orders.film) {
        m_number = m_ordersFilm;
    }
    m_running = std::stop_source();
    if (stop.stop_requested()) {
        m_running.request_stop();
    }
    task.stop = m_running.get_token();
    m_runningFrame = task.wish ? task.wish->playhead.frame : -1;
    m_runningAhead = false;
    return task;
}

void PictureServer::obey(Orders orders, const std::stop_token& stop) {
    m_budget = orders.budget.value_or(m_budget);
    if (orders.size && *orders.size != m_most) {
        m_most = *orders.size;
        m_cache.clear();
    }
    if (orders.faces) {
        drop(m_takes.setFaces(*orders.faces));
        drop(m_compared.setFaces(*orders.faces));
    }
    if (orders.takes) {
        drop(m_takes.setTakes(std::move(*orders.takes)));
    }
    if (orders.compared) {
        drop(m_compared.setTakes(std::move(*orders.compared)));
    }
    if (orders.film) {
        m_film = std::move(*orders.film);
        m_cache.clear();
        m_damaged.clear();
        m_reported.clear();
        m_last = {};
    }
    if (orders.film || orders.budget) {
        openFilm(stop);
    }
    const std::scoped_lock lock(m_mutex);
    m_invalid = m_orders.changePictures();
}

void PictureServer::drop(const std::vector<core::FrameRange>& ranges) {
    for (const core::FrameRange& range : ranges) {
        m_cache.drop(range);
    }
}

void PictureServer::openFilm(const std::stop_token& stop) {
    m_maker.reset();
    m_cache.setBudget(m_budget);
    if (m_film.path.empty()) {
        return;
    }
    if (!m_film.index) {
        auto index = media::indexFrames(m_film.path, stop);
        if (!index) {
            m_callbacks.failed(m_number, index.error());
            return;
        }
        m_film.index = std::move(*index);
    }
    auto maker = PictureMaker::open(m_film, kDecodedFrames);
    int kept = kDecodedFrames;
    if (maker && kept * maker->frameBytes() > m_budget / 4) {
        kept = static_cast<int>(std::max<qint64>(1, m_budget / 4 / maker->frameBytes()));
        maker = PictureMaker::open(m_film, kept);
    }
    if (!maker) {
        m_callbacks.failed(m_number, maker.error());
        return;
    }
    m_maker.emplace(std::move(*maker));
    const qint64 decodedBytes = kept * m_maker->frameBytes();
    m_cache.setBudget(std::max<qint64>(0, m_budget - decodedBytes));
    {
        const std::scoped_lock lock(m_mutex);
        m_decodedBytes = decodedBytes;
        m_index = m_film.index;
    }
    m_callbacks.opened(m_number, m_film.index);
}

void PictureServer::answer(const Wish& wish, const std::stop_token& stop) {
    const qint64 frame = wish.playhead.frame;
    if (!m_maker || frame < 0 || frame >= m_maker->index().frameCount()) {
        return;
    }
    if (const auto found = m_cache.get(frame)) {
        deliver(wish, *found);
        return;
    }
    if (const auto damage = m_damaged.find(frame); damage != m_damaged.end()) {
        complain(wish, damage->second);
        return;
    }
    auto made = m_maker->make(frame, {m_most, true, m_takes, m_compared}, stop);
    if (made) {
        m_cache.put(*made);
        m_last = *made;
        deliver(wish, *made);
    } else if (made.error().code != core::ErrorCode::cancelled) {
        complain(wish, made.error());
    }
}

bool PictureServer::readAhead(Playhead playhead, const std::stop_token& stop) {
    if (!m_maker || playhead.frame >= m_maker->index().frameCount()) {
        return false;
    }
    if (playhead.speed == 0.0 && m_takes.covers(playhead.frame) &&
        !m_maker->atHand(playhead.frame, m_most) && !m_damaged.contains(playhead.frame)) {
        makeReady(playhead.frame, true, stop);
        return true;
    }
    const qint64 capacity = m_cache.capacity();
    if (capacity < kLeastCapacity) {
        return false;
    }
    const ReadAhead plan(m_maker->index(), playhead, capacity);
    m_cache.protect(plan.range());
    const auto frame = plan.next(
        [this](qint64 number) { return m_cache.holds(number) || m_damaged.contains(number); });
    if (frame) {
        makeReady(*frame, false, stop);
    }
    return frame.has_value();
}

void PictureServer::makeReady(qint64 frame, bool onScreen, const std::stop_token& stop) {
    {
        const std::scoped_lock lock(m_mutex);
        m_runningFrame = frame;
        m_runningAhead = true;
        if (m_wish) {
            giveUpUnlessUseful(m_wish->playhead);
        }
    }
    const auto made = m_maker->make(frame, {m_most, onScreen, m_takes, m_compared}, stop);
    if (made) {
        m_cache.put(*made);
    } else if (made.error().code != core::ErrorCode::cancelled) {
        m_damaged.emplace(frame, made.error());
    }
}

void PictureServer::deliver(const Wish& wish, const widgets::ViewerPicture& picture) {
    {
        const std::scoped_lock lock(m_mutex);
        m_delivered = Clock::now();
    }
    m_callbacks.ready(m_number, wish.number, picture);
}

void PictureServer::complain(const Wish& wish, const core::Error& error) {
    const qint64 frame = wish.playhead.frame;
    m_damaged.emplace(frame, error);
    const auto near = m_reported.lower_bound(frame - kSameDamage);
    if (near == m_reported.end() || *near > frame + kSameDamage) {
        m_reported.insert(frame);
        m_callbacks.failed(m_number, error);
    }
    hold(wish);
}

void PictureServer::hold(const Wish& wish) {
    const qint64 frame = wish.playhead.frame;
    widgets::ViewerPicture picture = m_cache.before(frame, kHoldReach).value_or(m_last);
    picture.frame = frame;
    picture.filmSize = m_maker->filmSize();
    deliver(wish, picture);
}

}  // namespace lipwright::app
