// What the user should know before adapting to an actor (what it does, how much there is to learn
// from), and what may be chosen: the time, the parts, the name, and whether a stopped adaptation
// goes on.
#pragma once

#include <QDialog>
#include <QImage>
#include <QString>
#include <memory>

namespace lipwright::widgets {

struct AdaptFacts {
    QString actorName;
    QImage portrait;
    double seenSeconds = 0.0;
    double usableSeconds = 0.0;   ///< sharp, near and frontal enough
    double fewestSeconds = 14.0;  ///< with less there is nothing to learn from
    bool painterInstalled = false;
    bool unfinished = false;  ///< a stopped adaptation is there
};

struct AdaptChoice {
    QString name;  ///< of the model; may be empty
    int minutes = 5;
    bool mouthGenerator = false;
    bool anew = false;  ///< what was stopped is thrown away
};

class AdaptDialog : public QDialog {
    Q_OBJECT
public:
    /// `preset`: what was chosen last time.
    AdaptDialog(const AdaptFacts& facts, const AdaptChoice& preset, QWidget* parent = nullptr);
    ~AdaptDialog() override;

    [[nodiscard]] AdaptChoice choice() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
