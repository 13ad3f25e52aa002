#include "widgets/dialogs/adaptingdialog.h"

#include "widgets/dialogs/dialogparts_p.h"
#include "widgets/style/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace lipwright::widgets {
namespace {

constexpr int kPercent = 100;

}  // namespace

struct AdaptingDialog::State {
    void addPlot(QWidget* parent) {
        plots.push_back(new LearningPlot(parent));
        plots.back()->setObjectName(QStringLiteral("learning"));
        curves->addWidget(plots.back(), 1);
    }

    QLabel* status = nullptr;
    QProgressBar* bar = nullptr;
    QLabel* waiting = nullptr;
    QVBoxLayout* curves = nullptr;
    std::vector<LearningPlot*> plots;
    QPushButton* pause = nullptr;
    bool paused = false;
};

AdaptingDialog::AdaptingDialog(const QString& actorName, QWidget* parent)
    : QDialog(parent), m_state(std::make_unique<State>()) {
    State& s = *m_state;
    setObjectName(QStringLiteral("adaptingDialog"));
    setWindowTitle(tr("Adapting to %1").arg(actorName));
    setMinimumWidth(460);
    s.status = proseLabel({}, this);
    s.status->setObjectName(QStringLiteral("status"));
    s.bar = new QProgressBar(this);
    s.bar->setRange(0, kPercent);
    s.bar->setTextVisible(false);
    s.bar->setFixedHeight(8);
    s.bar->setObjectName(QStringLiteral("progress"));
    s.bar->setAccessibleName(tr("Adapting"));
    s.waiting = remarkLabel(
        tr("The curve begins when the sentences are gathered and the universal model was tested."),
        this);
    s.waiting->setObjectName(QStringLiteral("waiting"));
    s.curves = new QVBoxLayout;
    s.curves->addWidget(s.waiting);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    s.pause = buttons->addButton(tr("&Pause"), QDialogButtonBox::ActionRole);
    s.pause->setObjectName(QStringLiteral("pause"));
    auto* stop = buttons->addButton(tr("&Stop"), QDialogButtonBox::ActionRole);
    stop->setObjectName(QStringLiteral("stop"));
    stop->setToolTip(tr("What was learned is kept: it can go on later"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(s.status);
    layout->addWidget(s.bar);
    layout->addLayout(s.curves, 1);
    layout->addWidget(remarkLabel(tr("Measured on sentences that are never learned from. It goes "
                                     "on in the background when this window is closed."),
                                  this));
    layout->addWidget(buttons);
    connect(s.pause, &QPushButton::clicked, this,
            [this] { Q_EMIT pauseRequested(!m_state->paused); });
    connect(stop, &QPushButton::clicked, this, &AdaptingDialog::stopRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

AdaptingDialog::~AdaptingDialog() = default;

void AdaptingDialog::setStatus(const AdaptingStatus& status) {
    State& s = *m_state;
    s.status->setText(status.text);
    s.bar->setValue(status.percent);
    s.paused = status.paused;
    s.pause->setText(status.paused ? tr("&Go on") : tr("&Pause"));
}

void AdaptingDialog::setLearning(const std::vector<LearningCurve>& curves) {
    State& s = *m_state;
    s.waiting->setVisible(curves.empty());
    while (s.plots.size() < curves.size()) {
        s.addPlot(this);
    }
    for (std::size_t i = 0; i < s.plots.size(); ++i) {
        s.plots[i]->setVisible(i < curves.size());
        if (i < curves.size()) {
            s.plots[i]->setCurve(curves[i]);
        }
    }
}

}  // namespace lipwright::widgets
