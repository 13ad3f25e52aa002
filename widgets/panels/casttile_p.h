// One person of the film: portrait, name, how long and how often seen, whether they agreed, and the
// models that were adapted to them.
#pragma once

#include "widgets/panels/card_p.h"
#include "widgets/panels/panelcontent.h"

#include <QImage>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lipwright::widgets {

class AdaptLine;
class ModelRow;
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
    void adaptRequested(int actor);
    void watchRequested(int actor);
    void importModelsRequested(int actor);
    void rerenderRequested(int actor, const std::string& model);
    void modelUsed(int actor, const std::string& model);
    void modelCompared(int actor, const std::string& model);
    void modelRenamed(const std::string& model, const QString& name);
    void removeModelRequested(int actor, const std::string& model);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void showConsent(const std::optional<project::Consent>& consent);
    void showModels(const CastEntry& entry);
    ModelRow* makeRow(const std::string& model);

    int m_actor;
    int m_segments = 0;
    bool m_adapting = false;
    Portrait* m_portrait;
    NameEdit* m_name;
    QLabel* m_figures;
    QPushButton* m_consent;
    AdaptLine* m_adapt;
    QVBoxLayout* m_models;
    std::vector<ModelRow*> m_rows;
};

}  // namespace lipwright::widgets
