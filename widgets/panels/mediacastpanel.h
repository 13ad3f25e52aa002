// Left dock: the film with what the user should know of it, the dub tracks, the cast as portraits
// with names and consent.
#pragma once

#include "widgets/panels/panelcontent.h"

#include <QImage>
#include <QList>
#include <QUrl>
#include <QWidget>
#include <memory>

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
