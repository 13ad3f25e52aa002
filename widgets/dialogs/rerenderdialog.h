// Which model all segments of an actor are rendered with again, and how well.
#pragma once

#include "engine/project/project.h"

#include <QDialog>
#include <QList>
#include <QString>
#include <memory>
#include <string>

namespace lipwright::widgets {

class RerenderDialog : public QDialog {
    Q_OBJECT
public:
    struct Model {
        std::string id;  ///< empty: the universal one
        QString name;
    };
    /// `chosen`: the model offered first.
    RerenderDialog(const QString& actorName, int segments, const QList<Model>& models,
                   const std::string& chosen, QWidget* parent = nullptr);
    ~RerenderDialog() override;

    [[nodiscard]] std::string model() const;
    [[nodiscard]] project::TakeQuality quality() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
