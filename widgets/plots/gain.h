// What adapting a network brought, as the plots show it: a measure of which more is better, before
// and after. Values made by the app.
#pragma once

#include <QString>

namespace lipwright::widgets {

struct Gain {
    QString measure;  ///< "Opening correlation"
    double before = 0.0;
    double after = 0.0;
    double least = 0.0;  ///< where the axis begins
    double most = 1.0;
    int decimals = 2;
    QString unit{};  ///< with its space
    friend bool operator==(const Gain&, const Gain&) = default;
};

}  // namespace lipwright::widgets
