#include "engine/dubbing/analysiscache.h"

#include "engine/core/hash.h"
#include "engine/dubbing/cachefile_p.h"
#include "engine/dubbing/originalsync_p.h"
#include "engine/dubbing/synclanefile_p.h"
#include "engine/face/analysisfile.h"
#include "engine/face/faceanalyzer.h"
#include "engine/media/audioblocks.h"
#include "engine/media/frameindexfile.h"
#include "engine/media/sealedfile.h"
#include "engine/media/videoreader.h"
#include "engine/models/manifest.h"
#include "engine/speech/melspectrogram.h"
#include "engine/speech/voiceactivity.h"

#include <algorithm>
#include <tuple>

namespace lipwright::dubbing {
namespace {

namespace fs = std::filesystem;
using core::Result;

// Part of the files' names: raised whenever what is found out changes, so that files of older
// versions are not looked at any more and go when the cache is shrunk.
constexpr std::string_view kIndexKind = "index-1";
constexpr std::string_view kWaveformKind = "waveform-1";
constexpr std::string_view kActivityKind = "activity-1";
constexpr std::string_view kFacesKind = "faces-1";
constexpr std::string_view kConfidenceKind = "confidence-2";
constexpr int kFileVersion = 1;
constexpr int kDecoderThreads = 2;

Result<std::vector<std::uint8_t>> loadActivity(const fs::path& place) {
    auto file = media::SealedReader::open(place, "activity", kFileVersion);
    if (!file) {
        return core::passOn(file);
    }
    const auto bytes = file->bytes();
    std::vector<std::uint8_t> steps(bytes.begin(), bytes.end());
    if (const auto whole = file->finish(); !whole) {
        return core::passOn(whole);
    }
    return steps;
}

Result<void> saveActivity(const fs::path& place, const std::vector<std::uint8_t>& steps) {
    media::SealedWriter file("activity", kFileVersion);
    file.bytes(steps);
    return std::move(file).save(place);
}

Result<ConfidenceCurve> loadConfidence(const fs::path& place) {
    auto file = media::SealedReader::open(place, "confidence", kFileVersion);
    if (!file) {
        return core::passOn(file);
    }
    ConfidenceCurve curve;
    curve.firstFrame = file->number();
    const std::size_t frames = file->count(2 * sizeof(float) + 1);
    for (std::size_t i = 0; i < frames; ++i) {
        const SyncPoint point = readPoint(*file);
        curve.values.push_back(point.confidence);
        curve.raw.push_back(point.raw);
        curve.reasons.push_back(point.reason);
    }
    if (const auto whole = file->finish(); !whole) {
        return core::passOn(whole);
    }
    return curve;
}

Result<void> saveConfidence(const fs::path& place, const ConfidenceCurve& curve) {
    media::SealedWriter file("confidence", kFileVersion);
    file.number(curve.firstFrame);
    file.number(static_cast<std::int64_t>(curve.values.size()));
    for (std::size_t i = 0; i < curve.values.size(); ++i) {
        writePoint(file, {curve.values[i], curve.raw[i], curve.reasons[i]});
    }
    return std::move(file).save(place);
}

Result<std::vector<std::uint8_t>> listen(const fs::path& path, const std::stop_token& stop,
                                         const core::ProgressCallback& progress) {
    auto reader = media::AudioReader::open(path, {speech::kSampleRate, 1});
    if (!reader) {
        return core::passOn(reader);
    }
    auto activity = speech::VoiceActivity::create();
    if (!activity) {
        return core::passOn(activity);
    }
    std::vector<std::uint8_t> steps;
    const auto heard = media::readBlocks(
        *reader, [&](std::span<const float> block) { activity->push(block, steps); }, stop,
        progress);
    if (!heard) {
        return core::passOn(heard);
    }
    activity->finish(steps);
    return steps;
}

struct CacheFile {
    fs::file_time_type used;
    std::int64_t bytes = 0;
    fs::path path;
};

/// The cache's own files; others in the folder are none of its business.
std::vector<CacheFile> filesIn(const fs::path& folder) {
    std::vector<CacheFile> files;
    std::error_code problem;
    for (auto entry = fs::directory_iterator(folder, problem);
         !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        std::error_code gone;
        const bool ours = entry->path().extension() == ".lwc" && entry->is_regular_file(gone);
        const auto bytes = ours ? entry->file_size(gone) : 0;
        const auto used = ours ? entry->last_write_time(gone) : fs::file_time_type{};
        if (ours && !gone) {
            files.push_back({used, static_cast<std::int64_t>(bytes), entry->path()});
        }
    }
    std::ranges::sort(files, {},
                      [](const CacheFile& file) { return std::tie(file.used, file.path); });
    return files;
}

}  // namespace

Result<AnalysisCache::IndexedFilm> AnalysisCache::film(
    const fs::path& path, std::stop_token stop, const core::ProgressCallback& progress) const {
    auto fingerprint = core::fingerprintOfFile(path);
    if (!fingerprint) {
        return core::passOn(fingerprint);
    }
    const fs::path place = cachePlace(m_folder, kIndexKind, *fingerprint);
    const auto index = [&] { return media::indexFrames(path, stop, progress); };
    auto found = cached(
        place, [&](const fs::path& file) { return media::loadFrameIndex(file, path); }, index,
        [](const fs::path& file, const auto& made) { return media::saveFrameIndex(file, *made); });
    if (!found) {
        return core::passOn(found);
    }
    auto info = media::probe(path, *found);
    if (!info) {
        return core::passOn(info);
    }
    return IndexedFilm{std::move(*info), std::move(*found), std::move(*fingerprint)};
}

Result<std::shared_ptr<const media::Waveform>> AnalysisCache::waveform(
    const fs::path& path, int stream, std::stop_token stop,
    const core::ProgressCallback& progress) const {
    const auto fingerprint = core::fingerprintOfFile(path);
    if (!fingerprint) {
        return core::passOn(fingerprint);
    }
    auto wave = cached(
        cachePlace(m_folder, kWaveformKind, *fingerprint, std::to_string(stream)),
        [](const fs::path& file) { return media::Waveform::load(file); },
        [&] { return media::Waveform::build(path, stream, stop, progress); },
        [](const fs::path& file, const media::Waveform& made) { return made.save(file); });
    if (!wave) {
        return core::passOn(wave);
    }
    return std::make_shared<const media::Waveform>(std::move(*wave));
}

Result<std::vector<std::uint8_t>> AnalysisCache::voiceActivity(
    const fs::path& path, std::stop_token stop, const core::ProgressCallback& progress) const {
    const auto fingerprint = core::fingerprintOfFile(path);
    if (!fingerprint) {
        return core::passOn(fingerprint);
    }
    return cached(
        cachePlace(m_folder, kActivityKind, *fingerprint), loadActivity,
        [&] { return listen(path, stop, progress); }, saveActivity);
}

Result<std::shared_ptr<const face::FaceAnalysis>> AnalysisCache::faces(
    const fs::path& film, std::shared_ptr<const media::FrameIndex> index, std::stop_token stop,
    const core::ProgressCallback& progress) const {
    const auto fingerprint = core::fingerprintOfFile(film);
    if (!fingerprint) {
        return core::passOn(fingerprint);
    }
    const std::int64_t frames = index ? index->frameCount() : 0;
    const auto load = [&](const fs::path& file) -> Result<face::FaceAnalysis> {
        auto analysis = face::loadAnalysis(file);
        if (analysis && analysis->frameCount != frames) {
            return core::fail(core::ErrorCode::damagedMedia, "it is of another film",
                              file.string());
        }
        return analysis;
    };
    const auto make = [&]() -> Result<face::FaceAnalysis> {
        media::VideoReader::Options options;
        options.decoderThreads = kDecoderThreads;
        options.cachedFrames = 2;
        auto reader = media::VideoReader::open(film, options, index);
        if (!reader) {
            return core::passOn(reader);
        }
        return face::analyzeFaces(*reader, {}, stop, progress);
    };
    auto analysis = cached(cachePlace(m_folder, kFacesKind, *fingerprint), load, make,
                           [](const fs::path& file, const face::FaceAnalysis& made) {
                               return face::saveAnalysis(file, made);
                           });
    if (!analysis) {
        return core::passOn(analysis);
    }
    return std::make_shared<const face::FaceAnalysis>(std::move(*analysis));
}

Result<ConfidenceCurve> AnalysisCache::originalConfidence(
    const fs::path& film, std::shared_ptr<const media::FrameIndex> index,
    const face::FaceAnalysis& faces, const fs::path& models, std::stop_token stop,
    const core::ProgressCallback& progress) const {
    const auto fingerprint = core::fingerprintOfFile(film);
    if (!fingerprint) {
        return core::passOn(fingerprint);
    }
    const auto library = models::ModelLibrary::open(models);
    if (!library) {
        return core::passOn(library);
    }
    const auto model = library->verified(models::kLipSyncExpertRole);
    if (!model) {
        return core::passOn(model);
    }
    const SightStore store(m_folder, *fingerprint, model->entry.sha256);
    return cached(
        cachePlace(m_folder, kConfidenceKind, *fingerprint,
                   std::string_view(model->entry.sha256).substr(0, 16)),
        loadConfidence,
        [&] { return syncOfOriginal(film, index, faces, model->path, store, stop, progress); },
        saveConfidence);
}

std::int64_t AnalysisCache::bytes() const {
    std::int64_t sum = 0;
    for (const CacheFile& file : filesIn(m_folder)) {
        sum += file.bytes;
    }
    return sum;
}

Result<std::int64_t> AnalysisCache::shrinkTo(std::int64_t maximumBytes) const {
    const std::vector<CacheFile> files = filesIn(m_folder);
    std::int64_t left = bytes();
    std::int64_t freed = 0;
    for (const CacheFile& file : files) {
        if (left <= maximumBytes) {
            break;
        }
        std::error_code problem;
        fs::remove(file.path, problem);
        if (problem) {
            return core::Failure(core::errorFromErrno(problem.value(), file.path.string(),
                                                      "can not clear the cache"));
        }
        left -= file.bytes;
        freed += file.bytes;
    }
    return freed;
}

}  // namespace lipwright::dubbing
