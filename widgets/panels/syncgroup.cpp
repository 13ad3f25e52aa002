#include "widgets/panels/measurebar_p.h"
#include "widgets/panels/syncgroup_p.h"
#include "widgets/panels/syncmeasures_p.h"
#include "widgets/panels/syncplot_p.h"
#include "widgets/panels/syncwords_p.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

using project::SyncSummary;

QLabel* number(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

QLabel* sentence(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}  // namespace

SyncGroup::SyncGroup(QWidget* parent)
    : Section(tr("Sync"), parent),
      m_plot(new SyncPlot(this)),
      m_verdict(sentence("syncVerdict", this)),
      m_offset(sentence("syncOffset", this)),
      m_apply(new QPushButton(tr("Apply offset"), this)) {
    m_plot->setObjectName(QStringLiteral("syncPlot"));
    QFont bold(font());
    bold.setBold(true);
    m_verdict->setFont(bold);
    m_apply->setObjectName(QStringLiteral("applyOffset"));
    m_apply->setToolTip(
        tr("Moves the mouth so that it meets the voice. Render to see it; undo takes it back."));
    connect(m_apply, &QPushButton::clicked, this, &SyncGroup::offsetApplied);
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_verdict);
    layout->addWidget(m_plot);
    layout->addWidget(makeTable());
    layout->addWidget(m_offset);
    layout->addWidget(m_apply);
    layout->addWidget(makeNudges());
}

QWidget* SyncGroup::makeTable() {
    auto* table = new QWidget(this);
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    const std::array<QString, 4> heads{tr("Conf.", "confidence"), QStringLiteral("LSE-C"),
                                       QStringLiteral("LSE-D"), tr("Cover.", "coverage")};
    const std::array<QString, 4> tips{tr("Confidence without any shift; more is better"),
                                      tr("Confidence at the best offset; more is better"),
                                      tr("Distance at the best offset; less is better"),
                                      tr("Share that can be measured")};
    for (std::size_t i = 0; i < heads.size(); ++i) {
        QLabel* head = number(QString(), table);
        head->setText(heads.at(i));
        head->setToolTip(tips.at(i));
        head->setEnabled(false);
        grid->addWidget(head, 0, static_cast<int>(i) + 2);
    }
    m_lines = {{makeLine(*grid, 1, "syncBaseline", tr("Film")),
                makeLine(*grid, 2, "syncBefore", tr("Before")),
                makeLine(*grid, 3, "syncAfter", tr("After")),
                makeLine(*grid, 4, "syncJudge", tr("Judge 2"))}};
    return table;
}

SyncGroup::Line SyncGroup::makeLine(QGridLayout& grid, int row, const char* name,
                                    const QString& title) {
    QWidget* table = grid.parentWidget();
    const QString prefix = QLatin1String(name);
    Line line{new MeasureBar(table), number(prefix + QStringLiteral("Confidence"), table),
              number(prefix + QStringLiteral("LseC"), table),
              number(prefix + QStringLiteral("LseD"), table),
              number(prefix + QStringLiteral("Coverage"), table)};
    line.bar->setObjectName(prefix + QStringLiteral("Bar"));
    grid.addWidget(new QLabel(title, table), row, 0);
    grid.addWidget(line.bar, row, 1);
    int column = 2;
    for (QLabel* label : {line.confidence, line.lseC, line.lseD, line.coverage}) {
        grid.addWidget(label, row, column++);
    }
    return line;
}

QWidget* SyncGroup::makeNudges() {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(new QLabel(tr("Nudge"), line));
    row->addStretch();
    addNudge(*row, "frameEarlier", tr("−1 fr"), tr("Mouth one frame earlier"), 0, -1);
    addNudge(*row, "millisecondEarlier", tr("−1 ms"), tr("Mouth one millisecond earlier"), -1, 0);
    addNudge(*row, "millisecondLater", tr("+1 ms"), tr("Mouth one millisecond later"), 1, 0);
    addNudge(*row, "frameLater", tr("+1 fr"), tr("Mouth one frame later"), 0, 1);
    return line;
}

void SyncGroup::addNudge(QHBoxLayout& row, const char* name, const QString& text,
                         const QString& spoken, int milliseconds, int frames) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(spoken);
    button->setAccessibleName(spoken);
    button->setAutoRepeat(true);
    connect(button, &QToolButton::clicked, this, [this, milliseconds, frames] {
        Q_EMIT nudged(milliseconds * 1000 + std::llround(frames * m_frameSeconds * 1e6));
    });
    row.addWidget(button);
}

void SyncGroup::setFrameSeconds(double seconds) {
    m_frameSeconds = seconds > 0.0 ? seconds : 0.04;
}

void SyncGroup::showLine(const Line& line, const std::optional<SyncSummary>& sync,
                         const SyncScale& scale) {
    line.bar->setBar(confidenceBar(sync, std::nullopt, scale));
    line.confidence->setText(confidenceText(sync));
    line.lseC->setText(measureText(sync, &SyncSummary::lseC));
    line.lseD->setText(measureText(sync, &SyncSummary::lseD));
    line.coverage->setText(coverageText(sync));
}

void SyncGroup::showSync(const std::vector<SyncFacts>& facts, const SyncCurves& curves) {
    const SyncFacts mean = meanOf(facts);
    m_plot->setVisible(facts.size() == 1 && mean.measured);
    m_plot->setCurves(curves, mean.scale);
    showLine(m_lines[0], mean.baseline, mean.scale);
    showLine(m_lines[1], mean.before, mean.scale);
    showLine(m_lines[2], mean.after, mean.scale);
    showLine(m_lines[3], mean.judge, {});
    m_verdict->setText(verdictText(mean, facts.size()));
    const QString offset = offsetText(facts);
    m_offset->setText(offset);
    m_offset->setVisible(!offset.isEmpty());
    m_apply->setEnabled(std::ranges::any_of(facts, &SyncFacts::hasOffsetToApply));
}

}  // namespace lipwright::widgets
