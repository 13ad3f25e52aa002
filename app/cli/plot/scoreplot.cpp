#include "app/cli/plot/scoreplot.h"

#include "app/cli/plot/plotimage.h"
#include "app/cli/plot/plotstyle.h"
#include "app/cli/plot/scorepanels_p.h"

#include <qcustomplot.h>

namespace lipwright::cli {
namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

void drawScore(const ScoreReport& report, QCustomPlot& plot) {
    addPlotLine(plot, text(report.title), 13, true);
    addPlotLine(plot, text(scoreText(report) + "; judge: " + report.judge), 10, false);
    QCPAxisRect* confidence = addConfidencePanel(report, plot);
    QCPAxisRect* offset = addOffsetPanel(report, plot);
    auto* left = new QCPMarginGroup(&plot);  // the two y axes stand below each other
    confidence->setMarginGroup(QCP::msLeft, left);
    offset->setMarginGroup(QCP::msLeft, left);
    QCPLayoutGrid& rows = *plot.plotLayout();
    for (int row = 0; row < rows.rowCount(); ++row) {
        const QCPLayoutElement* element = rows.element(row, 0);
        rows.setRowStretchFactor(row, element == confidence ? 1.0
                                      : element == offset   ? 0.75
                                                            : 0.001);
    }
}

}  // namespace

core::Result<void> writeScorePlot(const ScoreReport& report, const std::filesystem::path& target) {
    return writePlot(target, [&report](QCustomPlot& plot) { drawScore(report, plot); });
}

}  // namespace lipwright::cli
