// Finished pictures of one film at one size, least recently used out first, within a budget of
// bytes. Pictures around the playhead go last. Any thread.
#pragma once

#include "engine/core/framerange.h"
#include "widgets/viewer/viewerpicture.h"

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace lipwright::app {

/// Memory the picture holds.
[[nodiscard]] qint64 bytesOf(const widgets::ViewerPicture& picture);

class PictureCache {
public:
    void setBudget(qint64 bytes);
    /// Frames that are thrown out only when nothing else is left.
    void protect(core::FrameRange frames);
    void put(const widgets::ViewerPicture& picture);
    [[nodiscard]] std::optional<widgets::ViewerPicture> get(qint64 frame);
    [[nodiscard]] bool holds(qint64 frame) const;
    /// The nearest picture before `frame`, at most `reach` frames away.
    [[nodiscard]] std::optional<widgets::ViewerPicture> before(qint64 frame, qint64 reach);
    void drop(core::FrameRange frames);
    void clear();
    [[nodiscard]] qint64 bytes() const;
    /// How many pictures fit in, by the largest since clear(); 0 before the first.
    [[nodiscard]] qint64 capacity() const;

private:
    using Entries = std::list<widgets::ViewerPicture>;  // most recently used first
    void shrink();
    void erase(Entries::iterator entry);

    mutable std::mutex m_mutex;
    qint64 m_budget = 0;
    qint64 m_bytes = 0;
    qint64 m_pictureBytes = 0;
    core::FrameRange m_protected;
    Entries m_entries;
    std::unordered_map<qint64, Entries::iterator> m_byFrame;
};

}  // namespace lipwright::app
