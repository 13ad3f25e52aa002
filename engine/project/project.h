// A dubbing project as plain values: the film, the dub tracks, the cast, the segments and their
// takes. Nothing here reads media or draws; edits are free functions (edits.h), the file format is
// serializer.h's. Copies are cheap enough to hand to a worker (3,000 segments: a few milliseconds).
#pragma once

#include "engine/core/framerange.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lipwright::project {

/// Names a thing within one project for good; never reused. 0 names nothing.
using Id = std::int64_t;

/// A file outside of the project. `path` is absolute in memory, relative to the project on disk
/// where that is possible. `fingerprint` (core::fingerprintOfFile) tells the same file elsewhere.
struct MediaReference {
    std::filesystem::path path;
    std::string fingerprint;  ///< empty while not yet known
    std::int64_t bytes = 0;
    friend bool operator==(const MediaReference&, const MediaReference&) = default;
};

/// What the project must know of the film without opening it.
struct Film {
    MediaReference media;
    std::int64_t frameCount = 0;
    std::int32_t frameNumerator = 1;  ///< nominal frame duration, seconds
    std::int32_t frameDenominator = 25;
    std::string startTimecode;  ///< empty: none
    friend bool operator==(const Film&, const Film&) = default;
};

struct DubTrack {
    Id id = 0;
    std::string name;
    std::string language;  ///< ISO 639-2 ("ukr"), may be empty
    MediaReference media;
    int stream = 0;                       ///< ordinal among the file's audio streams
    std::int64_t offsetMicroseconds = 0;  ///< where its beginning lies on the film's timeline
    double gainDecibels = 0.0;
    bool muted = false;
    bool solo = false;
    std::optional<int> actor;  ///< whose voice it is; nothing: who speaks is found per segment
    friend bool operator==(const DubTrack&, const DubTrack&) = default;
};

/// Who agreed that this face is re-synthesised, when, and for what.
struct Consent {
    std::string person;     ///< who agreed
    std::string date;       ///< ISO 8601, "2026-11-21"
    std::string scope;      ///< for what: "Ukrainian dub, all media"
    std::string reference;  ///< where the agreement is kept, may be empty
    friend bool operator==(const Consent&, const Consent&) = default;
};

/// A person of the film, by the number face analysis gave.
struct CastMember {
    int actor = 0;
    std::string name;  ///< empty: "Actor 1"
    std::optional<Consent> consent;
    friend bool operator==(const CastMember&, const CastMember&) = default;
};

enum class SegmentStatus { fresh, rendered, review, approved, bypass };
enum class TakeQuality { draft, final };

/// How a segment's mouth is made; the defaults are those of synthesis::EngineSettings.
struct SegmentSettings {
    std::string engine = "warped";
    double strength = 1.0;                ///< scales the mouth's movement, 0..2
    double feather = 0.12;                ///< soft edge of the mask, head units, 0..0.5
    int fadeFrames = 4;                   ///< 0..25
    std::int64_t offsetMicroseconds = 0;  ///< the mouth moves this much later than the voice
    friend bool operator==(const SegmentSettings&, const SegmentSettings&) = default;
};

/// One rendered result, kept as a folder of patches (synthesis::Take).
struct Take {
    Id id = 0;
    std::string name;              ///< what the user calls it, may be empty
    std::filesystem::path folder;  ///< relative to the project's take folder
    core::FrameRange frames;       ///< what was rendered
    TakeQuality quality = TakeQuality::final;
    SegmentSettings settings;
    std::string engine;                         ///< "warped 1"
    std::map<std::string, std::string> models;  ///< role -> sha256
    std::string created;                        ///< ISO 8601 with time, UTC
    std::int64_t bytes = 0;
    double seconds = 0.0;  ///< that rendering took
    friend bool operator==(const Take&, const Take&) = default;
};

/// A stretch of dialogue to be re-lipped on one face.
struct Segment {
    Id id = 0;
    core::FrameRange frames;
    int actor = 0;
    int track = -1;  ///< face track (face::FaceTrack::id); -1: the actor's track that covers most
    Id dubTrack = 0;
    SegmentStatus status = SegmentStatus::fresh;
    SegmentSettings settings;
    std::string text;  ///< what is said, from an imported cue
    std::string notes;
    std::vector<Take> takes;  ///< oldest first
    Id activeTake = 0;        ///< 0: the original picture

    [[nodiscard]] const Take* active() const;
    friend bool operator==(const Segment&, const Segment&) = default;
};

struct Marker {
    Id id = 0;
    std::int64_t frame = 0;
    std::string name;
    friend bool operator==(const Marker&, const Marker&) = default;
};

struct Project {
    Film film;
    std::vector<DubTrack> dubs;
    std::vector<CastMember> cast;
    std::vector<Segment> segments;  ///< by first frame, then by id
    std::vector<Marker> markers;    ///< by frame
    std::optional<core::FrameRange> inOut;
    Id nextId = 1;

    [[nodiscard]] const Segment* segment(Id id) const;
    [[nodiscard]] const DubTrack* dub(Id id) const;
    [[nodiscard]] const CastMember* member(int actor) const;
    friend bool operator==(const Project&, const Project&) = default;
};

/// "Oksana", or "Actor 2" for the second without a name.
[[nodiscard]] std::string displayName(const Project& project, int actor);

}  // namespace lipwright::project
