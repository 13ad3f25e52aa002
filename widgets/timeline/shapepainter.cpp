#include "widgets/timeline/painting_p.h"
#include "widgets/timeline/shapepainter_p.h"
#include "widgets/timeline/visiblecurve_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kColumnsPerPoint = 4.0;  ///< frames narrower than this have no points
constexpr int kRunOut = 3;  ///< frames beside an edited run that it changes, and one more

class ShapePainter {
public:
    ShapePainter(QPainter& painter, const ShapeView& view, const TimeAxis& axis,
                 const QPalette& palette)
        : m_painter(painter), m_view(view), m_axis(axis), m_palette(palette) {
        const core::FrameRange seen{axis.frameAtColumn(0), axis.frameAtColumn(axis.width()) + 1};
        for (const TimelineShape& shape : view.shapes) {
            if (!core::intersection(shape.frames, seen).empty()) {
                m_seen.push_back(&shape);
            }
        }
    }

    void paint(const std::vector<TimelineSound>& sounds, const std::vector<project::Id>& selected) {
        paintBoxes(selected);
        for (const TimelineSound& sound : sounds) {
            paintWaveform(sound);
        }
        paintZero();
        paintWishes();
        paintEdits();
    }

private:
    [[nodiscard]] bool dark() const { return m_palette.color(QPalette::Base).lightness() < 128; }
    [[nodiscard]] QRectF boxOf(const TimelineShape& shape) const {
        const double left = std::max(0.0, m_axis.columnOf(shape.frames.first));
        const double right = std::min<double>(m_axis.width(), m_axis.columnOf(shape.frames.end));
        return {m_view.body.left() + left, static_cast<double>(m_view.body.top()),
                std::max(1.0, right - left), static_cast<double>(m_view.body.height())};
    }

    void paintBoxes(const std::vector<project::Id>& selected) {
        for (const TimelineShape* shape : m_seen) {
            const bool chosen = std::ranges::find(selected, shape->segment) != selected.end();
            m_painter.fillRect(boxOf(*shape), shade(m_palette, chosen ? 0.16 : 0.07));
        }
    }

    void paintWaveform(const TimelineSound& sound) {
        const auto speaks = [&](const TimelineShape* shape) { return shape->sound == sound.track; };
        if (!sound.waveform || std::ranges::none_of(m_seen, speaks)) {
            return;
        }
        const double ratio = m_painter.device()->devicePixelRatioF();
        const QImage image =
            waveformImage(sound, m_axis, m_view.body.size(), ratio, shade(m_palette, 0.26));
        for (const TimelineShape* shape : m_seen) {
            if (speaks(shape)) {
                const QRectF box = boxOf(*shape);
                const QRectF source((box.left() - m_view.body.left()) * ratio, 0,
                                    box.width() * ratio, box.height() * ratio);
                m_painter.drawImage(box, image, source);
            }
        }
    }

    void paintZero() {
        m_painter.setPen(QPen(shade(m_palette, 0.35), 0, Qt::DotLine));
        const int y = static_cast<int>(m_view.rowOf(0.0));
        for (const TimelineShape* shape : m_seen) {
            const QRectF box = boxOf(*shape);
            m_painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        }
    }

    void draw(const VisibleCurve& curve) {
        for (QPolygonF line : curve.lines()) {
            for (QPointF& point : line) {
                point = {m_view.body.left() + point.x(), m_view.rowOf(point.y())};
            }
            m_painter.drawPolyline(line);
        }
    }

    void paintWishes() {
        VisibleCurve curve(m_axis);
        for (const TimelineShape* shape : m_seen) {
            curve.add(shape->frames,
                      [&](std::int64_t frame) { return wishAt(*shape, frame, m_view.channel); });
        }
        m_painter.setPen(QPen(dark() ? QColor(0xcc, 0x79, 0xa7) : QColor(0xa0, 0x4c, 0x7b), 0));
        draw(curve);
    }

    void paintEdits() {
        const QColor strong = dark() ? QColor(0xff, 0xc4, 0x57) : QColor(0x9a, 0x5b, 0x00);
        VisibleCurve curve(m_axis);
        for (const TimelineShape* shape : m_seen) {
            addEdits(*shape, curve);
        }
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        m_painter.setPen(QPen(strong, 2));
        draw(curve);
        m_painter.setPen(QPen(m_palette.color(QPalette::Base), 1));
        m_painter.setBrush(strong);
        for (const TimelineShape* shape : m_seen) {
            paintPoints(*shape);
        }
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    /// Runs of edited frames with those beside them over which they run out.
    void addEdits(const TimelineShape& shape, VisibleCurve& curve) {
        const auto value = [&](std::int64_t frame) {
            return wantedAt(shape, frame, m_view.channel);
        };
        for (auto first = shape.edit.begin(); first != shape.edit.end();) {
            auto next = std::next(first);
            std::int64_t last = first->first;
            for (; next != shape.edit.end() && next->first <= last + 2 * kRunOut; ++next) {
                last = next->first;
            }
            curve.add(
                core::intersection({first->first - kRunOut, last + kRunOut + 1}, shape.frames),
                value);
            first = next;
        }
    }

    void paintPoints(const TimelineShape& shape) {
        if (m_axis.columnsPerFrame() < kColumnsPerPoint) {
            return;
        }
        const auto end = shape.edit.upper_bound(m_axis.frameAtColumn(m_axis.width()));
        for (auto point = shape.edit.lower_bound(m_axis.frameAtColumn(0)); point != end; ++point) {
            m_painter.drawEllipse(QPointF(m_view.columnOf(m_axis, point->first),
                                          m_view.rowOf(channelOf(point->second, m_view.channel))),
                                  3.5, 3.5);
        }
    }

    QPainter& m_painter;
    const ShapeView& m_view;
    const TimeAxis& m_axis;
    const QPalette& m_palette;
    std::vector<const TimelineShape*> m_seen;
};

}  // namespace

void paintShapes(QPainter& painter, const ShapeView& view, const TimeAxis& axis,
                 const std::vector<TimelineSound>& sounds, const std::vector<project::Id>& selected,
                 const QPalette& palette) {
    ShapePainter(painter, view, axis, palette).paint(sounds, selected);
}

void paintStretch(QPainter& painter, const ShapeView& view, const TimeAxis& axis, double factor,
                  const QPalette& palette) {
    if (!view.stretch) {
        return;
    }
    const double left = view.columnOf(axis, view.stretch->frames.first);
    const double right = view.columnOf(axis, view.stretch->frames.end);
    QColor band = palette.color(QPalette::Highlight);
    painter.setPen(QPen(band, 0));
    band.setAlpha(60);
    painter.setBrush(band);
    painter.drawRect(QRectF(left, view.body.top(), right - left, view.body.height() - 1));
    const QRect handle = view.scaleHandle(axis);
    if (!handle.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.color(QPalette::Highlight));
        painter.drawRoundedRect(handle, 4, 4);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(palette.color(QPalette::HighlightedText));
        painter.drawText(handle, Qt::AlignCenter,
                         QStringLiteral("↕ %1 %").arg(std::lround(factor * 100)));
    }
}

}  // namespace lipwright::widgets
