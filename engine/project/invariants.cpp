#include "engine/project/edits_p.h"

#include <cmath>
#include <set>

namespace lipwright::project {
namespace {

class Findings {
public:
    void require(bool right, const std::string& problem) {
        if (!right) {
            m_problems.push_back(problem);
        }
    }
    void id(Id value, Id nextId, const std::string& owner) {
        require(value > 0 && value < nextId, owner + ": its id is out of range");
        require(m_ids.insert(value).second, owner + ": its id is used twice");
    }
    std::vector<std::string> problems() && { return std::move(m_problems); }

private:
    std::vector<std::string> m_problems;
    std::set<Id> m_ids;
};

void checkTakes(const Project& project, const Segment& segment, Findings& findings) {
    const std::string owner = "segment " + std::to_string(segment.id);
    for (const Take& take : segment.takes) {
        findings.id(take.id, project.nextId, "take of " + owner);
        findings.require(takeProblem(take).empty(), owner + ": " + takeProblem(take));
    }
    findings.require(segment.activeTake == 0 || segment.active() != nullptr,
                     owner + ": its active take is not there");
}

void checkSegments(const Project& project, Findings& findings) {
    // By actor and voice, in film order: an overlap shows between neighbours.
    std::map<std::pair<int, Id>, std::int64_t> ends;
    std::pair<std::int64_t, Id> last{-1, 0};
    for (const Segment& segment : project.segments) {
        const std::string owner = "segment " + std::to_string(segment.id);
        findings.id(segment.id, project.nextId, owner);
        findings.require(
            !segment.frames.empty() && segment.frames.first >= 0 &&
                (project.film.frameCount == 0 || segment.frames.end <= project.film.frameCount),
            owner + ": its frames are out of range");
        findings.require(project.dub(segment.dubTrack) != nullptr, owner + ": it has no voice");
        findings.require(segment.actor >= 0 && segment.track >= -1, owner + ": it has no actor");
        findings.require(settingsProblem(segment.settings).empty(),
                         owner + ": " + settingsProblem(segment.settings));
        const std::pair<std::int64_t, Id> place{segment.frames.first, segment.id};
        findings.require(last < place, owner + ": it is out of order");
        last = place;
        std::int64_t& end = ends[{segment.actor, segment.dubTrack}];
        findings.require(segment.frames.first >= end, owner + ": it lies over another segment");
        end = std::max(end, segment.frames.end);
        checkTakes(project, segment, findings);
    }
}

}  // namespace

std::string settingsProblem(const SegmentSettings& settings) {
    const auto inside = [](double value, double low, double high) {
        return std::isfinite(value) && value >= low && value <= high;
    };
    if (settings.engine.empty()) {
        return "no engine is named";
    }
    if (!inside(settings.strength, 0.0, 2.0)) {
        return "the mouth strength must lie between 0 and 2";
    }
    if (!inside(settings.feather, 0.0, 0.5)) {
        return "the feather must lie between 0 and 0.5";
    }
    if (settings.fadeFrames < 0 || settings.fadeFrames > 25) {
        return "the fade must lie between 0 and 25 frames";
    }
    constexpr std::int64_t kMinute = 60'000'000;
    if (settings.offsetMicroseconds < -kMinute || settings.offsetMicroseconds > kMinute) {
        return "the mouth can not be moved by more than a minute";
    }
    return {};
}

std::vector<std::string> invariants(const Project& project) {
    Findings findings;
    checkSegments(project, findings);
    for (const DubTrack& dub : project.dubs) {
        findings.id(dub.id, project.nextId, "voice " + dub.name);
        findings.require(!dub.media.path.empty(), "voice " + dub.name + ": it has no file");
    }
    std::int64_t last = 0;
    for (const Marker& marker : project.markers) {
        findings.id(marker.id, project.nextId, "marker " + marker.name);
        findings.require(marker.frame >= last && (project.film.frameCount == 0 ||
                                                  marker.frame < project.film.frameCount),
                         "marker " + marker.name + ": it is out of place");
        last = marker.frame;
    }
    std::set<int> actors;
    for (const CastMember& member : project.cast) {
        findings.require(member.actor >= 0 && actors.insert(member.actor).second,
                         "actor " + std::to_string(member.actor) + ": listed twice");
    }
    if (project.inOut) {
        findings.require(
            !project.inOut->empty() && project.inOut->first >= 0 &&
                (project.film.frameCount == 0 || project.inOut->end <= project.film.frameCount),
            "in and out are out of range");
    }
    return std::move(findings).problems();
}

}  // namespace lipwright::project
