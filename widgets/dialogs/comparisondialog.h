// A model against the universal one on the sentences it was tested on: the mouth as it is in the
// film, and as both hear it in the film's own sound. Sentences can be played in the viewer.
#pragma once

#include "engine/core/framerange.h"
#include "widgets/plots/mouthplot.h"

#include <QDialog>
#include <QString>
#include <memory>
#include <vector>

namespace lipwright::widgets {

struct ComparedSentence {
    core::FrameRange frames;
    QString name;  ///< "00:01:02:03"
    MouthCurves curves;
};

class ComparisonDialog : public QDialog {
    Q_OBJECT
public:
    ComparisonDialog(const QString& modelName, QWidget* parent = nullptr);
    ~ComparisonDialog() override;

    void setSentences(const std::vector<ComparedSentence>& sentences);
    /// Instead of sentences: why there are none.
    void setProblem(const QString& text);
    void setPlayhead(std::int64_t frame);

Q_SIGNALS:
    void playRequested(const lipwright::core::FrameRange& frames);
    void frameRequested(std::int64_t frame);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
