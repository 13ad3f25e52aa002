// Small pictures along the film: which ones are wanted at a zoom, and a bounded store of them.
#pragma once

#include "widgets/timeline/timeaxis.h"

#include <QImage>
#include <QList>
#include <QRect>
#include <map>

class QPainter;

namespace lipwright::widgets {

class ThumbnailStrip {
public:
    void clear() { m_pictures.clear(); }
    void put(std::int64_t frame, const QImage& picture);
    /// On a grid of frames, so that a pan uses them again; nearest to the middle first.
    [[nodiscard]] QList<qint64> wanted(const TimeAxis& axis, int height) const;
    void paint(QPainter& painter, const QRect& lane, const TimeAxis& axis) const;

private:
    [[nodiscard]] std::int64_t step(const TimeAxis& axis, int height) const;

    std::map<std::int64_t, QImage> m_pictures;
    std::vector<std::int64_t> m_order;  ///< oldest first
    double m_aspect = 16.0 / 9.0;
};

}  // namespace lipwright::widgets
