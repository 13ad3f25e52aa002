#include "widgets/viewer/maskcontour_p.h"

#include <QHash>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace lipwright::widgets {
namespace {

constexpr int kHalf = 128;
constexpr double kLeastStep = 1.2;  ///< pixels between two points of a line

/// The mask with an empty border, so that every line closes.
class Field {
public:
    explicit Field(const QImage& mask) : m_mask(mask) {}
    [[nodiscard]] int columns() const { return m_mask.width() + 1; }
    [[nodiscard]] int rows() const { return m_mask.height() + 1; }
    [[nodiscard]] int at(int x, int y) const {
        const bool inside = x >= 1 && y >= 1 && x <= m_mask.width() && y <= m_mask.height();
        return inside ? m_mask.constScanLine(y - 1)[x - 1] : 0;
    }

    /// Sides of cells are numbered: the one right of (x, y) and the one below it.
    [[nodiscard]] int side(int x, int y, bool down) const {
        return 2 * (y * (columns() + 1) + x) + (down ? 1 : 0);
    }
    [[nodiscard]] QPointF crossing(int side) const {
        const int x = side / 2 % (columns() + 1);
        const int y = side / 2 / (columns() + 1);
        const bool down = side % 2 == 1;
        const double from = at(x, y);
        const double to = down ? at(x, y + 1) : at(x + 1, y);
        const double share = (kHalf - 0.5 - from) / (to - from);
        return down ? QPointF(x - 0.5, y - 0.5 + share) : QPointF(x - 0.5 + share, y - 0.5);
    }

private:
    const QImage& m_mask;
};

/// From the side where a line enters a cell to the one where it leaves, inside on the right hand.
using Steps = QHash<int, int>;

/// Marching squares: walks around the cell's corners; a line leaves where inside turns to outside.
void addCell(const Field& field, int x, int y, Steps& steps) {
    const std::array<bool, 4> inside{field.at(x, y) >= kHalf, field.at(x + 1, y) >= kHalf,
                                     field.at(x + 1, y + 1) >= kHalf, field.at(x, y + 1) >= kHalf};
    if (inside[0] == inside[1] && inside[1] == inside[2] && inside[2] == inside[3]) {
        return;
    }
    const std::array<int, 4> sides{field.side(x, y, false), field.side(x + 1, y, true),
                                   field.side(x, y + 1, false), field.side(x, y, true)};
    for (std::size_t i = 0; i < 4; ++i) {
        if (inside[i] || !inside[(i + 1) % 4]) {
            continue;
        }
        std::size_t last = i + 1;  // of the inside corners that follow one another
        while (inside[(last + 1) % 4]) {
            ++last;
        }
        steps.insert(sides[last % 4], sides[i]);
    }
}

void addLine(const Field& field, Steps& steps, QPainterPath& path) {
    const int first = steps.constBegin().key();
    QPointF kept = field.crossing(first);
    path.moveTo(kept);
    for (int side = steps.take(first); side != first; side = steps.take(side)) {
        const QPointF point = field.crossing(side);
        if (std::hypot(point.x() - kept.x(), point.y() - kept.y()) >= kLeastStep) {
            path.lineTo(point);
            kept = point;
        }
    }
    path.closeSubpath();
}

}  // namespace

QPainterPath contourOf(const QImage& mask) {
    const Field field(mask);
    Steps steps;
    for (int y = 0; y < field.rows(); ++y) {
        for (int x = 0; x < field.columns(); ++x) {
            addCell(field, x, y, steps);
        }
    }
    QPainterPath path;
    while (!steps.isEmpty()) {
        addLine(field, steps, path);
    }
    return path;
}

}  // namespace lipwright::widgets
