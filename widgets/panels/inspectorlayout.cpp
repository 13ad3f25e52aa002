// How the inspector is laid out and wired.
#include "widgets/panels/inspectorstate_p.h"
#include "widgets/panels/presetbar_p.h"
#include "widgets/panels/proseeditor_p.h"
#include "widgets/panels/retouchgroup_p.h"
#include "widgets/panels/section_p.h"
#include "widgets/panels/settingsgroup_p.h"
#include "widgets/panels/statusbuttons_p.h"
#include "widgets/panels/syncgroup_p.h"
#include "widgets/panels/takesbox_p.h"
#include "widgets/panels/takeslist_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lipwright::widgets {
namespace {

QComboBox* choice(const char* name, const QString& spoken, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(spoken);
    box->setPlaceholderText(InspectorPanel::tr("(several)"));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    box->setFocusPolicy(Qt::StrongFocus);
    return box;
}

ProseEditor* editor(const char* name, const QString& label, QWidget* parent) {
    auto* made = new ProseEditor(parent);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(label);
    made->setPlaceholderText(label);
    made->setTabChangesFocus(true);
    made->setFixedHeight(made->fontMetrics().lineSpacing() * 3 + 12);
    return made;
}

}  // namespace

void InspectorPanel::State::build() {
    hint = new QLabel(InspectorPanel::tr("Nothing is selected.\n\nClick a segment on the timeline "
                                         "or in the review list to change who speaks, how strongly "
                                         "the mouth moves, and which take is shown."),
                      panel);
    hint->setObjectName(QStringLiteral("hint"));
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setEnabled(false);
    hint->setMargin(16);
    page = new QWidget(panel);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    buildIdentity(*column);
    buildButtons(*column);
    buildSync(*column);
    buildTakes(*column);
    buildSettings(*column);
    buildRetouch(*column);
    buildWords(*column);
    column->addStretch();
    auto* scroll = new QScrollArea(panel);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    scroll->setObjectName(QStringLiteral("inspectorScroll"));
    scroll->setWidget(page);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(hint);
    layout->addWidget(scroll);
}

void InspectorPanel::State::buildIdentity(QVBoxLayout& column) {
    title = new QLabel(page);
    title->setObjectName(QStringLiteral("title"));
    title->setTextFormat(Qt::PlainText);
    QFont bold(title->font());
    bold.setBold(true);
    title->setFont(bold);
    actor = choice("actor", InspectorPanel::tr("Actor"), page);
    dub = choice("voice", InspectorPanel::tr("Voice"), page);
    status = new StatusButtons(page);
    QObject::connect(actor, &QComboBox::activated, panel, [this](int index) {
        Q_EMIT panel->actorChosen(ids(), actor->itemData(index).toInt());
    });
    QObject::connect(dub, &QComboBox::activated, panel, [this](int index) {
        Q_EMIT panel->dubChosen(ids(), dub->itemData(index).toLongLong());
    });
    QObject::connect(status, &StatusButtons::chosen, panel, [this](project::SegmentStatus chosen) {
        Q_EMIT panel->statusChosen(ids(), chosen);
    });
    QObject::connect(status, &StatusButtons::withdrawn, panel, [this] { withdrawStatus(); });
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(InspectorPanel::tr("Actor"), actor);
    form->addRow(InspectorPanel::tr("Voice"), dub);
    column.addWidget(title);
    column.addLayout(form);
    column.addWidget(status);
}

void InspectorPanel::State::buildSync(QVBoxLayout& column) {
    sync = new SyncGroup(page);
    QObject::connect(sync, &SyncGroup::nudged, panel, [this](std::int64_t microseconds) {
        Q_EMIT panel->nudged(ids(), microseconds);
    });
    QObject::connect(sync, &SyncGroup::offsetApplied, panel,
                     [this] { Q_EMIT panel->offsetApplied(ids()); });
    column.addWidget(sync);
}

void InspectorPanel::State::buildSettings(QVBoxLayout& column) {
    settings = new SettingsGroup(page);
    QObject::connect(
        settings, &SettingsGroup::edited, panel,
        [this](const auto& edit, bool interactive) { applySettings(edit, interactive); });
    QObject::connect(settings, &SettingsGroup::picturesRequested, panel, [this] {
        if (single()) {
            Q_EMIT panel->picturesRequested(segments.front().id);
        }
    });
    connectPresets();
    column.addWidget(settings);
}

void InspectorPanel::State::connectPresets() {
    PresetBar& presets = settings->presetBar();
    QObject::connect(&presets, &PresetBar::applied, panel,
                     [this](project::Id preset) { applyPreset(preset); });
    QObject::connect(&presets, &PresetBar::saved, panel, [this](const QString& name) {
        if (!segments.empty()) {
            Q_EMIT panel->presetSaved(name, segments.front().settings);
        }
    });
    QObject::connect(&presets, &PresetBar::renamed, panel, &InspectorPanel::presetRenamed);
    QObject::connect(&presets, &PresetBar::removed, panel, &InspectorPanel::presetRemoved);
}

void InspectorPanel::State::buildRetouch(QVBoxLayout& column) {
    retouch = new RetouchGroup(page);
    QObject::connect(
        retouch, &RetouchGroup::edited, panel,
        [this](const auto& edit, bool interactive) { applyRetouch(edit, interactive); });
    QObject::connect(retouch, &RetouchGroup::frameRequested, panel,
                     &InspectorPanel::frameRequested);
    column.addWidget(retouch);
}

void InspectorPanel::State::buildTakes(QVBoxLayout& column) {
    takes = new TakesBox(page);
    const TakesList& list = takes->list();
    QObject::connect(&list, &TakesList::chosen, panel, [this](project::Id take) {
        Q_EMIT panel->takeChosen(segments.front().id, take);
    });
    QObject::connect(&list, &TakesList::renamed, panel,
                     [this](project::Id take, const QString& name) {
                         Q_EMIT panel->takeRenamed(segments.front().id, take, name);
                     });
    QObject::connect(&list, &TakesList::removed, panel, [this](project::Id take) {
        Q_EMIT panel->takeRemoved(segments.front().id, take);
    });
    QObject::connect(&list, &TakesList::compared, panel, [this](project::Id take) {
        Q_EMIT panel->takeCompared(segments.front().id, take);
    });
    column.addWidget(takes);
}

void InspectorPanel::State::buildButtons(QVBoxLayout& column) {
    render = new QPushButton(InspectorPanel::tr("Render"), page);
    render->setObjectName(QStringLiteral("render"));
    render->setToolTip(InspectorPanel::tr("Render the selected segments in full quality"));
    setThemedIcon(render, QStringLiteral("render"));
    draft = new QPushButton(InspectorPanel::tr("Draft"), page);
    draft->setObjectName(QStringLiteral("draft"));
    draft->setToolTip(InspectorPanel::tr("Render the selected segments quickly, to judge them"));
    setThemedIcon(draft, QStringLiteral("render-draft"));
    QObject::connect(render, &QPushButton::clicked, panel,
                     [this] { Q_EMIT panel->renderRequested(ids(), project::TakeQuality::final); });
    QObject::connect(draft, &QPushButton::clicked, panel,
                     [this] { Q_EMIT panel->renderRequested(ids(), project::TakeQuality::draft); });
    auto* row = new QHBoxLayout;
    row->addWidget(render, 1);
    row->addWidget(draft, 1);
    column.addLayout(row);
}

void InspectorPanel::State::buildWords(QVBoxLayout& column) {
    words = new Section(InspectorPanel::tr("Text and notes"), page);
    text = editor("text", InspectorPanel::tr("What is said"), words->content());
    notes = editor("notes", InspectorPanel::tr("Notes"), words->content());
    auto* layout = new QVBoxLayout(words->content());
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(text);
    layout->addWidget(notes);
    QObject::connect(text, &ProseEditor::committed, panel, [this](const QString& typed) {
        Q_EMIT panel->textChanged(segments.front().id, typed);
    });
    QObject::connect(notes, &ProseEditor::committed, panel, [this](const QString& typed) {
        Q_EMIT panel->notesChanged(segments.front().id, typed);
    });
    column.addWidget(words);
}

}  // namespace lipwright::widgets
