#include "widgets/dialogs/confidencedialog.h"

#include "widgets/dialogs/dialogparts_p.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lipwright::widgets {
namespace {

struct Tally {
    int measured = 0;
    int better = 0;
    int worse = 0;
    double before = 0.0;
    double after = 0.0;
};

Tally tallyOf(const std::vector<PairedRow>& rows) {
    Tally tally;
    for (const PairedRow& row : rows) {
        if (row.before && row.after) {
            ++tally.measured;
            tally.better += *row.after > *row.before ? 1 : 0;
            tally.worse += *row.after < *row.before ? 1 : 0;
            tally.before += *row.before;
            tally.after += *row.after;
        }
    }
    return tally;
}

}  // namespace

ConfidenceDialog::ConfidenceDialog(const QString& actorName, const QString& modelName,
                                   QWidget* parent)
    : QDialog(parent), m_summary(proseLabel({}, this)), m_plot(new PairedPlot(this)) {
    setWindowTitle(tr("%1, re-rendered with %2").arg(actorName, modelName));
    setObjectName(QStringLiteral("confidenceDialog"));
    resize(580, 460);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_plot->setObjectName(QStringLiteral("confidences"));
    connect(m_plot, &PairedPlot::activated, this, &ConfidenceDialog::segmentActivated);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_plot);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(scroll, 1);
    layout->addWidget(remarkLabel(tr("Sync confidence. Ring: before; dot: the new take. "
                                     "Click a segment to look at it."),
                                  this));
    layout->addWidget(buttons);
}

void ConfidenceDialog::setRows(const std::vector<PairedRow>& rows, const SyncScale& scale) {
    m_plot->setRows(rows, scale);
    const Tally tally = tallyOf(rows);
    const auto total = static_cast<int>(rows.size());
    if (tally.measured == 0) {
        m_summary->setText(
            tr("The new takes of %n segment(s) are being rendered and measured.", nullptr, total));
        return;
    }
    const auto mean = [&](double sum) { return locale().toString(sum / tally.measured, 'f', 2); };
    m_summary->setText(tr("%1 of %2 measured: %3 better, %4 worse. On average %5 → %6.")
                           .arg(tally.measured)
                           .arg(total)
                           .arg(tally.better)
                           .arg(tally.worse)
                           .arg(mean(tally.before), mean(tally.after)));
}

}  // namespace lipwright::widgets
