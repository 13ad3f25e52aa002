// Collects a running stroke: points that lie too near to one another are left out, and another
// pressure of the pen begins another mark.
#pragma once

#include "widgets/viewer/brushmark.h"

namespace lipwright::widgets {

class BrushRecorder {
public:
    /// `radius` is that of full pressure.
    void begin(QPointF film, double radius, double softness, bool erases, double pressure);
    void add(QPointF film, double pressure);
    /// The last point counts, however near it lies.
    [[nodiscard]] QList<BrushMark> finish(QPointF film);
    void cancel();

    [[nodiscard]] bool isRunning() const { return !m_marks.isEmpty(); }
    [[nodiscard]] const QList<BrushMark>& marks() const { return m_marks; }

private:
    void beginMark(QPointF film, int level);

    QList<BrushMark> m_marks;
    BrushMark m_full;  ///< the brush at full pressure; no points
    int m_level = 0;
};

}  // namespace lipwright::widgets
