// Left dock: the film with what the user should know of it, the dub tracks, the cast as portraits
// with names, consent and the models adapted to them.
#pragma once

#include "widgets/panels/panelcontent.h"

#include <QImage>
#include <QList>
#include <QUrl>
#include <QWidget>
#include <memory>
#include <string>

namespace lipwright::widgets {

class MediaCastPanel : public QWidget {
    Q_OBJECT
public:
    explicit MediaCastPanel(QWidget* parent = nullptr);
    ~MediaCastPanel() override;

    void setFilm(const FilmSummary& film);
    void setDubs(const std::vector<DubEntry>& dubs);
    void setCast(const std::vector<CastEntry>& cast);
    void setPortrait(int actor, const QImage& portrait);

Q_SIGNALS:
    void importFilmRequested();
    void importDubRequested();
    void dubChanged(const lipwright::project::DubTrack& track);  ///< name, language, gain, mute ...
    void removeDubRequested(lipwright::project::Id track);
    void proposeSegmentsRequested(lipwright::project::Id track);
    void actorRenamed(int actor, const QString& name);
    void consentRequested(int actor);
    void actorActivated(int actor);  ///< double click: go to the actor's first segment or track
    void adaptRequested(int actor);
    void watchRequested(int actor);  ///< how the adaptation that runs goes
    void importModelsRequested(int actor);
    /// The model the user means, empty: not yet chosen.
    void rerenderRequested(int actor, const std::string& model);
    void modelUsed(int actor, const std::string& model);  ///< for all segments of the actor
    void modelCompared(int actor, const std::string& model);
    void modelRenamed(const std::string& model, const QString& name);
    void removeModelRequested(int actor, const std::string& model);
    void relinkRequested();
    void filesDropped(const QList<QUrl>& files);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
