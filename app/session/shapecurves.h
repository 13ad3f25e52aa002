// What the voice asks of the mouth in every segment, rendered or not, found in the background and
// kept while voice, offset, ends and silence gate stay as they are. Follows the document and the
// analysis by itself. Lives in the GUI thread.
#pragma once

#include "app/jobs/jobqueue.h"
#include "engine/project/project.h"

#include <QObject>
#include <filesystem>
#include <memory>
#include <vector>

namespace lipwright::app {

class FilmAnalysis;
class ProjectDocument;

class ShapeCurves : public QObject {
    Q_OBJECT
public:
    struct Curve {
        std::int64_t firstFrame = 0;
        std::vector<project::MouthControl> wanted;  ///< before shape edits and strength
    };

    ShapeCurves(JobQueue& jobs, ProjectDocument& document, FilmAnalysis& analysis,
                std::filesystem::path models, QObject* parent = nullptr);
    ~ShapeCurves() override;

    /// Null until known; while it is found anew, what was known before.
    [[nodiscard]] std::shared_ptr<const Curve> of(project::Id segment) const;

    /// Tries those again that could not be found: what they lacked may be there now.
    void askAgain();

Q_SIGNALS:
    void changed();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::app
