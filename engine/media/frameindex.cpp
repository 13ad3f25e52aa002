#include "engine/media/videoreader.h"

#include <algorithm>

namespace lipwright::media {

FrameIndex::FrameIndex(core::TimeBase base, std::vector<Entry> entries)
    : FrameIndex(base, std::move(entries), Findings{}) {}

FrameIndex::FrameIndex(core::TimeBase base, std::vector<Entry> entries, Findings findings)
    : m_base(base), m_entries(std::move(entries)), m_findings(std::move(findings)) {}

std::int64_t FrameIndex::frameCount() const {
    return static_cast<std::int64_t>(m_entries.size());
}

core::RationalTime FrameIndex::timeOf(std::int64_t number) const {
    return {m_entries.at(static_cast<std::size_t>(number)).pts, m_base};
}

core::RationalTime FrameIndex::endOf(std::int64_t number) const {
    const Entry& entry = m_entries.at(static_cast<std::size_t>(number));
    return {entry.pts + entry.duration, m_base};
}

std::int64_t FrameIndex::numberAt(core::RationalTime time) const {
    const auto behind =
        std::upper_bound(m_entries.begin(), m_entries.end(), time,
                         [this](const core::RationalTime& wanted, const Entry& entry) {
                             return wanted < core::RationalTime{entry.pts, m_base};
                         });
    return std::max<std::int64_t>(0, behind - m_entries.begin() - 1);
}

bool FrameIndex::variableRate() const {
    if (m_entries.size() < 3) {
        return false;
    }
    const auto [shortest, longest] =
        std::minmax_element(m_entries.begin(), m_entries.end() - 1,
                            [](const Entry& a, const Entry& b) { return a.duration < b.duration; });
    return longest->duration - shortest->duration > 1;
}

}  // namespace lipwright::media
