#include "widgets/panels/droppedfiles_p.h"

#include <QMimeData>

namespace lipwright::widgets {

QList<QUrl> localFiles(const QMimeData* data) {
    QList<QUrl> files;
    if (data != nullptr) {
        for (const QUrl& url : data->urls()) {
            if (url.isLocalFile()) {
                files.append(url);
            }
        }
    }
    return files;
}

}  // namespace lipwright::widgets
