#include "widgets/dialogs/preferencesdialog.h"

#include "widgets/dialogs/keymappage_p.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QThread>
#include <QToolButton>
#include <QVBoxLayout>

namespace lipwright::widgets {
namespace {

constexpr double kMebibyte = 1024.0 * 1024.0;
constexpr double kGibibyte = 1024.0 * kMebibyte;

template <typename Widget>
Widget* named(Widget* widget, const char* name, const QString& accessibleName) {
    widget->setObjectName(QString::fromLatin1(name));
    widget->setAccessibleName(accessibleName);
    return widget;
}

void choose(QComboBox& box, const QVariant& data) {
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

}  // namespace

struct PreferencesDialog::State {
    Preferences initial;
    QComboBox* language = nullptr;
    QComboBox* theme = nullptr;
    QSpinBox* autosave = nullptr;
    QDoubleSpinBox* preRoll = nullptr;
    QDoubleSpinBox* postRoll = nullptr;
    KeymapPage* keys = nullptr;
    QComboBox* device = nullptr;
    QSpinBox* threads = nullptr;
    QPushButton* test = nullptr;
    QProgressBar* testProgress = nullptr;
    QLabel* testResult = nullptr;
    QSpinBox* memory = nullptr;
    QLineEdit* cacheFolder = nullptr;
    QSpinBox* cacheLimit = nullptr;
    QLabel* cacheUse = nullptr;

    QWidget* generalPage(const Preferences& value);
    QWidget* devicePage(const Preferences& value, bool cudaAvailable, PreferencesDialog& dialog);
    QWidget* storagePage(const Preferences& value, PreferencesDialog& dialog);
};

QWidget* PreferencesDialog::State::generalPage(const Preferences& value) {
    language = named(new QComboBox, "language", tr("Language"));
    language->addItem(tr("As the system"), QString());
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->addItem(QStringLiteral("Українська"), QStringLiteral("uk"));
    choose(*language, value.language);
    theme = named(new QComboBox, "theme", tr("Theme"));
    theme->addItem(tr("Dark"), static_cast<int>(Theme::dark));
    theme->addItem(tr("Light"), static_cast<int>(Theme::light));
    theme->addItem(tr("As the system"), static_cast<int>(Theme::system));
    choose(*theme, static_cast<int>(value.theme));
    autosave = named(new QSpinBox, "autosave", tr("Autosave after"));
    autosave->setRange(5, 60);
    autosave->setSuffix(tr(" s"));
    autosave->setValue(value.autosaveSeconds);
    const auto roll = [](const char* name, const QString& text, double seconds) {
        auto* box = named(new QDoubleSpinBox, name, text);
        box->setRange(0.0, 10.0);
        box->setSingleStep(0.25);
        box->setSuffix(tr(" s"));
        box->setValue(seconds);
        return box;
    };
    preRoll = roll("preRoll", tr("Pre-roll"), value.preRollSeconds);
    postRoll = roll("postRoll", tr("Post-roll"), value.postRollSeconds);
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->addRow(tr("&Language"), language);
    form->addRow(QString(), new QLabel(tr("Takes effect when Lipwright starts again.")));
    form->addRow(tr("&Theme"), theme);
    form->addRow(tr("&Autosave at most every"), autosave);
    form->addRow(tr("&Pre-roll of loops"), preRoll);
    form->addRow(tr("P&ost-roll of loops"), postRoll);
    return page;
}

QWidget* PreferencesDialog::State::devicePage(const Preferences& value, bool cudaAvailable,
                                              PreferencesDialog& dialog) {
    device = named(new QComboBox, "device", tr("Device"));
    device->addItem(tr("Automatic"), QStringLiteral("auto"));
    device->addItem(tr("Processor (CPU)"), QStringLiteral("cpu"));
    device->addItem(
        cudaAvailable ? tr("Graphics card (CUDA)") : tr("Graphics card (CUDA): none answers"),
        QStringLiteral("cuda"));
    if (auto* items = qobject_cast<QStandardItemModel*>(device->model()); !cudaAvailable) {
        items->item(2)->setEnabled(false);
    }
    choose(*device, value.device);
    threads = named(new QSpinBox, "threads", tr("Threads"));
    threads->setRange(0, std::max(1, QThread::idealThreadCount()));
    threads->setSpecialValueText(tr("All but one"));
    threads->setValue(value.threads);
    test = named(new QPushButton(tr("&Measure the speed")), "selfTest", tr("Measure the speed"));
    test->setAutoDefault(false);
    testProgress = named(new QProgressBar, "selfTestProgress", tr("Progress of the measurement"));
    testProgress->setRange(0, 100);
    testProgress->hide();
    testResult = named(new QLabel, "selfTestResult", tr("Measured speed"));
    testResult->setWordWrap(true);
    connect(test, &QPushButton::clicked, &dialog, [this, &dialog] {
        test->setEnabled(false);
        testProgress->setValue(0);
        testProgress->show();
        testResult->clear();
        Q_EMIT dialog.selfTestRequested(device->currentData().toString(), threads->value());
    });
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->addRow(tr("&Device"), device);
    form->addRow(tr("&Threads"), threads);
    form->addRow(QString(), test);
    form->addRow(QString(), testProgress);
    form->addRow(QString(), testResult);
    return page;
}

QWidget* PreferencesDialog::State::storagePage(const Preferences& value,
                                               PreferencesDialog& dialog) {
    memory = named(new QSpinBox, "memory", tr("Memory for pictures"));
    memory->setRange(64, 65536);
    memory->setSingleStep(256);
    memory->setSuffix(tr(" MiB"));
    memory->setValue(static_cast<int>(static_cast<double>(value.memoryBudget) / kMebibyte));
    cacheFolder = named(new QLineEdit(value.cacheFolder), "cacheFolder", tr("Cache folder"));
    cacheFolder->setPlaceholderText(tr("The system's cache folder"));
    cacheFolder->setClearButtonEnabled(true);
    auto* browse = named(new QToolButton, "browseCache", tr("Choose the cache folder"));
    browse->setText(QStringLiteral("…"));
    connect(browse, &QToolButton::clicked, &dialog, [this, &dialog] {
        const QString folder = QFileDialog::getExistingDirectory(&dialog, tr("Cache folder"));
        if (!folder.isEmpty()) {
            cacheFolder->setText(folder);
        }
    });
    auto* folder = new QHBoxLayout;
    folder->addWidget(cacheFolder, 1);
    folder->addWidget(browse);
    cacheLimit = named(new QSpinBox, "cacheLimit", tr("Largest size of the cache"));
    cacheLimit->setRange(1, 4096);
    cacheLimit->setSuffix(tr(" GiB"));
    cacheLimit->setValue(static_cast<int>(static_cast<double>(value.cacheLimit) / kGibibyte));
    cacheUse = named(new QLabel(tr("Being measured …")), "cacheUse", tr("Used by the cache"));
    cacheUse->setTextInteractionFlags(Qt::TextSelectableByMouse);
    cacheUse->setWordWrap(true);
    auto* clear =
        named(new QPushButton(tr("&Clear the cache")), "clearCache", tr("Clear the cache"));
    clear->setAutoDefault(false);
    connect(clear, &QPushButton::clicked, &dialog, &PreferencesDialog::clearCacheRequested);
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->addRow(tr("&Memory for pictures"), memory);
    auto* folderLabel = new QLabel(tr("Cache &folder"));
    folderLabel->setBuddy(cacheFolder);
    form->addRow(folderLabel, folder);
    form->addRow(tr("Cache &at most"), cacheLimit);
    form->addRow(tr("Used"), cacheUse);
    form->addRow(QString(), clear);
    auto* hint =
        new QLabel(tr("The cache holds what was found out about films and voices. What is "
                      "cleared is found out again when it is needed; takes are not in "
                      "it."));
    hint->setWordWrap(true);
    form->addRow(hint);
    return page;
}

PreferencesDialog::PreferencesDialog(const Preferences& preferences, const QList<QAction*>& actions,
                                     bool cudaAvailable, QWidget* parent)
    : QDialog(parent), m_state(std::make_unique<State>()) {
    setWindowTitle(tr("Preferences"));
    setObjectName(QStringLiteral("preferencesDialog"));
    resize(680, 520);
    State& s = *m_state;
    s.initial = preferences;
    s.keys = new KeymapPage(actions, preferences.keys);
    auto* tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("pages"));
    tabs->addTab(s.generalPage(preferences), tr("General"));
    tabs->addTab(s.keys, tr("Keys"));
    tabs->addTab(s.devicePage(preferences, cudaAvailable, *this), tr("Device"));
    tabs->addTab(s.storagePage(preferences, *this), tr("Memory and cache"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

PreferencesDialog::~PreferencesDialog() = default;

Preferences PreferencesDialog::preferences() const {
    const State& s = *m_state;
    Preferences value = s.initial;
    value.language = s.language->currentData().toString();
    value.theme = static_cast<Theme>(s.theme->currentData().toInt());
    value.autosaveSeconds = s.autosave->value();
    value.preRollSeconds = s.preRoll->value();
    value.postRollSeconds = s.postRoll->value();
    value.keys = s.keys->model().changedKeys();
    value.device = s.device->currentData().toString();
    value.threads = s.threads->value();
    value.memoryBudget = static_cast<qint64>(s.memory->value() * kMebibyte);
    value.cacheFolder = s.cacheFolder->text().trimmed();
    value.cacheLimit = static_cast<qint64>(s.cacheLimit->value() * kGibibyte);
    return value;
}

void PreferencesDialog::setCacheUse(qint64 bytes, const QString& folder) {
    m_state->cacheUse->setText(tr("%1 in %2").arg(QLocale().formattedDataSize(bytes), folder));
}

void PreferencesDialog::setSelfTestProgress(double share) {
    m_state->testProgress->setValue(static_cast<int>(100.0 * share));
}

void PreferencesDialog::setSelfTestResult(const QString& text) {
    m_state->testProgress->hide();
    m_state->test->setEnabled(true);
    m_state->testResult->setText(text);
}

}  // namespace lipwright::widgets
