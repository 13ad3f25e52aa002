#include "app/cli/plot/plotstyle.h"
#include "app/cli/plot/scorepanels_p.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace lipwright::cli {
namespace {

constexpr double kRoom = 0.08;  // above and below the curves

class OffsetPanel {
public:
    OffsetPanel(const ScoreReport& report, QCustomPlot& plot)
        : m_report(report),
          m_plot(plot),
          m_axes(addPlotAxes(
              plot, *plot.plotLayout(),
              QStringLiteral("AV offset (frames of 1/25 s; positive: the sound is early)"),
              QStringLiteral("mean\ndistance"))) {
        const QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
        ticker->setTickStep(5);
        x()->setTicker(ticker);
        x()->setRange(-evaluation::kSyncReach - 0.5, evaluation::kSyncReach + 0.5);
        if (!report.measurable()) {
            y()->setRange(0, 1);
            label(0.0, 0.5, Qt::AlignCenter, QStringLiteral("nothing could be measured"));
            return;
        }
        drawDistances();
        markOffset();
    }

    [[nodiscard]] QCPAxisRect* axes() const { return m_axes; }

private:
    [[nodiscard]] QCPAxis* x() const { return m_axes->axis(QCPAxis::atBottom); }
    [[nodiscard]] QCPAxis* y() const { return m_axes->axis(QCPAxis::atLeft); }

    void drawDistances() {
        QVector<double> offsets;
        QVector<double> distances;
        QCPRange range(m_report.score.lseD, m_report.score.lseD + m_report.score.lseC);
        for (const double distance : distanceByOffset(m_report.score)) {
            offsets.push_back(static_cast<double>(offsets.size()) - evaluation::kSyncReach);
            distances.push_back(distance);
            if (!std::isnan(distance)) {
                range.expand(distance);
            }
        }
        QCPGraph* graph = m_plot.addGraph(x(), y());
        graph->setData(offsets, distances, true);
        graph->setPen(QPen(QColor(kPlotBlue), 2));
        graph->setScatterStyle({QCPScatterStyle::ssDisc, QColor(kPlotBlue), 6});
        const double room = std::max(0.005, range.size() * 2 * kRoom);
        y()->setRange(range.lower - room, range.upper + room);
    }

    void markOffset() {
        const evaluation::SyncScore& score = m_report.score;
        const double median = score.lseD + score.lseC;
        line({x()->range().lower, median}, {x()->range().upper, median},
             QPen(QColor(kPlotGrey), 1, Qt::DashLine));
        const double beside = distanceByOffset(score).front();
        label(x()->range().lower + 0.2, median,
              Qt::AlignLeft | (beside > median ? Qt::AlignTop : Qt::AlignBottom),
              QStringLiteral("median"));
        const double offset = score.avOffset;
        line({offset, y()->range().lower}, {offset, y()->range().upper},
             QPen(QColor(kPlotVermillion), 2));
        const bool right = offset < evaluation::kSyncReach / 2.0;
        label(offset + (right ? 0.2 : -0.2), y()->range().lower,
              (right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom,
              m_report.offsetFound() ? QStringLiteral("AV offset ") +
                                           QString::fromStdString(signedText(score.avOffset))
                                     : QStringLiteral("no offset found"));
    }

    void line(QPointF from, QPointF to, const QPen& pen) {
        auto* item = new QCPItemLine(&m_plot);
        item->setClipAxisRect(m_axes);
        for (QCPItemPosition* end : {item->start, item->end}) {
            end->setAxes(x(), y());
            end->setType(QCPItemPosition::ptPlotCoords);
        }
        item->start->setCoords(from);
        item->end->setCoords(to);
        item->setPen(pen);
    }

    void label(double at, double height, Qt::Alignment alignment, const QString& words) {
        auto* item = new QCPItemText(&m_plot);
        item->setClipAxisRect(m_axes);
        item->position->setAxes(x(), y());
        item->position->setType(QCPItemPosition::ptPlotCoords);
        item->position->setCoords(at, height);
        item->setPositionAlignment(alignment);
        item->setFont(y()->tickLabelFont());
        item->setColor(y()->tickLabelColor());
        item->setPadding({2, 1, 2, 1});
        item->setText(words);
    }

    const ScoreReport& m_report;
    QCustomPlot& m_plot;
    QCPAxisRect* m_axes;
};

}  // namespace

QCPAxisRect* addOffsetPanel(const ScoreReport& report, QCustomPlot& plot) {
    return OffsetPanel(report, plot).axes();
}

}  // namespace lipwright::cli
