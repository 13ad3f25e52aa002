// One number of a segment's settings: slider, spin box, a dot when it is not as its reference (the
// default or a preset), reset (also by a double click on the slider).
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

class QHBoxLayout;
class QLabel;
class QSlider;
class QToolButton;

namespace lipwright::widgets {

class MixedSpinBox;

class SettingRow : public QWidget {
    Q_OBJECT
public:
    struct Kind {
        QString name;    ///< object name
        QString label;   ///< accessible name
        QString suffix;  ///< of the number, with its space
        double least = 0.0;
        double most = 1.0;
        double step = 0.1;
        double standard = 0.0;
        int decimals = 0;
        double tolerance = 0.0;  ///< within which a value counts as the default
        QString nameOfLeast{};   ///< shown instead of the least value; empty: the number
    };

    explicit SettingRow(const Kind& kind, QWidget* parent = nullptr);
    void show(const std::vector<double>& values);  ///< of all selected segments; tells nobody

    /// What reset goes back to, and how that is called ("the default").
    void setStandard(double standard, const QString& name);

Q_SIGNALS:
    void changed(double value, bool interactive);

private:
    QSlider* makeSlider();
    void connectSlider();
    void showDefault();
    [[nodiscard]] int ticks(double value) const;

    Kind m_kind;
    QLabel* m_dot;
    QSlider* m_slider;
    MixedSpinBox* m_spin;
    QToolButton* m_reset;
    std::vector<double> m_values;
    bool m_showing = false;
};

}  // namespace lipwright::widgets
