// A player whose every word is kept, for tests.
#pragma once

#include "app/playback/player.h"
#include "tests/playback/numberedfilm.h"

#include <QMap>
#include <QtTest>

namespace lipwright::test {

/// A player and all it said.
class Listened {
public:
    explicit Listened(const app::PlayerFilm& film) {
        QObject::connect(&player, &app::Player::pictureReady, &player,
                         [this](const widgets::ViewerPicture& picture) { pictures << picture; });
        QObject::connect(&player, &app::Player::positionChanged, &player,
                         [this](qint64 frame) { positions << frame; });
        QObject::connect(&player, &app::Player::failed, &player, [this](const core::Error& error) {
            errors << QString::fromStdString(error.text());
        });
        QObject::connect(
            &player, &app::Player::thumbnailReady, &player,
            [this](qint64 frame, const QImage& picture) { thumbnails[frame] = picture; });
        player.setFilm(film);
    }

    bool waitFor(qint64 frame, int milliseconds = 5000) {
        return QTest::qWaitFor(
            [&] { return !pictures.isEmpty() && pictures.last().frame == frame; }, milliseconds);
    }

    /// The frames of pictures that show another number than they claim.
    QList<qint64> mislabelled() const {
        QList<qint64> wrong;
        for (const widgets::ViewerPicture& picture : pictures) {
            if (numberIn(picture.original) != picture.frame) {
                wrong << picture.frame;
            }
        }
        return wrong;
    }

    app::Player player;
    QList<widgets::ViewerPicture> pictures;
    QList<qint64> positions;
    QStringList errors;
    QMap<qint64, QImage> thumbnails;
};

inline bool isRed(const QImage& picture, QPoint place) {
    const QColor colour = picture.pixelColor(place);
    return colour.red() > 180 && colour.green() < 80 && colour.blue() < 80;
}

}  // namespace lipwright::test
