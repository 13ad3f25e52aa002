#include "widgets/dialogs/keymapmodel_p.h"

#include <QAction>
#include <QColor>
#include <QFont>
#include <algorithm>

namespace lipwright::widgets {

KeymapModel::KeymapModel(const QList<QAction*>& actions, const Keys& changed, QObject* parent)
    : QAbstractTableModel(parent) {
    for (const QAction* action : actions) {
        Row row;
        row.name = action->objectName();
        row.text = action->text().remove('&').remove(QStringLiteral("…"));
        for (const QVariant& key : action->property("defaultShortcuts").toList()) {
            row.defaults << key.value<QKeySequence>();
        }
        const auto own = changed.constFind(row.name);
        row.keys = own != changed.cend() ? *own : row.defaults;
        m_rows << row;
    }
}

int KeymapModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeymapModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columnTotal);
}

QVariant KeymapModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size()) {
        return {};
    }
    const Row& row = m_rows[index.row()];
    if (role == Qt::DisplayRole) {
        return index.column() == commandColumn
                   ? row.text
                   : QKeySequence::listToString(row.keys, QKeySequence::NativeText);
    }
    const QStringList conflicts = role == Qt::ForegroundRole || role == Qt::ToolTipRole
                                      ? conflictsOf(index.row())
                                      : QStringList();
    if (role == Qt::ForegroundRole && !conflicts.isEmpty()) {
        return QColor(0xd5, 0x5e, 0x00);
    }
    if (role == Qt::ToolTipRole && !conflicts.isEmpty()) {
        return tr("Also the key of: %1").arg(conflicts.join(QStringLiteral(", ")));
    }
    if (role == Qt::FontRole && isChanged(index.row())) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant KeymapModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == commandColumn ? tr("Command") : tr("Keys");
}

void KeymapModel::changed() {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
}

void KeymapModel::setKeys(int row, const QList<QKeySequence>& keys) {
    m_rows[row].keys = keys;
    changed();
}

void KeymapModel::reset(int row) {
    setKeys(row, m_rows[row].defaults);
}

void KeymapModel::resetAll() {
    for (Row& row : m_rows) {
        row.keys = row.defaults;
    }
    changed();
}

QList<QKeySequence> KeymapModel::keysOf(int row) const {
    return m_rows[row].keys;
}

QStringList KeymapModel::conflictsOf(int row) const {
    QStringList texts;
    for (int other = 0; other < m_rows.size(); ++other) {
        const bool shared =
            other != row && std::ranges::any_of(m_rows[other].keys, [&](const QKeySequence& key) {
                return m_rows[row].keys.contains(key);
            });
        if (shared) {
            texts << m_rows[other].text;
        }
    }
    return texts;
}

bool KeymapModel::isChanged(int row) const {
    return m_rows[row].keys != m_rows[row].defaults;
}

KeymapModel::Keys KeymapModel::changedKeys() const {
    Keys keys;
    for (const Row& row : m_rows) {
        if (row.keys != row.defaults) {
            keys.insert(row.name, row.keys);
        }
    }
    return keys;
}

}  // namespace lipwright::widgets
