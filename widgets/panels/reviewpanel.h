// Bottom tab: all segments as a sortable, filterable list (status, actor, language, text), worst
// first, with the share reviewed.
#pragma once

#include "widgets/panels/panelcontent.h"

#include <QWidget>
#include <memory>

namespace lipwright::widgets {

class ReviewPanel : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPanel(QWidget* parent = nullptr);
    ~ReviewPanel() override;

    void setRows(std::vector<ReviewRow> rows);  ///< keeps selection, order and scroll position
    void setProgress(project::Id segment, double progress);
    void setSelection(const std::vector<project::Id>& segments);
    /// The row after (or before) `segment` in the order shown; 0 when there is none.
    [[nodiscard]] project::Id neighbour(project::Id segment, int direction) const;

    /// Widths, order and sorting of the columns, for the settings.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray& state);

Q_SIGNALS:
    void selectionChanged(const std::vector<lipwright::project::Id>& segments);
    void segmentActivated(lipwright::project::Id segment);
    void contextMenuRequested(QPoint globalPosition);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
