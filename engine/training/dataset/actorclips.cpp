#include "engine/training/dataset/actorclips.h"

#include "engine/evaluation/filmsound.h"
#include "engine/media/videoreader.h"
#include "engine/speech/acousticmodel.h"
#include "engine/speech/voiceactivity.h"
#include "engine/training/clipfile.h"
#include "engine/training/dataset/actorstretches_p.h"
#include "engine/training/dataset/clippictures_p.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace lipwright::training {

namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::Result;

/// Seconds of sound kept around a clip: what networks hear around a frame.
constexpr double kSoundMargin = 4.0;

/// The id of a clip names its frames: "film_<first>-<end>".
std::string idOf(core::FrameRange frames) {
    return "film_" + std::to_string(frames.first) + "-" + std::to_string(frames.end);
}

core::Failure tooLittle(std::span<const ActorStretch> stretches, const ActorClipsRequest& request) {
    const double seconds = secondsOf(stretches, true) + secondsOf(stretches, false);
    char text[200];
    std::snprintf(text, sizeof text,
                  "the actor is seen speaking for %.1f s only; %.0f s to learn from and whole "
                  "sentences of %.0f s to validate on are needed at least",
                  seconds, kLeastTrainSeconds, kLeastValidationSeconds);
    return core::fail(ErrorCode::tooShort, text, request.film.string(),
                      "Choose an actor who speaks more, or use the universal model");
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder / "clips", error);
    return error ? core::Result<void>(core::Failure(core::errorFromErrno(
                       error.value(), folder.string(), "can not make the folder of the clips")))
                 : core::Result<void>();
}

class Gathering {
public:
    Gathering(const ActorClipsRequest& request, const std::stop_token& stop,
              const core::ProgressCallback& progress)
        : m_request(request), m_stop(stop), m_progress(progress) {}

    Result<ActorClips> run() {
        auto sound = evaluation::FilmSound::open(
            m_request.film, m_stop, [this](const core::Progress& heard) {
                core::report(m_progress, {"listen", heard.done, heard.total});
            });
        if (!sound) {
            return core::passOn(sound);
        }
        m_sound = sound->sound();
        if (const auto chosen = choose(); !chosen) {
            return core::passOn(chosen);
        }
        if (const auto made = makeFolder(m_request.folder); !made) {
            return core::passOn(made);
        }
        if (const auto read = readClips(); !read) {
            return core::passOn(read);
        }
        if (const auto written = writeIndex(m_request.folder, m_index); !written) {
            return core::passOn(written);
        }
        return readActorClips(m_request.folder);
    }

private:
    Result<void> choose() {
        const auto& actors = m_request.faces->actors;
        const auto actor = std::ranges::find(actors, m_request.actor, &face::Actor::id);
        if (actor == actors.end()) {
            return core::fail(ErrorCode::noFace,
                              "there is no actor number " + std::to_string(m_request.actor),
                              m_request.film.string(), "Choose another actor");
        }
        m_stretches = speakingStretches(*m_request.faces, *m_request.index, m_request.actor,
                                        m_sound.activity);
        if (m_stretches.empty()) {
            return tooLittle(m_stretches, m_request);
        }
        m_stretches = mostVaried(std::move(m_stretches), actor->mouthRange, m_request.mostSeconds);
        splitOff(m_stretches, kLeastValidationSeconds);
        return secondsOf(m_stretches, false) < kLeastTrainSeconds
                   ? Result<void>(tooLittle(m_stretches, m_request))
                   : Result<void>();
    }

    Result<void> readClips() {
        media::VideoReader::Options options;
        options.cachedFrames = 2;
        auto reader = media::VideoReader::open(m_request.film, options, m_request.index);
        if (!reader) {
            return core::passOn(reader);
        }
        std::int64_t done = 0;
        std::int64_t total = 0;
        for (const ActorStretch& stretch : m_stretches) {
            total += stretch.frames.length();
        }
        for (const ActorStretch& stretch : m_stretches) {
            if (const auto kept = keep(*reader, stretch); !kept) {
                return kept;
            }
            done += stretch.frames.length();
            core::report(m_progress, {"gather", done, total});
        }
        return {};
    }

    /// Damaged film is left out.
    Result<void> keep(media::VideoReader& reader, const ActorStretch& stretch) {
        ClipRecord record;
        record.id = idOf(stretch.frames);
        record.split = stretch.validation ? "validation" : "train";
        record.speaker = "actor-" + std::to_string(m_request.actor);
        const fs::path file = m_request.folder / record.file();
        std::error_code ignored;
        if (!fs::exists(file, ignored) || !known(file, record)) {
            const auto clip = clipOf(reader, stretch);
            if (!clip) {
                return clip.error().code == ErrorCode::damagedMedia
                           ? Result<void>()
                           : Result<void>(core::passOn(clip));
            }
            if (const auto written = writeClip(file, *clip); !written) {
                return written;
            }
            describe(*clip, record);
        }
        m_index.clips.push_back(std::move(record));
        return {};
    }

    /// A clip of an earlier call, when it has what is asked for.
    [[nodiscard]] bool known(const fs::path& file, ClipRecord& record) const {
        const auto clip = MappedClip::open(file);
        if (!clip || clip->faceSize != static_cast<std::uint32_t>(m_request.faceSize)) {
            return false;
        }
        ClipData lengths;
        lengths.seconds.assign(clip->seconds.begin(), clip->seconds.end());
        lengths.usable.assign(clip->usable.begin(), clip->usable.end());
        describe(lengths, record);
        return true;
    }

    Result<ClipData> clipOf(media::VideoReader& reader, const ActorStretch& stretch) {
        const media::FrameIndex& index = *m_request.index;
        ClipData clip;
        clip.faceSize = static_cast<std::uint32_t>(m_request.faceSize);
        const double end = index.endOf(stretch.frames.end - 1).seconds() + kSoundMargin;
        auto heard =
            m_sound.stretch(index.timeOf(stretch.frames.first).seconds() - kSoundMargin, end);
        if (heard.mel.empty() || heard.phonetic.empty()) {
            return core::fail(ErrorCode::damagedMedia, "the sound can not be read",
                              m_request.film.string());
        }
        clip.mel = std::move(heard.mel);
        clip.phonetic = std::move(heard.phonetic);
        clip.phoneticSize = speech::kPhones;
        const auto step = [&](double seconds) {
            const auto number =
                static_cast<std::int64_t>(std::llround(seconds * speech::kActivityStepsPerSecond));
            return std::clamp<std::int64_t>(number, 0, std::ssize(m_sound.activity));
        };
        clip.activity.assign(m_sound.activity.begin() + step(heard.startSeconds),
                             m_sound.activity.begin() + step(end));
        if (const auto read = appendFaces(reader, *stretch.track, stretch.frames,
                                          heard.startSeconds, clip, m_stop);
            !read) {
            return core::passOn(read);
        }
        return clip;
    }

    const ActorClipsRequest& m_request;
    std::stop_token m_stop;
    const core::ProgressCallback& m_progress;
    evaluation::SyncSound m_sound;
    std::vector<ActorStretch> m_stretches;
    DatasetIndex m_index;
};

}  // namespace

Result<ActorClips> gatherActorClips(const ActorClipsRequest& request, std::stop_token stop,
                                    const core::ProgressCallback& progress) {
    return Gathering(request, stop, progress).run();
}

Result<core::FrameRange> filmFramesOf(const ClipRecord& clip, const fs::path& folder) {
    core::FrameRange frames;
    const char* const end = clip.id.data() + clip.id.size();
    const char* place = std::min(clip.id.data() + std::string_view("film_").size(), end);
    place = std::from_chars(place, end, frames.first).ptr;
    std::from_chars(std::min(place + 1, end), end, frames.end);
    if (idOf(frames) != clip.id || frames.empty()) {
        return core::fail(ErrorCode::modelInvalid, "'" + clip.id + "' names no frames of a film",
                          folder.string(), "Remove the folder and adapt to the actor again");
    }
    return frames;
}

Result<ActorClips> readActorClips(const fs::path& folder) {
    const auto index = readIndex(folder);
    if (!index) {
        return core::passOn(index);
    }
    ActorClips clips;
    for (const ClipRecord& clip : index->clips) {
        const auto frames = filmFramesOf(clip, folder);
        if (!frames) {
            return core::passOn(frames);
        }
        const bool validation = clip.split == "validation";
        (validation ? clips.validatedOn : clips.trainedOn).push_back(*frames);
        if (validation) {
            clips.validatedLate.push_back(clip.soundLate);
        }
        (validation ? clips.validationSeconds : clips.trainSeconds) +=
            clip.seconds * static_cast<double>(clip.usableFrames) /
            static_cast<double>(std::max<std::int64_t>(1, clip.frames));
    }
    return clips;
}

Result<void> recordSoundLate(const fs::path& folder, const std::map<std::string, int>& late,
                             double confidence) {
    auto index = readIndex(folder);
    if (!index) {
        return core::passOn(index);
    }
    for (ClipRecord& clip : index->clips) {
        if (const auto found = late.find(clip.id); found != late.end()) {
            clip.soundLate = found->second;
            clip.offsetConfidence = confidence;
            clip.offsetSource = "set";
        }
    }
    return writeIndex(folder, *index);
}

}  // namespace lipwright::training
