#include "engine/project/edits_p.h"

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

void checkPresets(const Project& project, Findings& findings) {
    std::set<std::string> names;
    Id last = 0;
    for (const Preset& preset : project.presets) {
        const std::string owner = "preset " + preset.name;
        findings.id(preset.id, project.nextId, owner);
        findings.require(preset.id > last, owner + ": it is out of order");
        findings.require(names.insert(preset.name).second, owner + ": its name is used twice");
        findings.require(presetProblem(preset).empty(), owner + ": " + presetProblem(preset));
        last = preset.id;
    }
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
        const std::string problem = valuesProblem(segment, project.film.frameCount);
        findings.require(problem.empty(), owner + ": " + problem);
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

std::vector<std::string> invariants(const Project& project) {
    Findings findings;
    checkSegments(project, findings);
    checkPresets(project, findings);
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
