#include "widgets/dialogs/adaptdialog.h"

#include "widgets/dialogs/dialogparts_p.h"
#include "widgets/dialogs/materialbar_p.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lipwright::widgets {
namespace {

constexpr int kMostMinutes = 60;

template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessibleName = {}) {
    widget->setObjectName(QString::fromLatin1(name));
    if (!accessibleName.isEmpty()) {
        widget->setAccessibleName(accessibleName);
    }
    return widget;
}

}  // namespace

struct AdaptDialog::State {
    AdaptFacts facts;
    QRadioButton* goOn = nullptr;
    QRadioButton* anew = nullptr;
    QSpinBox* minutes = nullptr;
    QCheckBox* painted = nullptr;
    QLineEdit* name = nullptr;
    QPushButton* start = nullptr;

    QLayout* makeTop() const;
    QWidget* makeMaterial() const;
    QWidget* makeUnfinished();
    QLayout* makeTime(int preset);
    QLayout* makeParts(bool preset);
    void showStart() const;
    [[nodiscard]] bool enough() const { return facts.usableSeconds >= facts.fewestSeconds; }
};

QLayout* AdaptDialog::State::makeTop() const {
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    if (QLabel* face = faceLabel(facts.portrait, facts.actorName)) {
        top->addWidget(face, 0, Qt::AlignTop);
    }
    top->addWidget(
        proseLabel(AdaptDialog::tr(
                       "Lipwright learns how %1 moves the mouth from what %1 says in this film. "
                       "Some sentences are kept apart and never learned from: only what is better "
                       "on them than the universal model is taken, and you see by how much. No "
                       "segment changes until you choose the new model for it.")
                       .arg(facts.actorName)),
        1);
    return top;
}

QWidget* AdaptDialog::State::makeMaterial() const {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 2, 0, 0);
    auto* bar = new MaterialBar;
    bar->setSeconds(facts.seenSeconds, facts.usableSeconds, facts.fewestSeconds);
    column->addWidget(bar);
    const QString text =
        enough() ? AdaptDialog::tr(
                       "%1 of the face can be learned from (sharp, near and frontal "
                       "enough) of %2 in the film.")
                       .arg(minutesText(facts.usableSeconds), minutesText(facts.seenSeconds))
                 : AdaptDialog::tr(
                       "Only %1 of the face can be learned from (sharp, near and "
                       "frontal enough); at least %2 are needed.")
                       .arg(minutesText(facts.usableSeconds), minutesText(facts.fewestSeconds));
    column->addWidget(named(remarkLabel(text), "materialText"));
    return box;
}

QWidget* AdaptDialog::State::makeUnfinished() {
    auto* box = new QGroupBox(
        AdaptDialog::tr("An adaptation to %1 was stopped before it was done").arg(facts.actorName));
    auto* column = new QVBoxLayout(box);
    goOn = named(new QRadioButton(AdaptDialog::tr("&Go on where it stopped")), "goOn");
    anew =
        named(new QRadioButton(AdaptDialog::tr("&Begin anew, what was learned is lost")), "anew");
    goOn->setChecked(true);
    column->addWidget(goOn);
    column->addWidget(anew);
    return box;
}

QLayout* AdaptDialog::State::makeTime(int preset) {
    auto* line = new QHBoxLayout;
    auto* slider =
        named(new QSlider(Qt::Horizontal), "minutesSlider", AdaptDialog::tr("Minutes of training"));
    slider->setRange(1, kMostMinutes);
    slider->setPageStep(5);
    minutes = named(new QSpinBox, "minutes", AdaptDialog::tr("Minutes of training"));
    minutes->setRange(1, kMostMinutes);
    minutes->setSuffix(AdaptDialog::tr(" min"));
    QObject::connect(slider, &QSlider::valueChanged, minutes, &QSpinBox::setValue);
    QObject::connect(minutes, &QSpinBox::valueChanged, slider, &QSlider::setValue);
    minutes->setValue(preset);
    slider->setValue(minutes->value());
    line->addWidget(slider, 1);
    line->addWidget(minutes);
    auto* column = new QVBoxLayout;
    column->setSpacing(3);
    column->addLayout(line);
    column->addWidget(remarkLabel(
        AdaptDialog::tr("Five minutes are enough for a draft; more time brings ever smaller "
                        "gains. Listening and gathering come on top. You can go on working.")));
    return column;
}

QLayout* AdaptDialog::State::makeParts(bool preset) {
    auto* column = new QVBoxLayout;
    column->setSpacing(3);
    auto* movement = named(new QCheckBox(AdaptDialog::tr("Movement of the mouth")), "movement");
    movement->setChecked(true);
    movement->setEnabled(false);
    movement->setToolTip(AdaptDialog::tr("Always adapted"));
    painted =
        named(new QCheckBox(AdaptDialog::tr("&Painted mouth (takes most of the time)")), "painted");
    painted->setChecked(facts.painterInstalled && preset);
    painted->setToolTip(facts.painterInstalled
                            ? AdaptDialog::tr("For segments of the painted engine")
                            : AdaptDialog::tr("The weights of the painter are not installed"));
    column->addWidget(movement);
    column->addWidget(painted);
    return column;
}

void AdaptDialog::State::showStart() const {
    const bool continues = goOn != nullptr && goOn->isChecked();
    painted->setEnabled(facts.painterInstalled && !continues);
    start->setText(continues ? AdaptDialog::tr("Go on") : AdaptDialog::tr("Adapt"));
    start->setEnabled(enough());
}

AdaptDialog::AdaptDialog(const AdaptFacts& facts, const AdaptChoice& preset, QWidget* parent)
    : QDialog(parent), m_state(std::make_unique<State>()) {
    State& s = *m_state;
    s.facts = facts;
    setWindowTitle(tr("Adapt to %1").arg(facts.actorName));
    setObjectName(QStringLiteral("adaptDialog"));
    setMinimumWidth(500);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(s.makeTop());
    if (facts.unfinished) {
        layout->addWidget(s.makeUnfinished());
        for (const QRadioButton* button : {s.goOn, s.anew}) {
            connect(button, &QRadioButton::toggled, this, [this] { m_state->showStart(); });
        }
    }
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(10);
    form->addRow(tr("Material"), s.makeMaterial());
    auto* timeLabel = new QLabel(tr("&Time to spend"));
    form->addRow(timeLabel, s.makeTime(preset.minutes));
    timeLabel->setBuddy(s.minutes);
    form->addRow(tr("Parts"), s.makeParts(preset.mouthGenerator));
    s.name = named(new QLineEdit(preset.name), "modelName", tr("Name of the model"));
    s.name->setPlaceholderText(tr("Optional; the date otherwise"));
    form->addRow(tr("&Name"), s.name);
    layout->addLayout(form);
    layout->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    s.start = named(buttons->addButton(QString(), QDialogButtonBox::AcceptRole), "start");
    s.start->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    s.showStart();
}

AdaptDialog::~AdaptDialog() = default;

AdaptChoice AdaptDialog::choice() const {
    const State& s = *m_state;
    return {s.name->text().trimmed(), s.minutes->value(), s.painted->isChecked(),
            s.anew != nullptr && s.anew->isChecked()};
}

}  // namespace lipwright::widgets
