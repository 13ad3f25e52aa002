#include "app/playback/player.h"

#include "app/playback/playerstate_p.h"
#include "app/playback/transportrules_p.h"

#include <utility>

namespace lipwright::app {

bool operator==(const PlayerTake& a, const PlayerTake& b) {
    const bool sameRetouch =
        a.retouch == b.retouch || (a.retouch && b.retouch && *a.retouch == *b.retouch);
    return sameRetouch && a.folder == b.folder && a.frames == b.frames && a.actor == b.actor &&
           a.track == b.track;
}

Player::Player(QObject* parent) : QObject(parent), m_state(std::make_unique<State>(*this)) {}

Player::~Player() = default;

void Player::setFilm(const PlayerFilm& film) {
    m_state->setFilm(film);
}

void Player::setTakes(std::vector<PlayerTake> takes) {
    m_state->setTakes(std::move(takes));
}

void Player::setComparedTakes(std::vector<PlayerTake> takes) {
    m_state->setComparedTakes(std::move(takes));
}

void Player::setFaces(std::shared_ptr<const face::FaceAnalysis> faces) {
    m_state->setFaces(std::move(faces));
}

void Player::setSounds(std::vector<PlayerSound> sounds) {
    m_state->setSounds(std::move(sounds));
}

void Player::selectSound(int index) {
    if (std::exchange(m_state->sound, index) != index) {
        m_state->useSound();
    }
}

void Player::setVolume(double volume) {
    QMetaObject::invokeMethod(m_state->output,
                              [out = m_state->output, volume] { out->setVolume(volume); });
}

void Player::setMaximumPictureSize(QSize size) {
    m_state->pictures.setSize(size);
    if (!m_state->film.path.empty()) {
        m_state->showFrame();
    }
}

void Player::setMemoryBudget(qint64 bytes) {
    m_state->pictures.setBudget(bytes);
}

qint64 Player::memoryHeld() const {
    return m_state->pictures.bytes();
}

qint64 Player::position() const {
    return m_state->position;
}

double Player::speed() const {
    return m_state->speed;
}

void Player::play(double speed) {
    m_state->play(speed);
}

void Player::pause() {
    m_state->pause();
}

void Player::togglePlay() {
    m_state->play(playing() ? 0.0 : 1.0);
}

void Player::seek(qint64 frame) {
    m_state->seek(frame);
}

void Player::step(qint64 frames) {
    m_state->step(frames);
}

void Player::shuttle(int direction, bool slow) {
    m_state->play(shuttleSpeed(m_state->speed, direction, slow));
}

void Player::setLoop(std::optional<core::FrameRange> frames, double preRollSeconds,
                     double postRollSeconds) {
    m_state->loop.reset();
    if (frames && !frames->empty()) {
        m_state->loop = State::Loop{*frames, preRollSeconds, postRollSeconds};
    }
}

std::optional<core::FrameRange> Player::loop() const {
    return m_state->loop ? std::optional(m_state->loop->frames) : std::nullopt;
}

void Player::requestThumbnails(const QList<qint64>& frames, int height) {
    m_state->thumbnails.request(frames, height);
}

QString Player::audioNote() const {
    return m_state->note;
}

}  // namespace lipwright::app
