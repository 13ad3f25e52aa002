#include "app/cli/plot/plotstyle.h"
#include "app/cli/plot/scorepanels_p.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace lipwright::cli {
namespace {

constexpr double kMinutesFrom = 120.0;    // seconds of film from which time is told as min:s
constexpr std::size_t kDenseFrom = 1200;  // frames: more than one per pixel
constexpr int kReasonsPerRow = 8;
constexpr double kRoom = 0.08;  // above and below the curves

/// Pale enough for curves on top of them, and told apart by hatching as well as by colour.
struct Shade {
    std::string_view reason;
    QRgb colour;
    Qt::BrushStyle style;
};

/// A reason looks the same in every plot.
QBrush shadeOf(std::string_view reason) {
    using enum face::FaceUsability;
    static const std::array kShades{
        Shade{evaluation::toString(evaluation::SyncGap::silence), 0xffe6e6e6, Qt::SolidPattern},
        Shade{evaluation::toString(evaluation::SyncGap::noSound), 0xffa0a0a0, Qt::DiagCrossPattern},
        Shade{face::toString(noFace), 0xffb8dcf2, Qt::SolidPattern},
        Shade{face::toString(tooSmall), 0xff70a8c8, Qt::FDiagPattern},
        Shade{face::toString(turnedAway), 0xffe3b3cf, Qt::SolidPattern},
        Shade{face::toString(blurred), 0xff80b8a0, Qt::HorPattern},
        Shade{face::toString(occluded), 0xfff6d8a8, Qt::SolidPattern}};
    const auto shade = std::ranges::find(kShades, reason, &Shade::reason);
    return shade == kShades.end() ? QBrush(QColor(0xffd0a050), Qt::BDiagPattern)
                                  : QBrush(QColor(shade->colour), shade->style);
}

/// A stretch of frames that can not be measured, for one reason.
struct Gap {
    double from = 0.0;
    double to = 0.0;
    std::string_view reason;
};

std::vector<Gap> gapsOf(const std::vector<ScoredFrame>& frames) {
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (frames[i].gap.empty()) {
            continue;
        }
        const double end = i + 1 < frames.size() ? frames[i + 1].seconds : frames[i].seconds;
        const bool goesOn = i > 0 && frames[i - 1].gap == frames[i].gap;
        if (goesOn) {
            gaps.back().to = end;
        } else {
            gaps.push_back({frames[i].seconds, end, frames[i].gap});
        }
    }
    return gaps;
}

class ConfidencePanel {
public:
    ConfidencePanel(const ScoreReport& report, QCustomPlot& plot)
        : m_report(report),
          m_plot(plot),
          m_axes(addPlotAxes(plot, *plot.plotLayout(), timeLabel(),
                             QStringLiteral("confidence\n(distance)"))),
          m_legend(
              addPlotLegend(*plot.plotLayout(), plot.plotLayout()->rowCount(), 0, kReasonsPerRow)) {
        m_legend->setMaximumSize(QWIDGETSIZE_MAX, 30);
        drawGaps();
        drawCurves();
        setRanges();
    }

    [[nodiscard]] QCPAxisRect* axes() const { return m_axes; }

private:
    [[nodiscard]] double length() const {
        return m_report.frames.empty() ? 0.0 : m_report.frames.back().seconds;
    }
    [[nodiscard]] QString timeLabel() const {
        return length() < kMinutesFrom ? QStringLiteral("film time (s)")
                                       : QStringLiteral("film time (min:s)");
    }
    [[nodiscard]] QCPAxis* x() const { return m_axes->axis(QCPAxis::atBottom); }
    [[nodiscard]] QCPAxis* y() const { return m_axes->axis(QCPAxis::atLeft); }

    void drawGaps() {
        std::set<std::string_view> named;
        for (const Gap& gap : gapsOf(m_report.frames)) {
            const QBrush brush = shadeOf(gap.reason);
            drawBand(gap, brush);
            if (named.insert(gap.reason).second) {
                nameShade(gap.reason, brush);
            }
        }
    }

    void drawBand(const Gap& gap, const QBrush& brush) {
        auto* band = new QCPItemRect(&m_plot);
        band->setLayer(QStringLiteral("background"));
        band->setClipAxisRect(m_axes);
        for (QCPItemPosition* corner : {band->topLeft, band->bottomRight}) {
            corner->setAxes(x(), y());
            corner->setAxisRect(m_axes);
            corner->setTypeX(QCPItemPosition::ptPlotCoords);
            corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        band->topLeft->setCoords(gap.from, 0.0);
        band->bottomRight->setCoords(gap.to, 1.0);
        band->setPen(Qt::NoPen);
        band->setBrush(brush);
    }

    /// A curve without points, for the square in the legend.
    void nameShade(std::string_view reason, const QBrush& brush) {
        QCPGraph* sample = m_plot.addGraph(x(), y());
        sample->setLineStyle(QCPGraph::lsNone);
        sample->setScatterStyle({QCPScatterStyle::ssSquare, QPen(QColor(kPlotGrey)), brush, 12});
        sample->setName(QString::fromUtf8(reason.data(), static_cast<qsizetype>(reason.size())));
        sample->addToLegend(m_legend);
    }

    void drawCurves() {
        const bool dense = m_report.frames.size() > kDenseFrom;
        addCurve(&ScoredFrame::raw, QPen(QColor(dense ? kPlotPaleGrey : kPlotGrey), 1),
                 QStringLiteral("each 0.2 s"));
        addCurve(&ScoredFrame::confidence, QPen(QColor(kPlotBlue), dense ? 1.2 : 2.5),
                 QStringLiteral("median of 9"));
    }

    void addCurve(float ScoredFrame::*value, const QPen& pen, const QString& name) {
        QVector<double> seconds;
        QVector<double> values;
        double last = std::numeric_limits<double>::quiet_NaN();
        for (const ScoredFrame& frame : m_report.frames) {
            if (std::isnan(frame.*value) && !std::isnan(last)) {
                seconds.push_back(frame.seconds);  // a frame lasts until the next: lone ones show
                values.push_back(last);
            }
            last = frame.*value;  // NaN interrupts the line
            seconds.push_back(frame.seconds);
            values.push_back(last);
            if (!std::isnan(last)) {
                m_range.expand(last);
            }
        }
        QCPGraph* graph = m_plot.addGraph(x(), y());
        graph->setData(seconds, values, true);
        graph->setPen(pen);
        graph->setName(name);
        graph->addToLegend(m_legend);
    }

    void setRanges() {
        const double room = std::max(0.02, m_range.size() * kRoom);
        y()->setRange(m_range.lower - room, m_range.upper + room);
        y()->grid()->setZeroLinePen(QPen(QColor(kPlotGrey), 1, Qt::DashLine));
        x()->setRange(m_report.frames.empty() ? 0.0 : m_report.frames.front().seconds,
                      std::max(length(), 0.1));
        if (length() >= kMinutesFrom) {
            const QSharedPointer<QCPAxisTickerTime> ticker(new QCPAxisTickerTime);
            ticker->setTimeFormat(QStringLiteral("%m:%s"));
            x()->setTicker(ticker);
        }
    }

    const ScoreReport& m_report;
    QCustomPlot& m_plot;
    QCPAxisRect* m_axes;
    QCPLegend* m_legend;
    QCPRange m_range{0.0, 0.0};  ///< of the curves, and of zero
};

}  // namespace

QCPAxisRect* addConfidencePanel(const ScoreReport& report, QCustomPlot& plot) {
    return ConfidencePanel(report, plot).axes();
}

}  // namespace lipwright::cli
