#include "widgets/timeline/visiblecurve_p.h"

#include <limits>

namespace lipwright::widgets {

VisibleCurve::VisibleCurve(const TimeAxis& axis)
    : m_axis(axis), m_perFrame(axis.columnsPerFrame() >= 1.0) {
    if (axis.empty()) {
        return;
    }
    // One more on either side: lines go on beyond the edges.
    m_seen = {std::max<std::int64_t>(0, axis.frameAtColumn(0) - 1),
              std::min(axis.frameAtColumn(axis.width()) + 2, axis.frameCount())};
    if (!m_perFrame) {
        m_low.assign(static_cast<std::size_t>(axis.width()),
                     std::numeric_limits<float>::quiet_NaN());
        m_high = m_low;
    }
}

void VisibleCurve::addToColumn(std::size_t column, float value) {
    if (std::isnan(value)) {
        return;
    }
    float& low = m_low[column];
    float& high = m_high[column];
    low = std::isnan(low) ? value : std::min(low, value);
    high = std::isnan(high) ? value : std::max(high, value);
}

void VisibleCurve::endLine(QPolygonF& line, std::int64_t frame) {
    if (!line.isEmpty()) {
        line << QPointF(m_axis.columnOf(frame), line.back().y());
        m_lines.push_back(std::move(line));
        line = {};
    }
}

std::vector<QPolygonF> VisibleCurve::lines() const {
    std::vector<QPolygonF> lines = m_lines;
    bool goesOn = false;
    for (std::size_t column = 0; column < m_low.size(); ++column) {
        const auto x = static_cast<double>(column);
        if (std::isnan(m_low[column])) {
            if (goesOn) {
                lines.back() << QPointF(x, lines.back().back().y());
            }
            goesOn = false;
            continue;
        }
        if (!goesOn) {
            lines.emplace_back();
        }
        lines.back() << QPointF(x, m_low[column]) << QPointF(x, m_high[column]);
        goesOn = true;
    }
    return lines;
}

}  // namespace lipwright::widgets
