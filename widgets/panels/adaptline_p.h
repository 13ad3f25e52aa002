// The way to adapt to an actor: a button, or how far an adaptation is.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace lipwright::widgets {

class AdaptLine : public QWidget {
    Q_OBJECT
public:
    explicit AdaptLine(QWidget* parent = nullptr);
    void setShare(double share);  ///< -1: none runs

Q_SIGNALS:
    void adaptRequested();
    void watchRequested();

private:
    QPushButton* m_adapt;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_watch;
};

}  // namespace lipwright::widgets
