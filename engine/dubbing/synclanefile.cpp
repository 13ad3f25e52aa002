#include "engine/dubbing/synclanefile_p.h"

#include <bit>
#include <cmath>

namespace lipwright::dubbing {
namespace {

constexpr std::string_view kKind = "sync lane";
constexpr int kFileVersion = 2;
constexpr std::size_t kPointBytes = 2 * sizeof(float) + 1;

/// Bit by bit: what is read must equal what was measured.
void writeExactly(media::SealedWriter& file, double value) {
    file.number(std::bit_cast<std::int64_t>(value));
}

double readExactly(media::SealedReader& file) {
    return std::bit_cast<double>(file.number());
}

void writeSummary(media::SealedWriter& file, const project::SyncSummary& summary) {
    for (const double value : {summary.lseC, summary.lseD, summary.confidence, summary.coverage}) {
        writeExactly(file, value);
    }
    file.number(summary.offsetFrames);
}

project::SyncSummary readSummary(media::SealedReader& file) {
    project::SyncSummary summary;
    for (double* value : {&summary.lseC, &summary.lseD, &summary.confidence, &summary.coverage}) {
        *value = readExactly(file);
        if (!std::isfinite(*value)) {
            file.refuse();
        }
    }
    const std::int64_t offset = file.number();
    if (std::abs(offset) > evaluation::kSyncReach || summary.coverage < 0.0 ||
        summary.coverage > 1.0) {
        file.refuse();
    }
    summary.offsetFrames = static_cast<int>(offset);
    return summary;
}

}  // namespace

SyncPoint readPoint(media::SealedReader& file) {
    SyncPoint point;
    point.confidence = file.real();
    point.raw = file.real();
    const std::int64_t reason = file.number();
    point.reason = static_cast<SyncReason>(reason);
    const bool known = reason >= 0 && reason <= static_cast<std::int64_t>(SyncReason::offScreen);
    if (!known || std::isinf(point.confidence) || std::isinf(point.raw) ||
        (point.reason == SyncReason::none) == std::isnan(point.confidence)) {
        file.refuse();
        return {};
    }
    return point;
}

void writePoint(media::SealedWriter& file, const SyncPoint& point) {
    file.real(point.confidence);
    file.real(point.raw);
    file.number(static_cast<std::int64_t>(point.reason));
}

core::Result<MeasuredLane> loadLane(const std::filesystem::path& place, core::FrameRange frames) {
    auto file = media::SealedReader::open(place, kKind, kFileVersion);
    if (!file) {
        return core::passOn(file);
    }
    MeasuredLane measured;
    measured.lane.firstFrame = file->number();
    const std::size_t count = file->count(kPointBytes);
    for (std::size_t i = 0; i < count; ++i) {
        measured.lane.points.push_back(readPoint(*file));
    }
    measured.lane.expert = readSummary(*file);
    measured.lane.judge = readSummary(*file);
    for (auto& judge : measured.distance) {
        for (double& value : judge) {
            value = readExactly(*file);
        }
    }
    if (measured.lane.firstFrame != frames.first ||
        static_cast<std::int64_t>(count) != frames.length()) {
        file->refuse();
    }
    const auto whole = file->finish();
    return whole ? core::Result<MeasuredLane>(std::move(measured)) : core::passOn(whole);
}

core::Result<void> saveLane(const std::filesystem::path& place, const MeasuredLane& measured) {
    media::SealedWriter file(kKind, kFileVersion);
    file.number(measured.lane.firstFrame);
    file.number(static_cast<std::int64_t>(measured.lane.points.size()));
    for (const SyncPoint& point : measured.lane.points) {
        writePoint(file, point);
    }
    writeSummary(file, measured.lane.expert);
    writeSummary(file, measured.lane.judge);
    for (const auto& judge : measured.distance) {
        for (const double value : judge) {
            writeExactly(file, value);
        }
    }
    return std::move(file).save(place);
}

}  // namespace lipwright::dubbing
