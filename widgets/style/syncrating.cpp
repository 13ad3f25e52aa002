#include "widgets/style/syncrating.h"

#include "widgets/style/palettes_p.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <algorithm>

namespace lipwright::widgets {

double SyncScale::poorBelow() const {
    return std::max(low, usual / 4.0);  // a film with many doubtful frames has no low of use
}

double SyncScale::goodFrom() const {
    return (poorBelow() + usual) / 2.0;
}

SyncRating rate(double confidence, const SyncScale& scale) {
    if (!scale.known()) {
        return SyncRating::unknown;
    }
    if (confidence < scale.poorBelow()) {
        return SyncRating::poor;
    }
    return confidence < scale.goodFrom() ? SyncRating::fair : SyncRating::good;
}

QColor ratingColour(SyncRating rating) {
    const bool dark = isDark(QGuiApplication::palette());
    switch (rating) {
        case SyncRating::poor:
            return dark ? QColor(0xff, 0x7a, 0x33) : QColor(0xc4, 0x4e, 0x00);
        case SyncRating::fair:
            return dark ? QColor(0xf0, 0xc0, 0x40) : QColor(0xb0, 0x7a, 0x00);
        case SyncRating::good:
            return dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2);
        case SyncRating::unknown:
            break;
    }
    return dark ? QColor(0xa0, 0xa0, 0xa0) : QColor(0x70, 0x70, 0x70);
}

QString ratingName(SyncRating rating) {
    switch (rating) {
        case SyncRating::poor:
            return QCoreApplication::translate("SyncRating", "Poor sync");
        case SyncRating::fair:
            return QCoreApplication::translate("SyncRating", "Fair sync");
        case SyncRating::good:
            return QCoreApplication::translate("SyncRating", "Good sync");
        case SyncRating::unknown:
            break;
    }
    return QCoreApplication::translate("SyncRating", "Not rated");
}

}  // namespace lipwright::widgets
