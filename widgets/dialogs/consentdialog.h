// Asks once per actor who agreed that the face is re-synthesised, when, and for what.
#pragma once

#include "engine/project/project.h"

#include <QDialog>
#include <QImage>
#include <memory>
#include <optional>

namespace lipwright::widgets {

class ConsentDialog : public QDialog {
    Q_OBJECT
public:
    ConsentDialog(const QString& actorName, const QImage& portrait,
                  const std::optional<project::Consent>& consent, QWidget* parent = nullptr);
    ~ConsentDialog() override;

    /// Accepted only with person, date and scope filled in.
    [[nodiscard]] project::Consent consent() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
