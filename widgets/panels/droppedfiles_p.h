// Which files of this computer a drag brings.
#pragma once

#include <QList>
#include <QUrl>

class QMimeData;

namespace lipwright::widgets {

[[nodiscard]] QList<QUrl> localFiles(const QMimeData* data);

}  // namespace lipwright::widgets
