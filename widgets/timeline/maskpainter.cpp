#include "engine/project/retouchkeys.h"
#include "widgets/timeline/maskpainter_p.h"
#include "widgets/timeline/painting_p.h"

#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr double kWithPoints = 12.0;  ///< columns from which a segment shows its keyframes

class MaskPainter {
public:
    MaskPainter(QPainter& painter, const MaskView& view, const TimeAxis& axis,
                const QPalette& palette)
        : m_painter(painter),
          m_view(view),
          m_axis(axis),
          m_palette(palette),
          m_dark(palette.color(QPalette::Base).lightness() < 128) {}

    void paint(const TimelineRetouch& retouch, bool selected) {
        const double left = m_view.columnOf(m_axis, retouch.frames.first);
        const double right = m_view.columnOf(m_axis, retouch.frames.end);
        m_painter.fillRect(
            QRectF(left, m_view.body.top(), std::max(1.0, right - left), m_view.body.height()),
            shade(m_palette, selected ? 0.16 : 0.07));
        paintOriginal(retouch);
        paintOpacity(retouch, left, right);
        if (right - left >= kWithPoints) {
            paintMaskKeys(retouch);
        }
    }

private:
    void paintOriginal(const TimelineRetouch& retouch) {
        const QColor bar = m_dark ? QColor(0xcc, 0x79, 0xa7) : QColor(0xa0, 0x4c, 0x7b);
        const QRect rows = m_view.barRows().adjusted(0, 1, 0, -2);
        for (std::size_t i = 0; i < retouch.values.original.size(); ++i) {
            const double left = m_view.columnOf(m_axis, retouch.values.original[i].first);
            const double right = m_view.columnOf(m_axis, retouch.values.original[i].end);
            const QRectF box(left, rows.top(), std::max(1.0, right - left), rows.height());
            m_painter.fillRect(box, bar);
            m_painter.fillRect(box, QBrush(m_palette.color(QPalette::Base), Qt::BDiagPattern));
            // What the original picture means for the rest of the lane.
            QColor veil = bar;
            veil.setAlpha(36);
            m_painter.fillRect(QRectF(left, m_view.body.top(), box.width(), m_view.body.height()),
                               veil);
            if (isSelected(MaskItem::Kind::original, retouch, i)) {
                m_painter.setPen(QPen(m_palette.color(QPalette::BrightText), 0));
                m_painter.setBrush(Qt::NoBrush);
                m_painter.drawRect(box);
            }
        }
    }

    void paintOpacity(const TimelineRetouch& retouch, double left, double right) {
        QPolygonF line{
            {left, m_view.rowOfOpacity(project::opacityAt(retouch.values, retouch.frames.first))}};
        for (const project::OpacityKeyframe& key : retouch.values.opacity) {
            line << QPointF(m_view.columnOf(m_axis, key.frame), m_view.rowOfOpacity(key.opacity));
        }
        line << QPointF(
            right, m_view.rowOfOpacity(project::opacityAt(retouch.values, retouch.frames.end)));
        const QColor colour = m_dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2);
        m_painter.setPen(QPen(colour, retouch.values.opacity.empty() ? 0.0 : 1.5));
        m_painter.setRenderHint(QPainter::Antialiasing, !retouch.values.opacity.empty());
        m_painter.drawPolyline(line);
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        if (right - left >= kWithPoints) {
            for (std::size_t i = 0; i < retouch.values.opacity.size(); ++i) {
                prepare(colour, isSelected(MaskItem::Kind::opacityKey, retouch, i));
                m_painter.drawEllipse(line[static_cast<qsizetype>(i) + 1], 4, 4);
            }
        }
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    void paintMaskKeys(const TimelineRetouch& retouch) {
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        for (std::size_t i = 0; i < retouch.values.mask.size(); ++i) {
            prepare(QColor(0xe6, 0x9f, 0x00), isSelected(MaskItem::Kind::maskKey, retouch, i));
            const QPointF at =
                m_view.pointOf(m_axis, {MaskItem::Kind::maskKey, retouch.segment, i});
            m_painter.drawPolygon(QPolygonF{at + QPointF(-5, 0), at + QPointF(0, -5),
                                            at + QPointF(5, 0), at + QPointF(0, 5)});
        }
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    [[nodiscard]] bool isSelected(MaskItem::Kind kind, const TimelineRetouch& retouch,
                                  std::size_t index) const {
        return m_view.selected == MaskItem{kind, retouch.segment, index};
    }

    void prepare(const QColor& fill, bool selected) {
        m_painter.setPen(QPen(m_palette.color(selected ? QPalette::BrightText : QPalette::Base),
                              selected ? 2 : 1));
        m_painter.setBrush(fill);
    }

    QPainter& m_painter;
    const MaskView& m_view;
    const TimeAxis& m_axis;
    const QPalette& m_palette;
    bool m_dark;
};

}  // namespace

void paintMasks(QPainter& painter, const MaskView& view, const TimeAxis& axis,
                const std::vector<project::Id>& selection, const QPalette& palette) {
    MaskPainter lane(painter, view, axis, palette);
    const core::FrameRange seen{axis.frameAtColumn(0), axis.frameAtColumn(axis.width()) + 1};
    for (const TimelineRetouch& retouch : view.retouches) {
        if (!core::intersection(retouch.frames, seen).empty()) {
            lane.paint(retouch, std::ranges::find(selection, retouch.segment) != selection.end());
        }
    }
}

}  // namespace lipwright::widgets
