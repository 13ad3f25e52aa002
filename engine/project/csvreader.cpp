// Tables with a header that names its columns: start, end, text, actor, in any order.
#include "engine/project/cuereader_p.h"

#include <algorithm>

namespace lipwright::project {
namespace {

constexpr std::size_t kMaximumColumns = 256;

/// A row of the table and the line it begins at.
struct Row {
    std::vector<std::string> fields;
    std::int64_t line = 1;
};

/// RFC 4180 with any separator: quoted fields may hold separators, quotes and line ends.
class Table {
public:
    Table(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    bool next(Row& row) {
        row.fields.assign(1, {});
        row.line = m_line;
        if (m_at >= m_text.size()) {
            return false;
        }
        bool quoted = false;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            m_line += c == '\n' ? 1 : 0;
            if (quoted) {
                quoted = insideQuotes(c, row.fields.back());
            } else if (c == '"' && trimmed(row.fields.back()).empty()) {
                row.fields.back().clear();
                quoted = true;
            } else if (c == m_separator && row.fields.size() < kMaximumColumns) {
                row.fields.emplace_back();
            } else if (c == '\n') {
                ++m_at;
                return true;
            } else if (c != '\r') {
                row.fields.back() += c;
            }
        }
        return true;
    }

private:
    bool insideQuotes(char c, std::string& field) {
        if (c != '"') {
            field += c;
            return true;
        }
        if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
            field += c;
            ++m_at;
            return true;
        }
        return false;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
};

struct Columns {
    std::optional<std::size_t> start, end, text, actor;
};

Columns columnsOf(const std::vector<std::string>& header) {
    Columns columns;
    const auto find = [&](std::initializer_list<std::string_view> names) {
        std::optional<std::size_t> column;
        for (std::size_t i = 0; i < header.size() && !column; ++i) {
            if (std::ranges::find(names, lowerCase(trimmed(header[i]))) != names.end()) {
                column = i;
            }
        }
        return column;
    };
    columns.start = find({"start", "in", "start timecode", "timecode in", "tc in"});
    columns.end = find({"end", "out", "end timecode", "timecode out", "tc out"});
    columns.text = find({"text", "dialogue", "dialog", "line", "subtitle"});
    columns.actor = find({"actor", "character", "role", "speaker"});
    return columns;
}

char separatorOf(std::string_view text) {
    const std::string_view header = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    for (const char candidate : {',', ';', '\t'}) {
        if (std::ranges::count(header, candidate) > std::ranges::count(header, best)) {
            best = candidate;
        }
    }
    return best;
}

/// A timecode (four fields), h:m:s.ms or seconds, as a film frame.
std::optional<std::int64_t> frameOf(const std::string& text, const CueClock& clock) {
    const auto colons = std::ranges::count_if(text, [](char c) { return c == ':' || c == ';'; });
    if (colons == 3) {
        const auto frame = core::frameOfTimecode(text, clock.timecode);
        return frame ? std::optional(*frame) : std::nullopt;
    }
    const auto seconds = secondsOf(text);
    return seconds ? std::optional(clock.frameAt(*seconds)) : std::nullopt;
}

std::string fieldOf(const Row& row, std::optional<std::size_t> column) {
    return column && *column < row.fields.size() ? std::string(trimmed(row.fields[*column]))
                                                 : std::string();
}

}  // namespace

core::Result<CueList> cuesOfCsv(std::string_view text, const CueClock& clock,
                                const std::string& place) {
    Table table(text, separatorOf(text));
    Row row;
    const Columns columns = table.next(row) ? columnsOf(row.fields) : Columns{};
    if (!columns.start || !columns.end) {
        return core::fail(core::ErrorCode::unsupportedMedia,
                          "a header with the columns start and end is expected", place + ", line 1",
                          "Name the columns start, end, text and actor");
    }
    CueSink sink(clock);
    while (!sink.full() && table.next(row)) {
        const std::string where = "line " + std::to_string(row.line);
        if (row.fields.size() == 1 && trimmed(row.fields.front()).empty()) {
            continue;
        }
        const auto first = frameOf(fieldOf(row, columns.start), clock);
        const auto end = frameOf(fieldOf(row, columns.end), clock);
        if (!first || !end) {
            sink.note(where, "its start or end is not a time");
            continue;
        }
        sink.add({{*first, *end}, fieldOf(row, columns.text), fieldOf(row, columns.actor)}, where);
    }
    return sink.take();
}

}  // namespace lipwright::project
