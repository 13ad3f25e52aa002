#include "widgets/style/theme.h"
#include "widgets/timeline/painting_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

void paintHeader(const Drawing& drawing, const Lane& lane) {
    QPainter& painter = drawing.painter;
    const QRect header(0, lane.top, LaneLayout::kHeaderWidth, lane.height);
    painter.fillRect(header, shade(drawing.palette, 0.06));
    painter.setPen(QPen(shade(drawing.palette, 0.18), 0));
    painter.drawLine(header.bottomLeft(), header.bottomRight());
    painter.drawLine(header.topRight(), header.bottomRight());
    bool muted = false;
    if (lane.kind == Lane::Kind::sound) {
        muted = drawing.model.sounds[lane.number].muted;
    }
    painter.setPen(shade(drawing.palette, muted ? 0.4 : 0.85));
    const QRect text = header.adjusted(8, 0, -6, 0);
    painter.drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(painter.font()).elidedText(lane.name, Qt::ElideRight, text.width()));
}

void paintCuts(const Drawing& drawing, const QRect& area) {
    const auto& cuts = drawing.model.cuts;
    const auto first = std::ranges::lower_bound(cuts, drawing.axis.frameAtColumn(0));
    const auto last = std::ranges::upper_bound(cuts, drawing.axis.frameAtColumn(area.width()));
    // Where cuts lie closer than this on average they would be a grey wall.
    constexpr int kLeastDistance = 12;
    if ((last - first) * kLeastDistance > area.width()) {
        return;
    }
    QColor line = shade(drawing.palette, 0.6);
    line.setAlpha(120);
    drawing.painter.setPen(QPen(line, 0, Qt::DashLine));
    for (auto cut = first; cut != last; ++cut) {
        const int x = area.left() + static_cast<int>(std::floor(drawing.axis.columnOf(*cut)));
        if (*cut > 0 && x >= area.left()) {
            drawing.painter.drawLine(x, area.top(), x, area.bottom());
        }
    }
}

void paintOutside(const Drawing& drawing, const QRect& area) {
    if (!drawing.model.inOut) {
        return;
    }
    const int from =
        area.left() + static_cast<int>(drawing.axis.columnOf(drawing.model.inOut->first));
    const int to = area.left() + static_cast<int>(drawing.axis.columnOf(drawing.model.inOut->end));
    const bool dark = drawing.palette.color(QPalette::Window).lightness() < 128;
    const QColor dim(0, 0, 0, dark ? 80 : 26);
    if (from > area.left()) {
        drawing.painter.fillRect(
            QRect(area.topLeft(), QPoint(std::min(from - 1, area.right()), area.bottom())), dim);
    }
    if (to < area.right()) {
        drawing.painter.fillRect(
            QRect(QPoint(std::max(to, area.left()), area.top()), area.bottomRight()), dim);
    }
}

}  // namespace

QColor shade(const QPalette& palette, double share) {
    const QColor from = palette.color(QPalette::Window);
    const QColor to = palette.color(QPalette::WindowText);
    const auto mix = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

void paintLabel(QPainter& painter, const QPalette& palette, const QString& text, QPoint below,
                const QRect& bounds) {
    const QFontMetrics metrics(painter.font());
    QRect box = metrics.boundingRect(text).adjusted(-6, -3, 6, 3);
    box.moveTopLeft(below);
    box.moveRight(std::min(box.right(), bounds.right() - 4));
    box.moveBottom(std::min(box.bottom(), bounds.bottom() - 1));
    box.moveTop(std::max(box.top(), bounds.top() + 1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::ToolTipBase));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(palette.color(QPalette::ToolTipText));
    painter.drawText(box, Qt::AlignCenter, text);
}

void paintContent(const Drawing& drawing, const LaneLayout& layout,
                  const ThumbnailStrip& thumbnails, QSize size) {
    QPainter& painter = drawing.painter;
    painter.fillRect(QRect(QPoint(), size), drawing.palette.color(QPalette::Base));
    const auto& lanes = layout.lanes();
    for (std::size_t i = lanes.size(); i-- > 0;) {  // the ruler last: it lies over what scrolls
        const Lane& lane = lanes[i];
        const QRect rect = layout.rectOf(lane);
        if (rect.bottom() < 0 || rect.top() > size.height()) {
            continue;
        }
        painter.save();
        painter.setClipRect(rect);
        if (lane.kind != Lane::Kind::ruler) {
            painter.setPen(QPen(shade(drawing.palette, 0.12), 0));
            painter.drawLine(rect.bottomLeft(), rect.bottomRight());
        }
        switch (lane.kind) {
            case Lane::Kind::ruler:
                paintRuler(drawing, rect);
                break;
            case Lane::Kind::thumbnails:
                thumbnails.paint(painter, rect, drawing.axis);
                break;
            case Lane::Kind::sound:
                paintSound(drawing, rect, drawing.model.sounds[lane.number]);
                break;
            case Lane::Kind::segments:
                paintSegments(drawing, rect, static_cast<int>(lane.number));
                break;
        }
        painter.restore();
        paintHeader(drawing, lane);
    }
    const QRect area(LaneLayout::kHeaderWidth, LaneLayout::kRulerHeight,
                     size.width() - LaneLayout::kHeaderWidth, size.height());
    painter.setClipRect(area);
    paintCuts(drawing, area);
    paintOutside(drawing, area);
    painter.setClipping(false);
}

}  // namespace lipwright::widgets
