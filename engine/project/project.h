// A dubbing project as plain values: the film, the dub tracks, the cast, the segments and their
// takes. Nothing here reads media or draws; edits are free functions (edits.h), the file format is
// serializer.h's. Copies are cheap enough to hand to a worker (3,000 segments: a few milliseconds).
#pragma once

#include "engine/core/framerange.h"

#include <array>
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
    /// Where the voice's level stays below this for longer than a pause the mouth rests, dB below
    /// full scale; kNoSilenceGate: the network alone decides.
    double silenceGateDecibels = kNoSilenceGate;
    std::string model;  ///< models::ActorModel::id; empty: the universal networks
    /// The speaking style, from what the model was fitted to: more (1) or less (-1) articulated,
    /// livelier (1) or calmer (-1).
    double articulation = 0.0;
    double liveliness = 0.0;
    /// Film frames of the actor that the mouth is preferably (picked) or never (banned) taken from;
    /// ascending, no frame in both.
    std::vector<std::int64_t> pickedFrames;
    std::vector<std::int64_t> bannedFrames;
    static constexpr double kNoSilenceGate = -96.0;
    friend bool operator==(const SegmentSettings&, const SegmentSettings&) = default;
};

/// Settings under a name, for every segment that wants them. Frames are no part of it.
struct Preset {
    Id id = 0;
    std::string name;
    SegmentSettings settings;
    friend bool operator==(const Preset&, const Preset&) = default;
};

/// What the user shapes of a mouth, relative to the actor's own range (z-scores): opening of the
/// lips, width between the corners, rounding. synthesis/shapecontrol.h ties them to MouthShape.
struct MouthControl {
    float opening = 0.0F;
    float width = 0.0F;
    float rounding = 0.0F;
    friend bool operator==(const MouthControl&, const MouthControl&) = default;
};

/// Film frames whose mouth the user shaped; all others are as the voice asks for.
using ShapeEdit = std::map<std::int64_t, MouthControl>;

/// One stroke of the mask brush, in head coordinates of the face it lies on (1 = distance of the
/// outer eye corners, origin between them, y down): it follows the head.
struct BrushStroke {
    bool erases = false;
    float radius = 0.1F;    ///< 0.005..1
    float softness = 0.5F;  ///< share of the radius over which it fades, 0..1
    std::vector<std::array<float, 2>> points;
    friend bool operator==(const BrushStroke&, const BrushStroke&) = default;
};

/// What is painted on and erased from the mask at a frame; in between it dissolves linearly from
/// one keyframe to the next, before the first and behind the last it stays.
struct MaskKeyframe {
    std::int64_t frame = 0;
    std::vector<BrushStroke> strokes;
    friend bool operator==(const MaskKeyframe&, const MaskKeyframe&) = default;
};

struct OpacityKeyframe {
    std::int64_t frame = 0;
    double opacity = 1.0;  ///< 0..1
    friend bool operator==(const OpacityKeyframe&, const OpacityKeyframe&) = default;
};

/// How a take is laid into the film: applied when frames are shown, scored or exported, never to
/// the take itself. The defaults change nothing.
struct Retouch {
    double grow = 0.0;               ///< head units the mask grows, negative: shrinks; -0.3..0.3
    double feather = 0.0;            ///< head units of softer edge inside the mask, 0..0.5
    double colourMatch = 0.0;        ///< share of the original's light and colour, 0..1
    double sharpness = 0.0;          ///< -1 softest .. 1 sharpest
    std::vector<MaskKeyframe> mask;  ///< by frame
    std::vector<OpacityKeyframe> opacity;    ///< by frame; linear in between
    std::vector<core::FrameRange> original;  ///< the film's own picture, whatever the take
    friend bool operator==(const Retouch&, const Retouch&) = default;
};

/// How well a sound goes with a mouth over a stretch; evaluation/syncscore.h has the definitions.
struct SyncSummary {
    double lseC = 0.0;
    double lseD = 0.0;
    double confidence = 0.0;  ///< median - mean distance without any shift
    double coverage = 0.0;    ///< share that could be measured, 0..1
    int offsetFrames = 0;     ///< of 25 fps, positive: the sound leads
    friend bool operator==(const SyncSummary&, const SyncSummary&) = default;
};

/// The voice on a take as the expert sees it, and as the judge that no network learned from does.
struct TakeScores {
    SyncSummary expert;
    SyncSummary judge;
    friend bool operator==(const TakeScores&, const TakeScores&) = default;
};

/// One rendered result, kept as a folder of patches (synthesis::Take).
struct Take {
    Id id = 0;
    std::string name;              ///< what the user calls it, may be empty
    std::filesystem::path folder;  ///< relative to the project's take folder
    core::FrameRange frames;       ///< what was rendered
    TakeQuality quality = TakeQuality::final;
    SegmentSettings settings;
    ShapeEdit shape;                            ///< of the segment when it was rendered
    std::string engine;                         ///< "warped 1"
    std::map<std::string, std::string> models;  ///< role -> sha256
    std::string created;                        ///< ISO 8601 with time, UTC
    std::int64_t bytes = 0;
    double seconds = 0.0;              ///< that rendering took
    std::optional<TakeScores> scores;  ///< nothing: not yet measured
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
    ShapeEdit shape;
    Retouch retouch;
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
    std::vector<Preset> presets;    ///< by id
    std::optional<core::FrameRange> inOut;
    Id nextId = 1;

    [[nodiscard]] const Segment* segment(Id id) const;
    [[nodiscard]] const DubTrack* dub(Id id) const;
    [[nodiscard]] const CastMember* member(int actor) const;
    friend bool operator==(const Project&, const Project&) = default;
};

/// True when the active take was not made with the segment's present ends, settings and shape.
[[nodiscard]] bool isStale(const Segment& segment);

/// "Oksana", or "Actor 2" for the second without a name.
[[nodiscard]] std::string displayName(const Project& project, int actor);

}  // namespace lipwright::project
