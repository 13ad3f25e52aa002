// The change list for the conform: which frames of the film are another picture now.
#include "engine/project/edits_p.h"
#include "engine/project/interchange.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cctype>
#include <cstdio>

namespace lipwright::project {
namespace {

using Json = nlohmann::ordered_json;

/// Frames that change, and what is in them.
struct ChangedRange {
    core::FrameRange frames;
    std::string actor;
    std::string take;
    std::string text;
};

std::string takeName(const Take& take) {
    return take.name.empty() ? "Take " + std::to_string(take.id) : take.name;
}

void append(std::string& list, const std::string& item) {
    if (!item.empty() && list != item && !list.ends_with("; " + item)) {
        list += (list.empty() ? "" : "; ") + item;
    }
}

/// By first frame; touching and overlapping ones are one.
std::vector<ChangedRange> changedRanges(const Project& project) {
    std::vector<ChangedRange> ranges;
    for (const Segment& segment : project.segments) {
        const Take* take = segment.active();
        const auto frames =
            take != nullptr ? core::intersection(segment.frames, take->frames) : core::FrameRange{};
        if (!frames.empty() && segment.status != SegmentStatus::bypass) {
            ranges.push_back(
                {frames, displayName(project, segment.actor), takeName(*take), segment.text});
        }
    }
    std::ranges::stable_sort(ranges, {}, [](const ChangedRange& r) { return r.frames.first; });
    std::vector<ChangedRange> merged;
    for (ChangedRange& range : ranges) {
        if (merged.empty() || merged.back().frames.end < range.frames.first) {
            merged.push_back(std::move(range));
            continue;
        }
        ChangedRange& last = merged.back();
        last.frames.end = std::max(last.frames.end, range.frames.end);
        append(last.actor, range.actor);
        append(last.take, range.take);
        append(last.text, range.text);
    }
    return merged;
}

std::string filmName(const Project& project) {
    const auto stem = project.film.media.path.stem().u8string();
    return stem.empty() ? "Film" : std::string(stem.begin(), stem.end());
}

/// On one line, without control characters.
std::string oneLine(std::string text) {
    for (char& c : text) {
        c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return text;
}

/// CMX3600 knows eight capitals and digits.
std::string reelName(const Project& project) {
    std::string reel;
    for (const char c : filmName(project)) {
        if (reel.size() < 8 && std::isalnum(static_cast<unsigned char>(c)) != 0) {
            reel += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        }
    }
    return reel.empty() ? "FILM" : reel;
}

std::string toEdl(const Project& project, const core::TimecodeFormat& timecode) {
    std::string text = "TITLE: " + oneLine(filmName(project)) + "\n";
    text += timecode.dropFrame ? "FCM: DROP FRAME\n\n" : "FCM: NON-DROP FRAME\n\n";
    const std::string reel = reelName(project);
    int number = 0;
    for (const ChangedRange& range : changedRanges(project)) {
        const std::string in = core::toTimecode(range.frames.first, timecode);
        const std::string out = core::toTimecode(range.frames.end, timecode);
        std::array<char, 64> head{};
        std::snprintf(head.data(), head.size(), "%03d  %-8s V     C        ", ++number,
                      reel.c_str());
        text += head.data() + in + " " + out + " " + in + " " + out + "\n";
        text += "* FROM CLIP NAME: " + oneLine(range.actor) + "\n";
        text += "* COMMENT: " + oneLine(range.take) + "\n";
        if (!range.text.empty()) {
            text += "* COMMENT: " + oneLine(range.text) + "\n";
        }
    }
    return text;
}

/// Quoted, and harmless in a spreadsheet, which would run a field that begins like a formula.
std::string csvField(const std::string& text) {
    const bool formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    std::string field = formula ? "\"'" : "\"";
    for (const char c : text) {
        field += c == '"' ? "\"\"" : std::string(1, c);
    }
    return field + "\"";
}

std::string toCsv(const Project& project, const core::TimecodeFormat& timecode) {
    std::string text = "start,end,start frame,end frame,actor,take,text\r\n";
    for (const ChangedRange& range : changedRanges(project)) {
        text += core::toTimecode(range.frames.first, timecode) + ",";
        text += core::toTimecode(range.frames.end, timecode) + ",";
        text += std::to_string(range.frames.first) + "," + std::to_string(range.frames.end) + ",";
        text += csvField(range.actor) + "," + csvField(range.take) + "," + csvField(range.text);
        text += "\r\n";
    }
    return text;
}

class OtioWriter {
public:
    OtioWriter(const Project& project, const core::TimecodeFormat& timecode)
        : m_project(project),
          m_start(timecode.startFrame),
          m_rate(static_cast<double>(project.film.frameDenominator) / project.film.frameNumerator) {
    }

    [[nodiscard]] std::string text() const {
        Json items = Json::array();
        std::int64_t at = 0;
        for (const ChangedRange& changed : changedRanges(m_project)) {
            if (changed.frames.first > at) {
                items.push_back(gap(changed.frames.first - at));
            }
            items.push_back(clip(changed));
            at = changed.frames.end;
        }
        const Json track = {{"OTIO_SCHEMA", "Track.1"},  {"metadata", Json::object()},
                            {"name", "Changed picture"}, {"source_range", nullptr},
                            {"effects", Json::array()},  {"markers", Json::array()},
                            {"children", items},         {"kind", "Video"}};
        const Json stack = {{"OTIO_SCHEMA", "Stack.1"},
                            {"metadata", Json::object()},
                            {"name", "tracks"},
                            {"source_range", nullptr},
                            {"effects", Json::array()},
                            {"markers", Json::array()},
                            {"children", Json::array({track})}};
        const Json timeline = {{"OTIO_SCHEMA", "Timeline.1"},
                               {"metadata", Json::object()},
                               {"name", filmName(m_project)},
                               {"global_start_time", time(m_start)},
                               {"tracks", stack}};
        return timeline.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    }

private:
    [[nodiscard]] Json time(std::int64_t frames) const {
        return {{"OTIO_SCHEMA", "RationalTime.1"},
                {"rate", m_rate},
                {"value", static_cast<double>(frames)}};
    }
    [[nodiscard]] Json range(std::int64_t first, std::int64_t length) const {
        return {{"OTIO_SCHEMA", "TimeRange.1"},
                {"duration", time(length)},
                {"start_time", time(first)}};
    }
    [[nodiscard]] Json gap(std::int64_t length) const {
        return {{"OTIO_SCHEMA", "Gap.1"},
                {"metadata", Json::object()},
                {"name", ""},
                {"source_range", range(0, length)},
                {"effects", Json::array()},
                {"markers", Json::array()}};
    }
    [[nodiscard]] Json clip(const ChangedRange& changed) const {
        const auto path = m_project.film.media.path.generic_u8string();
        return {{"OTIO_SCHEMA", "Clip.1"},
                {"metadata",
                 {{"lipwright",
                   {{"actor", changed.actor}, {"take", changed.take}, {"text", changed.text}}}}},
                {"name", changed.text.empty() ? changed.actor : changed.text},
                {"source_range", range(m_start + changed.frames.first, changed.frames.length())},
                {"effects", Json::array()},
                {"markers", Json::array()},
                {"media_reference",
                 {{"OTIO_SCHEMA", "ExternalReference.1"},
                  {"metadata", Json::object()},
                  {"name", filmName(m_project)},
                  {"available_range", range(m_start, m_project.film.frameCount)},
                  {"target_url", std::string(path.begin(), path.end())}}}};
    }

    const Project& m_project;
    std::int64_t m_start;
    double m_rate;
};

}  // namespace

std::string changeList(const Project& project, ChangeListFormat format,
                       const core::TimecodeFormat& timecode) {
    switch (format) {
        case ChangeListFormat::edl:
            return toEdl(project, timecode);
        case ChangeListFormat::csv:
            return toCsv(project, timecode);
        case ChangeListFormat::otio:
            return OtioWriter(project, timecode).text();
    }
    return {};
}

}  // namespace lipwright::project
