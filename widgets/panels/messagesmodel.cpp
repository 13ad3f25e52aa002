#include "widgets/panels/messagesmodel_p.h"
#include "widgets/style/theme.h"

namespace lipwright::widgets {
namespace {

QString severityName(Severity severity) {
    switch (severity) {
        case Severity::information:
            return MessagesModel::tr("Information");
        case Severity::warning:
            return MessagesModel::tr("Warning");
        case Severity::error:
            return MessagesModel::tr("Error");
    }
    return {};
}

}  // namespace

MessagesModel::MessagesModel(QObject* parent) : QAbstractListModel(parent) {
    reloadIcons();
}

void MessagesModel::add(Severity severity, const QString& text) {
    if (rowCount() >= kMost) {
        beginRemoveRows({}, 0, 0);
        m_messages.pop_front();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_messages.push_back({severity, QTime::currentTime(), text});
    endInsertRows();
}

void MessagesModel::clear() {
    beginResetModel();
    m_messages.clear();
    endResetModel();
}

void MessagesModel::reloadIcons() {
    m_icons = {icon(QStringLiteral("information")), icon(QStringLiteral("warning")),
               icon(QStringLiteral("error"))};
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
    }
}

int MessagesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

QVariant MessagesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Message& message = m_messages[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return tr("%1  %2", "time, message")
                .arg(message.time.toString(QStringLiteral("HH:mm:ss")), message.text);
        case Qt::DecorationRole:
            return m_icons.at(static_cast<std::size_t>(message.severity));
        case Qt::ToolTipRole:
        case TextRole:
            return message.text;
        case Qt::AccessibleTextRole:
            return tr("%1: %2", "severity, message")
                .arg(severityName(message.severity), message.text);
        case SeverityRole:
            return static_cast<int>(message.severity);
        default:
            return {};
    }
}

}  // namespace lipwright::widgets
