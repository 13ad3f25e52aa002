// The opening of the mouth over a sentence: as it was measured in the film, and as two models hear
// it in the film's own sound. What was not measured is a gap. A click goes to the frame.
#pragma once

#include <QWidget>
#include <cstdint>
#include <optional>
#include <vector>

namespace lipwright::widgets {

/// One value per film frame, in the actor's own units (z-scores); NaN: not measured.
struct MouthCurves {
    std::int64_t firstFrame = 0;
    std::vector<float> measured;
    std::vector<float> universal;
    std::vector<float> adapted;
    double universalCorrelation = 0.0;  ///< with the measured curve
    double adaptedCorrelation = 0.0;
    double framesPerSecond = 25.0;  ///< of the film
    friend bool operator==(const MouthCurves&, const MouthCurves&) = default;
};

class MouthPlot : public QWidget {
    Q_OBJECT
public:
    explicit MouthPlot(QWidget* parent = nullptr);
    void setCurves(const MouthCurves& curves);
    void setPlayhead(std::int64_t frame);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void frameRequested(std::int64_t frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Entry;
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] QRectF field() const;
    void paintAxes(QPainter& painter) const;
    void paintLegend(QPainter& painter, const std::vector<Entry>& shown) const;
    void paintCurve(QPainter& painter, const std::vector<float>& curve, const QPen& pen) const;

    MouthCurves m_curves;
    std::int64_t m_playhead = -1;
    double m_low = -1.0;
    double m_high = 1.0;
};

}  // namespace lipwright::widgets
