// The frame libraries a renderer works with, made when first asked for; the least recently used
// goes when there are too many. Belongs to one thread.
#pragma once

#include "engine/core/framerange.h"
#include "engine/media/frameindex.h"
#include "engine/synthesis/framelibrary.h"

#include <list>
#include <memory>
#include <optional>
#include <stop_token>

namespace lipwright::dubbing {

class ActorLibraries {
public:
    using Library = std::shared_ptr<const synthesis::FrameLibrary>;

    /// Both must outlive this object.
    ActorLibraries(const face::FaceAnalysis& faces, const media::FrameIndex& index)
        : m_faces(faces), m_index(index) {}

    /// Everything the film shows of the actor.
    [[nodiscard]] core::Result<Library> whole(int actor, const std::stop_token& stop);
    /// What it shows around some frames: within 10 s, or further where that is too little.
    [[nodiscard]] core::Result<Library> around(int actor, core::FrameRange frames,
                                               const std::stop_token& stop);

private:
    struct Entry {
        int actor = 0;
        std::optional<core::FrameRange> range;
        Library library;
    };
    [[nodiscard]] core::Result<Library> find(int actor, std::optional<core::FrameRange> range,
                                             const std::stop_token& stop);
    [[nodiscard]] core::FrameRange rangeAround(int actor, core::FrameRange frames) const;

    const face::FaceAnalysis& m_faces;
    const media::FrameIndex& m_index;
    std::list<Entry> m_entries;  ///< most recently used first
};

}  // namespace lipwright::dubbing
