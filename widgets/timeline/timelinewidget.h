// The timeline: ruler with timecode, thumbnails, shot cuts, waveforms and segments on one time
// axis, playhead, in/out and markers; tells its axis to the lanes below. Shows values it is given
// and asks for edits by signals; changes nothing itself. Wheel scrolls, Ctrl+wheel zooms at the
// cursor, dragging snaps unless Alt is held, Escape takes a drag back. Paints only what is visible:
// two hours of film with 3,000 segments stay smooth.
#pragma once

#include "widgets/timeline/timeaxis.h"
#include "widgets/timeline/timelinecontent.h"

#include <QImage>
#include <QList>
#include <QUrl>
#include <QWidget>
#include <memory>

namespace lipwright::widgets {

class TimelineWidget : public QWidget {
    Q_OBJECT
public:
    explicit TimelineWidget(QWidget* parent = nullptr);
    ~TimelineWidget() override;

    void setFilm(const TimelineFilm& film);
    void setSegments(std::vector<TimelineSegment> segments);
    /// Progress alone, cheaper than setSegments().
    void setSegmentProgress(project::Id segment, double progress);
    void setSounds(std::vector<TimelineSound> sounds);
    void setCuts(std::vector<std::int64_t> firstFramesOfShots);
    /// Where speech starts and ends, seconds of the film: places to snap to.
    void setSpeechEdges(std::vector<double> seconds);
    void setMarkers(std::vector<project::Marker> markers);
    void setInOut(std::optional<core::FrameRange> inOut);
    void setThumbnail(qint64 frame, const QImage& picture);

    void setPlayhead(qint64 frame);
    [[nodiscard]] qint64 playhead() const;
    /// A drag of the playhead elsewhere, at columns of this widget.
    void scrub(ScrubStep step, int column);
    void setSelection(const std::vector<project::Id>& segments);
    [[nodiscard]] std::vector<project::Id> selection() const;
    void setSnapping(bool on);
    [[nodiscard]] bool snapping() const;

    void zoomIn();  ///< about the playhead
    void zoomOut();
    void zoomToFit();
    void zoomToSelection();
    void ensureVisible(qint64 frame);
    /// Pixel column of a frame's start in the widget, and the frame under a column.
    [[nodiscard]] int columnOf(qint64 frame) const;
    [[nodiscard]] qint64 frameAt(int column) const;
    /// Where a segment is drawn, widget coordinates; empty when it is not visible.
    [[nodiscard]] QRect segmentRect(project::Id segment) const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void axisChanged(const lipwright::widgets::TimeAxis& axis);  ///< zoom, scroll, width or film
    void playheadChanged(qint64 frame);                          ///< by whomever
    void playheadMoved(qint64 frame);  ///< by the user; many while scrubbing
    void scrubbingChanged(bool scrubbing);
    void selectionChanged(const std::vector<lipwright::project::Id>& segments);
    void segmentActivated(lipwright::project::Id segment);  ///< double click or Enter
    void trimRequested(lipwright::project::Id segment, lipwright::core::FrameRange frames);
    void moveRequested(const std::vector<lipwright::project::Id>& segments, qint64 frames);
    void inOutRequested(std::optional<lipwright::core::FrameRange> inOut);
    /// Right click or menu key; the selection was made to hold what was clicked.
    void contextMenuRequested(QPoint globalPosition, qint64 frame);
    void markerActivated(lipwright::project::Id marker);
    /// Pictures wanted for the visible stretch, nearest to the middle first; replaces the last
    /// wish.
    void thumbnailsWanted(const QList<qint64>& frames, int height);
    void filesDropped(const QList<QUrl>& files, qint64 frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
