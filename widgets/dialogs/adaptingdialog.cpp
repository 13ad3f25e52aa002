#include "widgets/dialogs/adaptingdialog.h"

#include "widgets/dialogs/dialogparts_p.h"
#include "widgets/style/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr int kPercent = 100;

/// What the best point so far has over the universal network.
QString gainText(const LearningCurve& curve, const QLocale& locale) {
    const double universal = curve.points.front().y();
    const auto kept = std::ranges::find(curve.points, curve.kept, &QPointF::x);
    const double gain = kept == curve.points.end() ? 0.0 : kept->y() - universal;
    const auto number = [&](double value) { return locale.toString(value, 'f', curve.decimals); };
    if (curve.kept <= 0.0 || number(gain) == number(0.0)) {
        return AdaptingDialog::tr("%1: universal %2, nothing better yet", "measure, value")
            .arg(curve.measure, number(universal));
    }
    return AdaptingDialog::tr("%1: universal %2, now %3 (%4)", "measure, values, difference")
        .arg(curve.measure, number(universal), number(kept->y()),
             gain > 0.0 ? QLatin1Char('+') + number(gain) : number(gain));
}

}  // namespace

struct AdaptingDialog::State {
    struct Part {
        QLabel* gain;
        LearningPlot* plot;
    };

    void addPart(QWidget* parent) {
        Part& part = parts.emplace_back(Part{proseLabel({}, parent), new LearningPlot(parent)});
        part.gain->setObjectName(QStringLiteral("gain"));
        part.plot->setObjectName(QStringLiteral("learning"));
        curves->addWidget(part.gain);
        curves->addWidget(part.plot, 1);
    }

    QLabel* status = nullptr;
    QProgressBar* bar = nullptr;
    QLabel* waiting = nullptr;
    QVBoxLayout* curves = nullptr;
    std::vector<Part> parts;
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
    while (s.parts.size() < curves.size()) {
        s.addPart(this);
    }
    for (std::size_t i = 0; i < s.parts.size(); ++i) {
        const State::Part& part = s.parts[i];
        part.gain->setVisible(i < curves.size());
        part.plot->setVisible(i < curves.size());
        if (i < curves.size()) {
            part.gain->setText(gainText(curves[i], locale()));
            part.plot->setCurve(curves[i]);
        }
    }
}

}  // namespace lipwright::widgets
