// What the panels show, as values made by the app from the project and the analysis.
#pragma once

#include "engine/project/project.h"
#include "widgets/plots/gain.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace lipwright::widgets {

struct FilmSummary {
    QString name;  ///< file name; empty: no film
    QString path;
    QString format;     ///< "1920 × 1080, 25 fps, H.264, 0:10:00"
    QStringList notes;  ///< what the user should know: variable frame rate, HDR ...
    bool missing = false;
};

/// Weights adapted to one actor of the film.
struct ActorModelEntry {
    std::string id;
    QString name;     ///< as the user calls it; may be empty
    QString created;  ///< for people
    QString learned;  ///< "from 2:05 of film in 5:10"
    std::vector<Gain> gains;
    int segments = 0;  ///< that use it
    friend bool operator==(const ActorModelEntry&, const ActorModelEntry&) = default;
};

struct CastEntry {
    int actor = 0;
    QString name;
    QString screenTime;  ///< "2:31 usable of 3:02"
    std::optional<project::Consent> consent;
    int segments = 0;
    std::vector<ActorModelEntry> models{};
    double adapting = -1.0;  ///< share of a running adaptation that is done; -1: none runs
};

struct DubEntry {
    project::DubTrack track;
    QString format;  ///< "0:10:02, 48 kHz, stereo"
    bool missing = false;
};

}  // namespace lipwright::widgets
