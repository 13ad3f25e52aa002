#include "widgets/dialogs/adaptationresultdialog.h"

#include "widgets/dialogs/dialogparts_p.h"
#include "widgets/plots/gainplot.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lipwright::widgets {
namespace {

QString headline(const AdaptationFacts& facts) {
    return facts.kept
               ? AdaptationResultDialog::tr("The new model of %1 is better than the universal one")
                     .arg(facts.actorName)
               : AdaptationResultDialog::tr("Nothing became better: the universal model is kept");
}

QString story(const AdaptationFacts& facts) {
    QString text = AdaptationResultDialog::tr(
                       "Learned from %1 of film, tested on %2 that it never learned from; took %3.")
                       .arg(minutesText(facts.trainedOnSeconds),
                            minutesText(facts.validatedOnSeconds), minutesText(facts.seconds));
    if (facts.soundLate != 0) {
        text += QLatin1Char(' ') +
                AdaptationResultDialog::tr(
                    "The film's own sound was found %n frame(s) off the mouth; that was allowed "
                    "for.",
                    nullptr, std::abs(facts.soundLate));
    }
    return text;
}

}  // namespace

AdaptationResultDialog::AdaptationResultDialog(const AdaptationFacts& facts, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Adapted to %1").arg(facts.actorName));
    setObjectName(QStringLiteral("adaptationResult"));
    setMinimumWidth(500);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    auto* title = headlineLabel(headline(facts));
    title->setObjectName(QStringLiteral("headline"));
    layout->addWidget(title);
    auto* gains = new GainPlot;
    gains->setObjectName(QStringLiteral("gains"));
    gains->setGains(facts.gains);
    layout->addWidget(gains);
    for (const LearningCurve& curve : facts.learning) {
        auto* plot = new LearningPlot;
        plot->setObjectName(QStringLiteral("learning"));
        plot->setCurve(curve);
        layout->addWidget(plot, 1);
    }
    layout->addWidget(remarkLabel(story(facts)));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    const auto add = [&](const char* name, const QString& text, auto signal) {
        auto* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, [this, signal] {
            accept();
            Q_EMIT(this->*signal)();
        });
        return button;
    };
    if (facts.kept) {
        add("compare", tr("&Compare…"), &AdaptationResultDialog::compareRequested);
        add("use", tr("&Use for all segments"), &AdaptationResultDialog::useRequested)
            ->setEnabled(facts.segments > 0);
        add("rerender", tr("&Re-render…"), &AdaptationResultDialog::rerenderRequested)
            ->setEnabled(facts.segments > 0);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

}  // namespace lipwright::widgets
