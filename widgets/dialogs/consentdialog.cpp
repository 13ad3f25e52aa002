#include "widgets/dialogs/consentdialog.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

struct ConsentDialog::State {
    QLineEdit* person = nullptr;
    QDateEdit* date = nullptr;
    QLineEdit* scope = nullptr;
    QLineEdit* reference = nullptr;
    QPushButton* record = nullptr;
};

namespace {

QLineEdit* lineEdit(const char* name, const QString& accessibleName, const std::string& value) {
    auto* edit = new QLineEdit(QString::fromStdString(value));
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(accessibleName);
    return edit;
}

QLabel* wrapped(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

}  // namespace

ConsentDialog::ConsentDialog(const QString& actorName, const QImage& portrait,
                             const std::optional<project::Consent>& consent, QWidget* parent)
    : QDialog(parent), m_state(std::make_unique<State>()) {
    setWindowTitle(tr("Consent of %1").arg(actorName));
    setObjectName(QStringLiteral("consentDialog"));
    setMinimumWidth(460);
    const project::Consent known = consent.value_or(project::Consent{});
    State& s = *m_state;
    s.person = lineEdit("person", tr("Who agreed"), known.person);
    s.scope = lineEdit("scope", tr("For what"), known.scope);
    s.scope->setPlaceholderText(tr("Spanish dub, all media"));
    s.reference = lineEdit("reference", tr("Where the agreement is kept"), known.reference);
    s.reference->setPlaceholderText(tr("Contract number, folder, e-mail (optional)"));
    s.date = new QDateEdit(
        known.date.empty() ? QDate::currentDate()
                           : QDate::fromString(QString::fromStdString(known.date), Qt::ISODate));
    s.date->setObjectName(QStringLiteral("date"));
    s.date->setAccessibleName(tr("When"));
    s.date->setCalendarPopup(true);

    auto* top = new QHBoxLayout;
    if (!portrait.isNull()) {
        auto* picture = new QLabel;
        picture->setPixmap(QPixmap::fromImage(
            portrait.scaled(96, 96, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation)));
        picture->setAccessibleName(actorName);
        top->addWidget(picture, 0, Qt::AlignTop);
    }
    top->addWidget(wrapped(tr("A new mouth is put onto the face of %1. Who agreed to that, when, "
                              "and for what? The answer is kept in the project and written into "
                              "every export.")
                               .arg(actorName)),
                   1);
    auto* form = new QFormLayout;
    form->addRow(tr("&Who agreed"), s.person);
    form->addRow(tr("W&hen"), s.date);
    form->addRow(tr("&For what"), s.scope);
    form->addRow(tr("&Kept where"), s.reference);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Not now"));
    s.record = buttons->addButton(tr("Record consent"), QDialogButtonBox::AcceptRole);
    s.record->setObjectName(QStringLiteral("record"));
    s.record->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addLayout(form);
    layout->addWidget(buttons);

    const auto check = [this] {
        m_state->record->setEnabled(!m_state->person->text().trimmed().isEmpty() &&
                                    !m_state->scope->text().trimmed().isEmpty());
    };
    connect(s.person, &QLineEdit::textChanged, this, check);
    connect(s.scope, &QLineEdit::textChanged, this, check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

ConsentDialog::~ConsentDialog() = default;

project::Consent ConsentDialog::consent() const {
    return {m_state->person->text().trimmed().toStdString(),
            m_state->date->date().toString(Qt::ISODate).toStdString(),
            m_state->scope->text().trimmed().toStdString(),
            m_state->reference->text().trimmed().toStdString()};
}

}  // namespace lipwright::widgets
