// The window in which the film's own pictures for a segment's mouth are picked and banned.
#pragma once

#include "engine/project/project.h"

#include <QObject>

class QWidget;

namespace lipwright::widgets {
class LibraryPicker;
}

namespace lipwright::app {

class Editor;
class LibraryThumbnails;

class PictureChoice : public QObject {
    Q_OBJECT
public:
    PictureChoice(Editor& editor, QWidget& window);

    void open(project::Id segment);
    /// Another segment is selected, or it has changed; 0 closes the window.
    void follow(project::Id segment);

private:
    void makePicker();
    void showPictures();
    void showChosen();

    Editor& m_editor;
    QWidget& m_window;
    LibraryThumbnails* m_thumbnails = nullptr;
    widgets::LibraryPicker* m_picker = nullptr;  ///< made when first asked for; the window's
    project::Id m_segment = 0;
};

}  // namespace lipwright::app
