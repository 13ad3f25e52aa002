// The quality report of the open project.
#include "app/session/editor.h"
#include "engine/report/reportjob.h"

namespace lipwright::app {

using core::Result;

namespace {

Result<bool> makeAndWrite(const report::ReportOrder& order, const std::filesystem::path& html,
                          const std::stop_token& stop, const core::ProgressCallback& progress) {
    report::ReportFiles files{html, html, html};
    files.csv.replace_extension(".csv");
    files.json.replace_extension(".json");
    if (const auto writable = report::checkWritable(files); !writable) {
        return core::passOn(writable);
    }
    const auto made = report::makeReport(order, stop, progress);
    if (!made) {
        return core::passOn(made);
    }
    const auto written = report::writeReport(*made, files);
    return written ? Result<bool>(true) : core::passOn(written);
}

}  // namespace

JobId Editor::writeReport(const std::filesystem::path& chosen) {
    std::filesystem::path html = chosen;
    if (html.extension() != ".html") {
        html += ".html";  // the table and the JSON file must not have its name
    }
    const FilmFacts& film = m_analysis.film();
    if (!film.index || !film.faces) {
        Q_EMIT warned(tr("The quality report can be made when the faces of the film are found."));
        return 0;
    }
    report::ReportOrder order{
        project(),
        m_document.title().toStdString(),
        {film.path, film.index, film.faces, m_folders.models, m_document.takeFolder(), m_device,
         m_threads, m_document.actorFolder()},
        m_analysis.cache().folder()};
    const auto work = [order = std::move(order), html](std::stop_token stop,
                                                       const core::ProgressCallback& progress) {
        return makeAndWrite(order, html, stop, progress);
    };
    auto job = std::make_shared<JobId>(0);
    const auto done = [this, job,
                       file = QString::fromStdString(html.string())](const Result<bool>& written) {
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
