// The inspector's group about sync: curves, numbers before and after, how far the voice is off,
// and the buttons that mend it.
#pragma once

#include "widgets/panels/section_p.h"
#include "widgets/panels/syncfacts.h"

#include <array>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace lipwright::widgets {

class MeasureBar;
class SyncPlot;

class SyncGroup : public Section {
    Q_OBJECT
public:
    explicit SyncGroup(QWidget* parent = nullptr);
    void setFrameSeconds(double seconds);
    /// Of the selected segments; the curves are one segment's.
    void showSync(const std::vector<SyncFacts>& facts, const SyncCurves& curves);

Q_SIGNALS:
    void nudged(std::int64_t microseconds);
    void offsetApplied();

private:
    struct Line {
        MeasureBar* bar = nullptr;
        QLabel* confidence = nullptr;
        QLabel* lseC = nullptr;
        QLabel* lseD = nullptr;
        QLabel* coverage = nullptr;
    };
    QWidget* makeTable();
    Line makeLine(QGridLayout& grid, int row, const char* name, const QString& title);
    QWidget* makeNudges();
    void addNudge(QHBoxLayout& row, const char* name, const QString& text, const QString& spoken,
                  int milliseconds, int frames);
    void showLine(const Line& line, const std::optional<project::SyncSummary>& sync,
                  const SyncScale& scale);

    SyncPlot* m_plot;
    std::array<Line, 4> m_lines;
    QLabel* m_verdict;
    QLabel* m_offset;
    QPushButton* m_apply;
    double m_frameSeconds = 0.04;
};

}  // namespace lipwright::widgets
