// Small pictures of an actor's own mouths, to choose library frames by hand: which frames, and
// their pictures, are found in the background, kept, and told as they come. Lives in the GUI
// thread.
#pragma once

#include "app/jobs/jobqueue.h"
#include "engine/project/project.h"

#include <QImage>
#include <QObject>
#include <memory>
#include <optional>
#include <vector>

namespace lipwright::app {

class FilmAnalysis;

class LibraryThumbnails : public QObject {
    Q_OBJECT
public:
    struct Item {
        std::int64_t frame = 0;
        project::MouthControl control;
        QImage picture;  ///< square; null while it is being made
    };

    LibraryThumbnails(JobQueue& jobs, FilmAnalysis& analysis, QObject* parent = nullptr);
    ~LibraryThumbnails() override;

    /// At most `count` mouths of the actor: spread over all shapes, or those most `like` one. The
    /// same question asked again changes nothing; another one drops what is under way.
    void want(int actor, int count, const std::optional<project::MouthControl>& like = {});
    [[nodiscard]] const std::vector<Item>& items() const;

Q_SIGNALS:
    void changed();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::app
