// What is compared in the viewer: the picture that is shown, and beside it the film's own picture
// or another take of the segment.
#pragma once

#include "widgets/viewer/viewerpicture.h"

namespace lipwright::widgets {

struct ComparedSides {
    Comparison with = Comparison::original;
    bool flipped = false;
    QString takeName;   ///< of the other take
    QString shownName;  ///< of what is shown as dubbed; empty: just "Dubbed"

    struct Side {
        const QImage* image;
        QString name;
    };
    /// Each in place of the other when flipped.
    [[nodiscard]] Side first(const ViewerPicture& picture) const;
    [[nodiscard]] Side second(const ViewerPicture& picture) const;

    /// A picture that is shown alone must say which it is.
    friend bool operator==(const ComparedSides&, const ComparedSides&) = default;
    [[nodiscard]] bool needsName() const { return flipped || with == Comparison::take; }

private:
    [[nodiscard]] Side reference(const ViewerPicture& picture) const;
    [[nodiscard]] Side dubbed(const ViewerPicture& picture) const;
};

}  // namespace lipwright::widgets
