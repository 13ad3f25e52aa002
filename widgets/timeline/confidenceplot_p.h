// The plot of the confidence lane: three curves over rating bands and hatched gaps, segments with
// their numbers on top, the playhead on a layer of its own. One plot unit is one pixel column of
// the timeline. The only file of the folder that knows QCustomPlot.
#pragma once

#include "widgets/style/syncrating.h"
#include "widgets/timeline/synclane_p.h"

#include <QPen>
#include <memory>

class QPalette;
class QWidget;

namespace lipwright::widgets {

/// How a curve is drawn: they differ in line, colour and lightness.
[[nodiscard]] QPen syncPen(SyncKind kind, const QPalette& palette);

class ConfidencePlot {
public:
    static constexpr int kSummaryRows = 17;  ///< at the top, for the segments' numbers

    /// What is drawn; read when the plot draws itself.
    struct Content {
        TimeAxis axis;
        SyncLanes lanes;
        SyncScale scale;
        std::vector<project::Id> selection;
        std::int64_t playhead = 0;
        std::int64_t hovered = -1;
    };

    /// `content` must outlive the plot; the widget belongs to `parent`.
    ConfidencePlot(const Content& content, QWidget* parent);
    ~ConfidencePlot();

    [[nodiscard]] QWidget& widget();
    void contentChanged();  ///< is drawn once the event loop is idle
    void marksMoved();      ///< playhead or hovered frame, cheap
    void rangeChanged();    ///< of the values

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
