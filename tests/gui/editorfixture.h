// The whole editor with folders of its own, on a small synthetic film: what end-to-end tests drive.
#pragma once

#include "app/gui/mainwindow.h"
#include "app/gui/settings.h"
#include "app/session/editor.h"
#include "tests/support/sampleclips.h"

#include <QTemporaryDir>
#include <memory>

namespace lipwright::test {

class EditorFixture {
public:
    EditorFixture();
    ~EditorFixture();

    [[nodiscard]] app::Editor& editor() { return *m_editor; }
    [[nodiscard]] app::MainWindow& window() { return *m_window; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    /// A film with two sentences and a voice with two sentences, made by the presenter.
    [[nodiscard]] QString film();
    [[nodiscard]] QString voice();

    /// Drops files from a file manager onto a widget, by real drag and drop events.
    static void drop(QWidget& target, const QStringList& files);
    /// A descendant of the window by its object name; the test fails without it.
    template <typename Widget>
    [[nodiscard]] Widget& child(const QString& name = {}) {
        auto* found = m_window->findChild<Widget*>(name);
        if (found == nullptr) {
            qFatal("no widget '%s'", qPrintable(name));
        }
        return *found;
    }
    /// Types the file into the file dialog that is or will be open, and accepts it.
    void answerFileDialog(const QString& file);
    /// Ends the editor and starts another one in the same folders.
    void restart();

private:
    void start();

    QTemporaryDir m_folder;
    std::unique_ptr<app::Settings> m_settings;
    std::unique_ptr<app::Editor> m_editor;
    std::unique_ptr<app::MainWindow> m_window;
};

}  // namespace lipwright::test
