// What an export would do, as a text with icons: problems first, then warnings, files, what is
// kept.
#pragma once

#include "engine/dubbing/exportsettings.h"

#include <QWidget>

class QTextBrowser;

namespace lipwright::widgets {

class PreviewPane : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPane(QWidget* parent = nullptr);

    void setPreview(const dubbing::ExportPreview& preview);
    void setWaiting();
    [[nodiscard]] QString text() const;

private:
    QTextBrowser* m_text;
};

}  // namespace lipwright::widgets
