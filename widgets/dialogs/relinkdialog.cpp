#include "widgets/dialogs/relinkdialog.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lipwright::widgets {

struct RelinkDialog::State {
    QTreeWidget* list = nullptr;
    QPushButton* folder = nullptr;
    QPushButton* file = nullptr;
    QProgressBar* busy = nullptr;
};

RelinkDialog::RelinkDialog(const QList<Row>& rows, QWidget* parent)
    : QDialog(parent), m_state(std::make_unique<State>()) {
    setWindowTitle(tr("Missing media"));
    setObjectName(QStringLiteral("relinkDialog"));
    resize(640, 320);
    State& s = *m_state;
    s.list = new QTreeWidget;
    s.list->setObjectName(QStringLiteral("missing"));
    s.list->setAccessibleName(tr("Missing media"));
    s.list->setRootIsDecorated(false);
    s.list->setHeaderLabels({tr("Name"), tr("Last seen at"), tr("Problem")});
    s.list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    s.busy = new QProgressBar;
    s.busy->setRange(0, 0);
    s.busy->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    s.folder = buttons->addButton(tr("&Search a folder…"), QDialogButtonBox::ActionRole);
    s.folder->setObjectName(QStringLiteral("searchFolder"));
    s.file = buttons->addButton(tr("&Choose the file…"), QDialogButtonBox::ActionRole);
    s.file->setObjectName(QStringLiteral("chooseFile"));
    auto* layout = new QVBoxLayout(this);
    auto* text =
        new QLabel(tr("These files are not where the project last saw them. A folder is "
                      "searched by name and content."));
    text->setWordWrap(true);
    layout->addWidget(text);
    layout->addWidget(s.list, 1);
    layout->addWidget(s.busy);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(s.folder, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Search a folder"));
        if (!folder.isEmpty()) {
            Q_EMIT folderChosen(folder);
        }
    });
    connect(s.file, &QPushButton::clicked, this, [this] {
        const int row = m_state->list->indexOfTopLevelItem(m_state->list->currentItem());
        const QString file =
            row < 0 ? QString()
                    : QFileDialog::getOpenFileName(
                          this, tr("Choose %1").arg(m_state->list->currentItem()->text(0)));
        if (!file.isEmpty()) {
            Q_EMIT fileChosen(row, file);
        }
    });
    setRows(rows);
}

RelinkDialog::~RelinkDialog() = default;

void RelinkDialog::setRows(const QList<Row>& rows) {
    m_state->list->clear();
    for (const Row& row : rows) {
        m_state->list->addTopLevelItem(new QTreeWidgetItem({row.name, row.lastPath, row.problem}));
    }
    if (rows.isEmpty()) {
        accept();
        return;
    }
    m_state->list->setCurrentItem(m_state->list->topLevelItem(0));
    m_state->list->resizeColumnToContents(0);
}

void RelinkDialog::setBusy(bool busy) {
    m_state->busy->setVisible(busy);
    m_state->folder->setEnabled(!busy);
    m_state->file->setEnabled(!busy);
}

}  // namespace lipwright::widgets
