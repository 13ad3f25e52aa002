// OpenTimelineIO's JSON: clips of the first video track, or markers where there are no clips.
#include "engine/core/jsondepth.h"
#include "engine/project/cuereader_p.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace lipwright::project {
namespace {

using Json = nlohmann::json;

bool is(const Json& item, std::string_view schema) {
    const auto found = item.is_object() ? item.find("OTIO_SCHEMA") : item.end();
    return item.is_object() && found != item.end() && found->is_string() &&
           found->get_ref<const std::string&>().starts_with(std::string(schema) + ".");
}

const Json* child(const Json& item, const char* key) {
    const auto found = item.is_object() ? item.find(key) : item.end();
    return item.is_object() && found != item.end() && !found->is_null() ? &*found : nullptr;
}

std::string nameOf(const Json& item) {
    const Json* name = child(item, "name");
    return name != nullptr && name->is_string() ? name->get<std::string>() : std::string();
}

/// Of a RationalTime; nothing where there is none or it is absurd.
std::optional<double> secondsOfTime(const Json* time) {
    const Json* value = time != nullptr ? child(*time, "value") : nullptr;
    const Json* rate = time != nullptr ? child(*time, "rate") : nullptr;
    if (value == nullptr || rate == nullptr || !value->is_number() || !rate->is_number()) {
        return std::nullopt;
    }
    const double seconds = value->get<double>() / rate->get<double>();
    const bool sane = rate->get<double>() > 0.0 && std::abs(seconds) <= kMaximumSeconds;
    return sane ? std::optional(seconds) : std::nullopt;
}

struct Span {
    double start = 0.0;
    double duration = 0.0;
};

std::optional<Span> spanOf(const Json* range) {
    if (range == nullptr) {
        return std::nullopt;
    }
    const auto start = secondsOfTime(child(*range, "start_time"));
    const auto duration = secondsOfTime(child(*range, "duration"));
    return start && duration && *duration >= 0.0 ? std::optional<Span>({*start, *duration})
                                                 : std::nullopt;
}

/// What a clip plays: its own range, or all of its media.
std::optional<Span> lengthOf(const Json& item) {
    if (const auto span = spanOf(child(item, "source_range"))) {
        return span;
    }
    const Json* media = child(item, "media_reference");
    if (const Json* several = child(item, "media_references"); media == nullptr && several) {
        const Json* key = child(item, "active_media_reference_key");
        const bool named = key != nullptr && key->is_string();
        media =
            child(*several, named ? key->get_ref<const std::string&>().c_str() : "DEFAULT_MEDIA");
    }
    return media != nullptr ? spanOf(child(*media, "available_range")) : std::nullopt;
}

class OtioReader {
public:
    explicit OtioReader(const CueClock& clock) : m_sink(clock) {}

    CueList read(const Json& timeline) {
        const Json* stack = child(timeline, "tracks");
        const Json* tracks = stack != nullptr ? child(*stack, "children") : nullptr;
        bool chosen = false;
        if (tracks != nullptr && tracks->is_array()) {
            for (const Json& track : *tracks) {
                const Json* kind = child(track, "kind");
                if (!chosen && is(track, "Track") && (kind == nullptr || *kind == "Video")) {
                    chosen = readTrack(track);
                }
            }
            if (!chosen) {
                for (const Json& track : *tracks) {
                    readMarkers(track, 0.0);
                }
            }
        }
        if (!chosen && stack != nullptr) {
            readMarkers(*stack, 0.0);
        }
        return m_sink.take();
    }

private:
    /// Whether it has any clip.
    bool readTrack(const Json& track) {
        const Json* items = child(track, "children");
        double at = 0.0;
        bool any = false;
        for (std::size_t i = 0; items != nullptr && items->is_array() && i < items->size(); ++i) {
            const Json& item = (*items)[i];
            const std::string where = "item " + std::to_string(i + 1);
            if (is(item, "Transition") || m_sink.full()) {
                continue;  // lies over the cut and takes no time of its own
            }
            const auto span = lengthOf(item);
            if (!span) {
                m_sink.note(where, "its length is not known; what follows was left out");
                return any;
            }
            if (is(item, "Clip")) {
                any = true;
                m_sink.add({framesOf(at, at + span->duration), nameOf(item), {}}, where);
            }
            at += span->duration;
            if (at > kMaximumSeconds) {
                m_sink.note(where, "the track is absurdly long; what follows was left out");
                return any;
            }
        }
        return any;
    }

    void readMarkers(const Json& owner, double at) {
        const Json* markers = child(owner, "markers");
        for (std::size_t i = 0; markers != nullptr && markers->is_array() && i < markers->size();
             ++i) {
            const auto span = spanOf(child((*markers)[i], "marked_range"));
            const std::string where = "marker " + std::to_string(i + 1);
            if (!span) {
                m_sink.note(where, "its time is not known");
            } else if (!m_sink.full()) {
                const double start = at + span->start;
                m_sink.add({framesOf(start, start + span->duration), nameOf((*markers)[i]), {}},
                           where);
            }
        }
    }

    /// A timeline begins at 0, whatever it is called.
    [[nodiscard]] core::FrameRange framesOf(double start, double end) const {
        const auto frame = [this](double seconds) {
            return seconds < 0.0 ? std::int64_t{-1} : m_sink.clock().frameAt(seconds);
        };
        return {frame(start), frame(end)};
    }

    CueSink m_sink;
};

}  // namespace

core::Result<CueList> cuesOfOtio(std::string_view text, const CueClock& clock,
                                 const std::string& place) {
    const auto refused = [&place](const std::string& reason, const std::string& where) {
        return core::fail(core::ErrorCode::unsupportedMedia, reason, place + where,
                          "Export the timeline again as OpenTimelineIO JSON");
    };
    if (core::nestsTooDeeply(text, 200)) {
        return refused("it nests too deeply", {});
    }
    try {
        const Json json = Json::parse(text);
        if (!is(json, "Timeline")) {
            return refused("it is not an OpenTimelineIO timeline", ", byte 1");
        }
        return OtioReader(clock).read(json);
    } catch (const Json::parse_error& error) {
        return refused("the file is damaged", ", byte " + std::to_string(error.byte));
    } catch (const std::exception& error) {
        return refused(std::string("the file is damaged: ") + error.what(), {});
    }
}

}  // namespace lipwright::project
