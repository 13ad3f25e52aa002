#include "widgets/style/syncgap.h"

#include <QCoreApplication>

namespace lipwright::widgets {
namespace {

struct SyncGapNames {
    Q_DECLARE_TR_FUNCTIONS(SyncGap)
};

}  // namespace

QString gapName(SyncGap gap) {
    switch (gap) {
        case SyncGap::silence:
            return SyncGapNames::tr("Silence");
        case SyncGap::noSound:
            return SyncGapNames::tr("No sound");
        case SyncGap::noFace:
            return SyncGapNames::tr("No face");
        case SyncGap::turnedAway:
            return SyncGapNames::tr("Turned away");
        case SyncGap::offScreen:
            return SyncGapNames::tr("Off screen");
        case SyncGap::none:
            break;
    }
    return {};
}

QString gapExplanation(SyncGap gap) {
    switch (gap) {
        case SyncGap::silence:
            return SyncGapNames::tr("Nobody is heard there: silence has no sync.");
        case SyncGap::noSound:
            return SyncGapNames::tr("There is no sound there to be measured.");
        case SyncGap::noFace:
            return SyncGapNames::tr("The actor's face is not found there.");
        case SyncGap::turnedAway:
            return SyncGapNames::tr("The face is turned too far away for its mouth to be judged.");
        case SyncGap::offScreen:
            return SyncGapNames::tr("The face lies partly outside of the picture there.");
        case SyncGap::none:
            break;
    }
    return {};
}

}  // namespace lipwright::widgets
