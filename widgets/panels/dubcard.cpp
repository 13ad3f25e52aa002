#include "widgets/panels/dubcard_p.h"
#include "widgets/panels/languages_p.h"
#include "widgets/panels/nameedit_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

DubCard::DubCard(QWidget* parent)
    : Card(parent),
      m_name(new NameEdit(this)),
      m_format(new QLabel(this)),
      m_mute(toggle("mute", tr("M", "short for mute"), tr("Mute this voice"))),
      m_solo(toggle("solo", tr("S", "short for solo"), tr("Hear only this voice"))),
      m_language(new QComboBox(this)),
      m_speaker(new QComboBox(this)),
      m_gain(new QDoubleSpinBox(this)) {
    m_name->setObjectName(QStringLiteral("dubName"));
    m_name->setAccessibleName(tr("Name of the dub track"));
    QFont bold(m_name->font());
    bold.setBold(true);
    m_name->setFont(bold);
    m_format->setEnabled(false);
    m_format->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* more = toggle("more", QString(), tr("Language, speaker, gain and more"));
    setThemedIcon(more, QStringLiteral("more"));
    makeFields();
    QWidget* details = makeDetails();
    details->hide();
    connect(more, &QToolButton::toggled, details, &QWidget::setVisible);
    connect(m_mute, &QToolButton::clicked, this, [this](bool on) {
        m_track.muted = on;
        tell();
    });
    connect(m_solo, &QToolButton::clicked, this, [this](bool on) {
        m_track.solo = on;
        tell();
    });
    connect(m_name, &NameEdit::renamed, this, [this](const QString& name) {
        m_track.name = name.toStdString();
        tell();
    });
    auto* top = new QHBoxLayout;
    top->setSpacing(2);
    top->addWidget(m_name, 1);
    for (QToolButton* button : {m_mute, m_solo, more}) {
        top->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 6, 8);
    layout->setSpacing(3);
    layout->addLayout(top);
    layout->addWidget(m_format);
    layout->addWidget(details);
}

QToolButton* DubCard::toggle(const char* name, const QString& text, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    return button;
}

void DubCard::makeFields() {
    m_language->setObjectName(QStringLiteral("dubLanguage"));
    m_language->setAccessibleName(tr("Language of the dub track"));
    m_language->setEditable(true);
    m_language->setInsertPolicy(QComboBox::NoInsert);
    m_language->lineEdit()->setPlaceholderText(tr("Not known"));
    for (const Language& language : commonLanguages()) {
        m_language->addItem(tr("%1 (%2)", "language, its code").arg(language.name, language.code),
                            language.code);
    }
    connect(m_language, &QComboBox::activated, this, &DubCard::applyLanguage);
    connect(m_language->lineEdit(), &QLineEdit::editingFinished, this, &DubCard::applyLanguage);
    m_speaker->setObjectName(QStringLiteral("dubSpeaker"));
    m_speaker->setAccessibleName(tr("Who speaks on the dub track"));
    connect(m_speaker, &QComboBox::activated, this, [this] {
        const QVariant actor = m_speaker->currentData();
        m_track.actor = actor.isValid() ? std::optional(actor.toInt()) : std::nullopt;
        tell();
    });
    m_gain->setObjectName(QStringLiteral("dubGain"));
    m_gain->setAccessibleName(tr("Gain of the dub track"));
    m_gain->setRange(-60.0, 24.0);
    m_gain->setDecimals(1);
    m_gain->setSingleStep(0.5);
    m_gain->setSuffix(tr(" dB"));
    m_gain->setKeyboardTracking(false);
    connect(m_gain, &QDoubleSpinBox::valueChanged, this, [this](double gain) {
        m_track.gainDecibels = gain;
        tell();
    });
    for (QComboBox* box : {m_language, m_speaker}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
}

QWidget* DubCard::makeDetails() {
    auto* details = new QWidget(this);
    details->setObjectName(QStringLiteral("details"));
    auto* form = new QFormLayout(details);
    form->setContentsMargins(0, 4, 4, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Language"), m_language);
    form->addRow(tr("Who speaks"), m_speaker);
    form->addRow(tr("Gain"), m_gain);
    auto* propose = new QPushButton(tr("Propose segments"), details);
    propose->setObjectName(QStringLiteral("propose"));
    propose->setToolTip(tr("Mark where this voice speaks and whose face it belongs to"));
    setThemedIcon(propose, QStringLiteral("segment"));
    connect(propose, &QPushButton::clicked, this, [this] { Q_EMIT proposeRequested(m_track.id); });
    auto* remove = new QPushButton(tr("Remove"), details);
    remove->setObjectName(QStringLiteral("removeDub"));
    remove->setAccessibleName(tr("Remove the dub track"));
    setThemedIcon(remove, QStringLiteral("remove"));
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_track.id); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(propose);
    buttons->addWidget(remove);
    buttons->addStretch();
    form->addRow(buttons);
    return details;
}

void DubCard::setEntry(const DubEntry& entry) {
    m_track = entry.track;
    const QSignalBlocker quietGain(m_gain);
    m_name->setName(QString::fromStdString(m_track.name));
    const QString code = QString::fromStdString(m_track.language);
    QString format = entry.format;
    if (entry.missing) {
        format = tr("The file is missing.");
    } else if (!code.isEmpty()) {
        format = tr("%1, %2", "language, format").arg(languageName(code), entry.format);
    }
    m_format->setText(format);
    m_format->setToolTip(format);
    m_mute->setChecked(m_track.muted);
    m_solo->setChecked(m_track.solo);
    if (!m_language->lineEdit()->hasFocus()) {
        m_language->setCurrentIndex(m_language->findData(code));
        if (m_language->currentIndex() < 0) {
            m_language->setEditText(code);
        }
    }
    if (!m_gain->hasFocus()) {
        m_gain->setValue(m_track.gainDecibels);
    }
    showSpeaker();
}

void DubCard::setCast(const std::vector<CastEntry>& cast) {
    m_speaker->clear();
    m_speaker->addItem(tr("Automatic"));
    for (const CastEntry& member : cast) {
        m_speaker->addItem(member.name, member.actor);
    }
    showSpeaker();
}

void DubCard::showSpeaker() {
    m_speaker->setCurrentIndex(m_track.actor ? std::max(m_speaker->findData(*m_track.actor), 0)
                                             : 0);
}

void DubCard::applyLanguage() {
    const QString typed = m_language->currentText().trimmed();
    const int known = m_language->findText(typed, Qt::MatchFixedString);
    QString code = known >= 0 ? m_language->itemData(known).toString() : typed.toLower();
    for (const Language& language : commonLanguages()) {
        code = typed.compare(language.name, Qt::CaseInsensitive) == 0 ? language.code : code;
    }
    if (code.toStdString() != m_track.language) {
        m_track.language = code.toStdString();
        tell();
    }
}

void DubCard::tell() {
    Q_EMIT changed(m_track);
}

}  // namespace lipwright::widgets
