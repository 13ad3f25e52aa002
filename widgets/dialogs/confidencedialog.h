// Sync confidence of re-rendered segments before and after, filling as the new takes are rendered
// and measured. Stays beside the window, so that segments can be looked at.
#pragma once

#include "widgets/plots/pairedplot.h"

#include <QDialog>

class QLabel;

namespace lipwright::widgets {

class ConfidenceDialog : public QDialog {
    Q_OBJECT
public:
    ConfidenceDialog(const QString& actorName, const QString& modelName, QWidget* parent = nullptr);
    void setRows(const std::vector<PairedRow>& rows, const SyncScale& scale);

Q_SIGNALS:
    void segmentActivated(lipwright::project::Id segment);

private:
    QLabel* m_summary;
    PairedPlot* m_plot;
};

}  // namespace lipwright::widgets
