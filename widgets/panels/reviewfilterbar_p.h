// The row above the review list: status buttons, actor, language, reason, text, and how much is
// reviewed.
#pragma once

#include "widgets/panels/reviewfilter_p.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QProgressBar;

namespace lipwright::widgets {

class ReviewFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit ReviewFilterBar(ReviewFilter& filter, QWidget* parent = nullptr);
    void offer(const std::vector<ReviewRow>& rows);  ///< the actors and languages among them
    void setReviewed(int reviewed, int all);

Q_SIGNALS:
    void worstFirstRequested();
    void filterChanged();

private:
    QComboBox* addChoice(const char* name, const QString& spoken);
    void makeReasons();
    void makeReviewed();
    void connectChoices();
    void applyActor();
    void addStatus(project::SegmentStatus status);
    void applyStatus(int status, bool shown);

    ReviewFilter& m_filter;
    QSet<int> m_statuses;
    QWidget* m_statusButtons;
    QComboBox* m_actor;
    QComboBox* m_language;
    QComboBox* m_reason;
    QLineEdit* m_text;
    QProgressBar* m_reviewed;
};

}  // namespace lipwright::widgets
