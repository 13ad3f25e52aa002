#include "engine/face/faceanalyzer.h"
#include "engine/media/audioreader.h"
#include "engine/media/videoreader.h"
#include "engine/speech/melspectrogram.h"
#include "engine/speech/phoneposteriors.h"
#include "engine/speech/voiceactivity.h"
#include "engine/training/dataset/clippictures_p.h"
#include "engine/training/dataset/clippreparation_p.h"

#include <algorithm>

namespace lipwright::training {

namespace {

constexpr double kMaximumSeconds = 900.0;
constexpr std::int64_t kMaximumFrames = 60 * 900;

std::int64_t usableFrames(const face::FaceTrack& track) {
    return std::count_if(track.observations.begin(), track.observations.end(),
                         [](const face::FaceObservation& seen) {
                             return seen.usability == face::FaceUsability::usable;
                         });
}

/// The track with the most usable frames; null when there is none with any.
const face::FaceTrack* mainTrack(const face::FaceAnalysis& analysis) {
    const face::FaceTrack* best = nullptr;
    std::int64_t most = 0;
    for (const face::FaceTrack& track : analysis.tracks) {
        if (const std::int64_t usable = usableFrames(track); usable > most) {
            most = usable;
            best = &track;
        }
    }
    return best;
}

core::Result<void> readSound(const std::filesystem::path& film, const PreparationModels& models,
                             ClipData& clip, std::stop_token stop) {
    const auto samples = media::readMono(film, speech::kSampleRate, kMaximumSeconds, stop);
    if (!samples) {
        return core::passOn(samples);
    }
    if (samples->size() < speech::kSampleRate / 4) {
        return core::fail(core::ErrorCode::tooShort, "the sound is shorter than a quarter second",
                          film.string());
    }
    clip.mel = speech::MelSpectrogram::of(*samples);
    auto voice = speech::VoiceActivity::create();
    if (!voice) {
        return core::passOn(voice);
    }
    voice->push(*samples, clip.activity);
    voice->finish(clip.activity);
    clip.phonetic = speech::PhonePosteriors::of(*samples, models.phones);
    clip.phoneticSize = speech::kPhones;
    return {};
}

}  // namespace

core::Result<ClipData> prepareClip(const std::filesystem::path& film,
                                   const PreparationModels& models, std::stop_token stop) {
    auto reader = media::VideoReader::open(film);
    if (!reader) {
        return core::passOn(reader);
    }
    if (reader->index().frameCount() > kMaximumFrames) {
        return core::fail(core::ErrorCode::invalidArgument, "the clip is too long to train on",
                          film.string(), "Cut it into clips of a few minutes");
    }
    face::AnalysisOptions analysisOptions;
    analysisOptions.models = models.face;
    analysisOptions.landmarkSamples = models.landmarkSamples;
    const auto analysis = face::analyzeFaces(*reader, analysisOptions, stop);
    if (!analysis) {
        return core::passOn(analysis);
    }
    const face::FaceTrack* track = mainTrack(*analysis);
    if (track == nullptr) {
        return core::fail(core::ErrorCode::noFace, "no usable face", film.string());
    }
    ClipData clip;
    clip.faceSize = static_cast<std::uint32_t>(models.faceSize);
    if (const auto heard = readSound(film, models, clip, stop); !heard) {
        return core::passOn(heard);
    }
    if (const auto read =
            appendFaces(*reader, *track, {0, reader->index().frameCount()}, 0.0, clip, stop);
        !read) {
        return core::passOn(read);
    }
    return clip;
}

}  // namespace lipwright::training
