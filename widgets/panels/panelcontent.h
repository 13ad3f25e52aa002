// What the panels show, as values made by the app from the project and the analysis.
#pragma once

#include "engine/project/project.h"

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

struct CastEntry {
    int actor = 0;
    QString name;
    QString screenTime;  ///< "2:31 usable of 3:02"
    std::optional<project::Consent> consent;
    int segments = 0;
};

struct DubEntry {
    project::DubTrack track;
    QString format;  ///< "0:10:02, 48 kHz, stereo"
    bool missing = false;
};

}  // namespace lipwright::widgets
