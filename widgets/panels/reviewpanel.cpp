#include "widgets/panels/reviewpanel.h"

#include "widgets/panels/quietend_p.h"
#include "widgets/panels/reviewdelegate_p.h"
#include "widgets/panels/reviewfilterbar_p.h"

#include <QAction>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QItemSelection>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace lipwright::widgets {

struct ReviewPanel::State {
    ReviewModel model;
    ReviewFilter filter{&model};
    ReviewFilterBar* bar = nullptr;
    QTableView* table = nullptr;
    std::vector<project::Id> selected;  ///< also those that the filter hides now
    int quiet = 0;                      ///< what changes now is not the user's choice

    void makeTable(ReviewPanel* panel);
    void select(const std::vector<project::Id>& segments);
    [[nodiscard]] std::vector<project::Id> selectedShown() const;
    void worstFirst() {
        table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        filter.sort(-1, Qt::AscendingOrder);
    }
};

void ReviewPanel::State::makeTable(ReviewPanel* panel) {
    table = new QTableView(panel);
    table->setObjectName(QStringLiteral("segments"));
    table->setAccessibleName(ReviewPanel::tr("Segments to review"));
    table->setModel(&filter);
    table->setItemDelegate(new ReviewDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    QHeaderView* header = table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    constexpr std::array kWidths{44, 92, 92, 110, 80, 120, 110, 90, 300, 160};
    for (int column = 0; column < ReviewModel::kColumns; ++column) {
        header->resizeSection(column, kWidths.at(static_cast<std::size_t>(column)));
    }
    header->setSortIndicator(-1, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    worstFirst();
}

std::vector<project::Id> ReviewPanel::State::selectedShown() const {
    std::vector<project::Id> ids;
    for (const QModelIndex& row : table->selectionModel()->selectedRows()) {
        ids.push_back(filter.segmentAt(row.row()));
    }
    return ids;
}

void ReviewPanel::State::select(const std::vector<project::Id>& segments) {
    ++quiet;
    selected = segments;
    std::vector<int> rows;
    for (const project::Id id : segments) {
        if (const int row = filter.rowOf(id); row >= 0) {
            rows.push_back(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (std::size_t i = 0; i < rows.size();) {  // one range per run: fast with thousands
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] <= rows[end - 1] + 1) {
            ++end;
        }
        selection.select(filter.index(rows[i], 0),
                         filter.index(rows[end - 1], ReviewModel::kColumns - 1));
        i = end;
    }
    QItemSelectionModel* chosen = table->selectionModel();
    chosen->select(selection, QItemSelectionModel::ClearAndSelect);
    const bool kept = std::binary_search(rows.begin(), rows.end(), chosen->currentIndex().row());
    if (!rows.empty() && !kept) {
        chosen->setCurrentIndex(filter.index(rows.front(), 0), QItemSelectionModel::NoUpdate);
        table->scrollTo(filter.index(rows.front(), 0));
    }
    --quiet;
}

ReviewPanel::ReviewPanel(QWidget* parent) : QWidget(parent), m_state(std::make_unique<State>()) {
    State& s = *m_state;
    connect(&s.filter, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this] { ++m_state->quiet; });  // before the table hears of it
    s.makeTable(this);
    s.bar = new ReviewFilterBar(s.filter, this);
    connect(s.bar, &ReviewFilterBar::worstFirstRequested, this, [this] { m_state->worstFirst(); });
    connect(s.bar, &ReviewFilterBar::filterChanged, this,
            [this] { m_state->select(std::vector(m_state->selected)); });
    connect(&s.filter, &QAbstractItemModel::rowsRemoved, this, [this] { --m_state->quiet; });
    connect(s.table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_state->quiet == 0) {
            m_state->selected = m_state->selectedShown();
            Q_EMIT selectionChanged(m_state->selected);
        }
    });
    connect(s.table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        Q_EMIT segmentActivated(m_state->filter.segmentAt(index.row()));
    });
    connect(s.table, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        Q_EMIT contextMenuRequested(m_state->table->viewport()->mapToGlobal(at));
    });
    auto* enter = new QAction(tr("Go to the segment"), s.table);
    enter->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    enter->setShortcutContext(Qt::WidgetShortcut);
    connect(enter, &QAction::triggered, this, [this] {
        const QModelIndex current = m_state->table->currentIndex();
        if (current.isValid()) {
            Q_EMIT segmentActivated(m_state->filter.segmentAt(current.row()));
        }
    });
    s.table->addAction(enter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(s.bar);
    layout->addWidget(s.table);
}

ReviewPanel::~ReviewPanel() {
    endQuietly(*this);
}

void ReviewPanel::setRows(std::vector<ReviewRow> rows) {
    State& s = *m_state;
    const std::vector<project::Id> selected = s.selected;
    ++s.quiet;
    s.model.set(std::move(rows));
    --s.quiet;
    s.bar->offer(s.model.rows());
    s.bar->setReviewed(s.model.reviewed(), s.model.rowCount());
    s.select(selected);
}

void ReviewPanel::setProgress(project::Id segment, double progress) {
    m_state->model.setProgress(segment, progress);
}

void ReviewPanel::setSelection(const std::vector<project::Id>& segments) {
    if (segments != m_state->selected) {
        m_state->select(segments);
    }
}

project::Id ReviewPanel::neighbour(project::Id segment, int direction) const {
    const State& s = *m_state;
    const int row = s.filter.rowOf(segment);
    if (row < 0) {  // nothing chosen, or hidden by the filter: begin at the top or the bottom
        return s.filter.segmentAt(direction > 0 ? 0 : s.filter.rowCount() - 1);
    }
    return s.filter.segmentAt(row + (direction > 0 ? 1 : -1));
}

QByteArray ReviewPanel::saveState() const {
    return m_state->table->horizontalHeader()->saveState();
}

bool ReviewPanel::restoreState(const QByteArray& state) {
    QHeaderView* header = m_state->table->horizontalHeader();
    if (!header->restoreState(state)) {
        return false;
    }
    m_state->filter.sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    return true;
}

}  // namespace lipwright::widgets
