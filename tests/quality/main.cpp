// lipwright-quality MANIFEST OUT [SPLIT] [LIMIT]
// Dubs every clip of a split of a footage table with another speaker's sound and measures the
// results: OUT/results.csv, one row per clip, and contact sheets. Goes on where it stopped.
#include "engine/dubbing/dubfilm.h"
#include "engine/face/faceanalyzer.h"
#include "engine/media/videoreader.h"
#include "tests/quality/contactsheet.h"
#include "tests/quality/dubbedclip.h"
#include "tests/quality/footage.h"
#include "tests/quality/identicalfilm.h"
#include "tests/quality/syncofclip.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>

namespace {

using namespace lipwright;

using quality::Clip;

/// Sound of another speaker, at least as long if there is one: the next such clip in the table.
const Clip& voiceFor(const std::vector<Clip>& clips, std::size_t index) {
    const Clip* any = nullptr;
    for (std::size_t i = 1; i < clips.size(); ++i) {
        const Clip& other = clips[(index + i) % clips.size()];
        if (other.speaker == clips[index].speaker) {
            continue;
        }
        any = any == nullptr ? &other : any;
        if (other.seconds >= 0.9 * clips[index].seconds) {
            return other;
        }
    }
    return *any;
}

std::set<std::string> finishedIds(const std::filesystem::path& csv) {
    std::set<std::string> ids;
    std::ifstream file(csv);
    for (std::string line; std::getline(file, line);) {
        ids.insert(line.substr(0, line.find(',')));
    }
    return ids;
}

std::string firstLine(std::string text) {
    for (char& c : text) {
        c = c == ',' || c == '\n' ? ';' : c;
    }
    return text;
}

/// The columns of what both judges say of a film: LSE-C, LSE-D, confidence without a shift, offset.
std::string syncCells(const quality::SyncOfBoth& sync) {
    std::string cells;
    for (const evaluation::SyncScore& score : sync) {
        char part[80];
        std::snprintf(part, sizeof part, ",%.4f,%.4f,%.4f,%d", score.lseC, score.lseD,
                      score.confidenceAtZero, score.avOffset);
        cells += part;
    }
    return cells;
}

/// The original as it was, the new sound on the old picture, the dubbed film.
core::Result<std::string> syncRow(const Clip& clip, const face::FaceAnalysis& before,
                                  const std::filesystem::path& dubbed,
                                  const face::FaceAnalysis& after, const quality::Judges& judges) {
    const auto original = quality::syncOfClip(clip.file, before, clip.file, judges);
    const auto undubbed = quality::syncOfClip(clip.file, before, dubbed, judges);
    const auto now = quality::syncOfClip(dubbed, after, dubbed, judges);
    for (const auto* sync : {&original, &undubbed, &now}) {
        if (!*sync) {
            return core::passOn(*sync);
        }
    }
    return syncCells(*original) + syncCells(*undubbed) + syncCells(*now);
}

core::Result<std::string> measure(const Clip& clip, const Clip& voice,
                                  const std::filesystem::path& out,
                                  const std::filesystem::path& models,
                                  const quality::Judges& judges) {
    const auto work = out / "work";
    std::filesystem::remove_all(work);
    std::filesystem::create_directories(work / "takes");
    dubbing::DubRequest request;
    request.film = clip.file;
    request.voice = voice.file;
    request.output = work / "dubbed.mkv";
    request.models = models;
    request.codec = media::VideoCodec::ffv1;
    request.takes = work / "takes";
    request.allowUntouched = true;
    request.consent = "research footage";
    const auto start = std::chrono::steady_clock::now();
    const auto outcome = dubbing::dubFilm(request);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (!outcome) {
        return core::passOn(outcome);
    }
    auto takes = quality::openTakes(work / "takes");
    if (!takes) {
        return core::passOn(takes);
    }
    auto originalReader = media::VideoReader::open(clip.file);
    auto dubbedReader = media::VideoReader::open(request.output);
    if (!originalReader || !dubbedReader) {
        return core::passOn(originalReader ? dubbedReader : originalReader);
    }
    const auto before = face::analyzeFaces(*originalReader, {});
    const auto after = face::analyzeFaces(*dubbedReader, {});
    if (!before || !after) {
        return core::passOn(before ? after : before);
    }
    const auto following = quality::mouthFollowing(*before, *after, *takes);
    const auto pictures = quality::pictureQuality(clip.file, request.output, *takes);
    const auto same = quality::compareFilms(clip.file, request.output, *takes);
    if (!pictures || !same) {
        return pictures ? core::passOn(same) : core::passOn(pictures);
    }
    std::vector<std::int64_t> moments;
    const std::int64_t frames = outcome->frames;
    for (int i = 0; i < 8; ++i) {
        moments.push_back(frames * (2 * i + 1) / 16);
    }
    if (const auto sheet =
            quality::writeContactSheet(clip.file, request.output, *before, moments, out / clip.id);
        !sheet) {
        return core::passOn(sheet);
    }
    const auto sync = syncRow(clip, *before, request.output, *after, judges);
    if (!sync) {
        return core::passOn(sync);
    }
    char row[512];
    std::snprintf(row, sizeof row,
                  "%s,%s,ok,%.2f,%lld,%lld,%d,%d,%lld,%lld,%.4f,%d,%.4f,%.4f,%.4f,"
                  "%.4f,%.4f,%.2f",
                  clip.id.c_str(), voice.id.c_str(), clip.seconds,
                  static_cast<long long>(outcome->frames),
                  static_cast<long long>(outcome->dubbedFrames), same->sameFrames ? 1 : 0,
                  same->sameFormat ? 1 : 0, static_cast<long long>(same->changedInside),
                  static_cast<long long>(same->changedOutside), same->audioStartSeconds,
                  following.frames, following.wantedOpening, following.wantedWidth,
                  following.oldOpening, pictures->sharpness, pictures->flicker, taken.count());
    return row + *sync;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: lipwright-quality MANIFEST OUT [SPLIT] [LIMIT]\n";
        return 2;
    }
    const char* chosen = std::getenv("LIPWRIGHT_MODELS");
    const std::filesystem::path models = chosen == nullptr ? "models" : chosen;
    const auto judges = quality::Judges::load(models);
    if (!judges) {
        std::cerr << judges.error().text() << "\n";
        return 1;
    }
    const std::filesystem::path out = argv[2];
    std::filesystem::create_directories(out);
    const auto clips = quality::readClips(argv[1], argc > 3 ? argv[3] : "test");
    const std::size_t limit = argc > 4 ? std::strtoul(argv[4], nullptr, 10) : clips.size();
    const auto done = finishedIds(out / "results.csv");
    std::ofstream csv(out / "results.csv", std::ios::app);
    if (done.empty()) {
        csv << "id,voice,status,seconds,frames,dubbed_frames,same_frames,same_format,changed_"
               "inside,"
               "changed_outside,audio_start,measured_frames,corr_wanted_opening,corr_wanted_width,"
               "corr_old_opening,sharpness,flicker,dub_seconds";
        for (const char* film : {"original", "undubbed", "dubbed"}) {
            for (const char* judge : {"expert", "judge"}) {
                for (const char* value : {"lse_c", "lse_d", "confidence_at_zero", "av_offset"}) {
                    csv << ',' << film << '_' << judge << '_' << value;
                }
            }
        }
        csv << '\n';
    }
    for (std::size_t i = 0; i < clips.size() && i < limit; ++i) {
        if (done.contains(clips[i].id)) {
            continue;
        }
        const Clip& voice = voiceFor(clips, i);
        const auto row = measure(clips[i], voice, out, models, *judges);
        csv << (row ? *row : clips[i].id + "," + voice.id + "," + firstLine(row.error().text()))
            << std::endl;
        std::cout << i + 1 << "/" << clips.size() << " " << clips[i].id << std::endl;
    }
    std::filesystem::remove_all(out / "work");
    return 0;
}
