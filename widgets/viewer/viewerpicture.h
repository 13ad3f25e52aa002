// What the viewer shows of one film frame: the film's own picture, the dubbed one, and what lies
// over them. A value; pictures are shared, not copied. Film pixels are upright, origin top left.
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <vector>

namespace lipwright::widgets {

struct FaceOverlay {
    int track = -1;  ///< face::FaceTrack::id
    int actor = 0;
    QString name;         ///< the actor's
    QRectF box;           ///< film pixels
    QPolygonF landmarks;  ///< the 68 points, film pixels; may be empty
    QPolygonF crop;       ///< the four corners of the expert's crop, film pixels; may be empty
    QRectF mouth;         ///< what the inset shows, film pixels
    bool usable = true;
    QString reason;       ///< why it is not usable, for people
    bool chosen = false;  ///< of the selected segment
};

struct ViewerPicture {
    qint64 frame = -1;
    QSize filmSize;    ///< of the overlays' coordinates; the images may be smaller (drafts)
    QImage original;   ///< RGB888 or RGB32
    QImage dubbed;     ///< null: the same as the original
    QImage mask;       ///< Format_Alpha8 over maskRegion; null: nothing is changed
    QRect maskRegion;  ///< film pixels
    QImage compared;   ///< another take of the segment; null: there is none in this frame
};

enum class ViewMode { original, dubbed, splitWipe, sideBySide, difference };

/// What the dubbed picture is compared with.
enum class Comparison { original, take };

}  // namespace lipwright::widgets
