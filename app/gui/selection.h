// Which segments are selected and which voice's segments are looked at: what timeline, viewer,
// inspector and review queue share. Lives in the GUI thread.
#pragma once

#include "engine/project/project.h"

#include <QObject>
#include <algorithm>
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

/// True when the segment's active take is laid into the film while this language is shown.
[[nodiscard]] inline bool isShown(const project::Project& project, const project::Segment& segment,
                                  const std::string& language) {
    return segment.active() != nullptr && segment.status != project::SegmentStatus::bypass &&
           speaks(project, segment, language);
}

/// Of the selected segments the one in this frame, else the first of the language; null: none.
[[nodiscard]] inline const project::Segment* segmentAt(const project::Project& project,
                                                       const Selection& selection,
                                                       std::int64_t frame) {
    const project::Segment* found = nullptr;
    for (const project::Segment& segment : project.segments) {
        if (!segment.frames.contains(frame) || !speaks(project, segment, selection.language())) {
            continue;
        }
        if (std::ranges::find(selection.segments(), segment.id) != selection.segments().end()) {
            return &segment;
        }
        found = found != nullptr ? found : &segment;
    }
    return found;
}

}  // namespace lipwright::app
