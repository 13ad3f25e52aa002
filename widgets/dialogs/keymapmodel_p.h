// The commands and their keys as a table, with conflicts.
#pragma once

#include <QAbstractTableModel>
#include <QKeySequence>
#include <QMap>

class QAction;

namespace lipwright::widgets {

class KeymapModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { commandColumn, keysColumn, columnTotal };
    using Keys = QMap<QString, QList<QKeySequence>>;

    KeymapModel(const QList<QAction*>& actions, const Keys& changed, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void setKeys(int row, const QList<QKeySequence>& keys);
    void reset(int row);
    void resetAll();
    [[nodiscard]] QList<QKeySequence> keysOf(int row) const;
    /// Texts of the other commands that share a key with this one.
    [[nodiscard]] QStringList conflictsOf(int row) const;
    [[nodiscard]] bool isChanged(int row) const;
    /// Those that differ from the defaults, by command name.
    [[nodiscard]] Keys changedKeys() const;

private:
    struct Row {
        QString name;
        QString text;
        QList<QKeySequence> defaults;
        QList<QKeySequence> keys;
    };
    void changed();

    QList<Row> m_rows;
};

}  // namespace lipwright::widgets
