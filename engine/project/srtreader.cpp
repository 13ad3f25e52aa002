// SubRip: an index, "00:00:01,000 --> 00:00:02,500", lines of text, an empty line.
#include "engine/project/cuereader_p.h"

namespace lipwright::project {
namespace {

struct Times {
    double start = 0.0;
    double end = 0.0;
};

std::optional<Times> timesOf(std::string_view line) {
    const auto arrow = line.find("-->");
    if (arrow == std::string_view::npos) {
        return std::nullopt;
    }
    const auto start = secondsOf(line.substr(0, arrow));
    // Positions ("X1:40 ...") may follow the second time.
    const std::string_view rest = trimmed(line.substr(arrow + 3));
    const auto end = secondsOf(rest.substr(0, rest.find_first_of(" \t")));
    return start && end ? std::optional<Times>({*start, *end}) : std::nullopt;
}

/// Without "<i>", "</font>" and "{\an8}".
std::string plainText(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const bool style = text.front() == '{' && text.substr(0, 2) == "{\\";
        const std::string_view near = text.substr(0, 256);  // no mark is longer
        const auto end = text.front() == '<' ? near.find('>')
                         : style             ? near.find('}')
                                             : std::string_view::npos;
        if (end != std::string_view::npos) {
            text.remove_prefix(end + 1);
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return std::string(trimmed(plain));
}

bool isNumber(std::string_view line) {
    return !line.empty() && line.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

core::Result<CueList> cuesOfSrt(std::string_view text, const CueClock& clock,
                                const std::string& place) {
    CueSink sink(clock);
    Lines lines(text);
    std::optional<Times> times;
    std::string where;
    std::string said;
    bool any = false;
    const auto finish = [&] {
        if (times) {
            sink.addSeconds(times->start, times->end, plainText(said), {}, where);
        }
        times.reset();
        said.clear();
    };
    for (std::string_view line; !sink.full() && lines.next(line);) {
        line = trimmed(line);
        if (line.find("-->") != std::string_view::npos) {
            finish();
            times = timesOf(line);
            where = lines.where();
            any = any || times.has_value();
            if (!times) {
                sink.note(where, "two times like 00:00:01,000 --> 00:00:02,000 are expected");
            }
        } else if (line.empty()) {
            finish();
        } else if (times) {
            said += (said.empty() ? "" : "\n") + std::string(line);
        } else if (!isNumber(line)) {
            sink.note(lines.where(), "text without a time was left out");
        }
    }
    finish();
    if (!any) {
        return core::fail(core::ErrorCode::unsupportedMedia, "it holds no subtitles",
                          place + ", line 1", "Choose a SubRip (.srt) file in UTF-8");
    }
    return sink.take();
}

}  // namespace lipwright::project
