// The messages, oldest first; the oldest go when there are more than kMost.
#pragma once

#include "widgets/panels/messagespanel.h"

#include <QAbstractListModel>
#include <QIcon>
#include <QTime>
#include <array>
#include <deque>

namespace lipwright::widgets {

class MessagesModel : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int kMost = 2000;
    enum Role { SeverityRole = Qt::UserRole, TextRole };

    explicit MessagesModel(QObject* parent = nullptr);

    void add(Severity severity, const QString& text);
    void clear();
    void reloadIcons();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Message {
        Severity severity;
        QTime time;
        QString text;
    };
    std::deque<Message> m_messages;
    std::array<QIcon, 3> m_icons;
};

}  // namespace lipwright::widgets
