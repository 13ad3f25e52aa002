#include "widgets/panels/reviewpanel.h"

#include "widgets/panels/navigationkeys_p.h"
#include "widgets/panels/quietend_p.h"
#include "widgets/panels/reviewdelegate_p.h"
#include "widgets/panels/reviewfilterbar_p.h"

#include <QAction>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QItemSelection>
#include <QScrollBar>
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
    void connectTable(ReviewPanel* panel);
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
    keepNavigationKeys(table);
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
    constexpr std::array kWidths{44,  92,  92,  110, 80,  110, 160, 110,
                                 110, 110, 122, 110, 190, 90,  260, 160};
    for (int column = 0; column < ReviewColumn::kColumns; ++column) {
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
                         filter.index(rows[end - 1], ReviewColumn::kColumns - 1));
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

void ReviewPanel::State::connectTable(ReviewPanel* panel) {
    QObject::connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, panel,
                     [this, panel] {
                         if (quiet == 0) {
                             selected = selectedShown();
                             Q_EMIT panel->selectionChanged(selected);
                         }
                     });
    QObject::connect(table, &QTableView::doubleClicked, panel,
                     [this, panel](const QModelIndex& index) {
                         Q_EMIT panel->segmentActivated(filter.segmentAt(index.row()));
                     });
    QObject::connect(table, &QWidget::customContextMenuRequested, panel, [this, panel](QPoint at) {
        Q_EMIT panel->contextMenuRequested(table->viewport()->mapToGlobal(at));
    });
    QObject::connect(table->verticalScrollBar(), &QScrollBar::valueChanged, panel,
                     &ReviewPanel::viewChanged);
    QObject::connect(&filter, &QAbstractItemModel::layoutChanged, panel, &ReviewPanel::viewChanged);
    auto* enter = new QAction(ReviewPanel::tr("Go to the segment"), table);
    enter->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    enter->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(enter, &QAction::triggered, panel, [this, panel] {
        const QModelIndex current = table->currentIndex();
        if (current.isValid()) {
            Q_EMIT panel->segmentActivated(filter.segmentAt(current.row()));
        }
    });
    table->addAction(enter);
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
    s.connectTable(this);
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

project::Id ReviewPanel::nextToReview(const std::vector<project::Id>& after, int direction) const {
    const ReviewFilter& filter = m_state->filter;
    const int count = filter.rowCount();
    int start = direction > 0 ? -1 : count;
    for (const project::Id id : after) {
        // Nothing chosen, or hidden by the filter: begin at the top or the bottom.
        start = filter.rowOf(id) >= 0 ? filter.rowOf(id) : start;
    }
    for (int step = 1; step <= count; ++step) {
        const ReviewRow* row = filter.row((start + step * direction + count) % count);
        if (!isReviewed(row->status) && std::ranges::find(after, row->segment) == after.end()) {
            return row->segment;
        }
    }
    return 0;
}

std::vector<project::Id> ReviewPanel::visibleSegments() const {
    const QTableView* table = m_state->table;
    std::vector<project::Id> segments;
    const int first = table->rowAt(0);
    const int below = table->rowAt(table->viewport()->height() - 1);
    const int last = below < 0 ? m_state->filter.rowCount() - 1 : below;
    for (int row = first; row >= 0 && row <= last; ++row) {
        segments.push_back(m_state->filter.segmentAt(row));
    }
    return segments;
}

QByteArray ReviewPanel::saveState() const {
    return char(ReviewColumn::kColumns) + m_state->table->horizontalHeader()->saveState();
}

bool ReviewPanel::restoreState(const QByteArray& state) {
    QHeaderView* header = m_state->table->horizontalHeader();
    // Another version's columns are not ours.
    if (!state.startsWith(char(ReviewColumn::kColumns)) || !header->restoreState(state.mid(1))) {
        return false;
    }
    m_state->filter.sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    return true;
}

}  // namespace lipwright::widgets
