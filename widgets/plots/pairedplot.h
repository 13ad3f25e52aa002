// Sync confidence of segments before (ring) and after (dot), a row each, on one axis with what is
// poor, fair and good in this film as bands. A click or Enter goes to the segment.
#pragma once

#include "engine/project/project.h"
#include "widgets/style/syncrating.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace lipwright::widgets {

struct PairedRow {
    project::Id segment = 0;
    QString name;                  ///< "00:01:02:03"
    std::optional<double> before;  ///< nothing: could not be measured
    std::optional<double> after;
    friend bool operator==(const PairedRow&, const PairedRow&) = default;
};

class PairedPlot : public QWidget {
    Q_OBJECT
public:
    explicit PairedPlot(QWidget* parent = nullptr);
    void setRows(const std::vector<PairedRow>& rows, const SyncScale& scale);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(lipwright::project::Id segment);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Axis;
    [[nodiscard]] Axis axis() const;
    [[nodiscard]] int rowAt(double y) const;  ///< -1: none
    [[nodiscard]] QRectF rowRect(int row) const;
    [[nodiscard]] QString tipOf(const PairedRow& row) const;
    void choose(int row);
    void paintBands(QPainter& painter, const Axis& axis) const;
    void paintTicks(QPainter& painter, const Axis& axis) const;
    void paintRow(QPainter& painter, const Axis& axis, int row) const;

    std::vector<PairedRow> m_rows;
    SyncScale m_scale;
    int m_current = -1;
};

}  // namespace lipwright::widgets
