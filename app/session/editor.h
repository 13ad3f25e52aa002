// The editor without its windows: what a user can do with a film, its voices and its segments, and
// what follows from it in the background. The windows call it and follow its signals and those of
// the document, the analysis and the queues. Lives in the GUI thread; never waits.
#pragma once

#include "app/document/projectdocument.h"
#include "app/jobs/jobqueue.h"
#include "app/jobs/renderqueue.h"
#include "app/session/filmanalysis.h"
#include "engine/core/timecode.h"
#include "engine/dubbing/exportsettings.h"
#include "engine/nets/device.h"

#include <QObject>
#include <QStringList>
#include <filesystem>
#include <memory>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace lipwright::app {

class ActorAdaptation;
class ActorModels;
class ShapeCurves;
class SyncMeter;

class Editor : public QObject {
    Q_OBJECT
public:
    struct Folders {
        std::filesystem::path models;     ///< with manifest.json
        std::filesystem::path cache;      ///< analyses and the sample
        std::filesystem::path autosaves;  ///< of projects without a file
    };
    using Ids = std::vector<project::Id>;

    explicit Editor(Folders folders, QObject* parent = nullptr);
    ~Editor() override;

    [[nodiscard]] JobQueue& jobs() { return m_jobs; }
    [[nodiscard]] ProjectDocument& document() { return m_document; }
    [[nodiscard]] FilmAnalysis& analysis() { return m_analysis; }
    [[nodiscard]] RenderQueue& renders() { return m_renders; }
    [[nodiscard]] SyncMeter& sync() { return *m_sync; }
    /// What the voices ask of the mouths.
    [[nodiscard]] ShapeCurves& shapes() { return *m_shapes; }
    /// Adapted to the film's actors, and how they come about.
    [[nodiscard]] ActorModels& actorModels() { return *m_actorModels; }
    [[nodiscard]] ActorAdaptation& adaptation() { return *m_adaptation; }
    [[nodiscard]] const project::Project& project() const { return m_document.project(); }
    [[nodiscard]] const Folders& folders() const { return m_folders; }

    /// How timecodes of the open film are written.
    [[nodiscard]] core::TimecodeFormat timecode() const;

    // What comes in.
    void importFilm(const std::filesystem::path& film);
    void importVoices(const std::vector<std::filesystem::path>& voices);
    /// Segments of a cue list for this voice.
    void importCues(const std::filesystem::path& cues, project::Id voice);
    /// Films, voices and cue lists as they are dropped; a film beside an open one is a voice.
    void importDropped(const std::vector<std::filesystem::path>& files);
    /// Replaces the untouched segments of this voice by those its speech asks for.
    void proposeSegments(project::Id voice);
    void openSample();

    // Segments.
    void splitAt(const Ids& segments, std::int64_t frame);
    void merge(const Ids& segments);
    void remove(const Ids& segments);
    void trim(project::Id segment, core::FrameRange frames);
    void move(const Ids& segments, std::int64_t frames);
    void setActor(const Ids& segments, int actor, int track = -1);
    void setVoice(const Ids& segments, project::Id voice);
    void setStatus(const Ids& segments, project::SegmentStatus status);
    void setSettings(const Ids& segments, const project::SegmentSettings& settings,
                     bool interactive);
    void nudge(const Ids& segments, std::int64_t microseconds);
    /// Mouth shapes of an actor model, or with an empty id the universal ones.
    void useModel(const Ids& segments, const std::string& model);
    void setText(project::Id segment, const std::string& text);
    void setNotes(project::Id segment, const std::string& notes);
    void chooseTake(project::Id segment, project::Id take);
    void renameTake(project::Id segment, project::Id take, const std::string& name);
    void removeTake(project::Id segment, project::Id take);
    /// A measurement: no undo step, kept over undo.
    void adoptScores(project::Id segment, project::Id take, const project::TakeScores& scores);

    // Retouching; `interactive`: a drag goes on, what follows becomes one undo step with it.
    void setShape(project::Id segment, const project::ShapeEdit& shape, bool interactive);
    void setRetouch(const Ids& segments, const project::Retouch& retouch, bool interactive);
    // To each segment its own value, all as one step.
    void changeSettings(const std::map<project::Id, project::SegmentSettings>& settings,
                        bool interactive);
    void changeRetouch(const std::map<project::Id, project::Retouch>& retouch, bool interactive);
    /// Adds to the segments' offsets, in microseconds.
    void applyOffsets(const std::map<project::Id, std::int64_t>& offsets);
    void setLibraryFrames(project::Id segment, std::vector<std::int64_t> picked,
                          std::vector<std::int64_t> banned);
    /// Under a name that is known the settings are replaced.
    void savePreset(const std::string& name, const project::SegmentSettings& settings);
    void renamePreset(project::Id preset, const std::string& name);
    void removePreset(project::Id preset);
    void applyPreset(const Ids& segments, project::Id preset);

    // The rest of the project.
    void setVoiceTrack(const project::DubTrack& voice);
    void removeVoice(project::Id voice);
    void renameActor(int actor, const std::string& name);
    void setConsent(int actor, const project::Consent& consent);
    void addMarker(std::int64_t frame, const std::string& name);
    void removeMarker(project::Id marker);
    void setInOut(std::optional<core::FrameRange> inOut);

    // Work in the background.
    void render(const Ids& segments, project::TakeQuality quality);
    void setDevice(nets::Device device, int threads);
    /// Writes the films; the jobs list shows how far it is.
    JobId exportFilms(const dubbing::ExportSettings& settings);
    /// Measures what is not yet measured and writes the page, and a CSV and a JSON file beside it;
    /// reported() follows. 0 while the film is not analysed.
    JobId writeReport(const std::filesystem::path& html);
    /// What an export would do; comes by exportPreviewed(), the latest only.
    void previewExport(const dubbing::ExportSettings& settings);

    /// Actors with active takes who have not agreed on record.
    [[nodiscard]] std::vector<int> actorsWithoutConsent() const;

Q_SIGNALS:
    void noted(const QString& text);  ///< for the messages
    void warned(const QString& text);
    void failed(const lipwright::core::Error& error);  ///< of something the user asked for
    void exportPreviewed(const lipwright::dubbing::ExportPreview& preview);
    void exported(const QStringList& files);
    void reported(const QString& file);
    void segmentsProposed(int added);

private:
    void connectParts();
    void connectActors();
    void follow(const project::Delta& delta);
    void followReset();
    void openRenderSource();
    void onFilmReady();
    void onFacesReady();
    void onVoiceReady(project::Id voice);
    void adoptTake(project::Id segment, project::Take take);
    void proposeWhenReady();
    void addProposed(const QString& step, std::vector<project::Segment> segments,
                     std::optional<project::Id> replacedVoice);
    void setImportedFilm(const dubbing::AnalysisCache::IndexedFilm& film);
    void addImportedVoice(const std::filesystem::path& file, const std::string& fingerprint,
                          const std::string& language);
    /// Runs an edit; a refusal is told to the user.
    bool apply(const QString& step,
               const std::function<core::Result<void>(project::Project&)>& edit, int mergeKey = 0);

    Folders m_folders;
    JobQueue m_jobs;
    ProjectDocument m_document;
    FilmAnalysis m_analysis;
    RenderQueue m_renders;
    std::unique_ptr<SyncMeter> m_sync;
    std::unique_ptr<ShapeCurves> m_shapes;
    std::unique_ptr<ActorModels> m_actorModels;
    std::unique_ptr<ActorAdaptation> m_adaptation;
    nets::Device m_device = nets::Device::cpu;
    int m_threads = 1;
    std::set<project::Id> m_awaitingProposal;
    project::Id m_nextTake = 1;
    qint64 m_previewRevision = 0;
};

}  // namespace lipwright::app
