// The quality report of a project: what was dubbed, by which models and settings, who agreed, and
// how well every segment's voice goes with its mouths. Plain values and their text as HTML (one
// self-contained page without scripts), CSV and JSON. Measures nothing: reportjob.h does.
#pragma once

#include "engine/core/result.h"
#include "engine/dubbing/segmentsync.h"
#include "engine/project/project.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lipwright::report {

struct ReportActor {
    std::string name;
    std::optional<project::Consent> consent;
    std::int64_t segments = 0;
    std::int64_t dubbedFrames = 0;  ///< of segments that show a take
};

struct ReportModel {
    std::string role;
    std::string sha256;
    std::int64_t takes = 0;  ///< active ones made with it
};

/// A setting that is not as the program would have chosen it.
struct SettingChange {
    std::string name;
    std::string value;
    std::string usual;
};

/// What is known of a segment's sync, or why nothing is.
struct Measured {
    std::optional<dubbing::SegmentSync> sync;
    std::string problem;
};

struct ReportSegment {
    int number = 0;  ///< from 1, in film order
    project::Segment segment;
    std::string begin;  ///< timecodes; the end does not belong to it
    std::string end;
    std::string actor;
    std::string voice;
    std::string language;
    std::vector<SettingChange> settings;  ///< of the segment, against the defaults
    std::vector<SettingChange> retouch;
    std::int64_t shapedFrames = 0;
    Measured measured;
};

/// A frame of an active take where voice and mouth agree least; JPEG bytes.
struct WorstMoment {
    int segment = 0;  ///< ReportSegment::number
    std::int64_t frame = 0;
    std::string timecode;
    float confidence = 0.0F;
    std::string filmPicture;
    std::string takePicture;
    int width = 0;  ///< of either picture
    int height = 0;
};

struct Storage {
    std::int64_t takes = 0;
    std::int64_t activeBytes = 0;
    std::int64_t otherBytes = 0;
};

struct QcReport {
    std::string title;
    std::string created;  ///< ISO 8601, UTC
    project::Film film;
    std::array<std::int64_t, 5> byStatus{};  ///< by project::SegmentStatus
    std::int64_t dubbedFrames = 0;           ///< that show a take
    dubbing::FilmBaseline baseline;          ///< of the segments' own sound and picture
    std::vector<ReportActor> actors;
    std::vector<ReportModel> models;
    Storage storage;
    std::vector<ReportSegment> segments;
    std::vector<WorstMoment> worst;
};

/// Everything but the worst moments. `title`: the project's name.
[[nodiscard]] QcReport gatherReport(const project::Project& project,
                                    const std::map<project::Id, Measured>& measured,
                                    std::string title, std::string created);

/// The active take is shown: there is one and the segment is not on bypass.
[[nodiscard]] bool showsTake(const project::Segment& segment);
/// The lane of what is seen now: of the take where one is shown, else of the film's picture. Null
/// when it was not measured.
[[nodiscard]] const dubbing::SyncLane* laneSeen(const ReportSegment& segment);
/// Frames without a confidence, by reason.
[[nodiscard]] std::map<dubbing::SyncReason, std::int64_t> gapsOf(const dubbing::SyncLane& lane);
[[nodiscard]] const char* nameOf(dubbing::SyncReason reason);
[[nodiscard]] const char* nameOf(project::SegmentStatus status);

[[nodiscard]] std::string reportHtml(const QcReport& report);
/// One row per segment, comma separated, with a header; cells that a spreadsheet would take for
/// formulas begin with an apostrophe.
[[nodiscard]] std::string reportCsv(const QcReport& report);
[[nodiscard]] std::string reportJson(const QcReport& report);

/// Empty paths are left out.
struct ReportFiles {
    std::filesystem::path html;
    std::filesystem::path csv;
    std::filesystem::path json;
};
/// "<stem>-quality.html" and so on in the folder.
[[nodiscard]] ReportFiles reportFilesIn(const std::filesystem::path& folder,
                                        const std::string& stem);
/// Whether writeReport() can write there: to be asked before minutes of measuring.
[[nodiscard]] core::Result<void> checkWritable(const ReportFiles& files);
/// Each file appears whole or not at all and replaces an older one.
[[nodiscard]] core::Result<void> writeReport(const QcReport& report, const ReportFiles& files);

}  // namespace lipwright::report
