#include "app/playback/picturecache_p.h"

#include <algorithm>

namespace lipwright::app {

using widgets::ViewerPicture;

qint64 bytesOf(const ViewerPicture& picture) {
    return picture.original.sizeInBytes() + picture.dubbed.sizeInBytes() +
           picture.compared.sizeInBytes() + picture.mask.sizeInBytes();
}

void PictureCache::setBudget(qint64 bytes) {
    const std::scoped_lock lock(m_mutex);
    m_budget = bytes;
    shrink();
}

void PictureCache::protect(core::FrameRange frames) {
    const std::scoped_lock lock(m_mutex);
    m_protected = frames;
}

void PictureCache::put(const ViewerPicture& picture) {
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_byFrame.find(picture.frame); found != m_byFrame.end()) {
        erase(found->second);
    }
    m_pictureBytes = std::max({qint64{1}, m_pictureBytes, bytesOf(picture)});
    m_bytes += bytesOf(picture);
    m_entries.push_front(picture);
    m_byFrame[picture.frame] = m_entries.begin();
    shrink();
}

std::optional<ViewerPicture> PictureCache::get(qint64 frame) {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_byFrame.find(frame);
    if (found == m_byFrame.end()) {
        return std::nullopt;
    }
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return *found->second;
}

bool PictureCache::holds(qint64 frame) const {
    const std::scoped_lock lock(m_mutex);
    return m_byFrame.contains(frame);
}

std::optional<ViewerPicture> PictureCache::before(qint64 frame, qint64 reach) {
    for (qint64 number = frame - 1; number >= 0 && number >= frame - reach; --number) {
        if (auto found = get(number)) {
            return found;
        }
    }
    return std::nullopt;
}

void PictureCache::drop(core::FrameRange frames) {
    const std::scoped_lock lock(m_mutex);
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const auto next = std::next(entry);
        if (frames.contains(entry->frame)) {
            erase(entry);
        }
        entry = next;
    }
}

void PictureCache::clear() {
    const std::scoped_lock lock(m_mutex);
    m_entries.clear();
    m_byFrame.clear();
    m_bytes = 0;
    m_pictureBytes = 0;
}

qint64 PictureCache::bytes() const {
    const std::scoped_lock lock(m_mutex);
    return m_bytes;
}

qint64 PictureCache::capacity() const {
    const std::scoped_lock lock(m_mutex);
    return m_pictureBytes > 0 ? m_budget / m_pictureBytes : 0;
}

void PictureCache::shrink() {
    for (auto entry = m_entries.end(); m_bytes > m_budget && entry != m_entries.begin();) {
        --entry;
        if (!m_protected.contains(entry->frame)) {
            const auto next = std::next(entry);
            erase(entry);
            entry = next;
        }
    }
    while (m_bytes > m_budget && !m_entries.empty()) {
        erase(std::prev(m_entries.end()));
    }
}

void PictureCache::erase(Entries::iterator entry) {
    m_bytes -= bytesOf(*entry);
    m_byFrame.erase(entry->frame);
    m_entries.erase(entry);
}

}  // namespace lipwright::app
