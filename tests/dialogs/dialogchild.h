// The widget of a dialog by its object name; a test without it can not go on.
#pragma once

#include <QWidget>

namespace lipwright::test {

template <typename Widget>
Widget& child(QWidget& parent, const char* name) {
    auto* found = parent.findChild<Widget*>(QString::fromLatin1(name));
    if (found == nullptr) {
        qFatal("no %s", name);
    }
    return *found;
}

}  // namespace lipwright::test
