#include "app/cli/plot/plotstyle.h"

#include <qcustomplot.h>

#include <QFont>

namespace lipwright::cli {
namespace {

constexpr int kLabelPoints = 10;
constexpr int kTickPoints = 9;
constexpr QRgb kInk = 0xff303030;
constexpr QRgb kGrid = 0xffe2e2e2;

QFont font(int points, bool bold = false) {
    QFont result(QStringLiteral("sans-serif"), points);
    result.setBold(bold);
    return result;
}

void styleAxis(QCPAxis& axis, const QString& label) {
    axis.setLayer(QStringLiteral("axes"));
    axis.grid()->setLayer(QStringLiteral("grid"));
    axis.setLabel(label);
    axis.setLabelFont(font(kLabelPoints));
    axis.setTickLabelFont(font(kTickPoints));
    axis.setLabelColor(QColor(kInk));
    axis.setTickLabelColor(QColor(kInk));
    axis.setBasePen(QPen(QColor(kPlotGrey)));
    axis.setTickPen(QPen(QColor(kPlotGrey)));
    axis.setSubTickPen(Qt::NoPen);
    axis.grid()->setPen(QPen(QColor(kGrid)));
    axis.grid()->setZeroLinePen(QPen(QColor(kGrid)));
}

}  // namespace

void addPlotLine(QCustomPlot& plot, const QString& text, int points, bool bold) {
    auto* line = new QCPTextElement(&plot, text, font(points, bold));
    line->setTextColor(QColor(kInk));
    line->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    plot.plotLayout()->addElement(plot.plotLayout()->rowCount(), 0, line);
}

QCPAxisRect* addPlotAxes(QCustomPlot& plot, QCPLayoutGrid& layout, const QString& xLabel,
                         const QString& yLabel) {
    auto* axes = new QCPAxisRect(&plot);
    axes->setMinimumMargins({0, 6, 12, 0});
    styleAxis(*axes->axis(QCPAxis::atBottom), xLabel);
    styleAxis(*axes->axis(QCPAxis::atLeft), yLabel);
    layout.addElement(layout.rowCount(), 0, axes);
    return axes;
}

QCPLegend* addPlotLegend(QCPLayoutGrid& layout, int row, int column, int perRow) {
    auto* legend = new QCPLegend;
    layout.addElement(row, column, legend);
    legend->setLayer(QStringLiteral("legend"));
    legend->setFont(font(kTickPoints));
    legend->setTextColor(QColor(kInk));
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setWrap(perRow);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setColumnSpacing(18);
    return legend;
}

}  // namespace lipwright::cli
