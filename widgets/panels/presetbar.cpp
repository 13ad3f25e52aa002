#include "widgets/panels/navigationkeys_p.h"
#include "widgets/panels/presetbar_p.h"
#include "widgets/panels/settingwords_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr int kLongestName = 60;

}  // namespace

PresetBar::PresetBar(QWidget* parent)
    : QWidget(parent),
      m_stack(new QStackedWidget(this)),
      m_choice(new QComboBox(m_stack)),
      m_name(new QLineEdit(m_stack)),
      m_more(new QToolButton(this)) {
    m_choice->setObjectName(QStringLiteral("preset"));
    m_choice->setAccessibleName(tr("Preset"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(10);
    m_choice->setFocusPolicy(Qt::StrongFocus);
    keepNavigationKeys(m_choice);
    m_name->setObjectName(QStringLiteral("presetName"));
    m_name->setAccessibleName(tr("Name of the preset"));
    m_name->setPlaceholderText(tr("Name, then Enter"));
    m_name->setMaxLength(kLongestName);
    m_name->installEventFilter(this);
    m_stack->addWidget(m_choice);
    m_stack->addWidget(m_name);
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    makeMenu();
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { Q_EMIT applied(m_choice->itemData(index).toLongLong()); });
    connect(m_name, &QLineEdit::returnPressed, this, &PresetBar::takeName);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_more);
    fill();
}

void PresetBar::makeMenu() {
    m_more->setObjectName(QStringLiteral("presetMore"));
    m_more->setAccessibleName(tr("Save, rename or delete presets"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    setThemedIcon(m_more, QStringLiteral("more"));
    auto* menu = new QMenu(m_more);
    auto* save = menu->addAction(tr("Save the settings as a preset…"));
    save->setObjectName(QStringLiteral("presetSave"));
    m_rename = menu->addAction(tr("Rename the preset…"));
    m_rename->setObjectName(QStringLiteral("presetRename"));
    m_remove = menu->addAction(tr("Delete the preset"));
    m_remove->setObjectName(QStringLiteral("presetRemove"));
    m_more->setMenu(menu);
    connect(save, &QAction::triggered, this, [this] { askForName(0, {}); });
    connect(m_rename, &QAction::triggered, this, [this] {
        if (const project::Preset* preset = reference()) {
            askForName(preset->id, QString::fromStdString(preset->name));
        }
    });
    connect(m_remove, &QAction::triggered, this, [this] { Q_EMIT removed(m_reference); });
}

const project::Preset* PresetBar::reference() const {
    const auto found = std::ranges::find(m_presets, m_reference, &project::Preset::id);
    return found != m_presets.end() ? &*found : nullptr;
}

void PresetBar::setPresets(const std::vector<project::Preset>& presets) {
    if (presets != m_presets) {
        m_presets = presets;
        showSettings(std::vector(m_settings));
    }
}

void PresetBar::showSettings(const std::vector<project::SegmentSettings>& settings) {
    m_settings = settings;
    const project::Preset* nearest =
        settings.empty() ? nullptr : nearestPreset(settings.front(), m_presets);
    m_reference = nearest != nullptr ? nearest->id : 0;
    fill();
}

void PresetBar::fill() {
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("Default"), QVariant::fromValue<qint64>(0));
    for (const project::Preset& preset : m_presets) {
        m_choice->addItem(QString::fromStdString(preset.name),
                          QVariant::fromValue<qint64>(preset.id));
    }
    const int index = m_choice->findData(QVariant::fromValue<qint64>(m_reference));
    const project::Preset* preset = reference();
    const project::SegmentSettings wanted =
        preset != nullptr ? preset->settings : project::SegmentSettings{};
    const bool changed = std::ranges::any_of(
        m_settings, [&wanted](const auto& settings) { return !agree(settings, wanted); });
    if (changed) {  // the reference itself can then be chosen anew
        m_choice->setPlaceholderText(
            tr("%1 (changed)", "name of a preset").arg(m_choice->itemText(index)));
    }
    m_choice->setCurrentIndex(changed ? -1 : index);
    m_rename->setEnabled(preset != nullptr);
    m_remove->setEnabled(preset != nullptr);
}

void PresetBar::askForName(project::Id preset, const QString& name) {
    m_named = preset;
    m_name->setText(name);
    m_name->selectAll();
    m_stack->setCurrentWidget(m_name);
    m_name->setFocus();
}

void PresetBar::takeName() {
    const QString name = m_name->text().trimmed();
    const project::Id preset = m_named;
    endAsking();
    if (name.isEmpty()) {
        return;
    }
    if (preset == 0) {
        Q_EMIT saved(name);
    } else {
        Q_EMIT renamed(preset, name);
    }
}

void PresetBar::endAsking() {
    const bool typing = m_name->hasFocus();
    m_stack->setCurrentWidget(m_choice);
    if (typing) {
        m_choice->setFocus();
    }
}

bool PresetBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_name && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        endAsking();
        return true;
    }
    if (watched == m_name && event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        endAsking();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace lipwright::widgets
