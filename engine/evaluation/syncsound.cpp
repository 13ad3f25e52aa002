#include "engine/evaluation/syncsound.h"

#include "engine/evaluation/soundgrid_p.h"

namespace lipwright::evaluation {

SyncSound soundOf(std::span<const float> mel, std::span<const float> phonetic,
                  std::span<const std::uint8_t> activity) {
    SyncSound sound;
    sound.seconds = static_cast<double>(mel.size() / kMelBands) / kMelColumnsPerSecond;
    sound.activity = activity;
    sound.stretch = [mel, phonetic](double from, double to) {
        const SoundRange range = rangeOf(from, to,
                                         {static_cast<std::int64_t>(mel.size() / kMelBands),
                                          static_cast<std::int64_t>(phonetic.size() / kPhones)});
        const auto columns = mel.subspan(static_cast<std::size_t>(range.firstColumn) * kMelBands,
                                         static_cast<std::size_t>(range.columns) * kMelBands);
        const auto rows = phonetic.subspan(static_cast<std::size_t>(range.firstRow) * kPhones,
                                           static_cast<std::size_t>(range.rows) * kPhones);
        return SoundStretch{
            {columns.begin(), columns.end()}, {rows.begin(), rows.end()}, range.startSeconds};
    };
    return sound;
}

}  // namespace lipwright::evaluation
