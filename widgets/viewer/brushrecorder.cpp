#include "widgets/viewer/brushrecorder_p.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lipwright::widgets {
namespace {

constexpr int kLevels = 8;              ///< of a pen's pressure
constexpr double kSpacing = 0.12;       ///< radii between two points: no corner is seen
constexpr double kLeastSpacing = 0.25;  ///< film pixels

int levelOf(double pressure) {
    return std::clamp(static_cast<int>(std::ceil(pressure * kLevels)), 1, kLevels);
}

double apart(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

}  // namespace

void BrushRecorder::begin(QPointF film, double radius, double softness, bool erases,
                          double pressure) {
    m_marks.clear();
    m_full = BrushMark{{}, radius, softness, erases};
    beginMark(film, levelOf(pressure));
}

void BrushRecorder::add(QPointF film, double pressure) {
    const BrushMark& mark = m_marks.last();
    const QPointF before = mark.points.last();
    if (apart(film, before) < std::max(kLeastSpacing, kSpacing * mark.radius)) {
        return;
    }
    if (const int level = levelOf(pressure); level != m_level) {
        beginMark(before, level);
    }
    m_marks.last().points << film;
}

QList<BrushMark> BrushRecorder::finish(QPointF film) {
    if (m_marks.last().points.last() != film) {
        m_marks.last().points << film;
    }
    return std::exchange(m_marks, {});
}

void BrushRecorder::cancel() {
    m_marks.clear();
}

void BrushRecorder::beginMark(QPointF film, int level) {
    m_level = level;
    BrushMark mark = m_full;
    mark.radius *= static_cast<double>(level) / kLevels;
    mark.points = {film};
    m_marks << mark;
}

}  // namespace lipwright::widgets
