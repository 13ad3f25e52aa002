// A small field over the window for a note: opens with the focus in it, Enter keeps the note, Esc
// does not; either way the focus goes back to where it was.
#pragma once

#include <QPlainTextEdit>
#include <QPointer>
#include <QWidget>

class QLabel;

namespace lipwright::widgets {

class NoteOverlay : public QWidget {
    Q_OBJECT
public:
    explicit NoteOverlay(QWidget* window);
    void open(const QString& title, const QString& note);

Q_SIGNALS:
    void written(const QString& note);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void close(bool keep);

    QLabel* m_title;
    QPlainTextEdit* m_text;
    QPointer<QWidget> m_before;
};

}  // namespace lipwright::widgets
