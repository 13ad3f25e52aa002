// What is seen before anything is open: what to drop where, recent projects, the sample.
#pragma once

#include <QList>
#include <QUrl>
#include <QWidget>
#include <memory>

namespace lipwright::widgets {

class StartScreen : public QWidget {
    Q_OBJECT
public:
    explicit StartScreen(QWidget* parent = nullptr);
    ~StartScreen() override;

    struct RecentProject {
        QString file;
        QString when;
        bool exists = true;
    };
    void setRecentProjects(const QList<RecentProject>& projects);
    void setSampleAvailable(bool available, const QString& whyNot = {});

Q_SIGNALS:
    void openFilmRequested();
    void openProjectRequested();
    void recentChosen(const QString& file);
    void sampleRequested();
    void filesDropped(const QList<QUrl>& files);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
