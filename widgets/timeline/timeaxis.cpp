#include "widgets/timeline/timeaxis.h"

#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr double kMaximumColumnsPerFrame = 40.0;
constexpr core::TimeBase kMicroseconds{1, 1'000'000};

}  // namespace

void TimeAxis::setIndex(std::shared_ptr<const media::FrameIndex> index) {
    m_index = std::move(index);
    showAll();
}

double TimeAxis::filmStart() const {
    return empty() ? 0.0 : m_index->timeOf(0).seconds();
}

double TimeAxis::filmEnd() const {
    return empty() ? 1.0 : m_index->endOf(m_index->frameCount() - 1).seconds();
}

double TimeAxis::secondsOf(std::int64_t frame) const {
    if (empty()) {
        return 0.0;
    }
    return frame >= m_index->frameCount()
               ? filmEnd()
               : m_index->timeOf(std::max<std::int64_t>(0, frame)).seconds();
}

std::int64_t TimeAxis::frameAtSeconds(double seconds) const {
    if (empty()) {
        return 0;
    }
    // Half a microsecond on: a frame's own start must not fall to the one before.
    return m_index->numberAt(core::RationalTime::fromSeconds(seconds + 5e-7, kMicroseconds));
}

double TimeAxis::columnOfSeconds(double seconds) const {
    return (seconds - m_start) * m_columnsPerSecond;
}

double TimeAxis::secondsOfColumn(double column) const {
    return m_start + column / m_columnsPerSecond;
}

std::int64_t TimeAxis::boundaryAtColumn(double column) const {
    const std::int64_t frame = frameAtColumn(column);
    const double middle = (columnOf(frame) + columnOf(frame + 1)) / 2;
    return std::min(column < middle ? frame : frame + 1, frameCount());
}

double TimeAxis::columnsPerFrame() const {
    return empty()
               ? 1.0
               : (filmEnd() - filmStart()) / static_cast<double>(frameCount()) * m_columnsPerSecond;
}

void TimeAxis::setWidth(int columns) {
    m_width = std::max(1, columns);
    if (m_whole) {
        showAll();
    } else {
        clamp();
    }
}

void TimeAxis::clamp() {
    const double length = std::max(1e-3, filmEnd() - filmStart());
    const double least = m_width / length;
    const double most =
        empty() ? least : kMaximumColumnsPerFrame * static_cast<double>(frameCount()) / length;
    m_columnsPerSecond = std::clamp(m_columnsPerSecond, least, std::max(least, most));
    m_whole = m_columnsPerSecond <= least * 1.0001;
    const double shown = m_width / m_columnsPerSecond;
    m_start = std::clamp(m_start, filmStart(), std::max(filmStart(), filmEnd() - shown));
}

void TimeAxis::zoomBy(double factor, double anchor) {
    const double seconds = secondsOfColumn(anchor);
    m_columnsPerSecond *= factor;
    clamp();
    m_start = seconds - anchor / m_columnsPerSecond;
    clamp();
}

void TimeAxis::showAll() {
    m_columnsPerSecond = 0.0;
    m_start = filmStart();
    clamp();
}

void TimeAxis::showSeconds(double start, double end) {
    m_columnsPerSecond = m_width / std::max(1e-3, end - start);
    m_start = start;
    clamp();
    m_start = (start + end) / 2 - m_width / m_columnsPerSecond / 2;
    clamp();
}

void TimeAxis::scrollToColumn(double column) {
    m_start = filmStart() + column / m_columnsPerSecond;
    clamp();
}

double TimeAxis::scrolledColumns() const {
    return (m_start - filmStart()) * m_columnsPerSecond;
}

double TimeAxis::wholeColumns() const {
    return (filmEnd() - filmStart()) * m_columnsPerSecond;
}

}  // namespace lipwright::widgets
