#include "app/cli/plot/trainingplot.h"

#include "app/cli/plot/plotimage.h"
#include "app/cli/plot/plotstyle.h"
#include "engine/core/atomicfile.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <sstream>

namespace lipwright::cli {
namespace {

constexpr std::array kStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                             Qt::DashDotDotLine};

using Columns = std::map<std::string, QVector<double>>;

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> result;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        result.push_back(cell);
    }
    return result;
}

/// An empty cell, or what is no number, is NaN: a gap in its curve.
double numberOf(const std::string& cell) {
    char* end = nullptr;
    const double value = std::strtod(cell.c_str(), &end);
    return end == cell.c_str() ? std::numeric_limits<double>::quiet_NaN() : value;
}

core::Result<Columns> readLog(const std::filesystem::path& log) {
    const auto text = core::readSmallFile(log);
    if (!text) {
        return core::passOn(text);
    }
    std::istringstream stream(*text);
    std::string line;
    std::getline(stream, line);
    const std::vector<std::string> names = cells(line);
    Columns columns;
    while (std::getline(stream, line)) {
        std::vector<std::string> row = cells(line);
        row.resize(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            columns[names[i]].push_back(numberOf(row[i]));
        }
    }
    if (!columns.contains("step")) {
        return core::fail(core::ErrorCode::unsupportedMedia, "there is no validation in this log",
                          log.string(), "Train for at least one validation");
    }
    return columns;
}

/// Everything in 0..1, and the score whatever it is made of.
bool isScore(const std::string& name, const QVector<double>& values) {
    return name == "score" || (name != "step" && name != "seconds" && name != "loss" &&
                               std::ranges::all_of(values, [](double value) {
                                   return std::isnan(value) || (value >= 0.0 && value <= 1.0);
                               }));
}

class TrainingPicture {
public:
    TrainingPicture(const Columns& columns, QCustomPlot& plot)
        : m_steps(columns.at("step")), m_plot(plot) {
        auto* whole = new QCPLayoutGrid;
        plot.plotLayout()->addElement(plot.plotLayout()->rowCount(), 0, whole);
        auto* panels = new QCPLayoutGrid;
        whole->addElement(0, 0, panels);
        m_scores = addPlotAxes(plot, *panels, {}, QStringLiteral("score, AUC, agreement"));
        QCPAxisRect* loss =
            addPlotAxes(plot, *panels, QStringLiteral("steps"), QStringLiteral("training loss"));
        m_legend = addLegendBeside(plot, *whole);
        drawScores(columns);
        if (columns.contains("loss")) {
            addCurve(loss, "loss", columns.at("loss"), QPen(QColor(kPlotBlue), 2));
        }
        auto* left = new QCPMarginGroup(&plot);
        for (QCPAxisRect* axes : {m_scores, loss}) {
            axes->setMarginGroup(QCP::msLeft, left);
            fitRanges(*axes);
        }
        panels->setRowStretchFactor(1, 0.5);
        plot.plotLayout()->setRowStretchFactor(0, 0.001);
    }

private:
    /// At the top, its names close together.
    static QCPLegend* addLegendBeside(QCustomPlot& plot, QCPLayoutGrid& whole) {
        auto* column = new QCPLayoutGrid;
        whole.addElement(0, 1, column);
        whole.setColumnStretchFactor(1, 0.001);
        QCPLegend* legend = addPlotLegend(*column, 0, 0, 1);
        legend->setRowSpacing(0);
        auto* rest = new QCPLayoutElement(&plot);
        rest->setMinimumSize(0, 0);
        column->addElement(1, 0, rest);
        column->setRowStretchFactor(0, 0.001);
        return legend;
    }

    void drawScores(const Columns& columns) {
        std::size_t drawn = 0;
        for (const auto& [name, values] : columns) {
            if (!isScore(name, values)) {
                continue;
            }
            QPen pen(Qt::black, 3);
            if (name != "score") {
                pen = QPen(QColor(kPlotColours.at(drawn % kPlotColours.size())), 1.6,
                           kStyles.at(drawn / kPlotColours.size() % kStyles.size()));
                ++drawn;
            }
            addCurve(m_scores, name, values, pen)->addToLegend(m_legend);
        }
    }

    QCPGraph* addCurve(QCPAxisRect* axes, const std::string& name, const QVector<double>& values,
                       const QPen& pen) {
        QCPGraph* graph =
            m_plot.addGraph(axes->axis(QCPAxis::atBottom), axes->axis(QCPAxis::atLeft));
        graph->setData(m_steps, values);
        graph->setPen(pen);
        if (m_steps.size() < 40) {  // few points: show where they are
            graph->setScatterStyle({QCPScatterStyle::ssDisc, pen.color(), 5});
        }
        graph->setName(QString::fromStdString(name));
        return graph;
    }

    void fitRanges(QCPAxisRect& axes) const {
        QCPAxis* y = axes.axis(QCPAxis::atLeft);
        y->rescale();
        y->scaleRange(1.1);
        const auto [first, last] = std::ranges::minmax(m_steps);
        axes.axis(QCPAxis::atBottom)->setRange(first, std::max(last, first + 1.0));
        axes.axis(QCPAxis::atBottom)->scaleRange(1.02);
    }

    const QVector<double>& m_steps;
    QCustomPlot& m_plot;
    QCPAxisRect* m_scores;
    QCPLegend* m_legend;
};

}  // namespace

core::Result<void> writeTrainingPlot(const std::filesystem::path& log,
                                     const std::filesystem::path& target) {
    const auto columns = readLog(log);
    if (!columns) {
        return core::passOn(columns);
    }
    const auto folder = std::filesystem::absolute(log).lexically_normal().parent_path().filename();
    return writePlot(target, [&](QCustomPlot& plot) {
        addPlotLine(plot, QString::fromStdString("training " + folder.string()), 13, true);
        const TrainingPicture picture(*columns, plot);
    });
}

}  // namespace lipwright::cli
