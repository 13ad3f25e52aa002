#include "engine/nets/expertmodel_p.h"
#include "engine/nets/facereference.h"
#include "engine/nets/soundgrid_p.h"
#include "engine/training/expertclips_p.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace lipwright::training {

namespace {

constexpr double kFrameSeconds = 0.04;
constexpr std::size_t kMouthPoints = 20;
constexpr std::size_t kFirstMouthPoint = 48;
constexpr std::size_t kValues = nets::kExpertMouthValues;
static_assert(kValues == kClipMeasures + 2 * kMouthPoints);

/// (N, 46): the measures, then x and y of the mouth's landmarks in head coordinates.
std::vector<float> mouthValues(const StoredClip& clip) {
    std::vector<float> values;
    values.reserve(clip.data.frames() * kValues);
    for (std::size_t i = 0; i < clip.data.frames(); ++i) {
        const auto measures = clip.data.measures.subspan(i * kClipMeasures, kClipMeasures);
        const auto points = clip.data.headLandmarks.subspan(
            i * kClipLandmarks + 2 * kFirstMouthPoint, 2 * kMouthPoints);
        values.insert(values.end(), measures.begin(), measures.end());
        values.insert(values.end(), points.begin(), points.end());
    }
    return values;
}

std::map<std::string, nets::FaceReference> references(const std::vector<const StoredClip*>& clips) {
    std::map<std::string, std::vector<float>> all;
    for (const StoredClip* clip : clips) {
        const std::vector<float> values = mouthValues(*clip);
        for (std::size_t i = 0; i < clip->data.frames(); ++i) {
            if (clip->data.usable[i] != 0) {
                const auto row = values.begin() + static_cast<std::ptrdiff_t>(i * kValues);
                auto& speaker = all[clip->record.speaker];
                speaker.insert(speaker.end(), row, row + kValues);
            }
        }
    }
    std::map<std::string, nets::FaceReference> result;
    for (const auto& [speaker, values] : all) {
        result[speaker] = nets::FaceReference::of(nets::ExpertSight::landmarks, values);
    }
    return result;
}

std::vector<std::size_t> startsOf(const ExpertClip& clip, std::size_t stretch) {
    std::vector<std::size_t> starts;
    const auto rows = static_cast<std::int64_t>(stretch) * nets::kGridRowsPerFrame;
    for (std::size_t i = 0; i + stretch <= clip.frames(); ++i) {
        const std::int64_t row = clip.rowOf(i);
        if (row >= 0 && row + rows <= clip.grid.size(1) && unbroken(*clip.clip, i, stretch)) {
            starts.push_back(i);
        }
    }
    return starts;
}

/// The grid as it would be if the sound ran at the picture's pace: rows are left out or shown
/// twice.
torch::Tensor withoutDrift(const torch::Tensor& grid, const StoredClip& clip) {
    if (clip.record.soundDrift == 0.0) {
        return grid;
    }
    const std::int64_t rows = grid.size(1);
    std::vector<std::int64_t> from(static_cast<std::size_t>(rows));
    for (std::int64_t row = 0; row < rows; ++row) {
        const double seconds = static_cast<double>(row) / nets::kGridRowsPerSecond;
        const double frame = (seconds - clip.steadySeconds(0)) / kFrameSeconds;
        from[static_cast<std::size_t>(row)] = std::clamp<std::int64_t>(
            std::llround((seconds + clip.driftSeconds(frame)) * nets::kGridRowsPerSecond), 0,
            rows - 1);
    }
    return grid.index_select(1, torch::tensor(from, torch::kLong));
}

}  // namespace

std::int64_t ExpertClip::rowOf(std::size_t frame, int shift) const {
    return std::llround((clip->steadySeconds(frame) + shift * kFrameSeconds) *
                        nets::kGridRowsPerSecond);
}

bool unbroken(const StoredClip& clip, std::size_t frame, std::size_t count) {
    if (frame + count > clip.data.frames()) {
        return false;
    }
    const auto usable = clip.data.usable.subspan(frame, count);
    const double span = clip.data.seconds[frame + count - 1] - clip.data.seconds[frame];
    return std::ranges::all_of(usable, [](std::uint8_t flag) { return flag != 0; }) &&
           std::abs(span - static_cast<double>(count - 1) * kFrameSeconds) < 0.5 * kFrameSeconds;
}

std::vector<ExpertClip> expertClips(const std::vector<const StoredClip*>& clips,
                                    std::int64_t phonetic, std::size_t stretch, bool whole) {
    const auto known = references(clips);
    std::vector<ExpertClip> result;
    for (const StoredClip* stored : clips) {
        const auto reference = known.find(stored->record.speaker);
        if (reference == known.end()) {
            continue;  // not one usable frame
        }
        ExpertClip clip;
        clip.clip = stored;
        clip.grid = withoutDrift(
            nets::expertGrid({stored->data.mel, stored->data.phonetic, 0.0}, phonetic), *stored);
        std::vector<float> values = mouthValues(*stored);
        reference->second.makeRelative(nets::ExpertSight::landmarks, values);
        clip.values =
            torch::tensor(values)
                .view({static_cast<std::int64_t>(stored->data.frames()), nets::kExpertMouthValues})
                .t()
                .contiguous();
        clip.starts = startsOf(clip, stretch);
        if (!whole || !clip.starts.empty()) {
            result.push_back(std::move(clip));
        }
    }
    return result;
}

torch::Tensor picturesOf(const StoredClip& clip, std::size_t frame, std::size_t count) {
    torch::Tensor bytes = torch::empty(
        {static_cast<std::int64_t>(count), kClipCropHeight, kClipCropWidth, 3}, torch::kByte);
    const auto source = clip.data.crops.subspan(frame * kClipCropBytes, count * kClipCropBytes);
    std::copy(source.begin(), source.end(), bytes.data_ptr<std::uint8_t>());
    return bytes.permute({0, 3, 1, 2}).to(torch::kFloat).div_(255.0F);
}

ExpertBatch cutStretches(const std::vector<ExpertClip>& clips,
                         const std::vector<StretchPlace>& places, std::size_t stretch,
                         bool pictures) {
    std::vector<torch::Tensor> seen;
    std::vector<torch::Tensor> values;
    std::vector<torch::Tensor> grids;
    const auto length = static_cast<std::int64_t>(stretch);
    for (const StretchPlace& place : places) {
        const ExpertClip& clip = clips[place.clip];
        const auto frame = static_cast<std::int64_t>(place.frame);
        const std::int64_t row = clip.rowOf(place.frame);
        values.push_back(clip.values.slice(1, frame, frame + length));
        grids.push_back(clip.grid.slice(1, row, row + length * nets::kGridRowsPerFrame));
        if (pictures) {
            seen.push_back(picturesOf(*clip.clip, place.frame, stretch));
        }
    }
    return {pictures ? torch::stack(seen) : torch::Tensor(), torch::stack(values),
            torch::stack(grids)};
}

}  // namespace lipwright::training
