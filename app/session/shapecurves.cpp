#include "app/session/shapecurves.h"

#include "engine/core/atomicfile.h"
#include "engine/synthesis/take.h"

#include <set>

namespace lipwright::app {
namespace {

using Read = std::map<std::filesystem::path, std::shared_ptr<const ShapeCurves::Curve>>;

std::shared_ptr<const ShapeCurves::Curve> readCurve(const std::filesystem::path& folder) {
    const auto file = folder / synthesis::kTakeSidecar;
    const auto text = core::readSmallFile(file);
    if (!text) {
        return nullptr;
    }
    const auto take = synthesis::takeFromJson(*text, file.string());
    if (!take) {
        return nullptr;
    }
    auto curve = std::make_shared<ShapeCurves::Curve>();
    curve->firstFrame = take->firstFrame;
    for (const synthesis::FramePlan& frame : take->frames) {
        curve->opening.push_back(
            frame.wanted[static_cast<std::size_t>(face::MouthMeasure::opening)]);
    }
    return curve;
}

}  // namespace

ShapeCurves::ShapeCurves(JobQueue& jobs, QObject* parent) : QObject(parent), m_jobs(jobs) {}

void ShapeCurves::want(const project::Project& project, const std::filesystem::path& takes) {
    std::set<std::filesystem::path> wanted;
    std::vector<std::filesystem::path> missing;
    for (const project::Segment& segment : project.segments) {
        if (const project::Take* take = segment.active()) {
            const auto folder = takes / take->folder;
            if (wanted.insert(folder).second && m_known.emplace(folder, nullptr).second) {
                missing.push_back(folder);
            }
        }
    }
    std::erase_if(m_known, [&wanted](const auto& known) { return !wanted.contains(known.first); });
    if (missing.empty()) {
        return;
    }
    const auto work = [missing](std::stop_token stop,
                                const core::ProgressCallback&) -> core::Result<Read> {
        Read read;
        for (const auto& folder : missing) {
            if (stop.stop_requested()) {
                return core::cancelled();
            }
            read[folder] = readCurve(folder);
        }
        return read;
    };
    const auto done = [this](core::Result<Read> read) {
        if (!read) {
            return;
        }
        for (auto& [folder, curve] : *read) {
            if (const auto known = m_known.find(folder); known != m_known.end()) {
                known->second = curve;
            }
        }
        Q_EMIT changed();
    };
    m_jobs.submit<Read>({tr("Read mouth curves"), JobLane::disk, -5, true}, work, done);
}

std::vector<std::shared_ptr<const ShapeCurves::Curve>> ShapeCurves::curves() const {
    std::vector<std::shared_ptr<const Curve>> known;
    for (const auto& [folder, curve] : m_known) {
        if (curve) {
            known.push_back(curve);
        }
    }
    return known;
}

}  // namespace lipwright::app
