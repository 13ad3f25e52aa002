// One number of a segment's settings: slider, spin box, a dot when it is not the default, reset.
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
    };

    explicit SettingRow(const Kind& kind, QWidget* parent = nullptr);
    void show(const std::vector<double>& values);  ///< of all selected segments; tells nobody

Q_SIGNALS:
    void changed(double value, bool interactive);

private:
    void connectSlider();
    void showDefault(bool standard);
    [[nodiscard]] int ticks(double value) const;

    Kind m_kind;
    QLabel* m_dot;
    QSlider* m_slider;
    MixedSpinBox* m_spin;
    QToolButton* m_reset;
    bool m_showing = false;
};

}  // namespace lipwright::widgets
