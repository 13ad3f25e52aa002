#include "widgets/timeline/thumbnailstrip_p.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr std::size_t kKept = 400;

}  // namespace

void ThumbnailStrip::put(std::int64_t frame, const QImage& picture) {
    if (picture.isNull()) {
        return;
    }
    m_aspect = static_cast<double>(picture.width()) / picture.height();
    if (m_pictures.insert_or_assign(frame, picture).second) {
        m_order.push_back(frame);
    }
    while (m_order.size() > kKept) {
        m_pictures.erase(m_order.front());
        m_order.erase(m_order.begin());
    }
}

std::int64_t ThumbnailStrip::step(const TimeAxis& axis, int height) const {
    const double frames = height * m_aspect / std::max(1e-9, axis.columnsPerFrame());
    std::int64_t result = 1;
    while (static_cast<double>(result) < frames) {
        result *= 2;
    }
    return result;
}

QList<qint64> ThumbnailStrip::wanted(const TimeAxis& axis, int height) const {
    QList<qint64> frames;
    if (axis.empty()) {
        return frames;
    }
    const std::int64_t distance = step(axis, height);
    const std::int64_t last = axis.frameAtColumn(axis.width());
    for (std::int64_t frame = axis.frameAtColumn(0) / distance * distance; frame <= last;
         frame += distance) {
        if (!m_pictures.contains(frame)) {
            frames << frame;
        }
    }
    const std::int64_t middle = axis.frameAtColumn(axis.width() / 2.0);
    std::ranges::sort(frames, {}, [middle](qint64 frame) { return std::abs(frame - middle); });
    return frames;
}

void ThumbnailStrip::paint(QPainter& painter, const QRect& lane, const TimeAxis& axis) const {
    if (axis.empty() || m_pictures.empty()) {
        return;
    }
    const int height = lane.height() - 4;
    const std::int64_t distance = step(axis, lane.height());
    const std::int64_t last = axis.frameAtColumn(axis.width());
    for (std::int64_t frame = axis.frameAtColumn(0) / distance * distance; frame <= last;
         frame += distance) {
        const double x = lane.left() + axis.columnOf(frame);
        const double end = lane.left() + axis.columnOf(frame + distance);
        // Until the exact one is there, the nearest known before it stands in.
        auto known = m_pictures.upper_bound(frame);
        if (known == m_pictures.begin()) {
            continue;
        }
        --known;
        const QImage& picture = known->second;
        const double width = std::min(end - x - 1, height * m_aspect);
        const double share = width / (height * m_aspect);
        const QRectF part(0, 0, picture.width() * share, picture.height());
        painter.setOpacity(known->first == frame ? 1.0 : 0.35);
        painter.drawImage(QRectF(x, lane.top() + 2, width, height), picture, part);
    }
    painter.setOpacity(1.0);
}

}  // namespace lipwright::widgets
