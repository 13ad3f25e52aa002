#include "app/presenter/visemes.h"

#include "app/presenter/noise.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lipwright::presenter {

namespace {

constexpr double kPosesPerSecond = 200.0;
constexpr double kBlurSeconds = 0.042;      // how far a sound colours its neighbours
constexpr double kLeadSeconds = 0.015;      // lips move a little before they are heard
constexpr double kShortestClosure = 0.055;  // seconds: seen in a frame at 25 per second
constexpr float kClosureRamp = 0.055F;      // seconds

struct Entry {
    std::u32string_view sounds;
    Viseme viseme;
};

//                                                opening  jaw  width  round  tongue
const std::array<Entry, 17> kTable = {{
    {U"mbpɓ", {{0.00F, 0.02F, 0.00F, 0.10F, 0.0F}, true}},
    {U"aɐɑʌæɶ", {{0.23F, 0.18F, 0.15F, 0.00F, 0.0F}, false}},
    {U"eɛ", {{0.15F, 0.10F, 0.50F, 0.00F, 0.0F}, false}},
    {U"iɪ", {{0.08F, 0.04F, 0.85F, 0.00F, 0.0F}, false}},
    {U"yʏ", {{0.05F, 0.03F, -0.60F, 0.85F, 0.0F}, false}},
    {U"əɜɚɝɨʉɘɵɤɯᵻ", {{0.11F, 0.07F, 0.10F, 0.00F, 0.0F}, false}},
    {U"oɔɒ", {{0.16F, 0.12F, -0.55F, 0.70F, 0.0F}, false}},
    {U"uʊ", {{0.06F, 0.05F, -0.90F, 1.00F, 0.0F}, false}},
    {U"øœ", {{0.10F, 0.08F, -0.50F, 0.70F, 0.0F}, false}},
    {U"fvʋɸβ", {{0.025F, 0.03F, 0.10F, 0.00F, 0.0F}, false}},
    {U"wɥʍ", {{0.03F, 0.03F, -0.90F, 1.00F, 0.0F}, false}},
    {U"ʃʒɕʑʂʐ", {{0.06F, 0.02F, -0.40F, 0.60F, 0.3F}, false}},
    {U"sztdnlɲʎɫɬcɟ", {{0.05F, 0.02F, 0.30F, 0.00F, 0.8F}, false}},
    {U"θð", {{0.07F, 0.04F, 0.20F, 0.00F, 1.0F}, false}},
    {U"rɹɾʁʀɻɽ", {{0.07F, 0.05F, -0.15F, 0.25F, 0.4F}, false}},
    {U"kɡgŋxhɣχɦħqʔç", {{0.09F, 0.07F, 0.10F, 0.00F, 0.0F}, false}},
    {U"jʲ", {{0.06F, 0.03F, 0.60F, 0.00F, 0.2F}, false}},
}};

/// The next code point; malformed bytes count as one each.
char32_t nextCodePoint(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t code = more == 0 ? lead : lead & (0x3FU >> more);
    for (int i = 0; i < more && at < text.size(); ++i) {
        code = (code << 6) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return code;
}

MouthPose operator+(const MouthPose& a, const MouthPose& b) {
    return {a.opening + b.opening, a.jaw + b.jaw, a.width + b.width, a.rounding + b.rounding,
            a.tongue + b.tongue};
}

MouthPose operator*(const MouthPose& a, float factor) {
    return {a.opening * factor, a.jaw * factor, a.width * factor, a.rounding * factor,
            a.tongue * factor};
}

struct Stretch {
    double start;
    double end;
    Viseme viseme;
};

std::vector<Stretch> stretchesOf(std::span<const voice::Phoneme> phonemes) {
    std::vector<Stretch> stretches;
    for (const voice::Phoneme& phoneme : phonemes) {
        const std::vector<Viseme> visemes = visemesOf(phoneme.ipa);
        const double each =
            (phoneme.endSeconds - phoneme.startSeconds) / static_cast<double>(visemes.size());
        double start = phoneme.startSeconds - kLeadSeconds;
        for (const Viseme& viseme : visemes) {
            stretches.push_back({start, start + each, viseme});
            start += each;
        }
    }
    return stretches;
}

std::size_t poseIndex(double seconds, std::size_t count) {
    return static_cast<std::size_t>(
        std::clamp(seconds * kPosesPerSecond, 0.0, static_cast<double>(count)));
}

std::vector<MouthPose> blurred(const std::vector<MouthPose>& poses) {
    const int reach = static_cast<int>(3.0 * kBlurSeconds * kPosesPerSecond);
    std::vector<float> kernel;
    float sum = 0.0F;
    for (int k = -reach; k <= reach; ++k) {
        kernel.push_back(bump(static_cast<float>(k / (kPosesPerSecond * kBlurSeconds)) * 0.7071F));
        sum += kernel.back();
    }
    const int count = static_cast<int>(poses.size());
    std::vector<MouthPose> smooth(poses.size());
    for (int i = 0; i < count; ++i) {
        MouthPose pose;
        for (int k = -reach; k <= reach; ++k) {
            const auto from = static_cast<std::size_t>(std::clamp(i + k, 0, count - 1));
            pose = pose + poses[from] * (kernel[static_cast<std::size_t>(k + reach)] / sum);
        }
        smooth[static_cast<std::size_t>(i)] = pose;
    }
    return smooth;
}

void closeLips(std::vector<MouthPose>& poses, const Stretch& stretch) {
    // From the start of the sound to its release; at least long enough to be seen.
    const double end = std::max(stretch.start + 0.8 * (stretch.end - stretch.start),
                                stretch.start + kShortestClosure);
    const std::size_t first = poseIndex(stretch.start - kClosureRamp, poses.size());
    const std::size_t last = poseIndex(end + kClosureRamp + 0.01, poses.size());
    for (std::size_t i = first; i < last; ++i) {
        const double time = static_cast<double>(i) / kPosesPerSecond;
        const double away = std::max({stretch.start - time, time - end, 0.0});
        const float apart = smoothStep(0.0F, kClosureRamp, static_cast<float>(away));
        poses[i].opening *= apart;
        poses[i].jaw *= mix(0.4F, 1.0F, apart);
    }
}

}  // namespace

std::vector<Viseme> visemesOf(std::string_view ipa) {
    std::vector<Viseme> visemes;
    for (std::size_t at = 0; at < ipa.size();) {
        const char32_t code = nextCodePoint(ipa, at);
        for (const Entry& entry : kTable) {
            if (entry.sounds.find(code) != std::u32string_view::npos) {
                visemes.push_back(entry.viseme);
                break;
            }
        }
    }
    if (visemes.empty()) {
        visemes.emplace_back();
    }
    return visemes;
}

MouthTrack::MouthTrack(std::span<const voice::Phoneme> phonemes, double seconds, float effort)
    : m_poses(static_cast<std::size_t>(std::max(seconds, 0.0) * kPosesPerSecond) + 2) {
    const std::vector<Stretch> stretches = stretchesOf(phonemes);
    for (const Stretch& stretch : stretches) {
        const std::size_t last = poseIndex(stretch.end, m_poses.size());
        for (std::size_t i = poseIndex(stretch.start, m_poses.size()); i < last; ++i) {
            m_poses[i] = stretch.viseme.pose * effort;
        }
    }
    m_poses = blurred(m_poses);
    for (const Stretch& stretch : stretches) {
        if (stretch.viseme.closesLips) {
            closeLips(m_poses, stretch);
        }
    }
}

MouthPose MouthTrack::at(double seconds) const {
    const double place =
        std::clamp(seconds * kPosesPerSecond, 0.0, static_cast<double>(m_poses.size() - 1));
    const auto index = std::min(static_cast<std::size_t>(place), m_poses.size() - 2);
    const auto t = static_cast<float>(place - static_cast<double>(index));
    return m_poses[index] * (1.0F - t) + m_poses[index + 1] * t;
}

}  // namespace lipwright::presenter
