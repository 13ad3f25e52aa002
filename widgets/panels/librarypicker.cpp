#include "widgets/panels/librarypicker.h"

#include "widgets/panels/librarydelegate_p.h"
#include "widgets/panels/librarymodel_p.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

LibraryPicker::LibraryPicker(QWidget* parent)
    : QDialog(parent),
      m_model(new LibraryModel(this)),
      m_list(new QListView(this)),
      m_hint(new QLabel(this)),
      m_counts(new QLabel(this)),
      m_clear(new QPushButton(tr("Clear all"), this)) {
    setObjectName(QStringLiteral("libraryPicker"));
    setWindowTitle(tr("Pictures of the mouth"));
    m_hint->setWordWrap(true);
    m_hint->setText(
        tr("Closed mouths come first, open ones last. Click a picture to pick it, "
           "again to ban it, once more to leave it to the program. Keys: P picks, B "
           "bans, Del clears."));
    m_counts->setObjectName(QStringLiteral("chosenCounts"));
    m_clear->setObjectName(QStringLiteral("clearChosen"));
    m_clear->setAutoDefault(false);
    makeList();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_clear, &QPushButton::clicked, m_model, &LibraryModel::clearVerdicts);
    connect(m_model, &LibraryModel::chosenChanged, this, [this] {
        showCounts();
        Q_EMIT framesChosen(m_model->picked(), m_model->banned());
    });
    auto* below = new QHBoxLayout;
    below->addWidget(m_counts, 1);
    below->addWidget(m_clear);
    below->addWidget(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_hint);
    layout->addWidget(m_list, 1);
    layout->addLayout(below);
    resize(640, 480);
    showCounts();
}

void LibraryPicker::makeList() {
    m_list->setObjectName(QStringLiteral("libraryPictures"));
    m_list->setAccessibleName(tr("Pictures of the mouth"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LibraryDelegate(m_list));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(2);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& at) { m_model->cycle(at.row()); });
}

bool LibraryPicker::handleKey(int key) {
    using Verdict = LibraryModel::Verdict;
    const int row = m_list->currentIndex().row();
    switch (key) {
        case Qt::Key_P:
            m_model->setVerdict(row, Verdict::picked);
            return true;
        case Qt::Key_B:
            m_model->setVerdict(row, Verdict::banned);
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            m_model->setVerdict(row, Verdict::neutral);
            return true;
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            m_model->cycle(row);
            return true;
        default:
            return false;
    }
}

bool LibraryPicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        handleKey(static_cast<QKeyEvent*>(event)->key())) {
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void LibraryPicker::setPictures(std::vector<LibraryPicture> pictures) {
    m_model->setPictures(std::move(pictures));
    if (m_model->rowCount() > 0 && !m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model->index(0));
    }
}

void LibraryPicker::setChosen(const std::vector<std::int64_t>& picked,
                              const std::vector<std::int64_t>& banned) {
    m_model->setChosen(picked, banned);
    showCounts();
}

void LibraryPicker::showCounts() {
    const auto picked = static_cast<int>(m_model->picked().size());
    const auto banned = static_cast<int>(m_model->banned().size());
    m_counts->setText(tr("%1 picked, %2 banned").arg(picked).arg(banned));
    m_clear->setEnabled(picked + banned > 0);
}

}  // namespace lipwright::widgets
