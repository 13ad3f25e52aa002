#include "engine/training/offsetestimation.h"

#include "engine/nets/device_p.h"
#include "engine/training/agreement.h"
#include "engine/training/driftestimation_p.h"
#include "engine/training/experttask_p.h"
#include "engine/training/expertvalidation_p.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace lipwright::training {

namespace {

constexpr double kSetConfidence = 2.0;
constexpr double kClipConfidence = 2.7;
constexpr double kClipPeak = 0.1;  // mean cosine above the median over shifts
constexpr std::int64_t kClipFrames = 75;
constexpr std::size_t kDriftFrames = 250;  // shorter clips hardly drift
constexpr int kDriftReach = 24;
constexpr int kFewestSetClips = 2;
constexpr int kLargestAccepted = 12;  // a peak at the end of the range means "not found"

/// What a judge finds of a clip.
struct Finding {
    ShiftCurve curve{};  ///< agreement over absolute shifts
    double drift = 0.0;  ///< ClipRecord::soundDrift
};
using Judges = std::span<nets::ExpertModel>;
using Findings = std::map<std::string, Finding>;  // by clip id

class Estimation {
public:
    Estimation(const OffsetOptions& options, std::stop_token stop,
               const core::ProgressCallback& progress)
        : m_options(options), m_stop(std::move(stop)), m_progress(progress) {}

    core::Result<OffsetReport> run() {
        OffsetReport report;
        for (int round = 0; round < m_options.rounds; ++round) {
            auto index = readIndex(m_options.dataset);
            if (!index) {
                return core::passOn(index);
            }
            Findings findings;
            for (int fold = 0; fold < m_options.folds; ++fold) {
                core::report(m_progress, {"offsets", round * m_options.folds + fold,
                                          m_options.rounds * m_options.folds});
                if (const auto judged = judgeFold(*index, fold, round, findings); !judged) {
                    return core::passOn(judged);
                }
            }
            report = decide(*index, findings);
            if (const auto written = writeIndex(m_options.dataset, *index); !written) {
                return core::passOn(written);
            }
        }
        return report;
    }

private:
    core::Result<void> judgeFold(const DatasetIndex& index, int fold, int round,
                                 Findings& findings) {
        const auto store =
            ClipStore::load(m_options.dataset, [](const ClipRecord&) { return true; });
        if (!store) {
            return core::passOn(store);
        }
        const SpeakerSplit split = SpeakerSplit::fold(index, fold, m_options.folds);
        std::vector<const StoredClip*> train;
        std::vector<StoredClip> judged;
        for (const StoredClip& clip : store->clips) {
            const bool held = split.heldOut(clip.record);
            if (held) {
                judged.push_back(clip);
                judged.back().record.soundLate = 0;  // shifts count from the film's own sound
                judged.back().record.soundDrift = 0.0;
            }
            if (!held && clip.record.split == "train") {
                train.push_back(&clip);
            }
        }
        std::vector<nets::ExpertModel> judges;
        for (int seed = 0; seed < m_options.judges; ++seed) {
            const int run = (round * m_options.folds + fold) * m_options.judges + seed;
            auto judge = trained(train, run);
            if (!judge) {
                return core::passOn(judge);
            }
            judges.push_back(std::move(*judge));
        }
        noteDrift(judges, judged);
        for (const ExpertClip& clip : cutWhole(judged)) {
            findings[clip.clip->record.id] = {agreementOf(judges, clip),
                                              clip.clip->record.soundDrift};
        }
        return {};
    }

    core::Result<nets::ExpertModel> trained(const std::vector<const StoredClip*>& clips, int run) {
        ExpertTaskOptions taskOptions;
        taskOptions.clipsPerStep = 24;
        auto cut = expertClips(clips, m_options.phonetic, taskOptions.stretch, true);
        if (cut.empty()) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "too few speakers to judge one by the others",
                              m_options.dataset.string(), "Add clips of more speakers");
        }
        const std::uint64_t seed = m_options.seed + static_cast<std::uint64_t>(run);
        torch::manual_seed(seed);
        RunOptions options;
        options.steps = m_options.steps;
        options.annealSteps = m_options.steps;
        options.warmupSteps = std::min<std::int64_t>(50, m_options.steps / 4 + 1);
        options.learningRate = 1e-3;
        options.weightDecay = 4e-2;
        options.averageDecay = 0.99;
        options.validateEvery = m_options.steps;
        options.seed = seed;
        nets::ExpertConfig config;
        config.sight = nets::ExpertSight::landmarks;
        config.phonetic = m_options.phonetic;
        ExpertTask task(ExpertTrainingModel(config), std::move(cut), {}, taskOptions);
        const auto outcome = runTraining(task, options, m_stop, {});
        if (!outcome) {
            return core::passOn(outcome);
        }
        return core::Result<nets::ExpertModel>(task.expert());
    }

    [[nodiscard]] std::vector<ExpertClip> cutWhole(const std::vector<StoredClip>& clips) const {
        std::vector<const StoredClip*> wanted;
        for (const StoredClip& clip : clips) {
            wanted.push_back(&clip);
        }
        return expertClips(wanted, m_options.phonetic, 1, false);
    }

    void noteDrift(Judges judges, std::vector<StoredClip>& clips) const {
        const torch::NoGradGuard noGradient;
        std::map<std::string, double> drifts;
        for (const ExpertClip& clip : cutWhole(clips)) {
            if (clip.frames() >= kDriftFrames) {
                const DriftEstimate drift = estimateDrift(meanCosines(judges, clip, kDriftReach));
                drifts[clip.clip->record.id] = drift.accepted ? drift.perFrame : 0.0;
            }
        }
        for (StoredClip& clip : clips) {
            clip.record.soundDrift = drifts[clip.record.id];
        }
    }

    /// Of all judges: where one errs the others do not.
    static torch::Tensor meanCosines(Judges judges, const ExpertClip& clip, int reach) {
        torch::Tensor sum = cosinesOverShifts(*judges.front(), clip, torch::kCPU, reach);
        for (nets::ExpertModel& judge : judges.subspan(1)) {
            sum += cosinesOverShifts(*judge, clip, torch::kCPU, reach);
        }
        return sum / static_cast<double>(judges.size());
    }

    /// Mean cosine over shifts, above their median.
    static ShiftCurve agreementOf(Judges judges, const ExpertClip& clip) {
        const torch::NoGradGuard noGradient;
        const torch::Tensor spoken =
            measurable(meanCosines(judges, clip, kLargestShift), *clip.clip, true);
        const torch::Tensor mean =
            spoken.size(0) == 0 ? torch::zeros({kShifts}) : spoken.nanmean(0).nan_to_num(0.0);
        const torch::Tensor above = mean - mean.median();
        ShiftCurve curve{};
        for (int shift = 0; shift < kShifts; ++shift) {
            curve[static_cast<std::size_t>(shift)] = above[shift].item<double>();
        }
        return curve;
    }

    static OffsetReport decide(DatasetIndex& index, const Findings& findings) {
        std::map<std::string, std::vector<ClipRecord*>> sets;
        for (ClipRecord& clip : index.clips) {
            if (findings.contains(clip.id)) {
                sets[clip.set()].push_back(&clip);
            }
        }
        OffsetReport report;
        for (auto& [name, clips] : sets) {
            const SetOffset offset = ofSet(name, clips, findings);
            report.sets.push_back(offset);
            for (ClipRecord* clip : clips) {
                apply(*clip, offset, findings.at(clip->id));
                report.clipsOfTheirOwn += clip->offsetSource == "clip" ? 1 : 0;
                report.driftingClips += clip->soundDrift != 0.0 ? 1 : 0;
            }
        }
        return report;
    }

    static SetOffset ofSet(const std::string& name, const std::vector<ClipRecord*>& clips,
                           const Findings& findings) {
        std::vector<ShiftCurve> all;
        std::vector<double> weights;
        for (const ClipRecord* clip : clips) {
            if (clip->split == "train") {  // what a clip of test is judged by must not be its own
                all.push_back(findings.at(clip->id).curve);
                weights.push_back(std::sqrt(static_cast<double>(clip->usableFrames)));
            }
        }
        if (all.empty()) {
            return {name, 0, 0, 0.0, 0.0, false};
        }
        const ShiftEstimate estimate = estimateShift(pooled(all, weights));
        const int voters = static_cast<int>(all.size());
        SetOffset offset{name, voters, 0, estimate.confidence, estimate.peak, false};
        offset.accepted = estimate.confidence > kSetConfidence && voters >= kFewestSetClips &&
                          std::abs(estimate.soundLate) <= kLargestAccepted;
        offset.soundLate = offset.accepted ? estimate.soundLate : 0;
        return offset;
    }

    /// A clip that is long enough and sure goes its own way.
    static void apply(ClipRecord& clip, const SetOffset& set, const Finding& finding) {
        const ShiftEstimate own = estimateShift(finding.curve);
        clip.soundDrift = finding.drift;
        const bool sure = own.confidence > kClipConfidence && own.peak > kClipPeak &&
                          clip.usableFrames >= kClipFrames &&
                          std::abs(own.soundLate) <= kLargestAccepted;
        if (sure && (!set.accepted || own.soundLate != set.soundLate)) {
            clip.soundLate = own.soundLate;
            clip.offsetSource = "clip";
            clip.offsetConfidence = own.confidence;
        } else {
            clip.soundLate = set.soundLate;
            clip.offsetSource = set.accepted ? "set" : "";
            clip.offsetConfidence = set.confidence;
        }
    }

    OffsetOptions m_options;
    std::stop_token m_stop;
    const core::ProgressCallback& m_progress;
};

}  // namespace

core::Result<OffsetReport> estimateOffsets(const OffsetOptions& options, std::stop_token stop,
                                           const core::ProgressCallback& progress) {
    try {
        nets::limitThreads(options.threads);
        return Estimation(options, std::move(stop), progress).run();
    } catch (const std::exception& error) {
        return core::Failure(nets::torchError(error, options.dataset.string()));
    }
}

}  // namespace lipwright::training
