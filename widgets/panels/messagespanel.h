// Bottom tab: what happened, newest last; errors stay until cleared. Text can be copied.
#pragma once

#include <QWidget>
#include <memory>

namespace lipwright::widgets {

enum class Severity { information, warning, error };

class MessagesPanel : public QWidget {
    Q_OBJECT
public:
    explicit MessagesPanel(QWidget* parent = nullptr);
    ~MessagesPanel() override;

    void add(Severity severity, const QString& text);
    [[nodiscard]] QStringList texts() const;

Q_SIGNALS:
    void unreadErrorsChanged(int count);  ///< since the panel was last seen

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
