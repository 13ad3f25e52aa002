#include "engine/assessment/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lipwright::assessment {
namespace {

constexpr Better kHigher = Better::higher;
constexpr Better kLower = Better::lower;
constexpr Better kNeither = Better::neither;
constexpr double kFramesOff = 1.5;  ///< an offset above is out of sync

const std::array kMetrics{
    Metric{"crossdub.expert_loss_ratio", Theme::sync, "Expert loss, dubbed / real", "",
           "Mean −log of the expert’s probability of being in sync, over windows with step 5, "
           "another’s voice on the dubbed mouth / the clip’s own sound on its own mouth.",
           kLower, 1.10, "crossdub.expert_loss", "real.expert_loss", true},
    Metric{"crossdub.judge_lse_c_ratio", Theme::sync, "LSE-C, dubbed / real, second judge", "",
           "Confidence by the judge that looks at landmarks and taught no engine.", kHigher, 0.85,
           "crossdub.judge_lse_c", "real.judge_lse_c"},
    Metric{"crossdub.expert_lse_c_ratio", Theme::sync, "LSE-C, dubbed / real, expert", "",
           "Confidence by the expert that looks at pictures.", kHigher, std::nullopt,
           "crossdub.expert_lse_c", "real.expert_lse_c"},
    Metric{"crossdub.judge_lse_d_ratio", Theme::sync, "LSE-D, dubbed / real, second judge", "",
           "Distance at the best shift, by the judge of landmarks.", kLower, std::nullopt,
           "crossdub.judge_lse_d", "real.judge_lse_d"},
    Metric{"crossdub.expert_lse_d_ratio", Theme::sync, "LSE-D, dubbed / real, expert", "",
           "Distance at the best shift, by the expert.", kLower, std::nullopt,
           "crossdub.expert_lse_d", "real.expert_lse_d"},
    Metric{"crossdub.judge_offset", Theme::sync, "AV offset, second judge", "frames",
           "Of the dubbed film; 0 is in sync, ±15 was not found.", kNeither, std::nullopt, "", "",
           false, 1},
    Metric{"crossdub.expert_offset", Theme::sync, "AV offset, expert", "frames",
           "Of the dubbed film; 0 is in sync, ±15 was not found.", kNeither, std::nullopt, "", "",
           false, 1},
    Metric{"reconstruction.expert_loss_ratio", Theme::sync, "Expert loss at reconstruction / real",
           "", "As above, with the clip’s own sound on the dubbed mouth.", kLower, std::nullopt,
           "reconstruction.expert_loss", "real.expert_loss", true},
    Metric{"reconstruction.psnr", Theme::fidelity, "Masked PSNR", "dB",
           "Under the take’s mask, against the real frame, mean over frames.", kHigher, 20.0, "",
           "", false, 2},
    Metric{"reconstruction.ssim_crop96", Theme::fidelity, "SSIM of the face crop, 96 px", "",
           "The whole leak-free face crop against the real one.", kHigher, 0.94},
    Metric{"reconstruction.ssim_crop", Theme::fidelity, "SSIM of the face crop, film pixels", "",
           "The same at the film’s own resolution.", kHigher},
    Metric{"reconstruction.ssim", Theme::fidelity, "SSIM under the mask", "",
           "Only what was made, at the film’s own resolution.", kHigher},
    Metric{"reconstruction.mse", Theme::fidelity, "MSE under the mask", "",
           "Mean squared difference of RGB, 0 to 255.", kLower, std::nullopt, "", "", false, 1},
    Metric{"reconstruction.perceptual", Theme::fidelity, "Perceptual distance", "",
           "Between the features of the expert’s picture encoder, dubbed and real mouth; 1 = as "
           "far as the real mouths of the clip are from their mean.",
           kLower},
    Metric{"crossdub.sharpness_ratio", Theme::picture, "Sharpness, dubbed / real", "",
           "Variance of the Laplacian under the mask. Wanted of the warped engine: 0.95.", kHigher,
           0.8},
    Metric{"reconstruction.sharpness_ratio", Theme::picture, "Sharpness at reconstruction / real",
           "", "The same with the clip’s own sound.", kHigher},
    Metric{"crossdub.flicker_ratio", Theme::picture, "Flicker in the ring, dubbed / real", "",
           "Energy of change from frame to frame around the mask.", kLower, 1.1},
    Metric{"crossdub.border_ratio", Theme::picture, "Gradient at the border, dubbed / real", "",
           "Along the middle of the mask’s soft edge, median over frames: a seam raises it.",
           kLower, 1.2},
    Metric{"crossdub.identity", Theme::picture, "Identity distance of the lower face", "",
           "Texture and colour of the lower face, mean over the clip; 1 = the usual distance "
           "between strangers.",
           kLower},
    Metric{"crossdub.following", Theme::mouth, "Opening follows the voice", "",
           "Correlation of the opening measured in the dubbed film with the wanted one.", kHigher},
    Metric{"crossdub.following_width", Theme::mouth, "Width follows the voice", "",
           "The same for the distance of the corners.", kHigher},
    Metric{"crossdub.old_opening", Theme::mouth, "Opening still follows the old mouth", "",
           "Correlation with the original film’s opening; should be about 0.", kNeither},
    Metric{"reconstruction.old_opening", Theme::mouth, "Opening against the real mouth", "",
           "Correlation at reconstruction.", kHigher},
    Metric{"closure.closed", Theme::mouth, "Lips closed on m, b, p", "",
           "Share of the bilabials of spoken sentences with known phoneme times, within ±2 frames.",
           kHigher},
    Metric{"closure.wanted", Theme::mouth, "Lips closed in the wanted curve", "",
           "What the shape network asked for at the same moments.", kHigher},
    Metric{"closure.chance", Theme::mouth, "Lips closed at any moment", "",
           "The same at all other moments: what chance reaches.", kNeither},
    Metric{"crossdub.frames_per_second", Theme::work, "Rendering", "frames/s",
           "Dubbed frames per second of rendering takes, with fetching and storing.", kHigher, 25.0,
           "", "", false, 1},
    Metric{"crossdub.peak_megabytes", Theme::work, "Memory at its highest", "MB",
           "Of the whole program while it dubbed.", kLower, std::nullopt, "", "", false, 0},
    Metric{"crossdub.changed_outside", Theme::work, "Pixels changed outside the mask", "",
           "Must be 0 in a lossless dub.", kLower, 0.0, "", "", false, 0},
};

const double* find(const Measures& measures, const std::string& key) {
    const auto found = measures.find(key);
    return found == measures.end() || !std::isfinite(found->second) ? nullptr : &found->second;
}

const double* find(const ClipResult& clip, const EngineResult& engine, const std::string& key) {
    const double* own = find(engine.measures, key);
    return own != nullptr ? own : find(clip.baseline, key);
}

bool counts(const ClipResult& clip, const Metric& metric) {
    const double* offset = find(clip.baseline, "real.expert_offset");
    return !metric.inSyncOnly || (offset != nullptr && std::abs(*offset) < kFramesOff);
}

double medianOf(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

}  // namespace

std::span<const Metric> metrics() {
    return kMetrics;
}

Aggregate aggregate(const Results& results, const std::string& engine, const Metric& metric) {
    Aggregate sum;
    double over = 0.0;
    double under = 0.0;
    const bool ratio = *metric.denominator != '\0';
    for (const ClipResult& clip : results.clips) {
        const auto made = clip.engines.find(engine);
        if (made == clip.engines.end() || !counts(clip, metric)) {
            continue;
        }
        const double* value = find(clip, made->second, ratio ? metric.numerator : metric.key);
        const double* by = ratio ? find(clip, made->second, metric.denominator) : nullptr;
        if (value == nullptr || (ratio && (by == nullptr || *by <= 0.0))) {
            continue;
        }
        over += *value;
        under += ratio ? *by : 1.0;
        sum.values.push_back(ratio ? *value / *by : *value);
        sum.ids.push_back(clip.id);
    }
    sum.n = static_cast<int>(sum.values.size());
    if (sum.n > 0) {
        sum.mean = over / under;
        sum.median = medianOf(sum.values);
    }
    return sum;
}

std::optional<bool> reached(const Metric& metric, const Aggregate& aggregate) {
    if (!metric.wanted || aggregate.n == 0) {
        return {};
    }
    return metric.better == Better::higher ? aggregate.mean >= *metric.wanted
                                           : aggregate.mean <= *metric.wanted;
}

}  // namespace lipwright::assessment
