// What a Player is made of, and what it does from tick to tick. GUI thread.
#pragma once

#include "app/playback/pictureserver_p.h"
#include "app/playback/player.h"
#include "app/playback/soundoutput_p.h"
#include "app/playback/thumbnailserver_p.h"

#include <QThread>
#include <QTimer>

namespace lipwright::app {

struct Player::State {
    struct Loop {
        core::FrameRange frames;
        double preRollSeconds = 0.0;
        double postRollSeconds = 0.0;
    };

    explicit State(Player& owner);
    ~State();

    void setFilm(const PlayerFilm& newFilm);
    void setTakes(std::vector<PlayerTake> newTakes);
    void setComparedTakes(std::vector<PlayerTake> newTakes);
    void setFaces(std::shared_ptr<const face::FaceAnalysis> newFaces);
    void setSounds(std::vector<PlayerSound> newSounds);
    void useSound();
    void play(double newSpeed);
    void pause();
    void seek(qint64 frame);
    void step(qint64 frames);

    [[nodiscard]] bool hasFrames() const { return index && index->frameCount() > 0; }
    [[nodiscard]] qint64 clamped(qint64 frame) const;
    /// The frames that are played: the loop, or the whole film.
    [[nodiscard]] core::FrameRange played() const;
    [[nodiscard]] qint64 firstToPlay(double newSpeed) const;

    void begin(qint64 frame);
    void tick();
    void advance(double filmSeconds);
    void reachEnd();
    [[nodiscard]] qint64 frameAt(double filmSeconds) const;
    void schedule(double filmSeconds);
    void moveTo(qint64 frame);
    void showFrame();
    /// Of takes that replace others; true when the frame shown may look different now.
    [[nodiscard]] bool differHere(const std::vector<PlayerTake>& before,
                                  const std::vector<PlayerTake>& after) const;
    void showAgain(bool changed);
    void soundOfFrame();

    void opened(int number, const std::shared_ptr<const media::FrameIndex>& newIndex);
    void arrived(int number, qint64 wish, const widgets::ViewerPicture& picture);
    void noteChanged(const QString& newNote);

    Player& player;
    PlayerFilm film;
    int filmNumber = 0;
    std::shared_ptr<const media::FrameIndex> index;
    std::vector<PlayerTake> takes;
    std::vector<PlayerTake> compared;
    std::shared_ptr<const face::FaceAnalysis> faces;
    std::vector<PlayerSound> sounds;
    int sound = -1;
    std::optional<Loop> loop;
    qint64 position = 0;
    double speed = 0.0;
    std::optional<qint64> pending;  ///< the wish for a picture that is not answered yet

    PlaybackClock clock;
    int run = 0;  ///< counts the starts of the clock
    bool starting = false;
    double startedAt = 0.0;
    QTimer timer;
    QString note;

    QThread soundThread;
    SoundOutput* output;  ///< lives in soundThread, which deletes it
    PictureServer pictures;
    ThumbnailServer thumbnails;
};

}  // namespace lipwright::app
