// Right dock: the selected segments' actor, voice, status, sync, takes, synthesis, retouch, text
// and notes. Values that differ within the selection are shown as such; what differs from the
// default or the preset is marked and can be reset.
#pragma once

#include "widgets/panels/namedchoice.h"
#include "widgets/panels/panelcontent.h"
#include "widgets/panels/syncfacts.h"

#include <QWidget>
#include <map>
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
    void setChoices(const std::vector<NamedChoice>& engines,
                    const std::vector<NamedChoice>& models);
    void setPresets(const std::vector<project::Preset>& presets);
    void setSegments(const std::vector<project::Segment>& segments);  ///< the selection
    /// Of the selection, in its order; the curves are shown of a single segment.
    void setSync(const std::vector<SyncFacts>& facts, const SyncCurves& curves);
    void setPlayhead(std::int64_t frame);
    void setInOut(std::optional<core::FrameRange> inOut);
    void setTakeBytes(std::int64_t bytes);  ///< of all takes of the project

Q_SIGNALS:
    void actorChosen(const std::vector<lipwright::project::Id>& segments, int actor);
    void dubChosen(const std::vector<lipwright::project::Id>& segments,
                   lipwright::project::Id track);
    void statusChosen(const std::vector<lipwright::project::Id>& segments,
                      lipwright::project::SegmentStatus status);
    /// To each selected segment its own values: one step. `interactive`: a slider is being
    /// dragged, more will follow.
    void settingsChanged(
        const std::map<lipwright::project::Id, lipwright::project::SegmentSettings>& settings,
        bool interactive);
    void retouchChanged(
        const std::map<lipwright::project::Id, lipwright::project::Retouch>& retouch,
        bool interactive);
    void nudged(const std::vector<lipwright::project::Id>& segments, std::int64_t microseconds);
    void offsetApplied(const std::vector<lipwright::project::Id>& segments);
    void presetApplied(const std::vector<lipwright::project::Id>& segments,
                       lipwright::project::Id preset);
    void presetSaved(const QString& name, const lipwright::project::SegmentSettings& settings);
    void presetRenamed(lipwright::project::Id preset, const QString& name);
    void presetRemoved(lipwright::project::Id preset);
    void picturesRequested(lipwright::project::Id segment);
    void frameRequested(std::int64_t frame);
    void textChanged(lipwright::project::Id segment, const QString& text);
    void notesChanged(lipwright::project::Id segment, const QString& notes);
    void takeChosen(lipwright::project::Id segment, lipwright::project::Id take);
    void takeRenamed(lipwright::project::Id segment, lipwright::project::Id take,
                     const QString& name);
    void takeRemoved(lipwright::project::Id segment, lipwright::project::Id take);
    void takeCompared(lipwright::project::Id segment, lipwright::project::Id take);
    void renderRequested(const std::vector<lipwright::project::Id>& segments,
                         lipwright::project::TakeQuality quality);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
