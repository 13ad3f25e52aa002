// One dub track: name, mute and solo at hand; language, speaker, gain and the rest behind "more".
#pragma once

#include "widgets/panels/card_p.h"
#include "widgets/panels/panelcontent.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QToolButton;

namespace lipwright::widgets {

class NameEdit;

class DubCard : public Card {
    Q_OBJECT
public:
    explicit DubCard(QWidget* parent = nullptr);
    void setEntry(const DubEntry& entry);
    void setCast(const std::vector<CastEntry>& cast);
    [[nodiscard]] project::Id track() const { return m_track.id; }

Q_SIGNALS:
    void changed(const lipwright::project::DubTrack& track);
    void removeRequested(lipwright::project::Id track);
    void proposeRequested(lipwright::project::Id track);

private:
    QToolButton* toggle(const char* name, const QString& text, const QString& tip);
    QWidget* makeDetails();
    void makeFields();
    void showSpeaker();
    void applyLanguage();
    void tell();

    project::DubTrack m_track;
    NameEdit* m_name;
    QLabel* m_format;
    QToolButton* m_mute;
    QToolButton* m_solo;
    QComboBox* m_language;
    QComboBox* m_speaker;
    QDoubleSpinBox* m_gain;
};

}  // namespace lipwright::widgets
