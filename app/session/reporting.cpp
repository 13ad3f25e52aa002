// The quality report of the open project.
#include "app/session/editor.h"
#include "engine/report/reportjob.h"

namespace lipwright::app {

using core::Result;

JobId Editor::writeReport(const std::filesystem::path& html) {
    const FilmFacts& film = m_analysis.film();
    if (!film.index || !film.faces) {
        Q_EMIT warned(tr("The quality report can be made when the faces of the film are found."));
        return 0;
    }
    report::ReportFiles files{html, html, html};
    files.csv.replace_extension(".csv");
    files.json.replace_extension(".json");
    report::ReportOrder order{project(),
                              m_document.title().toStdString(),
                              {film.path, film.index, film.faces, m_folders.models,
                               m_document.takeFolder(), m_device, m_threads},
                              m_analysis.cache().folder()};
    const auto work = [order = std::move(order), files](
                          std::stop_token stop,
                          const core::ProgressCallback& progress) -> Result<bool> {
        const auto made = report::makeReport(order, stop, progress);
        if (!made) {
            return core::passOn(made);
        }
        const auto written = report::writeReport(*made, files);
        return written ? Result<bool>(true) : core::passOn(written);
    };
    auto job = std::make_shared<JobId>(0);
    const auto done = [this, job,
                       file = QString::fromStdString(html.string())](Result<bool> written) {
        if (written) {
            m_jobs.setResult(*job, file);
            Q_EMIT reported(file);
        } else if (written.error().code != core::ErrorCode::cancelled) {
            Q_EMIT failed(written.error());
        }
    };
    *job = m_jobs.submit<bool>({tr("Quality report"), JobLane::judging}, work, done);
    return *job;
}

}  // namespace lipwright::app
