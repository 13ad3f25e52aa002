// Right dock: the selected segments' actor, voice, status, settings, text, notes and takes. Values
// that differ within the selection are shown as such; what differs from the default is marked and
// can be reset.
#pragma once

#include "widgets/panels/panelcontent.h"

#include <QWidget>
#include <memory>

namespace lipwright::widgets {

class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(QWidget* parent = nullptr);
    ~InspectorPanel() override;

    void setCast(const std::vector<CastEntry>& cast);
    void setDubs(const std::vector<DubEntry>& dubs);
    void setFrameSeconds(double seconds);  ///< of one film frame: offsets are shown in both units
    void setSegments(const std::vector<project::Segment>& segments);  ///< the selection

Q_SIGNALS:
    void actorChosen(const std::vector<lipwright::project::Id>& segments, int actor);
    void dubChosen(const std::vector<lipwright::project::Id>& segments,
                   lipwright::project::Id track);
    void statusChosen(const std::vector<lipwright::project::Id>& segments,
                      lipwright::project::SegmentStatus status);
    /// `interactive`: a slider is being dragged, more will follow.
    void settingsChanged(const std::vector<lipwright::project::Id>& segments,
                         const lipwright::project::SegmentSettings& settings, bool interactive);
    void textChanged(lipwright::project::Id segment, const QString& text);
    void notesChanged(lipwright::project::Id segment, const QString& notes);
    void takeChosen(lipwright::project::Id segment, lipwright::project::Id take);
    void takeRenamed(lipwright::project::Id segment, lipwright::project::Id take,
                     const QString& name);
    void takeRemoved(lipwright::project::Id segment, lipwright::project::Id take);
    void renderRequested(const std::vector<lipwright::project::Id>& segments,
                         lipwright::project::TakeQuality quality);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
