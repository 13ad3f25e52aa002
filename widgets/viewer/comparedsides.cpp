#include "widgets/viewer/comparedsides_p.h"
#include "widgets/viewer/viewerwidget.h"

namespace lipwright::widgets {

ComparedSides::Side ComparedSides::first(const ViewerPicture& picture) const {
    return flipped ? dubbed(picture) : reference(picture);
}

ComparedSides::Side ComparedSides::second(const ViewerPicture& picture) const {
    return flipped ? reference(picture) : dubbed(picture);
}

ComparedSides::Side ComparedSides::reference(const ViewerPicture& picture) const {
    if (with == Comparison::take && !picture.compared.isNull()) {
        return {&picture.compared, takeName};
    }
    return {&picture.original, ViewerWidget::tr("Original")};
}

ComparedSides::Side ComparedSides::dubbed(const ViewerPicture& picture) const {
    return {picture.dubbed.isNull() ? &picture.original : &picture.dubbed,
            shownName.isEmpty() ? ViewerWidget::tr("Dubbed") : shownName};
}

}  // namespace lipwright::widgets
