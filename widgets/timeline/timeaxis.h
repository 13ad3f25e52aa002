// Frames, seconds and pixel columns of the timeline: zoom and scroll. Column 0 is the left edge of
// the lanes. Frames lie where their timestamps say, so variable rates are drawn truly.
#pragma once

#include "engine/media/frameindex.h"

#include <memory>

namespace lipwright::widgets {

class TimeAxis {
public:
    void setIndex(std::shared_ptr<const media::FrameIndex> index);
    [[nodiscard]] bool empty() const { return !m_index || m_index->frameCount() == 0; }
    [[nodiscard]] std::int64_t frameCount() const { return empty() ? 0 : m_index->frameCount(); }

    void setWidth(int columns);
    [[nodiscard]] int width() const { return m_width; }

    /// Start of a frame; of frameCount() and beyond: the film's end.
    [[nodiscard]] double secondsOf(std::int64_t frame) const;
    /// The frame shown then, clamped to the film.
    [[nodiscard]] std::int64_t frameAtSeconds(double seconds) const;

    [[nodiscard]] double columnOfSeconds(double seconds) const;
    [[nodiscard]] double secondsOfColumn(double column) const;
    [[nodiscard]] double columnOf(std::int64_t frame) const {
        return columnOfSeconds(secondsOf(frame));
    }
    [[nodiscard]] std::int64_t frameAtColumn(double column) const {
        return frameAtSeconds(secondsOfColumn(column));
    }
    /// The boundary between frames nearest to a column, 0 .. frameCount().
    [[nodiscard]] std::int64_t boundaryAtColumn(double column) const;

    [[nodiscard]] double columnsPerSecond() const { return m_columnsPerSecond; }
    [[nodiscard]] double columnsPerFrame() const;
    /// Keeps what is under `anchor` there.
    void zoomBy(double factor, double anchor);
    void showAll();
    void showSeconds(double start, double end);
    void scrollToColumn(double column);  ///< of the whole film drawn at this zoom
    [[nodiscard]] double scrolledColumns() const;
    [[nodiscard]] double wholeColumns() const;
    [[nodiscard]] double startSeconds() const { return m_start; }
    [[nodiscard]] double endSeconds() const { return secondsOfColumn(m_width); }

private:
    void clamp();
    [[nodiscard]] double filmStart() const;
    [[nodiscard]] double filmEnd() const;

    std::shared_ptr<const media::FrameIndex> m_index;
    int m_width = 1;
    double m_columnsPerSecond = 1.0;
    double m_start = 0.0;  ///< seconds at column 0
    bool m_whole = true;   ///< the whole film is shown, whatever the width
};

}  // namespace lipwright::widgets
