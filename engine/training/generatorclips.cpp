#include "engine/nets/generatormodel_p.h"
#include "engine/nets/referencechoice.h"
#include "engine/training/facehull_p.h"
#include "engine/training/generatorclips_p.h"
#include "engine/training/pictureaugmentation_p.h"

#include <algorithm>

namespace lipwright::training {

namespace {

constexpr std::size_t kMargin = nets::kGeneratorShapeFrames / 2;
constexpr std::size_t kStretch = kPaintedFrames + 2 * kMargin;
constexpr std::int64_t kRowsBefore =
    (nets::kGeneratorSoundRows - nets::kGridRowsPerFrame) / 2;  // of a frame's own rows
constexpr double kHullMargin = 5.5;                             // of 96 pixels: dilation by 11
constexpr std::size_t kNeighbourhood = 30;

std::vector<std::size_t> usableFrames(const StoredClip& clip) {
    std::vector<std::size_t> frames;
    for (std::size_t i = 0; i < clip.data.frames(); ++i) {
        if (clip.data.usable[i] != 0) {
            frames.push_back(i);
        }
    }
    return frames;
}

std::vector<std::size_t> clusterFrames(const StoredClip& clip,
                                       const std::vector<std::size_t>& usable, std::size_t count) {
    std::vector<float> landmarks;
    for (const std::size_t frame : usable) {
        const auto row = clip.data.headLandmarks.subspan(frame * kClipLandmarks, kClipLandmarks);
        landmarks.insert(landmarks.end(), row.begin(), row.end());
    }
    std::vector<std::size_t> frames;
    for (const std::size_t index : nets::chooseReferences(landmarks, count)) {
        frames.push_back(usable[index]);
    }
    return frames;
}

bool nearStretch(std::size_t frame, std::size_t start) {
    return frame + 1 >= start && frame <= start + kStretch;
}

/// Frames of the clip that may be references for the stretch, in the sampling's order.
std::vector<std::size_t> candidates(const GeneratorClip& clip, std::size_t start,
                                    const GeneratorBatchOptions& options, Random& random) {
    std::vector<std::size_t> frames =
        options.sampling == ReferenceSampling::clusters ? clip.references : clip.usable;
    std::erase_if(frames, [&](std::size_t frame) {
        const std::size_t centre = start + kStretch / 2;
        const std::size_t distance = frame > centre ? frame - centre : centre - frame;
        return nearStretch(frame, start) ||
               (options.sampling == ReferenceSampling::neighbours && distance > kNeighbourhood);
    });
    if (options.sampling != ReferenceSampling::clusters) {
        std::ranges::shuffle(frames, random.engine());
    }
    if (frames.empty()) {
        frames = clip.references;  // a clip of hardly more than the stretch
    }
    frames.resize(std::min(frames.size(), options.references));
    return frames;
}

torch::Tensor soundOf(const ExpertClip& clip, std::size_t frame, std::int64_t before,
                      std::int64_t rows) {
    const std::int64_t first = clip.rowOf(frame) - before;
    return clip.grid.slice(1, first, first + rows);
}

torch::Tensor shapesAround(const StoredClip& clip, std::size_t frame) {
    const auto* first = clip.relative.data() + (frame - kMargin) * kClipMeasures;
    return torch::tensor(
        std::vector<float>(first, first + nets::kGeneratorShapeFrames * kClipMeasures));
}

/// One clip's part of a batch, under one view.
class Part {
public:
    Part(const GeneratorClip& clip, std::size_t start, const GeneratorBatchOptions& options,
         Random& random)
        : m_clip(clip),
          m_options(options),
          m_random(random),
          m_first(start + kMargin),
          m_start(start),
          m_view(options.augment ? CropView::random(random) : CropView()) {}

    void addTo(std::vector<torch::Tensor>& upper, std::vector<torch::Tensor>& lower,
               std::vector<torch::Tensor>& hull) {
        const std::int64_t half = m_options.size / 2;
        const torch::Tensor pictures = seen(painted());
        upper.push_back(pictures.slice(2, 0, half));
        lower.push_back(pictures.slice(2, half));
        for (const std::size_t frame : painted()) {
            hull.push_back(hullOf(frame));
        }
    }

    torch::Tensor references() {
        const auto frames = candidates(m_clip, m_start, m_options, m_random);
        const torch::Tensor there = lowerHalves(frames);
        std::vector<torch::Tensor> all = there.unbind(0);
        for (std::size_t i = all.size(); i < m_options.references; ++i) {
            const torch::Tensor copy = all[i % frames.size()];
            all.push_back(m_options.fillByAugmenting ? slightlyMoved(copy, m_random) : copy);
        }
        return torch::stack(all);
    }

    torch::Tensor faces() const {
        std::vector<std::size_t> frames;
        const std::size_t count = m_clip.usable.size();
        for (std::size_t i = 0; i < m_options.faceFrames; ++i) {
            frames.push_back(m_clip.usable[i * (count - 1) /
                                           std::max<std::size_t>(1, m_options.faceFrames - 1)]);
        }
        return lowerHalves(frames);
    }

    [[nodiscard]] std::vector<std::size_t> painted() const {
        std::vector<std::size_t> frames;
        for (std::size_t i = 0; i < kPaintedFrames; ++i) {
            frames.push_back(m_first + i);
        }
        return frames;
    }

private:
    [[nodiscard]] torch::Tensor seen(const std::vector<std::size_t>& frames) const {
        return m_view.pictures(*m_clip.clip.clip, frames, m_options.size);
    }
    [[nodiscard]] torch::Tensor lowerHalves(const std::vector<std::size_t>& frames) const {
        return seen(frames).slice(2, m_options.size / 2);
    }
    [[nodiscard]] torch::Tensor hullOf(std::size_t frame) const {
        const auto size = static_cast<int>(m_options.size);
        const std::vector<float> landmarks =
            m_view.landmarks(*m_clip.clip.clip, frame, m_options.size);
        return torch::tensor(faceHullMask(landmarks, size, kHullMargin * size / 96.0))
            .view({1, size / 2, size});
    }

    const GeneratorClip& m_clip;
    const GeneratorBatchOptions& m_options;
    Random& m_random;
    std::size_t m_first;  ///< painted frame
    std::size_t m_start;
    CropView m_view;
};

}  // namespace

std::vector<GeneratorClip> generatorClips(const std::vector<const StoredClip*>& clips,
                                          std::int64_t phonetic, std::size_t references) {
    std::vector<GeneratorClip> result;
    for (ExpertClip& clip : expertClips(clips, phonetic, kStretch, true)) {
        if (clip.clip->data.faceSize == 0) {
            continue;
        }
        GeneratorClip made;
        made.usable = usableFrames(*clip.clip);
        made.references = clusterFrames(*clip.clip, made.usable, references);
        made.clip = std::move(clip);
        result.push_back(std::move(made));
    }
    return result;
}

GeneratorBatch cutGeneratorBatch(const std::vector<GeneratorClip>& clips,
                                 const std::vector<StretchPlace>& places,
                                 const GeneratorBatchOptions& options, Random& random) {
    std::vector<torch::Tensor> upper;
    std::vector<torch::Tensor> lower;
    std::vector<torch::Tensor> hull;
    std::vector<torch::Tensor> references;
    std::vector<torch::Tensor> faces;
    std::vector<torch::Tensor> grid;
    std::vector<torch::Tensor> shapes;
    std::vector<torch::Tensor> together;
    for (const StretchPlace& place : places) {
        const GeneratorClip& clip = clips[place.clip];
        Part part(clip, place.frame, options, random);
        part.addTo(upper, lower, hull);
        references.push_back(part.references());
        faces.push_back(part.faces());
        for (const std::size_t frame : part.painted()) {
            grid.push_back(soundOf(clip.clip, frame, kRowsBefore, nets::kGeneratorSoundRows));
            shapes.push_back(shapesAround(*clip.clip.clip, frame));
        }
        together.push_back(soundOf(clip.clip, part.painted().front(), 0, nets::kSoundWindowRows));
    }
    const auto count = static_cast<std::int64_t>(places.size());
    return {torch::cat(upper),
            torch::cat(lower),
            torch::stack(hull),
            torch::stack(references),
            torch::stack(faces),
            torch::stack(grid),
            torch::stack(shapes),
            torch::stack(together),
            torch::arange(count, torch::kLong).repeat_interleave(kPaintedFrames)};
}

}  // namespace lipwright::training
