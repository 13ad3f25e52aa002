#include "widgets/dialogs/exportdialog.h"

#include "widgets/dialogs/previewpane_p.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

using dubbing::ExportPreset;
using dubbing::ExportSettings;

struct ExportDialog::State {
    Choices choices;
    ExportSettings initial;
    QComboBox* preset = nullptr;
    QSpinBox* quality = nullptr;
    QList<QCheckBox*> languages;
    QRadioButton* whole = nullptr;
    QRadioButton* inOut = nullptr;
    QLineEdit* folder = nullptr;
    QLineEdit* stem = nullptr;
    QCheckBox* original = nullptr;
    QCheckBox* approved = nullptr;
    QCheckBox* lists = nullptr;
    QCheckBox* overwrite = nullptr;
    PreviewPane* preview = nullptr;
    QPushButton* start = nullptr;
    QTimer* due = nullptr;
};

namespace {

template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessibleName = {}) {
    widget->setObjectName(QString::fromLatin1(name));
    if (!accessibleName.isEmpty()) {
        widget->setAccessibleName(accessibleName);
    }
    return widget;
}

QString languageLabel(const QString& code) {
    if (code.isEmpty()) {
        return ExportDialog::tr("Without a language");
    }
    const QLocale locale(code);
    return locale.language() == QLocale::C
               ? code
               : QStringLiteral("%1 (%2)").arg(QLocale::languageToString(locale.language()), code);
}

}  // namespace

ExportDialog::ExportDialog(const Choices& choices, const ExportSettings& settings, QWidget* parent)
    : QDialog(parent), m_state(std::make_unique<State>()) {
    setWindowTitle(tr("Export"));
    setObjectName(QStringLiteral("exportDialog"));
    resize(860, 560);
    State& s = *m_state;
    s.choices = choices;
    s.initial = settings;

    s.preset = named(new QComboBox, "preset", tr("Preset"));
    const auto add = [&s](const QString& text, ExportPreset preset) {
        s.preset->addItem(text, static_cast<int>(preset));
    };
    add(tr("H.264 (mp4): to be watched"), ExportPreset::h264);
    add(tr("HEVC (mp4): smaller, 10-bit"), ExportPreset::hevc);
    add(tr("ProRes (mov): for the edit"), ExportPreset::proRes);
    add(tr("DNxHR (mov): for the edit"), ExportPreset::dnxhr);
    add(tr("FFV1 (mkv): lossless"), ExportPreset::ffv1);
    add(tr("PNG patches with mask: for the grade"), ExportPreset::patches);
    s.preset->setCurrentIndex(s.preset->findData(static_cast<int>(settings.preset)));
    s.quality = named(new QSpinBox, "quality", tr("Quality"));
    s.quality->setRange(0, 51);
    s.quality->setValue(settings.quality);
    s.quality->setToolTip(tr("Constant rate factor: lower is better and larger"));

    auto* languageBox = new QGroupBox(tr("Languages, one file each"));
    auto* languageLayout = new QVBoxLayout(languageBox);
    for (const QString& code : choices.languages) {
        auto* box = named(new QCheckBox(languageLabel(code)), "language");
        box->setProperty("code", code);
        box->setChecked(std::ranges::find(settings.languages, code.toStdString()) !=
                        settings.languages.end());
        languageLayout->addWidget(box);
        s.languages << box;
    }

    s.whole = named(new QRadioButton(tr("The whole film")), "wholeFilm");
    s.inOut = named(new QRadioButton(tr("From in to out")), "inOut");
    s.inOut->setEnabled(choices.inOut.has_value());
    (settings.range && choices.inOut ? s.inOut : s.whole)->setChecked(true);
    auto* range = new QHBoxLayout;
    range->addWidget(s.whole);
    range->addWidget(s.inOut);
    range->addStretch();

    s.folder = named(new QLineEdit(QString::fromStdString(settings.folder.string())), "folder",
                     tr("Folder"));
    auto* browse = named(new QToolButton, "browse", tr("Choose the folder"));
    browse->setText(QStringLiteral("…"));
    auto* folder = new QHBoxLayout;
    folder->addWidget(s.folder, 1);
    folder->addWidget(browse);
    s.stem = named(new QLineEdit(QString::fromStdString(settings.stem)), "stem", tr("Name"));

    s.original = named(new QCheckBox(tr("Keep the original sound as a further track")), "original");
    s.original->setChecked(settings.keepOriginalAudio);
    s.approved = named(new QCheckBox(tr("Only approved segments")), "approvedOnly");
    s.approved->setChecked(settings.approvedOnly);
    s.lists = named(new QCheckBox(tr("Change lists (EDL, CSV, OTIO) beside it")), "changeLists");
    s.lists->setChecked(settings.changeLists);
    s.overwrite = named(new QCheckBox(tr("Replace files of the same name")), "overwrite");
    s.overwrite->setChecked(settings.overwrite);

    auto* form = new QFormLayout;
    form->addRow(tr("&Preset"), s.preset);
    form->addRow(tr("&Quality"), s.quality);
    form->addRow(languageBox);
    form->addRow(tr("Range"), range);
    auto* folderLabel = new QLabel(tr("&Folder"));
    folderLabel->setBuddy(s.folder);
    form->addRow(folderLabel, folder);
    form->addRow(tr("&Name"), s.stem);
    for (QCheckBox* box : {s.original, s.approved, s.lists, s.overwrite}) {
        form->addRow(box);
    }
    s.preview = new PreviewPane;
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    s.start = named(buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole), "export");
    s.start->setDefault(true);
    auto* columns = new QHBoxLayout;
    columns->addLayout(form, 1);
    columns->addWidget(s.preview, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);

    // Typing asks once it pauses.
    s.due = new QTimer(this);
    s.due->setSingleShot(true);
    s.due->setInterval(150);
    connect(s.due, &QTimer::timeout, this, [this] { Q_EMIT previewRequested(this->settings()); });
    const auto touched = [this] {
        m_state->start->setEnabled(false);
        m_state->quality->setEnabled(m_state->preset->currentIndex() < 2);
        m_state->preview->setWaiting();
        m_state->due->start();
    };
    connect(s.preset, &QComboBox::currentIndexChanged, this, touched);
    connect(s.quality, &QSpinBox::valueChanged, this, touched);
    connect(s.folder, &QLineEdit::textChanged, this, touched);
    connect(s.stem, &QLineEdit::textChanged, this, touched);
    connect(s.inOut, &QRadioButton::toggled, this, touched);
    for (QCheckBox* box : s.languages + QList{s.original, s.approved, s.lists, s.overwrite}) {
        connect(box, &QCheckBox::toggled, this, touched);
    }
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString chosen =
            QFileDialog::getExistingDirectory(this, tr("Export to"), m_state->folder->text());
        if (!chosen.isEmpty()) {
            m_state->folder->setText(chosen);
        }
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    touched();
}

ExportDialog::~ExportDialog() = default;

ExportSettings ExportDialog::settings() const {
    const State& s = *m_state;
    ExportSettings result = s.initial;
    result.preset = static_cast<ExportPreset>(s.preset->currentData().toInt());
    result.quality = s.quality->value();
    result.languages.clear();
    for (const QCheckBox* box : s.languages) {
        if (box->isChecked()) {
            result.languages.push_back(box->property("code").toString().toStdString());
        }
    }
    result.range = s.inOut->isChecked() ? s.choices.inOut : std::nullopt;
    result.folder = s.folder->text().toStdString();
    result.stem = s.stem->text().trimmed().toStdString();
    result.keepOriginalAudio = s.original->isChecked();
    result.approvedOnly = s.approved->isChecked();
    result.changeLists = s.lists->isChecked();
    result.overwrite = s.overwrite->isChecked();
    return result;
}

void ExportDialog::setPreview(const dubbing::ExportPreview& preview) {
    if (m_state->due->isActive()) {
        return;  // of settings that have changed since
    }
    m_state->preview->setPreview(preview);
    m_state->start->setEnabled(preview.problems.empty());
}

}  // namespace lipwright::widgets
