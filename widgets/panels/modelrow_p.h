// One model of an actor: name, what it was learned from, what it brought, and what can be done with
// it (menu button, context menu, keys: F2 renames, Del removes, Enter compares).
#pragma once

#include "widgets/panels/panelcontent.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace lipwright::widgets {

class GainPlot;
class NameEdit;

class ModelRow : public QWidget {
    Q_OBJECT
public:
    explicit ModelRow(std::string model, QWidget* parent = nullptr);
    void setEntry(const ActorModelEntry& entry, int actorSegments);
    [[nodiscard]] const std::string& model() const { return m_model; }

Q_SIGNALS:
    void useRequested();
    void rerenderRequested();
    void compareRequested();
    void renamed(const QString& name);
    void removeRequested();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fillMenu();
    void rename();

    std::string m_model;
    NameEdit* m_name;
    QLabel* m_facts;
    GainPlot* m_gains;
    QToolButton* m_more;
    QMenu* m_menu;
    QAction* m_use = nullptr;
    QAction* m_rerender = nullptr;
};

}  // namespace lipwright::widgets
