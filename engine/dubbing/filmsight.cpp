#include "engine/dubbing/cachefile_p.h"
#include "engine/dubbing/filmsight_p.h"
#include "engine/dubbing/synckey_p.h"
#include "engine/media/sealedfile.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace lipwright::dubbing {
namespace {

namespace fs = std::filesystem;
using core::FrameRange;
using core::Result;

constexpr std::string_view kKind = "sight-1";
constexpr std::string_view kSealedKind = "sight";
constexpr int kFileVersion = 1;
constexpr double kStretchFrames = 1500.0;
constexpr std::size_t kNamedDigits = 16;
constexpr std::size_t kBatch = 32;
constexpr std::size_t kRow = nets::kExpertPictureValues;
constexpr std::size_t kCropBytes = std::size_t{nets::kExpertHeight} * nets::kExpertWidth * 3;

Result<SeenStretch> load(const fs::path& place, FrameRange frames) {
    auto file = media::SealedReader::open(place, kSealedKind, kFileVersion);
    if (!file) {
        return core::passOn(file);
    }
    SeenStretch stretch;
    stretch.frames = frames;
    const auto seen = file->bytes();
    stretch.seen.assign(seen.begin(), seen.end());
    const auto values = file->bytes();
    const auto rows = std::ranges::count(stretch.seen, std::uint8_t{1});
    if (std::ssize(stretch.seen) != frames.length() ||
        values.size() != static_cast<std::size_t>(rows) * kRow * sizeof(float)) {
        file->refuse();
    } else {
        stretch.values.resize(static_cast<std::size_t>(rows) * kRow);
        std::memcpy(stretch.values.data(), values.data(), values.size());
    }
    if (!std::ranges::all_of(stretch.values, [](float value) { return std::isfinite(value); })) {
        file->refuse();
    }
    const auto whole = file->finish();
    return whole ? Result<SeenStretch>(std::move(stretch)) : core::passOn(whole);
}

}  // namespace

std::vector<std::span<const float>> SeenStretch::rows() const {
    std::vector<std::span<const float>> result;
    std::size_t at = 0;
    for (const std::uint8_t has : seen) {
        result.push_back(has == 0 ? std::span<const float>()
                                  : std::span(values).subspan(kRow * at++, kRow));
    }
    return result;
}

std::vector<FrameRange> stretchesOf(const face::FaceTrack& track) {
    const auto length = static_cast<std::int64_t>(track.observations.size());
    const auto count =
        std::max<std::int64_t>(1, std::llround(static_cast<double>(length) / kStretchFrames));
    std::vector<FrameRange> stretches;
    for (std::int64_t i = 0; i < count; ++i) {
        stretches.push_back(
            {track.firstFrame + length * i / count, track.firstFrame + length * (i + 1) / count});
    }
    return stretches;
}

Result<void> SightRecorder::push(std::span<const std::uint8_t> crop) {
    m_stretch.seen.push_back(crop.empty() ? 0 : 1);
    m_pending.insert(m_pending.end(), crop.begin(), crop.end());
    return m_pending.size() == kBatch * kCropBytes ? lookAtPending() : Result<void>();
}

Result<void> SightRecorder::lookAtPending() {
    const auto rows =
        m_expert->frameFeatures(m_pending, static_cast<int>(m_pending.size() / kCropBytes));
    if (!rows) {
        return core::passOn(rows);
    }
    m_stretch.values.insert(m_stretch.values.end(), rows->begin(), rows->end());
    m_pending.clear();
    return {};
}

Result<SeenStretch> SightRecorder::finish() {
    if (!m_pending.empty()) {
        if (const auto looked = lookAtPending(); !looked) {
            return core::passOn(looked);
        }
    }
    return std::move(m_stretch);
}

fs::path SightStore::placeOf(const face::FaceTrack& track, FrameRange frames) const {
    return cachePlace(
        m_cache, kKind, m_film,
        m_weights.substr(0, kNamedDigits) + "-" + hashOf(track, frames).substr(0, kNamedDigits));
}

std::optional<SeenStretch> SightStore::find(const face::FaceTrack& track, FrameRange frames) const {
    const fs::path place = placeOf(track, frames);
    auto found = load(place, frames);
    if (!found) {
        return std::nullopt;
    }
    markUsed(place);
    return std::move(*found);
}

void SightStore::keep(const face::FaceTrack& track, const SeenStretch& stretch) const {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(stretch.values.data());
    media::SealedWriter file(kSealedKind, kFileVersion);
    file.bytes(stretch.seen);
    file.bytes({bytes, stretch.values.size() * sizeof(float)});
    std::error_code ignored;
    fs::create_directories(m_cache, ignored);
    (void)std::move(file).save(placeOf(track, stretch.frames));
}

}  // namespace lipwright::dubbing
