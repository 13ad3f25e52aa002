// The strip over the viewer while the mask is painted: tools, size and softness of the brush, and
// the mask's keyframes.
#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QSlider;

namespace lipwright::widgets {

class ActionRow;

class BrushStrip : public QFrame {
    Q_OBJECT
public:
    explicit BrushStrip(QWidget* parent);

    void setActions(const QList<QAction*>& tools, const QList<QAction*>& keyframes);
    /// Radii in film pixels.
    void setBrush(double radius, double leastRadius, double largestRadius, double softness);
    /// At the top of `area`; shows what there is room for.
    void placeIn(const QRect& area);

Q_SIGNALS:
    void radiusChosen(double filmPixels);
    void softnessChosen(double softness);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Dial {
        QLabel* name;
        QSlider* slider;
        QLabel* value;
        void setVisible(bool visible) const;
    };
    [[nodiscard]] Dial addDial(const QString& name, const QString& objectName, const QString& tip,
                               const QString& widestValue);

    ActionRow* m_tools;
    Dial m_size;
    Dial m_softness;
    ActionRow* m_keyframes;
    double m_least = 1.0;
    double m_largest = 1.0;
};

}  // namespace lipwright::widgets
