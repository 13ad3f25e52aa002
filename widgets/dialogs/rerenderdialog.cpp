#include "widgets/dialogs/rerenderdialog.h"

#include "widgets/dialogs/dialogparts_p.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

struct RerenderDialog::State {
    QComboBox* model = nullptr;
    QRadioButton* final = nullptr;
};

RerenderDialog::RerenderDialog(const QString& actorName, int segments, const QList<Model>& models,
                               const std::string& chosen, QWidget* parent)
    : QDialog(parent), m_state(std::make_unique<State>()) {
    setWindowTitle(tr("Re-render %1").arg(actorName));
    setObjectName(QStringLiteral("rerenderDialog"));
    setMinimumWidth(440);
    State& s = *m_state;
    s.model = new QComboBox;
    s.model->setObjectName(QStringLiteral("rerenderModel"));
    s.model->setAccessibleName(tr("Mouth shapes"));
    for (const Model& model : models) {
        s.model->addItem(model.name, QString::fromStdString(model.id));
    }
    s.model->setCurrentIndex(std::max(0, s.model->findData(QString::fromStdString(chosen))));
    s.final = new QRadioButton(tr("&Final"));
    s.final->setObjectName(QStringLiteral("final"));
    auto* draft = new QRadioButton(tr("&Draft, quicker"));
    draft->setObjectName(QStringLiteral("draft"));
    s.final->setChecked(true);
    auto* quality = new QHBoxLayout;
    quality->addWidget(s.final);
    quality->addWidget(draft);
    quality->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(proseLabel(
        tr("All %n segment(s) of %1 get these mouth shapes, as one undo step, and are rendered "
           "again. Their takes are kept. As the new takes are measured, you see the sync before "
           "and after.",
           nullptr, segments)
            .arg(actorName)));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Mouth shapes"), s.model);
    form->addRow(tr("Quality"), quality);
    layout->addLayout(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* start = buttons->addButton(tr("Re-render"), QDialogButtonBox::AcceptRole);
    start->setObjectName(QStringLiteral("start"));
    start->setDefault(true);
    start->setEnabled(segments > 0);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

RerenderDialog::~RerenderDialog() = default;

std::string RerenderDialog::model() const {
    return m_state->model->currentData().toString().toStdString();
}

project::TakeQuality RerenderDialog::quality() const {
    return m_state->final->isChecked() ? project::TakeQuality::final : project::TakeQuality::draft;
}

}  // namespace lipwright::widgets
