#include "widgets/timeline/confidenceplot_p.h"
#include "widgets/timeline/painting_p.h"
#include "widgets/timeline/synctips_p.h"

#include <qcustomplot.h>

#include <algorithm>
#include <limits>

namespace lipwright::widgets {
namespace {

using Content = ConfidencePlot::Content;

constexpr double kRoom = 0.08;    ///< above and below the curves, of their range
constexpr int kTextRows = 13;     ///< a band less high than this has no name
constexpr int kLeastSegment = 3;  ///< columns from which a segment has a bracket

/// Something of ours on a layer of the plot.
class Drawn : public QCPLayerable {
public:
    Drawn(QCustomPlot& plot, const QString& layer, const Content& content)
        : QCPLayerable(&plot, layer), m_content(content) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    [[nodiscard]] const QPalette& palette() const { return parentPlot()->palette(); }
    [[nodiscard]] QRect curves() const { return parentPlot()->axisRect()->rect(); }
    [[nodiscard]] int rowOf(double confidence) const {
        return static_cast<int>(std::lround(parentPlot()->yAxis->coordToPixel(confidence)));
    }

    const Content& m_content;
};

/// Behind the curves: which confidence is good for this film, and where there is none.
class Backdrop : public Drawn {
public:
    using Drawn::Drawn;

protected:
    void draw(QCPPainter* painter) override {
        drawRatings(*painter);
        drawGaps(*painter);
    }

private:
    void drawRatings(QCPPainter& painter) const {
        const SyncScale& scale = m_content.scale;
        if (!scale.known()) {
            return;
        }
        const int poor = std::clamp(rowOf(scale.poorBelow()), curves().top(), curves().bottom());
        const int good = std::clamp(rowOf(scale.goodFrom()), curves().top(), curves().bottom());
        drawBand(painter, SyncRating::good, curves().top(), good);
        drawBand(painter, SyncRating::fair, good, poor);
        drawBand(painter, SyncRating::poor, poor, curves().bottom() + 1);
        drawThreshold(painter, SyncRating::good, good, Qt::DashLine);
        drawThreshold(painter, SyncRating::poor, poor, Qt::DashDotLine);
    }

    void drawBand(QCPPainter& painter, SyncRating rating, int top, int bottom) const {
        QColor colour = ratingColour(rating);
        colour.setAlpha(30);
        const QRect band(0, top, curves().width(), bottom - top);
        painter.fillRect(band, colour);
        if (band.height() >= kTextRows) {
            painter.setPen(ratingColour(rating));
            painter.drawText(band.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter,
                             ratingName(rating));
        }
    }

    void drawThreshold(QCPPainter& painter, SyncRating rating, int row, Qt::PenStyle style) const {
        painter.setPen(QPen(ratingColour(rating), 0, style));
        painter.drawLine(QPoint(0, row), QPoint(curves().right(), row));
    }

    void drawGaps(QCPPainter& painter) const {
        const QColor base = palette().color(QPalette::Base);
        const QColor hatch = shade(palette(), 0.34);
        for (const SyncGapBand& gap : m_content.lanes.gaps(m_content.axis)) {
            const QRect band(gap.from, curves().top(), gap.to - gap.from, curves().height());
            painter.fillRect(band, base);
            painter.fillRect(band, QBrush(hatch, Qt::BDiagPattern));
            drawReason(painter, band, gap.reason);
        }
    }

    void drawReason(QCPPainter& painter, const QRect& band, SyncGap reason) const {
        const QFontMetrics metrics(painter.font());
        const QString text = gapName(reason);
        QRect box = metrics.boundingRect(text).adjusted(-4, -1, 4, 1);
        if (box.width() + 4 > band.width()) {
            return;
        }
        box.moveCenter(band.center());
        painter.fillRect(box, palette().color(QPalette::Base));
        painter.setPen(shade(palette(), 0.75));
        painter.drawText(box, Qt::AlignCenter, text);
    }
};

/// Above the curves: each segment with its numbers.
class Brackets : public Drawn {
public:
    using Drawn::Drawn;

protected:
    void draw(QCPPainter* painter) override {
        const double width = curves().width();
        for (const TimelineSegmentSync& segment : m_content.lanes.segments()) {
            const double left = m_content.axis.columnOf(segment.frames.first);
            const double right = m_content.axis.columnOf(segment.frames.end);
            if (right > 0 && left < width && right - left >= kLeastSegment) {
                drawSegment(*painter, segment, static_cast<int>(std::max(-4.0, left)),
                            static_cast<int>(std::min(width + 4, right)));
            }
        }
    }

private:
    void drawSegment(QCPPainter& painter, const TimelineSegmentSync& segment, int left,
                     int right) const {
        const bool chosen =
            std::ranges::find(m_content.selection, segment.segment) != m_content.selection.end();
        const int top = 2;
        const int bottom = ConfidencePlot::kSummaryRows - 2;
        painter.setPen(
            QPen(chosen ? palette().color(QPalette::Highlight) : shade(palette(), 0.45), 0));
        painter.drawLine(QPoint(left, bottom), QPoint(right - 1, bottom));
        painter.drawLine(QPoint(left, top + 6), QPoint(left, bottom));
        painter.drawLine(QPoint(right - 1, top + 6), QPoint(right - 1, bottom));
        const auto& curve = segment.after ? segment.after : segment.before;
        if (!curve) {
            return;
        }
        const QFontMetrics metrics(painter.font());
        const QString text = summaryLine(curve->summary);
        const QRect box(left + 4, 0, right - left - 8, bottom);
        if (metrics.horizontalAdvance(text) <= box.width()) {
            painter.setPen(shade(palette(), chosen ? 1.0 : 0.7));
            painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
        }
    }
};

/// What moves often: playhead and hovered frame.
class Marks : public Drawn {
public:
    using Drawn::Drawn;

protected:
    void draw(QCPPainter* painter) override {
        if (m_content.axis.empty()) {
            return;
        }
        if (m_content.hovered >= 0) {
            drawAt(*painter, m_content.hovered, QPen(shade(palette(), 0.6), 0, Qt::DotLine));
        }
        drawAt(*painter, m_content.playhead, QPen(kPlayheadColour, 0));
    }

private:
    void drawAt(QCPPainter& painter, std::int64_t frame, const QPen& pen) const {
        const int x = static_cast<int>(std::floor(m_content.axis.columnOf(frame)));
        painter.setPen(pen);
        painter.drawLine(QPoint(x, 0), QPoint(x, parentPlot()->height()));
    }
};

}  // namespace

QPen syncPen(SyncKind kind, const QPalette& palette) {
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    switch (kind) {
        case SyncKind::before:
            return QPen(dark ? QColor(0xe6, 0x9f, 0x00) : QColor(0x9a, 0x5b, 0x00), 1,
                        Qt::DashLine);
        case SyncKind::after:
            return QPen(dark ? QColor(0x8f, 0xd3, 0xff) : QColor(0x00, 0x5a, 0x96), 2);
        case SyncKind::baseline:
            break;
    }
    return QPen(shade(palette, 0.55), 1, Qt::SolidLine);
}

struct ConfidencePlot::State {
    State(const Content& shown, QWidget* parent) : content(shown), plot(new QCustomPlot(parent)) {
        plot->setAttribute(Qt::WA_TransparentForMouseEvents);
        plot->setFocusPolicy(Qt::NoFocus);
        plot->setNotAntialiasedElements(QCP::aeAll);
        plot->axisRect()->setAutoMargins(QCP::msNone);
        plot->axisRect()->setMargins({0, kSummaryRows, 0, 0});
        for (QCPAxis* axis : {plot->xAxis, plot->yAxis}) {
            axis->setVisible(false);
        }
        for (std::size_t i = 0; i < kSyncKinds.size(); ++i) {
            plot->addGraph();
        }
        new Backdrop(*plot, QStringLiteral("background"), content);
        new Brackets(*plot, QStringLiteral("axes"), content);
        new Marks(*plot, QStringLiteral("overlay"), content);
        plot->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
        QObject::connect(plot, &QCustomPlot::beforeReplot, plot, [this] { refresh(); });
    }

    /// Hands what is in sight to the plot, right before it draws itself.
    void refresh() {
        drawn = true;
        plot->setBufferDevicePixelRatio(plot->devicePixelRatioF());
        plot->setBackground(plot->palette().color(QPalette::Base));
        plot->xAxis->setRange(0, std::max(1, plot->axisRect()->width()));
        for (const SyncKind kind : kSyncKinds) {
            fill(*plot->graph(static_cast<int>(kind)), kind);
        }
    }

    void fill(QCPGraph& graph, SyncKind kind) const {
        QVector<double> columns;
        QVector<double> values;
        for (const QPolygonF& line : content.lanes.visible(kind, content.axis)) {
            if (!columns.isEmpty()) {
                columns << line.front().x();
                values << std::numeric_limits<double>::quiet_NaN();  // parts the lines
            }
            for (const QPointF& point : line) {
                columns << point.x();
                values << point.y();
            }
        }
        graph.setPen(syncPen(kind, plot->palette()));
        graph.setData(columns, values, true);
    }

    const Content& content;
    QCustomPlot* plot;
    bool drawn = false;  ///< once at least: its layers can be drawn alone
};

ConfidencePlot::ConfidencePlot(const Content& content, QWidget* parent)
    : m_state(std::make_unique<State>(content, parent)) {}

ConfidencePlot::~ConfidencePlot() {
    delete m_state->plot;  // before what it reads goes
}

QWidget& ConfidencePlot::widget() {
    return *m_state->plot;
}

void ConfidencePlot::contentChanged() {
    if (!m_state->plot->size().isEmpty()) {
        m_state->plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void ConfidencePlot::marksMoved() {
    if (m_state->drawn && !m_state->plot->size().isEmpty()) {
        m_state->plot->layer(QStringLiteral("overlay"))->replot();
    }
}

void ConfidencePlot::rangeChanged() {
    const auto [low, high] = m_state->content.lanes.range();
    const double room = kRoom * (high - low);
    m_state->plot->yAxis->setRange(low - room, high + room);
    contentChanged();
}

}  // namespace lipwright::widgets
