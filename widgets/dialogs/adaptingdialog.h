// How an adaptation goes while it runs: how far it is, the learning curve of each network against
// the universal one, and what has been gained so far. Closing it stops nothing.
#pragma once

#include "widgets/plots/learningplot.h"

#include <QDialog>
#include <QString>
#include <memory>
#include <vector>

namespace lipwright::widgets {

struct AdaptingStatus {
    QString text;     ///< "learning the movement · 40 % · 3 min left"
    int percent = 0;  ///< done
    bool paused = false;
    friend bool operator==(const AdaptingStatus&, const AdaptingStatus&) = default;
};

class AdaptingDialog : public QDialog {
    Q_OBJECT
public:
    explicit AdaptingDialog(const QString& actorName, QWidget* parent = nullptr);
    ~AdaptingDialog() override;

    void setStatus(const AdaptingStatus& status);
    /// One per network, each with a point at least.
    void setLearning(const std::vector<LearningCurve>& curves);

Q_SIGNALS:
    void pauseRequested(bool paused);
    void stopRequested();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
