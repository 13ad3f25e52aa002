// What adapting to an actor brought: before and after on the sentences kept apart, the learning
// curves, and what to do with the model; or, as plainly, that nothing became better.
#pragma once

#include "widgets/plots/gain.h"
#include "widgets/plots/learningplot.h"

#include <QDialog>
#include <QString>
#include <vector>

namespace lipwright::widgets {

struct AdaptationFacts {
    QString actorName;
    bool kept = false;  ///< there is a model
    std::vector<Gain> gains;
    std::vector<LearningCurve> learning;
    double trainedOnSeconds = 0.0;
    double validatedOnSeconds = 0.0;
    double seconds = 0.0;  ///< that it took
    int soundLate = 0;     ///< frames of 25 fps by which the film's own sound was late
    int segments = 0;      ///< of the actor
};

class AdaptationResultDialog : public QDialog {
    Q_OBJECT
public:
    explicit AdaptationResultDialog(const AdaptationFacts& facts, QWidget* parent = nullptr);

Q_SIGNALS:
    void useRequested();       ///< for all segments of the actor
    void rerenderRequested();  ///< of these, with the model
    void compareRequested();   ///< on the sentences kept apart
};

}  // namespace lipwright::widgets
