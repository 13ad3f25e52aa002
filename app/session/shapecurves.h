// The mouth curves of takes, read from their sidecars in the background and kept. Lives in the GUI
// thread.
#pragma once

#include "app/jobs/jobqueue.h"
#include "engine/project/project.h"

#include <QObject>
#include <filesystem>
#include <map>
#include <memory>
#include <vector>

namespace lipwright::app {

class ShapeCurves : public QObject {
    Q_OBJECT
public:
    /// The opening of the mouth, relative to the actor's range, one value per frame.
    struct Curve {
        std::int64_t firstFrame = 0;
        std::vector<float> opening;
    };

    explicit ShapeCurves(JobQueue& jobs, QObject* parent = nullptr);

    /// Reads the active takes' curves that are not yet known; forgets the others.
    void want(const project::Project& project, const std::filesystem::path& takes);
    [[nodiscard]] std::vector<std::shared_ptr<const Curve>> curves() const;

Q_SIGNALS:
    void changed();

private:
    JobQueue& m_jobs;
    std::map<std::filesystem::path, std::shared_ptr<const Curve>> m_known;  ///< null: being read
};

}  // namespace lipwright::app
