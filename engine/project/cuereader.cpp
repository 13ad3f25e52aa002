#include "engine/core/atomicfile.h"
#include "engine/project/cuereader_p.h"
#include "engine/project/edits_p.h"

#include <charconv>
#include <cmath>

namespace lipwright::project {

void CueSink::add(Cue cue, const std::string& where) {
    const std::int64_t count = m_clock.frameCount;
    if (cue.frames.empty()) {
        note(where, "the cue has no length");
        return;
    }
    if (cue.frames.first >= count || cue.frames.end <= 0) {
        note(where, "the cue lies outside of the film");
        return;
    }
    if (cue.frames.first < 0 || cue.frames.end > count) {
        note(where, "the cue reaches beyond the film and was cut");
    }
    cue.frames = core::intersection(cue.frames, {0, count});
    if (cue.text.size() > kMaximumText || cue.actor.size() > kMaximumText) {
        note(where, "its text is too long");
        return;
    }
    m_list.cues.push_back(std::move(cue));
}

void CueSink::addSeconds(double start, double end, std::string text, std::string actor,
                         const std::string& where) {
    if (!(end > start)) {
        note(where, "the cue has no length");
        return;
    }
    add({{m_clock.frameAt(start), m_clock.frameAt(end)}, std::move(text), std::move(actor)}, where);
}

void CueSink::note(const std::string& where, const std::string& what) {
    if (m_list.notes.size() < kMaximumNotes) {
        m_list.notes.push_back(where + ": " + what);
    } else {
        ++m_silenced;
    }
}

CueList CueSink::take() {
    if (full()) {
        note("the file", "only the first " + std::to_string(kMaximumCues) + " cues were read");
    }
    if (m_silenced > 0) {
        m_list.notes.push_back("and " + std::to_string(m_silenced) + " more");
    }
    std::ranges::stable_sort(m_list.cues, {}, [](const Cue& cue) { return cue.frames.first; });
    return std::move(m_list);
}

bool Lines::next(std::string_view& line) {
    if (m_rest.empty()) {
        return false;
    }
    const auto end = m_rest.find_first_of("\r\n");
    line = m_rest.substr(0, end);
    if (end == std::string_view::npos) {
        m_rest = {};
    } else {
        m_rest.remove_prefix(m_rest.substr(end, 2) == "\r\n" ? end + 2 : end + 1);
    }
    ++m_number;
    return true;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return lower;
}

std::optional<double> secondsOf(std::string_view text) {
    double sum = 0.0;
    std::string_view rest = trimmed(text);
    for (int part = 0; part < 3; ++part) {
        const auto colon = rest.find(':');
        std::string digits(rest.substr(0, colon));
        std::ranges::replace(digits, ',', '.');
        const bool plain = !digits.empty() && digits.size() < 20 &&
                           digits.find_first_not_of("0123456789.") == std::string::npos;
        double value = 0.0;
        const char* end = digits.data() + digits.size();
        const auto [stop, problem] = std::from_chars(digits.data(), end, value);
        if (!plain || problem != std::errc{} || stop != end) {
            return std::nullopt;
        }
        sum = sum * 60.0 + value;
        if (colon == std::string_view::npos) {
            return sum <= kMaximumSeconds ? std::optional(sum) : std::nullopt;
        }
        rest.remove_prefix(colon + 1);
    }
    return std::nullopt;
}

core::Result<CueList> importCues(const std::filesystem::path& file, const CueClock& clock) {
    const std::string kind = lowerCase(file.extension().string());
    using Reader = core::Result<CueList> (*)(std::string_view, const CueClock&, const std::string&);
    const std::map<std::string, Reader> readers = {
        {".srt", cuesOfSrt}, {".edl", cuesOfEdl}, {".csv", cuesOfCsv}, {".otio", cuesOfOtio}};
    const auto reader = readers.find(kind);
    if (reader == readers.end()) {
        return core::fail(core::ErrorCode::invalidArgument, "it is not a list of cues",
                          file.string(), "Choose an SRT, EDL, CSV or OTIO file");
    }
    const auto text = core::readSmallFile(file, kMaximumCueFile);
    if (!text) {
        return core::passOn(text);
    }
    std::string_view content = *text;
    if (content.starts_with("\xEF\xBB\xBF")) {
        content.remove_prefix(3);
    }
    return reader->second(content, clock, file.string());
}

}  // namespace lipwright::project
