// Frame-accurate playback of a film with takes composited in: decodes on its own thread, answers
// the latest wish only, keeps recent and coming frames ready, and follows the sound's clock (the
// wall clock where there is no sound device). Lives in the GUI thread, which never waits for it.
#pragma once

#include "engine/core/error.h"
#include "engine/core/framerange.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/project/project.h"
#include "widgets/viewer/viewerpicture.h"

#include <QObject>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace lipwright::app {

struct PlayerFilm {
    std::filesystem::path path;
    std::shared_ptr<const media::FrameIndex> index;
};

/// A take; shown on these frames of it only, under its segment's retouch.
struct PlayerTake {
    std::filesystem::path folder;
    core::FrameRange frames;
    std::shared_ptr<const project::Retouch> retouch = nullptr;  ///< null: as it was rendered
    int actor = 0;
    int track = -1;  ///< as in project::Segment
    /// Compares retouches by what they say.
    friend bool operator==(const PlayerTake& a, const PlayerTake& b);
};

/// One of the sounds the user can listen to: a mix of files.
struct PlayerSound {
    QString name;
    struct Part {
        std::filesystem::path path;
        int stream = 0;
        double offsetSeconds = 0.0;
        double gainDecibels = 0.0;
    };
    std::vector<Part> parts;
};

class Player : public QObject {
    Q_OBJECT
public:
    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    void setFilm(const PlayerFilm& film);  ///< an empty path closes it
    /// Frames shown that change are sent again.
    void setTakes(std::vector<PlayerTake> takes);
    /// Shown instead of the takes in ViewerPicture::compared; none: there is no such picture.
    void setComparedTakes(std::vector<PlayerTake> takes);
    /// Where the heads are, for retouches; of the film that is set.
    void setFaces(std::shared_ptr<const face::FaceAnalysis> faces);
    void setSounds(std::vector<PlayerSound> sounds);
    void selectSound(int index);  ///< -1: silence
    void setVolume(double volume);
    /// Pictures are made at most this large (shared scale, aspect kept); the viewer's size.
    void setMaximumPictureSize(QSize size);
    /// Memory for decoded pictures.
    void setMemoryBudget(qint64 bytes);
    /// What pictures and decoded frames take of it now.
    [[nodiscard]] qint64 memoryHeld() const;

    [[nodiscard]] qint64 position() const;  ///< the frame last asked for or played
    [[nodiscard]] double speed() const;     ///< 0 paused, 1 normal, negative backwards
    [[nodiscard]] bool playing() const { return speed() != 0.0; }

    void play(double speed = 1.0);
    void pause();
    void togglePlay();
    void seek(qint64 frame);
    void step(qint64 frames);  ///< with the frame's own sound when paused
    /// J (-1), K (0), L (+1): pressed again doubles the speed up to 8; with K held, half speed.
    void shuttle(int direction, bool slow = false);
    /// Plays over and over from preRoll before to postRoll after; nothing: no loop.
    void setLoop(std::optional<core::FrameRange> frames, double preRollSeconds = 1.0,
                 double postRollSeconds = 0.5);
    [[nodiscard]] std::optional<core::FrameRange> loop() const;

    /// A picture for the timeline; comes by thumbnailReady(). Replaces the wishes before.
    void requestThumbnails(const QList<qint64>& frames, int height);

    /// The output device's name, or why there is none.
    [[nodiscard]] QString audioNote() const;

Q_SIGNALS:
    void pictureReady(const lipwright::widgets::ViewerPicture& picture);
    void positionChanged(qint64 frame);
    void speedChanged(double speed);
    void thumbnailReady(qint64 frame, const QImage& picture);
    void failed(const lipwright::core::Error& error);
    void audioNoteChanged(const QString& note);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::app
