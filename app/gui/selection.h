// Which segments are selected and which voice's segments are looked at: what timeline, viewer,
// inspector and review queue share. Lives in the GUI thread.
#pragma once

#include "engine/project/project.h"

#include <QObject>
#include <vector>

namespace lipwright::app {

class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using Ids = std::vector<project::Id>;

    [[nodiscard]] const Ids& segments() const { return m_segments; }
    [[nodiscard]] project::Id single() const {
        return m_segments.size() == 1 ? m_segments.front() : 0;
    }
    void setSegments(const Ids& segments) {
        if (segments != m_segments) {
            m_segments = segments;
            Q_EMIT changed();
        }
    }

    /// Of the dub tracks; empty for tracks without a language. Segments, takes and sound of this
    /// language are shown.
    [[nodiscard]] const std::string& language() const { return m_language; }
    void setLanguage(const std::string& language) {
        if (language != m_language) {
            m_language = language;
            Q_EMIT languageChanged();
        }
    }

Q_SIGNALS:
    void changed();
    void languageChanged();

private:
    Ids m_segments;
    std::string m_language;
};

/// True when the segment speaks from a track of this language.
[[nodiscard]] inline bool speaks(const project::Project& project, const project::Segment& segment,
                                 const std::string& language) {
    const project::DubTrack* track = project.dub(segment.dubTrack);
    return track != nullptr && track->language == language;
}

}  // namespace lipwright::app
