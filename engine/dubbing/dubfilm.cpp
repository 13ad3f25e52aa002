#include "engine/dubbing/dubfilm.h"

#include "engine/core/temporaryfolder.h"
#include "engine/dubbing/dubjob_p.h"
#include "engine/dubbing/exportfilm.h"
#include "engine/dubbing/provenance.h"
#include "engine/face/faceanalyzer.h"
#include "engine/synthesis/takerenderer.h"

#include <cmath>
#include <cstdio>
#include <utility>

namespace lipwright::dubbing {

using core::Result;

Result<media::MediaWriter> DubJob::openWriter(const DubInputs& inputs) const {
    media::WriterOptions options;
    if (m_request.codec) {
        options.codec = *m_request.codec;
    } else {
        const auto codec = media::codecFor(m_request.output, inputs.video());
        if (!codec) {
            return core::passOn(codec);
        }
        options.codec = *codec;
    }
    options.quality = m_request.quality;
    options.encoderThreads = m_request.threads;
    options.audio.push_back({m_request.voice, 0, m_request.language, false, true});
    if (m_request.keepOriginalAudio && !inputs.info.audio.empty()) {
        options.audio.push_back({m_request.film, 0, "", true, false});
    }
    options.metadata =
        metadataTags({inputs.engine.engine->name(), modelsUsed(inputs.shape.sha256, inputs.engine),
                      inputs.voiceSha256, m_request.consent, m_outcome.segments});
    return media::MediaWriter::create(m_request.output, inputs.video(), options);
}

Result<void> DubJob::listen(const DubInputs& inputs) {
    auto speech = SpeechTrack::open(m_request.voice, m_stop, m_progress);
    if (!speech) {
        return core::passOn(speech);
    }
    m_speech = std::move(*speech);
    noteLengths(inputs);
    return {};
}

void DubJob::noteLengths(const DubInputs& inputs) {
    const double film = inputs.info.duration.seconds();
    const double difference = m_speech->seconds() - film;
    if (std::abs(difference) < 0.1) {
        return;
    }
    char text[160];
    std::snprintf(
        text, sizeof text, "the voice is %.2f s %s than the film: %s", std::abs(difference),
        difference > 0 ? "longer" : "shorter",
        difference > 0 ? "it is cut at the film's end" : "the rest of the film keeps its picture");
    m_outcome.notes.emplace_back(text);
}

Result<void> DubJob::analyse(const DubInputs& inputs) {
    if (m_request.faces != nullptr) {
        m_faces = *m_request.faces;
    } else {
        auto reader = readerAtStart(m_request, inputs);
        if (!reader) {
            return core::passOn(reader);
        }
        auto faces = face::analyzeFaces(*reader, {}, m_stop, m_progress);
        if (!faces) {
            return core::passOn(faces);
        }
        m_faces = std::move(*faces);
    }
    const auto actor = chooseActor();
    if (!actor) {
        return core::passOn(actor);
    }
    m_outcome.actor = *actor;
    return {};
}

Result<std::vector<StoredTake>> DubJob::renderTakes(const DubInputs& inputs,
                                                    const std::filesystem::path& folder) {
    std::vector<synthesis::PictureRequest> wanted;
    for (const PlannedSegment& planned : m_planned) {
        const auto pictures = planned.plan->pictures();
        wanted.insert(wanted.end(), pictures.begin(), pictures.end());
    }
    auto reader = readerAtStart(m_request, inputs);
    if (!reader) {
        return core::passOn(reader);
    }
    const auto pictures =
        synthesis::LibraryPictures::collect(*reader, std::move(wanted), folder, m_stop, m_progress);
    if (!pictures) {
        return core::passOn(pictures);
    }
    const synthesis::TakeOptions options = takeOptions(
        modelsUsed(inputs.shape.sha256, inputs.engine), {{"voice sha256", inputs.voiceSha256}});
    nets::limitThreads(m_request.threads);
    std::int64_t total = 0;
    for (const PlannedSegment& planned : m_planned) {
        total += planned.segment.frames.length();
    }
    std::int64_t before = 0;
    std::vector<StoredTake> takes;
    for (const PlannedSegment& planned : m_planned) {
        char name[48];
        std::snprintf(name, sizeof name, "take-%08lld-track-%d",
                      static_cast<long long>(planned.segment.frames.first), planned.segment.track);
        const auto overall = [&](const core::Progress& part) {
            core::report(m_progress, {"render", before + part.done, total});
        };
        const auto take =
            synthesis::renderTake(*reader, *inputs.engine.engine, planned.job, *planned.plan,
                                  *pictures, options, folder / name, m_stop, overall);
        if (!take) {
            return core::passOn(take);
        }
        takes.push_back({folder / name, planned.segment.frames});
        before += planned.segment.frames.length();
    }
    return takes;
}

void DubJob::countUntouched() {
    std::int64_t inSegments = 0;
    for (const PlannedSegment& planned : m_planned) {
        for (const synthesis::FramePlan& frame : planned.plan->frames()) {
            ++inSegments;
            if (!frame.passThroughReason.empty()) {
                ++m_outcome.untouched[frame.passThroughReason];
            }
        }
    }
    if (const std::int64_t rest = m_outcome.frames - inSegments; rest > 0) {
        m_outcome.untouched["no speech, or the face is not to be seen"] = rest;
    }
}

Result<void> DubJob::exportTakes(const DubInputs& inputs, const std::vector<StoredTake>& takes) {
    auto reader = readerAtStart(m_request, inputs);
    if (!reader) {
        return core::passOn(reader);
    }
    auto writer = openWriter(inputs);
    if (!writer) {
        return core::passOn(writer);
    }
    const auto changed = exportFrames(*reader, takes, *writer, m_stop, m_progress);
    if (!changed) {
        return core::passOn(changed);
    }
    m_outcome.dubbedFrames = *changed;
    return writer->finish(m_stop);
}

Result<void> DubJob::renderAndExport(const DubInputs& inputs) {
    auto folder = core::TemporaryFolder::create(m_request.output.parent_path(), "lipwright-takes");
    if (!folder) {
        return core::passOn(folder);
    }
    if (!m_request.takes.empty()) {
        std::error_code problem;
        std::filesystem::create_directories(m_request.takes, problem);
        if (problem) {
            return core::Failure(core::errorFromErrno(problem.value(), m_request.takes.string(),
                                                      "can not make the folder of the takes"));
        }
    }
    const auto takes = timed("render", [&] {
        return renderTakes(inputs, m_request.takes.empty() ? folder->path() : m_request.takes);
    });
    if (!takes) {
        return core::passOn(takes);
    }
    return timed("export", [&] { return exportTakes(inputs, *takes); });
}

bool DubJob::nothingToDub(const core::Error& error) const {
    return m_request.allowUntouched &&
           (error.code == core::ErrorCode::noFace || error.code == core::ErrorCode::tooShort);
}

Result<DubOutcome> DubJob::run() {
    const auto inputs = timed("open", [&] { return openInputs(m_request, m_stop); });
    if (!inputs) {
        return core::passOn(inputs);
    }
    m_outcome.frames = inputs->index->frameCount();
    // Opened and dropped before the long work: a folder or format that will not do is told at once.
    if (const auto trial = openWriter(*inputs); !trial) {
        return core::passOn(trial);
    }
    using Stage = Result<void> (DubJob::*)(const DubInputs&);
    constexpr std::pair<const char*, Stage> kStages[] = {{"listen", &DubJob::listen},
                                                         {"analyse", &DubJob::analyse},
                                                         {"choose", &DubJob::planSegments}};
    for (const auto& [name, stage] : kStages) {
        const auto done = timed(name, [&] { return (this->*stage)(*inputs); });
        if (!done && !nothingToDub(done.error())) {
            return core::passOn(done);
        }
        if (!done) {
            m_outcome.segments.clear();
            m_planned.clear();
            m_outcome.notes.push_back(done.error().text() +
                                      " The film keeps its picture and gets the new voice");
            break;
        }
    }
    if (const auto done = renderAndExport(*inputs); !done) {
        return core::passOn(done);
    }
    countUntouched();
    return std::move(m_outcome);
}

Result<DubOutcome> dubFilm(const DubRequest& request, std::stop_token stop,
                           const core::ProgressCallback& progress) {
    DubJob job(request, std::move(stop), progress);
    return job.run();
}

}  // namespace lipwright::dubbing
