// CMX3600: "001  REEL  V  C  srcIn srcOut recIn recOut" and comments that begin with an asterisk.
#include "engine/project/cuereader_p.h"

#include <algorithm>
#include <cctype>

namespace lipwright::project {
namespace {

std::vector<std::string_view> wordsOf(std::string_view line) {
    std::vector<std::string_view> words;
    for (line = trimmed(line); !line.empty() && words.size() < 16; line = trimmed(line)) {
        const auto end = std::min(line.find_first_of(" \t"), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return words;
}

bool isTimecode(std::string_view word) {
    return word.size() >= 11 && word.size() <= 12 && std::isdigit(word.front()) != 0 &&
           std::ranges::count_if(word, [](char c) { return c == ':' || c == ';'; }) == 3;
}

class EdlReader {
public:
    EdlReader(const CueClock& clock, std::string place)
        : m_sink(clock), m_place(std::move(place)), m_dropFrame(clock.timecode.dropFrame) {}

    core::Result<CueList> read(std::string_view text) {
        Lines lines(text);
        for (std::string_view line; !m_sink.full() && lines.next(line);) {
            line = trimmed(line);
            if (line.starts_with("*")) {
                comment(trimmed(line.substr(1)));
            } else if (line.starts_with("FCM")) {
                countingMode(line, lines.where());
            } else if (!line.empty() && std::isdigit(static_cast<unsigned char>(line.front()))) {
                if (auto done = event(line, lines.where()); !done) {
                    return core::passOn(done);
                }
            } else if (line.starts_with("M2")) {
                m_sink.note(lines.where(), "the change of speed was ignored");
            }
        }
        finish();
        if (!m_any) {
            return core::fail(core::ErrorCode::unsupportedMedia, "it holds no events",
                              m_place + ", line 1", "Choose an edit list in CMX3600 form");
        }
        return m_sink.take();
    }

private:
    void countingMode(std::string_view line, const std::string& where) {
        m_dropFrame = line.find("NON") == std::string_view::npos;
        if (m_dropFrame != m_sink.clock().timecode.dropFrame) {
            m_sink.note(where, m_dropFrame
                                   ? "the list counts in drop-frame, the film does not"
                                   : "the list counts in non-drop-frame, the film does not");
        }
    }

    void comment(std::string_view text) {
        constexpr std::string_view kName = "FROM CLIP NAME:";
        constexpr std::string_view kLocator = "LOC:";
        if (!m_event) {
            return;
        }
        if (text.starts_with(kName)) {
            m_event->actor = trimmed(text.substr(kName.size()));
        } else if (text.starts_with(kLocator)) {
            // "* LOC: 01:00:02:00 GREEN   what is said"
            std::string_view rest = trimmed(text.substr(kLocator.size()));
            for (int word = 0; word < 2; ++word) {
                rest = trimmed(rest.substr(std::min(rest.find_first_of(" \t"), rest.size())));
            }
            append(rest);
        } else if (text.starts_with("COMMENT:")) {
            append(trimmed(text.substr(8)));
        }
    }

    void append(std::string_view text) {
        m_event->text += (m_event->text.empty() ? "" : " ") + std::string(text);
    }

    core::Result<std::int64_t> frameOf(std::string_view word, const std::string& where) const {
        core::TimecodeFormat format = m_sink.clock().timecode;
        const std::int64_t start = format.startFrame;
        format.startFrame = 0;
        format.dropFrame = m_dropFrame;
        const auto frame = core::frameOfTimecode(word, format);
        if (!frame) {
            return core::fail(core::ErrorCode::unsupportedMedia,
                              "'" + std::string(word) + "' is no timecode of this film",
                              m_place + ", " + where, frame.error().remedy);
        }
        return *frame - start;
    }

    core::Result<void> event(std::string_view line, const std::string& where) {
        const auto words = wordsOf(line);
        if (words.size() < 8 || !std::all_of(words.end() - 4, words.end(), isTimecode)) {
            return core::fail(core::ErrorCode::unsupportedMedia,
                              "an event with four timecodes is expected here",
                              m_place + ", " + where, "Export the list again as CMX3600");
        }
        finish();
        m_any = true;
        const auto first = frameOf(words[words.size() - 2], where);
        const auto end = frameOf(words[words.size() - 1], where);
        if (!first || !end) {
            return core::passOn(first ? end : first);
        }
        if (!words[2].starts_with("V") && !words[2].starts_with("B")) {
            return {};  // sound only
        }
        if (words[1] == "BL" || words[1] == "BLK") {
            return {};
        }
        if (words[3] != "C") {
            m_sink.note(where, "the transition was taken as a cut");
        }
        if (*first != *end) {  // an outgoing clip of a dissolve has no length
            m_event = Cue{{*first, *end}, {}, {}};
            m_where = where;
        }
        return {};
    }

    void finish() {
        if (m_event) {
            m_sink.add(std::move(*m_event), m_where);
        }
        m_event.reset();
    }

    CueSink m_sink;
    std::string m_place;
    bool m_dropFrame;
    std::optional<Cue> m_event;
    std::string m_where;
    bool m_any = false;
};

}  // namespace

core::Result<CueList> cuesOfEdl(std::string_view text, const CueClock& clock,
                                const std::string& place) {
    return EdlReader(clock, place).read(text);
}

}  // namespace lipwright::project
