#include "widgets/panels/takesbox_p.h"
#include "widgets/panels/takeslist_p.h"
#include "widgets/panels/takewords_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <numeric>

namespace lipwright::widgets {

TakesBox::TakesBox(QWidget* parent)
    : Section(tr("Takes"), parent),
      m_list(new TakesList(this)),
      m_compare(addButton("compareTake", "view-wipe", tr("Compare with what is shown (C)"))),
      m_rename(addButton("renameTake", "note", tr("Rename the take (F2)"))),
      m_remove(addButton("removeTake", "delete", tr("Remove the take (Del)"))),
      m_storage(new QLabel(this)) {
    m_storage->setObjectName(QStringLiteral("takesStorage"));
    m_storage->setEnabled(false);
    m_storage->setToolTip(tr("What takes occupy on the disk: of this segment, of the project"));
    connect(m_compare, &QToolButton::clicked, m_list, &TakesList::compareCurrent);
    connect(m_rename, &QToolButton::clicked, m_list, &TakesList::renameCurrent);
    connect(m_remove, &QToolButton::clicked, m_list, &TakesList::removeCurrent);
    connect(m_list, &TakesList::currentTakeChanged, this, &TakesBox::enable);
    auto* below = new QHBoxLayout;
    below->setSpacing(2);
    for (QToolButton* button : {m_compare, m_rename, m_remove}) {
        below->addWidget(button);
    }
    below->addStretch();
    below->addWidget(m_storage);
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(2);
    layout->addWidget(m_list);
    layout->addLayout(below);
    enable();
}

QToolButton* TakesBox::addButton(const char* name, const char* icon, const QString& text) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    setThemedIcon(button, QLatin1String(icon));
    return button;
}

void TakesBox::setSegment(const project::Segment& segment, const SyncScale& scale) {
    m_active = segment.activeTake;
    m_list->setSegment(segment, scale);
    m_segmentBytes = std::accumulate(
        segment.takes.begin(), segment.takes.end(), std::int64_t{0},
        [](std::int64_t sum, const project::Take& take) { return sum + take.bytes; });
    enable();
    showStorage();
}

void TakesBox::setProjectBytes(std::int64_t bytes) {
    m_projectBytes = bytes;
    showStorage();
}

void TakesBox::enable() {
    const project::Id current = m_list->currentTake();
    m_compare->setEnabled(current != 0 && current != m_active);
    m_rename->setEnabled(current != 0);
    m_remove->setEnabled(current != 0);
}

void TakesBox::showStorage() {
    m_storage->setText(tr("%1 of %2", "bytes of this segment's takes, of the project's takes")
                           .arg(sizeText(m_segmentBytes), sizeText(m_projectBytes)));
}

}  // namespace lipwright::widgets
