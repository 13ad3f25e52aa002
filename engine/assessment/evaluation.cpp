#include "engine/assessment/evaluation.h"

#include "engine/assessment/clipassessment_p.h"
#include "engine/assessment/engineroster_p.h"
#include "engine/assessment/evaluationpage.h"
#include "engine/core/atomicfile.h"
#include "engine/core/temporaryfolder.h"

#include <algorithm>

namespace lipwright::assessment {
namespace {

using core::Result;

Result<void> makeFolder(const std::filesystem::path& folder) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        return core::Failure(
            core::errorFromErrno(problem.value(), folder.string(), "can not make the folder"));
    }
    return {};
}

class Evaluation {
public:
    Evaluation(const EvaluationOptions& options, std::stop_token stop,
               const core::ProgressCallback& progress, const Notice& notice)
        : m_options(options),
          m_stop(std::move(stop)),
          m_progress(progress),
          m_notice(notice),
          m_pictures(options.folder / "pictures") {}

    Result<Results> run() {
        if (auto ready = prepare(); !ready) {
            return core::passOn(ready);
        }
        auto folder = core::TemporaryFolder::create(m_options.folder, "lipwright-speech");
        if (!folder) {
            return core::passOn(folder);
        }
        const auto speeches = speakBilabials(folder->path());
        const auto judges = Judges::load(m_options.models, m_options.device);
        if (!speeches || !judges) {
            return speeches ? core::passOn(judges) : core::passOn(speeches);
        }
        const Workplace workplace{m_options, *judges,
                                  dubbing::AnalysisCache(m_options.folder / "cache"), m_pictures,
                                  m_stop};
        for (std::size_t i = 0; i < m_chosen.size(); ++i) {
            const auto done = assessClip(workplace, i, (*speeches)[i % speeches->size()]);
            if (!done) {
                return core::passOn(done);
            }
        }
        if (auto written = writePages(); !written) {
            return core::passOn(written);
        }
        return std::move(m_results);
    }

private:
    Result<void> prepare() {
        auto clips = readClips(m_options.manifest, m_options.split);
        if (!clips) {
            return core::passOn(clips);
        }
        m_clips = std::move(*clips);
        auto chosen = chooseClips(m_clips, m_options.choice);
        if (!chosen) {
            return core::passOn(chosen);
        }
        m_chosen = std::move(*chosen);
        if (m_chosen.empty()) {
            return core::fail(core::ErrorCode::tooShort, "there are no clips to evaluate",
                              m_options.manifest.string(),
                              "Check --split; --words takes clips of a single word as well");
        }
        for (const auto& folder : {m_options.folder, m_options.folder / "cache", m_pictures}) {
            if (auto made = makeFolder(folder); !made) {
                return made;
            }
        }
        auto roster = engineRoster(m_options, m_notice);
        if (!roster) {
            return core::passOn(roster);
        }
        m_roster = std::move(*roster);
        return readEarlier();
    }

    Result<void> readEarlier() {
        const auto file = m_options.folder / "results.json";
        if (std::filesystem::exists(file)) {
            const auto text = core::readSmallFile(file);
            auto earlier = text ? resultsFromJson(*text, file.string()) : core::passOn(text);
            if (!earlier) {
                return core::passOn(earlier);
            }
            m_results = std::move(*earlier);
            if (m_results.split != m_options.split) {
                return core::fail(core::ErrorCode::invalidArgument,
                                  "the folder holds results of the split '" + m_results.split + "'",
                                  m_options.folder.string(), "Choose another folder");
            }
        }
        m_results.split = m_options.split;
        for (const ReadyEngine& engine : m_roster.engines) {
            if (std::ranges::find(m_results.engines, engine.name) == m_results.engines.end()) {
                m_results.engines.push_back(engine.name);
            }
        }
        return {};
    }

    [[nodiscard]] static bool isDone(const ClipResult& clip, const ReadyEngine& engine) {
        const auto made = clip.engines.find(engine.name);
        return made != clip.engines.end() && made->second.madeWith == engine.madeWith;
    }

    Result<void> assessClip(const Workplace& workplace, std::size_t position,
                            const BilabialSpeech& speech) {
        const Clip& clip = m_clips[m_chosen[position]];
        const Clip* voice = voiceFor(m_clips, m_chosen[position]);
        ClipResult& result = clipOf(m_results, clip.id);
        m_doneDubs = static_cast<std::int64_t>(position * m_roster.engines.size()) * kStages;
        report();
        if (std::ranges::all_of(m_roster.engines,
                                [&](const auto& engine) { return isDone(result, engine); })) {
            return {};
        }
        result.speaker = clip.speaker;
        result.seconds = clip.seconds;
        result.voice = voice == nullptr ? "" : voice->id;
        const auto done = assessOpened(workplace, clip, voice, speech, result,
                                       position < m_options.picturedClips);
        if (!done && done.error().code != core::ErrorCode::cancelled &&
            done.error().code != core::ErrorCode::diskFull) {
            tell(clip.id + ": " + done.error().text());
            for (const ReadyEngine& engine : m_roster.engines) {
                result.engines[engine.name] = {engine.madeWith, done.error().reason, {}};
            }
            return save();
        }
        return done;
    }

    Result<void> assessOpened(const Workplace& workplace, const Clip& clip, const Clip* voice,
                              const BilabialSpeech& speech, ClipResult& result, bool withPictures) {
        const auto opened = ClipAssessment::open(workplace, clip, voice, speech);
        if (!opened) {
            return core::passOn(opened);
        }
        if (result.madeWith != m_roster.madeWith) {
            auto baseline = opened->baseline();
            if (!baseline) {
                return core::passOn(baseline);
            }
            result.baseline = std::move(*baseline);
            result.madeWith = m_roster.madeWith;
        }
        for (const ReadyEngine& engine : m_roster.engines) {
            const std::int64_t before = m_doneDubs;
            if (!isDone(result, engine)) {
                auto made = opened->assess(engine, withPictures, [this] {
                    ++m_doneDubs;
                    report();
                });
                if (!made) {
                    return core::passOn(made);
                }
                if (!made->problem.empty()) {
                    tell(clip.id + ", " + engine.name + ": " + made->problem);
                }
                made->madeWith = engine.madeWith;
                result.engines[engine.name] = std::move(*made);
                if (auto saved = save(); !saved) {
                    return saved;
                }
            }
            m_doneDubs = before + kStages;
        }
        return {};
    }

    Result<void> save() const {
        return core::writeFileAtomically(m_options.folder / "results.json", resultsJson(m_results));
    }

    Result<void> writePages() const {
        const auto csv =
            core::writeFileAtomically(m_options.folder / "results.csv", resultsCsv(m_results));
        return csv ? core::writeFileAtomically(m_options.folder / "index.html",
                                               evaluationPage(m_results, m_pictures))
                   : csv;
    }

    void tell(const std::string& text) const {
        if (m_notice) {
            m_notice(text);
        }
    }

    void report() const {
        core::report(
            m_progress,
            {"evaluate", m_doneDubs,
             static_cast<std::int64_t>(m_chosen.size() * m_roster.engines.size()) * kStages});
    }

    const EvaluationOptions& m_options;
    std::stop_token m_stop;
    const core::ProgressCallback& m_progress;
    const Notice& m_notice;
    std::filesystem::path m_pictures;
    std::vector<Clip> m_clips;
    std::vector<std::size_t> m_chosen;
    EngineRoster m_roster;
    Results m_results;
    std::int64_t m_doneDubs = 0;
};

}  // namespace

Result<Results> evaluate(const EvaluationOptions& options, std::stop_token stop,
                         const core::ProgressCallback& progress, const Notice& notice) {
    return Evaluation(options, std::move(stop), progress, notice).run();
}

}  // namespace lipwright::assessment
