// Films whose every frame carries its number as a row of black and white bars.
#pragma once

#include "engine/media/frameindex.h"
#include "tests/media/clips.h"

#include <QImage>
#include <memory>

namespace lipwright::test {

/// 320×180, 25 frames/s, H.264 with B-frames and a key frame every `keyDistance` frames. `more`:
/// filters behind the numbering.
[[nodiscard]] bool makeNumberedFilm(const Clips& clips, const QString& name, int frames,
                                    int keyDistance, const QString& more = {},
                                    const QStringList& options = {});
/// What the bars say; -1 for no picture.
[[nodiscard]] qint64 numberIn(const QImage& picture);
[[nodiscard]] std::shared_ptr<const media::FrameIndex> indexOf(const std::filesystem::path& path);

/// A take of red patches over `region` of the numbered film.
[[nodiscard]] bool makeRedTake(const std::filesystem::path& folder, std::int64_t firstFrame,
                               int frames, const QRect& region);

}  // namespace lipwright::test
