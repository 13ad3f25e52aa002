// A small bar for a measure in a list: what it is now, what it was before, and what is usual.
#pragma once

#include "widgets/style/syncrating.h"

#include <QMetaType>
#include <QRectF>

class QPainter;

namespace lipwright::widgets {

/// Lengths are shares of the bar, 0..1; below 0: not drawn.
struct SyncBar {
    double value = -1.0;
    double before = -1.0;  ///< a thinner bar below
    double usual = -1.0;   ///< a tick across
    bool centred = false;  ///< `value` is a place left or right of the middle, not a length
    SyncRating rating = SyncRating::unknown;
    friend bool operator==(const SyncBar&, const SyncBar&) = default;
};

inline constexpr int kSyncBarWidth = 52;

/// In the middle of `area`'s height, over its whole width.
void paintSyncBar(QPainter& painter, const QRectF& area, const SyncBar& bar, const QColor& text);

}  // namespace lipwright::widgets

Q_DECLARE_METATYPE(lipwright::widgets::SyncBar)
