// One person of the film: portrait, name, how long and how often seen, and whether they agreed.
#pragma once

#include "widgets/panels/card_p.h"
#include "widgets/panels/panelcontent.h"

#include <QImage>

class QLabel;
class QPushButton;

namespace lipwright::widgets {

class NameEdit;
class Portrait;

class CastTile : public Card {
    Q_OBJECT
public:
    explicit CastTile(int actor, QWidget* parent = nullptr);
    void setEntry(const CastEntry& entry);
    void setPortrait(const QImage& portrait);
    [[nodiscard]] int actor() const { return m_actor; }

Q_SIGNALS:
    void renamed(int actor, const QString& name);
    void consentRequested(int actor);
    void activated(int actor);

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int m_actor;
    Portrait* m_portrait;
    NameEdit* m_name;
    QLabel* m_figures;
    QPushButton* m_consent;
};

}  // namespace lipwright::widgets
