// The project model at its largest: 3,000 segments with ten takes each. Prints the milliseconds of
// a copy with its difference, of undo, of writing and of reading; the goals of
// everyday edits are in brackets.
#include "engine/project/delta.h"
#include "engine/project/edits.h"
#include "engine/project/serializer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace {

using namespace lipwright::project;
using Clock = std::chrono::steady_clock;

constexpr int kSegments = 3000;
constexpr int kTakes = 10;
constexpr std::int64_t kSegmentFrames = 50;

Project largeProject() {
    Project project;
    project.film = {{"/films/film.mov", "", 1}, kSegments * kSegmentFrames, 1, 25, ""};
    DubTrack dub;
    dub.media.path = "/films/voice.wav";
    const auto track = addDubTrack(project, dub);
    std::vector<Segment> segments;
    for (std::int64_t i = 0; i < kSegments; ++i) {
        Segment segment;
        segment.frames = {i * kSegmentFrames, (i + 1) * kSegmentFrames};
        segment.actor = static_cast<int>(i % 5);
        segment.dubTrack = *track;
        segment.text = "What is said in segment " + std::to_string(i);
        for (int take = 0; take < kTakes; ++take) {
            Take made;
            made.folder = "take-" + std::to_string(i * kTakes + take);
            made.frames = segment.frames;
            made.engine = "warped 1";
            made.models = {{"shape", std::string(64, 'a')}, {"sync", std::string(64, 'b')}};
            made.created = "2026-11-21T10:00:00Z";
            segment.takes.push_back(std::move(made));
        }
        segments.push_back(std::move(segment));
    }
    (void)addSegments(project, std::move(segments));
    return project;
}

/// The best of several runs: what the work itself costs.
template <typename Work>
void measure(const char* name, double goal, const Work& work) {
    double best = 1e9;
    for (int run = 0; run < 5; ++run) {
        const auto start = Clock::now();
        work();
        best =
            std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::printf("%-28s %8.1f ms", name, best);
    std::printf(goal > 0.0 ? "  (%.0f)\n" : "\n", goal);
}

}  // namespace

int main() {
    const Project project = largeProject();
    Project edited = project;
    std::vector<Id> all;
    for (const Segment& segment : project.segments) {
        all.push_back(segment.id);
    }
    measure("copy and difference, one", 20.0, [&] {
        edited = project;
        (void)setSegmentNotes(edited, all[kSegments / 2], "note");
        if (difference(project, edited).segments.size() != 1) {
            std::puts("wrong difference");
        }
    });
    measure("copy and nudge all", 0.0, [&] {
        edited = project;
        (void)nudgeSegments(edited, all, 1000);
    });
    const Delta delta = difference(project, edited);
    measure("difference of all", 0.0, [&] { (void)difference(project, edited); });
    measure("undo and redo of all", 0.0, [&] {
        applyBackward(edited, delta);
        applyForward(edited, delta);
    });
    std::string text;
    measure("write", 250.0, [&] { text = toJson(project, "/films"); });
    measure("read", 500.0, [&] {
        if (const auto read = projectFromJson(text, "/films", "bench"); !read) {
            std::puts(read.error().text().c_str());
        }
    });
    std::printf("%-28s %8.1f MB\n", "file", static_cast<double>(text.size()) / 1e6);
    return 0;
}
