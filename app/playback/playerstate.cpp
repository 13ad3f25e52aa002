#include "app/playback/playerstate_p.h"
#include "app/playback/transportrules_p.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lipwright::app {
namespace {

/// Sound that is not there by then is not waited for.
constexpr double kLongestStart = 0.4;
constexpr int kStartPollMs = 4;
constexpr double kShortestTick = 0.001;
constexpr double kLongestTick = 0.04;
constexpr double kFastestHeard = 2.0;
constexpr double kFastest = 8.0;
/// Moves of the playhead as small as this are heard.
constexpr qint64 kHeardMove = 5;
constexpr double kShortestScrub = 0.04;

bool same(const PlayerSound& a, const PlayerSound& b) {
    return std::ranges::equal(a.parts, b.parts, [](const auto& x, const auto& y) {
        return x.path == y.path && x.stream == y.stream && x.offsetSeconds == y.offsetSeconds &&
               x.gainDecibels == y.gainDecibels;
    });
}

std::vector<PlayerTake> covering(const std::vector<PlayerTake>& takes, qint64 frame) {
    std::vector<PlayerTake> result;
    std::ranges::copy_if(takes, std::back_inserter(result),
                         [frame](const PlayerTake& take) { return take.frames.contains(frame); });
    return result;
}

/// Calls `todo` in the player's thread, unless the player is gone by then.
template <typename Todo>
void later(Player& player, Todo todo) {
    QMetaObject::invokeMethod(&player, std::move(todo), Qt::QueuedConnection);
}

}  // namespace

Player::State::State(Player& owner)
    : player(owner),
      note(tr("Looking for a sound device …")),
      output(new SoundOutput),
      pictures({
          .opened =
              [this](int number, std::shared_ptr<const media::FrameIndex> found) {
                  later(player, [this, number, found] { opened(number, found); });
              },
          .ready =
              [this](int number, qint64 wish, const widgets::ViewerPicture& picture) {
                  later(player, [=, this] { arrived(number, wish, picture); });
              },
          .failed =
              [this](int number, const core::Error& error) {
                  later(player, [this, number, error] {
                      if (number == filmNumber) {
                          Q_EMIT player.failed(error);
                      }
                  });
              },
      }),
      thumbnails([this](int number, qint64 frame, const QImage& picture) {
          later(player, [this, number, frame, picture] {
              if (number == filmNumber) {
                  Q_EMIT player.thumbnailReady(frame, picture);
              }
          });
      }) {
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &player, [this] { tick(); });
    soundThread.setObjectName(QStringLiteral("sound"));
    output->moveToThread(&soundThread);
    QObject::connect(&soundThread, &QThread::finished, output, &QObject::deleteLater);
    QObject::connect(output, &SoundOutput::noteChanged, &player,
                     [this](const QString& found) { noteChanged(found); });
    QObject::connect(output, &SoundOutput::failed, &player, &Player::failed, Qt::QueuedConnection);
    soundThread.start(QThread::HighPriority);
    QMetaObject::invokeMethod(output, &SoundOutput::open);
}

Player::State::~State() {
    soundThread.quit();
    soundThread.wait();
}

qint64 Player::State::clamped(qint64 frame) const {
    const qint64 last = index ? index->frameCount() - 1 : std::numeric_limits<qint64>::max();
    return std::clamp<qint64>(frame, 0, std::max<qint64>(0, last));
}

core::FrameRange Player::State::played() const {
    return loop ? loopFrames(*index, loop->frames, loop->preRollSeconds, loop->postRollSeconds)
                : core::FrameRange{0, index->frameCount()};
}

void Player::State::setFilm(const PlayerFilm& newFilm) {
    if (newFilm.path == film.path && newFilm.index == film.index) {
        return;
    }
    pause();
    film = newFilm;
    index = film.index;
    loop.reset();
    pending.reset();
    pictures.setFilm(film, ++filmNumber);
    thumbnails.setFilm(film, filmNumber);
    if (std::exchange(position, 0) != 0) {
        Q_EMIT player.positionChanged(0);
    }
    if (!film.path.empty()) {
        showFrame();
    }
}

void Player::State::opened(int number, const std::shared_ptr<const media::FrameIndex>& newIndex) {
    if (number != filmNumber || index) {
        return;
    }
    index = newIndex;
    moveTo(clamped(position));
}

bool Player::State::differHere(const std::vector<PlayerTake>& before,
                               const std::vector<PlayerTake>& after) const {
    return covering(before, position) != covering(after, position);
}

void Player::State::showAgain(bool changed) {
    if (!film.path.empty() && (changed || pending)) {
        showFrame();
    }
}

void Player::State::setTakes(std::vector<PlayerTake> newTakes) {
    if (newTakes == takes) {
        return;
    }
    const bool visible = differHere(takes, newTakes);
    takes = std::move(newTakes);
    pictures.setTakes(takes);
    showAgain(visible);
}

void Player::State::setComparedTakes(std::vector<PlayerTake> newTakes) {
    if (newTakes == compared) {
        return;
    }
    const bool visible = differHere(compared, newTakes);
    compared = std::move(newTakes);
    pictures.setComparedTakes(compared);
    showAgain(visible);
}

void Player::State::setFaces(std::shared_ptr<const face::FaceAnalysis> newFaces) {
    if (newFaces == faces) {
        return;
    }
    faces = std::move(newFaces);
    pictures.setFaces(faces);
    showAgain(true);
}

void Player::State::setSounds(std::vector<PlayerSound> newSounds) {
    const auto chosen = [this]() -> std::optional<PlayerSound> {
        const bool there = sound >= 0 && sound < static_cast<int>(sounds.size());
        return there ? std::optional(sounds[static_cast<std::size_t>(sound)]) : std::nullopt;
    };
    const auto before = chosen();
    sounds = std::move(newSounds);
    const auto after = chosen();
    if (before.has_value() != after.has_value() || (before && !same(*before, *after))) {
        useSound();
    }
}

void Player::State::useSound() {
    const bool there = sound >= 0 && sound < static_cast<int>(sounds.size());
    const PlayerSound chosen = there ? sounds[static_cast<std::size_t>(sound)] : PlayerSound{};
    QMetaObject::invokeMethod(output, [out = output, chosen] { out->setSound(chosen); });
    if (speed != 0.0) {
        begin(position);
    }
}

qint64 Player::State::firstToPlay(double newSpeed) const {
    const core::FrameRange range = played();
    const bool forwards = newSpeed > 0.0;
    if (loop &&
        (!range.contains(position) || position == (forwards ? range.end - 1 : range.first))) {
        return forwards ? range.first : range.end - 1;
    }
    return !loop && forwards && position >= range.end - 1 ? 0 : position;
}

void Player::State::play(double newSpeed) {
    if (newSpeed == 0.0 || !hasFrames()) {
        pause();
        return;
    }
    newSpeed = std::clamp(newSpeed, -kFastest, kFastest);
    const qint64 first = firstToPlay(newSpeed);
    const double before = std::exchange(speed, newSpeed);
    begin(first);
    if (before != newSpeed) {
        Q_EMIT player.speedChanged(newSpeed);
    }
}

void Player::State::pause() {
    if (speed == 0.0) {
        return;
    }
    timer.stop();
    ++run;
    QMetaObject::invokeMethod(output, &SoundOutput::stop);
    speed = 0.0;
    showFrame();
    Q_EMIT player.speedChanged(0.0);
}

void Player::State::begin(qint64 frame) {
    ++run;
    const bool heard = speed > 0.0 && speed <= kFastestHeard && sound >= 0;
    // Backwards a frame is entered from its end.
    const core::RationalTime from = speed > 0.0 ? index->timeOf(frame) : index->endOf(frame);
    clock.start(from.seconds(), speed, wallSeconds());
    startedAt = wallSeconds();
    starting = heard;
    QMetaObject::invokeMethod(
        output, [out = output, heard, at = run, seconds = from.seconds(), pace = speed] {
            heard ? out->start(at, seconds, pace) : out->stop();
        });
    moveTo(frame);
    timer.start(0);
}

void Player::State::tick() {
    if (speed == 0.0 || !hasFrames()) {
        return;
    }
    const double now = wallSeconds();
    if (starting) {
        if (output->phase(run) == SoundOutput::Phase::starting && now - startedAt < kLongestStart) {
            timer.start(kStartPollMs);
            return;
        }
        starting = false;
        clock.start(index->timeOf(position).seconds(), speed, now);
    }
    advance(clock.read(now, output->heard(run)));
}

qint64 Player::State::frameAt(double filmSeconds) const {
    auto time = core::RationalTime::fromSeconds(filmSeconds, index->timeBase());
    time.value -= speed < 0.0 ? 1 : 0;  // backwards an instant belongs to the frame it ends
    const qint64 stride = frameStride(speed);
    return index->numberAt(time) / stride * stride;
}

void Player::State::advance(double filmSeconds) {
    const core::FrameRange range = played();
    const bool over = speed > 0.0 ? filmSeconds >= index->endOf(range.end - 1).seconds()
                                  : filmSeconds <= index->timeOf(range.first).seconds();
    if (over) {
        reachEnd();
        return;
    }
    const qint64 frame = clamped(frameAt(filmSeconds));
    // Rounding to whole pictures may not go behind the place where playing began.
    const bool onwards = speed > 0.0 ? frame > position : frame < position;
    if (onwards) {
        moveTo(frame);
    }
    if (speed != 0.0 && !timer.isActive()) {  // what heard of the move may have paused or sought
        schedule(filmSeconds);
    }
}

void Player::State::reachEnd() {
    const core::FrameRange range = played();
    if (loop) {
        begin(speed > 0.0 ? range.first : range.end - 1);
        return;
    }
    const qint64 last = speed > 0.0 ? range.end - 1 : range.first;
    if (position != last) {
        moveTo(last);
    }
    pause();
}

void Player::State::schedule(double filmSeconds) {
    const core::RationalTime next = speed > 0.0 ? index->endOf(position) : index->timeOf(position);
    const double wait = (next.seconds() - filmSeconds) / speed;
    timer.start(
        static_cast<int>(std::ceil(std::clamp(wait, kShortestTick, kLongestTick) * 1000.0)));
}

void Player::State::moveTo(qint64 frame) {
    const bool moved = std::exchange(position, frame) != frame;
    showFrame();
    if (moved) {
        Q_EMIT player.positionChanged(frame);
    }
}

void Player::State::showFrame() {
    if (const auto picture = pictures.cached(position)) {
        pending.reset();
        pictures.follow({position, speed});
        Q_EMIT player.pictureReady(*picture);
        return;
    }
    pending = pictures.request({position, speed});
}

// While another answer is waited for, what comes meanwhile is still the best there is to show.
void Player::State::arrived(int number, qint64 wish, const widgets::ViewerPicture& picture) {
    if (number != filmNumber || !pending) {
        return;
    }
    if (wish == *pending) {
        pending.reset();
    }
    Q_EMIT player.pictureReady(picture);
}

void Player::State::seek(qint64 frame) {
    const qint64 wanted = clamped(frame);
    if (speed != 0.0) {
        begin(wanted);
        return;
    }
    const qint64 distance = std::abs(wanted - position);
    moveTo(wanted);
    if (distance > 0 && distance <= kHeardMove) {
        soundOfFrame();
    }
}

void Player::State::step(qint64 frames) {
    if (!hasFrames()) {
        return;
    }
    pause();
    const qint64 before = position;
    moveTo(clamped(position + frames));
    if (position != before) {
        soundOfFrame();
    }
}

void Player::State::soundOfFrame() {
    if (!hasFrames() || sound < 0) {
        return;
    }
    const double from = index->timeOf(position).seconds();
    const double length = std::max(kShortestScrub, index->endOf(position).seconds() - from);
    QMetaObject::invokeMethod(output, [out = output, from, length] { out->scrub(from, length); });
}

void Player::State::noteChanged(const QString& newNote) {
    if (std::exchange(note, newNote) != newNote) {
        Q_EMIT player.audioNoteChanged(note);
    }
}

}  // namespace lipwright::app
