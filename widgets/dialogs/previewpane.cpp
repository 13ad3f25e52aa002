#include "widgets/dialogs/previewpane_p.h"

#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace lipwright::widgets {
namespace {

QString escaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped();
}

QString list(const QStringList& items) {
    return items.isEmpty()
               ? QString()
               : "<ul style='margin-left:0'><li>" + items.join("</li><li>") + "</li></ul>";
}

QString coloured(const QString& heading, const QString& colour) {
    return QStringLiteral("<p><b style='color:%1'>%2</b></p>").arg(colour, heading);
}

QString fileText(const dubbing::ExportPreview::File& file) {
    QString text =
        "<b>" + escaped(file.path.filename().string()) + "</b><br>" + escaped(file.video);
    for (const std::string& audio : file.audio) {
        text += "<br>" + escaped(audio);
    }
    return text;
}

}  // namespace

PreviewPane::PreviewPane(QWidget* parent) : QWidget(parent), m_text(new QTextBrowser(this)) {
    m_text->setObjectName(QStringLiteral("preview"));
    m_text->setAccessibleName(tr("What the export does"));
    m_text->setOpenLinks(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
}

void PreviewPane::setWaiting() {
    m_text->setHtml(tr("<p>Checking …</p>"));
}

QString PreviewPane::text() const {
    return m_text->toPlainText();
}

void PreviewPane::setPreview(const dubbing::ExportPreview& preview) {
    QString html;
    QStringList items;
    for (const core::Error& problem : preview.problems) {
        items << escaped(problem.text());
    }
    if (!items.isEmpty()) {
        html += coloured(tr("This keeps the export from starting"), "#d55e00") + list(items);
    }
    items.clear();
    for (const std::string& warning : preview.warnings) {
        items << escaped(warning);
    }
    if (!items.isEmpty()) {
        html += coloured(tr("To be aware of"), "#e69f00") + list(items);
    }
    items.clear();
    qint64 bytes = 0;
    for (const auto& file : preview.files) {
        items << fileText(file);
        bytes += file.estimatedBytes;
    }
    if (!items.isEmpty()) {
        html += "<p><b>" + tr("Written anew") + "</b></p>" + list(items);
    }
    items.clear();
    for (const std::string& kept : preview.kept) {
        items << escaped(kept);
    }
    if (!items.isEmpty()) {
        html += "<p><b>" + tr("Kept identical") + "</b></p>" + list(items);
    }
    if (preview.freeBytes >= 0) {
        html += "<p>" +
                tr("About %1 needed, %2 free on the disk.")
                    .arg(QLocale().formattedDataSize(bytes),
                         QLocale().formattedDataSize(preview.freeBytes)) +
                "</p>";
    }
    m_text->setHtml(html);
}

}  // namespace lipwright::widgets
