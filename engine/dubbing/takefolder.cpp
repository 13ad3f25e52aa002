#include "engine/core/utctime.h"
#include "engine/dubbing/takefolder_p.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>

namespace lipwright::dubbing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSegment = "segment";
constexpr const char* kTake = "take";
constexpr const char* kQuality = "quality";
constexpr const char* kEngine = "engine";
constexpr const char* kOffset = "offset microseconds";
constexpr const char* kGate = "silence gate decibels";
constexpr const char* kModel = "actor model";
constexpr const char* kArticulation = "articulation";
constexpr const char* kLiveliness = "liveliness";
constexpr const char* kShape = "shape edit";  ///< "frame opening width rounding" per shaped frame
constexpr const char* kFilm = "film fingerprint";
constexpr const char* kVoice = "voice fingerprint";
constexpr const char* kDraft = "draft";
constexpr const char* kFinal = "final";

using Sources = std::map<std::string, std::string>;

std::string textOf(const Sources& sources, const char* key) {
    const auto found = sources.find(key);
    return found == sources.end() ? std::string() : found->second;
}

std::optional<std::int64_t> numberOf(const Sources& sources, const char* key) {
    const std::string text = textOf(sources, key);
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = problem == std::errc() && end == text.data() + text.size();
    return whole && !text.empty() ? std::optional(value) : std::nullopt;
}

template <typename T>
std::string textOfNumber(T value) {
    char text[32];
    const auto [end, problem] = std::to_chars(std::begin(text), std::end(text), value);
    return problem == std::errc() ? std::string(text, end) : std::string();
}

double realOf(const Sources& sources, const char* key, double usual) {
    const std::string text = textOf(sources, key);
    double value = usual;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::isfinite(value) ? value : usual;
}

std::string textOfShape(const project::ShapeEdit& shape) {
    std::string text;
    for (const auto& [frame, control] : shape) {
        text += (text.empty() ? "" : " ") + textOfNumber(frame);
        for (const float value : {control.opening, control.width, control.rounding}) {
            text += " " + textOfNumber(value);
        }
    }
    return text;
}

project::ShapeEdit shapeOf(const std::string& text) {
    project::ShapeEdit shape;
    std::istringstream stream(text);
    std::int64_t frame = 0;
    std::string opening;
    std::string width;
    std::string rounding;
    const auto number = [](const std::string& word) {
        float value = 0.0F;
        std::from_chars(word.data(), word.data() + word.size(), value);
        return std::isfinite(value) ? value : 0.0F;
    };
    while (stream >> frame >> opening >> width >> rounding) {
        shape[frame] = {number(opening), number(width), number(rounding)};
    }
    return shape;
}

std::int64_t bytesIn(const fs::path& folder) {
    std::int64_t sum = 0;
    std::error_code problem;
    for (auto entry = fs::directory_iterator(folder, problem);
         !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        std::error_code gone;
        const auto bytes = entry->file_size(gone);
        sum += gone ? 0 : static_cast<std::int64_t>(bytes);
    }
    return sum;
}

/// "2026-11-21T07:35:00Z" of the moment the sidecar was written: the last thing of a take.
std::string writtenAt(const fs::path& sidecar) {
    std::error_code problem;
    const auto written = fs::last_write_time(sidecar, problem);
    const auto age =
        problem ? fs::file_time_type::duration::zero() : fs::file_time_type::clock::now() - written;
    const auto instant = std::chrono::system_clock::now() -
                         std::chrono::duration_cast<std::chrono::system_clock::duration>(age);
    return core::utcText(instant);
}

std::set<fs::path> knownFolders(const project::Project& project) {
    std::set<fs::path> known;
    for (const project::Segment& segment : project.segments) {
        for (const project::Take& take : segment.takes) {
            known.insert(take.folder.lexically_normal());
        }
    }
    return known;
}

/// The take of a folder, when it is whole and of a segment of this project.
std::optional<FoundTake> adopt(const project::Project& project, const fs::path& takes,
                               const fs::path& name) {
    const auto reader = synthesis::TakeReader::open(takes / name);
    if (!reader) {
        return std::nullopt;
    }
    const Sources& sources = reader->take().origin.sources;
    const auto segment = numberOf(sources, kSegment);
    const std::string film = textOf(sources, kFilm);
    const std::string& wanted = project.film.media.fingerprint;
    if (!segment || project.segment(*segment) == nullptr || (!wanted.empty() && film != wanted)) {
        return std::nullopt;
    }
    return FoundTake{*segment, projectTake(reader->take(), takes, name)};
}

}  // namespace

std::map<std::string, std::string> originOf(const RenderOrder& order,
                                            const std::string& filmFingerprint,
                                            const std::string& voiceFingerprint) {
    const bool draft = order.quality == project::TakeQuality::draft;
    return {{kSegment, std::to_string(order.segment.id)},
            {kTake, std::to_string(order.take)},
            {kQuality, draft ? kDraft : kFinal},
            {kEngine, order.segment.settings.engine},
            {kOffset, std::to_string(order.segment.settings.offsetMicroseconds)},
            {kGate, textOfNumber(order.segment.settings.silenceGateDecibels)},
            {kModel, order.segment.settings.model},
            {kArticulation, textOfNumber(order.segment.settings.articulation)},
            {kLiveliness, textOfNumber(order.segment.settings.liveliness)},
            {kShape, textOfShape(order.segment.shape)},
            {kFilm, filmFingerprint},
            {kVoice, voiceFingerprint}};
}

synthesis::EngineSettings engineSettings(const project::SegmentSettings& settings) {
    synthesis::EngineSettings result;
    result.strength = settings.strength;
    result.feather = settings.feather;
    result.fadeFrames = settings.fadeFrames;
    result.pickedFrames = settings.pickedFrames;
    result.bannedFrames = settings.bannedFrames;
    return result;
}

project::Take projectTake(const synthesis::Take& take, const fs::path& takes,
                          const fs::path& name) {
    const Sources& sources = take.origin.sources;
    project::Take result;
    result.id = numberOf(sources, kTake).value_or(0);
    result.folder = name;
    result.frames = {take.firstFrame, take.endFrame()};
    result.quality = textOf(sources, kQuality) == kDraft ? project::TakeQuality::draft
                                                         : project::TakeQuality::final;
    if (const std::string engine = textOf(sources, kEngine); !engine.empty()) {
        result.settings.engine = engine;
    }
    result.settings.strength = take.settings.strength;
    result.settings.feather = take.settings.feather;
    result.settings.fadeFrames = take.settings.fadeFrames;
    result.settings.pickedFrames = take.settings.pickedFrames;
    result.settings.bannedFrames = take.settings.bannedFrames;
    result.settings.offsetMicroseconds = numberOf(sources, kOffset).value_or(0);
    result.settings.silenceGateDecibels =
        realOf(sources, kGate, project::SegmentSettings::kNoSilenceGate);
    result.settings.model = textOf(sources, kModel);
    result.settings.articulation = realOf(sources, kArticulation, 0.0);
    result.settings.liveliness = realOf(sources, kLiveliness, 0.0);
    result.shape = shapeOf(textOf(sources, kShape));
    result.engine = take.engine;
    result.models = take.origin.models;
    result.created = writtenAt(takes / name / synthesis::kTakeSidecar);
    result.bytes = bytesIn(takes / name);
    return result;
}

std::vector<FoundTake> findLostTakes(const project::Project& project, const fs::path& takes,
                                     std::optional<fs::file_time_type> savedAt) {
    const std::set<fs::path> known = knownFolders(project);
    std::set<fs::path> unknown;
    std::error_code problem;
    for (auto entry = fs::directory_iterator(takes, problem);
         !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        const fs::path name = entry->path().filename();
        std::error_code gone;
        const auto finished = fs::last_write_time(entry->path() / synthesis::kTakeSidecar, gone);
        const bool fresh = !gone && (!savedAt || finished > *savedAt);
        if (fresh && !name.string().starts_with(".") && !known.contains(name)) {
            unknown.insert(name);
        }
    }
    std::vector<FoundTake> found;
    for (const fs::path& name : unknown) {
        if (auto take = adopt(project, takes, name)) {
            found.push_back(std::move(*take));
        }
    }
    return found;
}

}  // namespace lipwright::dubbing
