#include "app/gui/reportflow.h"

#include "app/gui/commands.h"
#include "app/gui/filechoice.h"
#include "app/session/editor.h"

#include <QWidget>

namespace lipwright::app {

ReportFlow::ReportFlow(Editor& editor, Settings& settings, Commands& commands, QWidget& window)
    : QObject(&window), m_editor(editor), m_settings(settings), m_window(window) {
    commands.on("file.report", this, [this] { askWhere(); });
    connect(&editor, &Editor::reported, this, [this](const QString& file) {
        Q_EMIT m_editor.noted(tr("The quality report is written: %1").arg(file));
    });
}

void ReportFlow::askWhere() {
    if (m_editor.project().segments.empty()) {
        Q_EMIT m_editor.warned(tr("There are no segments to report on yet."));
        return;
    }
    const FileQuestion question{
        tr("Quality report"), QStringLiteral("export"), tr("Web pages (*.html)"),
        m_editor.document().title() + QStringLiteral("-quality.html"), QStringLiteral("html")};
    chooseFileToSave(m_window, m_settings, question, [this](const QString& file) {
        if (m_editor.writeReport(file.toStdString()) != 0) {
            Q_EMIT started();
        }
    });
}

}  // namespace lipwright::app
