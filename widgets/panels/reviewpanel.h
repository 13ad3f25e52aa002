// Bottom tab: all segments as a sortable, filterable list (status, actor, language, reason, text),
// worst first, with the share reviewed.
#pragma once

#include "widgets/panels/reviewrow.h"

#include <QWidget>
#include <memory>
#include <vector>

namespace lipwright::widgets {

class ReviewPanel : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPanel(QWidget* parent = nullptr);
    ~ReviewPanel() override;

    void setRows(std::vector<ReviewRow> rows);  ///< keeps selection, order and scroll position
    void setProgress(project::Id segment, double progress);
    void setSelection(const std::vector<project::Id>& segments);
    /// The row after (or before) these in the order shown that is none of them and not yet
    /// reviewed, round the list's end; 0 when there is none.
    [[nodiscard]] project::Id nextToReview(const std::vector<project::Id>& after,
                                           int direction) const;
    [[nodiscard]] std::vector<project::Id> visibleSegments() const;  ///< rows in view, from the top

    /// Widths, order and sorting of the columns, for the settings.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray& state);

Q_SIGNALS:
    void selectionChanged(const std::vector<lipwright::project::Id>& segments);
    void segmentActivated(lipwright::project::Id segment);
    void viewChanged();  ///< other rows may be in view
    void contextMenuRequested(QPoint globalPosition);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
