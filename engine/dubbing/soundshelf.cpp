#include "engine/dubbing/soundshelf_p.h"

#include <algorithm>

namespace lipwright::dubbing {
namespace {

constexpr std::size_t kKeptSounds = 6;

}  // namespace

core::Result<evaluation::SyncSound> SoundShelf::around(const Stretch& stretch,
                                                       const std::stop_token& stop) {
    const auto known = std::ranges::find(m_kept, stretch, &Kept::stretch);
    if (known != m_kept.end()) {
        std::rotate(known, known + 1, m_kept.end());
        return m_kept.back().sound.sound();
    }
    if (!m_acoustics) {
        auto loaded = speech::AcousticModel::load();
        if (!loaded) {
            return core::passOn(loaded);
        }
        m_acoustics = std::move(*loaded);
    }
    auto sound = evaluation::FilmSound::openAround(stretch.path, stretch.stream, stretch.from,
                                                   stretch.to, m_acoustics, stop);
    if (!sound) {
        return core::passOn(sound);
    }
    if (m_kept.size() == kKeptSounds) {
        m_kept.pop_front();
    }
    m_kept.push_back({stretch, std::move(*sound)});
    return m_kept.back().sound.sound();
}

}  // namespace lipwright::dubbing
