#include "tests/training/syntheticdataset.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace lipwright::tests {

using training::ClipData;

namespace {

constexpr double kPi = 3.14159265358979;

/// A band-limited wobble in [-1, 1] of an instant, different for each seed.
class Wobble {
public:
    explicit Wobble(unsigned seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> unit(0.0, 1.0);
        for (int i = 0; i < 5; ++i) {
            m_hertz.push_back(0.7 + 3.5 * unit(random));
            m_phase.push_back(2 * kPi * unit(random));
        }
    }
    [[nodiscard]] double at(double seconds) const {
        double sum = 0.0;
        for (std::size_t i = 0; i < m_hertz.size(); ++i) {
            sum += std::sin(2 * kPi * m_hertz[i] * seconds + m_phase[i]);
        }
        return sum / static_cast<double>(m_hertz.size());
    }

private:
    std::vector<double> m_hertz;
    std::vector<double> m_phase;
};

void drawMouth(double opening, double width, std::vector<std::uint8_t>& crops) {
    const double halfHeight = 4.0 + 10.0 * std::max(-0.35, opening);
    const double halfWidth = 22.0 + 8.0 * width;
    for (int y = 0; y < training::kClipCropHeight; ++y) {
        for (int x = 0; x < training::kClipCropWidth; ++x) {
            const double dy = (y - 20) / std::max(0.5, halfHeight);
            const double dx = (x - 48) / halfWidth;
            const std::uint8_t value = dx * dx + dy * dy < 1.0 ? 20 : 180;
            crops.insert(crops.end(), {value, static_cast<std::uint8_t>(value * 3 / 4),
                                       static_cast<std::uint8_t>(value / 2)});
        }
    }
}

/// Landmarks of which those of the mouth move: an ellipse for the outer lip, one for the inner.
void placeMouth(double opening, double width, std::vector<float>& landmarks) {
    for (int i = 0; i < 68; ++i) {
        const bool inner = i >= 60;
        const double angle = 2 * kPi * (i - 48) / (inner ? 8.0 : 12.0);
        const double across = (inner ? 0.2 : 0.3) * (1.0 + 0.1 * width);
        const double down = (inner ? 0.05 : 0.12) * (1.0 + opening);
        landmarks.push_back(i < 48 ? 0.0F : static_cast<float>(-across * std::cos(angle)));
        landmarks.push_back(i < 48 ? 0.0F : static_cast<float>(0.9 - down * std::sin(angle)));
    }
}

/// The whole face: skin above, below it what drawMouth() drew last, and landmarks of a round chin.
void drawFace(int size, std::uint8_t skin, ClipData& clip) {
    const std::uint8_t* mouth = clip.crops.data() + clip.crops.size() - training::kClipCropBytes;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const int row = (2 * y - size) * training::kClipCropHeight / size;
            const int column = x * training::kClipCropWidth / size;
            const std::uint8_t* below = mouth + (row * training::kClipCropWidth + column) * 3;
            for (int colour = 0; colour < 3; ++colour) {
                clip.faces.push_back(row < 0 ? skin : below[colour]);
            }
        }
    }
    for (int i = 0; i < 68; ++i) {
        const double angle = kPi * i / 16.0;
        const bool jaw = i <= 16;
        clip.faceLandmarks.push_back(
            static_cast<float>(size * (jaw ? 0.5 - 0.4 * std::cos(angle) : 0.5)));
        clip.faceLandmarks.push_back(
            static_cast<float>(size * (jaw ? 0.5 + 0.4 * std::sin(angle) : 0.45)));
    }
}

}  // namespace

ClipData syntheticClip(int frames, int soundLate, unsigned seed, double soundDrift, int faceSize) {
    const Wobble opening(2 * seed + 1);
    const Wobble width(2 * seed + 2);
    ClipData clip;
    clip.faceSize = static_cast<std::uint32_t>(faceSize);
    for (int i = 0; i < frames; ++i) {
        const double t = i / 25.0;
        const double o = opening.at(t);
        const double w = width.at(t);
        clip.seconds.push_back(t);
        clip.usable.push_back(1);
        for (const double measure : {0.1 + 0.1 * o, 0.6 + 0.05 * w, 0.3 + 0.1 * o, 0.8 + 0.05 * o,
                                     0.3 - 0.02 * o, 0.4 + 0.08 * o}) {
            clip.measures.push_back(static_cast<float>(measure));
        }
        clip.poses.insert(clip.poses.end(), {0.0F, 0.0F, 0.0F, 50.0F});
        drawMouth(o, w, clip.crops);
        placeMouth(o, w, clip.headLandmarks);
        if (faceSize > 0) {
            drawFace(faceSize, static_cast<std::uint8_t>(120 + 20 * (seed % 5)), clip);
        }
    }
    const double length = frames / 25.0 + 1.0;
    std::mt19937 random(seed);
    std::normal_distribution<float> noise(0.0F, 0.1F);
    for (int c = 0; c < static_cast<int>(80 * length); ++c) {
        const double t =
            (c / 80.0 - soundLate / 25.0 + soundDrift * frames / 50.0) / (1.0 + soundDrift);
        for (int band = 0; band < 80; ++band) {
            const double level = band < 40 ? opening.at(t) : width.at(t);
            clip.mel.push_back(static_cast<float>(2.0 * level) + noise(random));
        }
    }
    clip.activity.assign(static_cast<std::size_t>(100 * length), 1);
    return clip;
}

core::Result<void> writeSyntheticDataset(const std::filesystem::path& folder,
                                         const SyntheticOptions& options) {
    std::filesystem::create_directories(folder / "clips");
    training::DatasetIndex index;
    unsigned seed = 1000 * options.seed;
    for (int speaker = 0; speaker < options.speakers; ++speaker) {
        for (int clip = 0; clip < options.clipsPerSpeaker; ++clip) {
            training::ClipRecord record;
            record.id = "syn_" + std::to_string(speaker) + "_" + std::to_string(clip);
            record.split = "train";
            record.speaker = "natural" + std::to_string(speaker);
            record.frames = options.frames;
            record.usableFrames = options.frames;
            record.seconds = options.frames / 25.0;
            const auto written = training::writeClip(
                folder / record.file(),
                syntheticClip(options.frames, options.soundLate, ++seed, 0.0, options.faceSize));
            if (!written) {
                return written;
            }
            index.clips.push_back(record);
        }
    }
    return training::writeIndex(folder, index);
}

}  // namespace lipwright::tests
