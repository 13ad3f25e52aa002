// Which segments a voice or a cue list becomes, on hand-made faces: pure values.
#include "engine/dubbing/segmentproposal.h"

#include <QtTest>
#include <cmath>

using namespace lipwright;
using core::FrameRange;

namespace {

constexpr auto kOpening = static_cast<std::size_t>(face::MouthMeasure::opening);
constexpr auto kHeight = static_cast<std::size_t>(face::MouthMeasure::height);
constexpr int kFrames = 250;  // 10 s at 25 frames/s, a cut at 125

media::FrameIndex indexOf(int frames) {
    std::vector<media::FrameIndex::Entry> entries;
    for (int i = 0; i < frames; ++i) {
        entries.push_back({i, 1, i == 0});
    }
    return {{1, 25}, std::move(entries)};
}

struct Part {
    FrameRange frames;
    int shot = 0;
    int actor = 0;
    double movement = 0.0;  // amplitude of the opening
};

face::FaceTrack trackOf(const Part& part, int id) {
    face::FaceTrack track;
    track.id = id;
    track.shot = part.shot;
    track.actor = part.actor;
    track.firstFrame = part.frames.first;
    for (std::int64_t frame = part.frames.first; frame < part.frames.end; ++frame) {
        face::FaceObservation seen;
        seen.usability = face::FaceUsability::usable;
        seen.shape[kOpening] = seen.shape[kHeight] =
            static_cast<float>(0.1 + part.movement * std::sin(0.9 * static_cast<double>(frame)));
        track.observations.push_back(seen);
    }
    return track;
}

face::FaceAnalysis analysisOf(const std::vector<Part>& parts) {
    face::FaceAnalysis faces;
    faces.frameCount = kFrames;
    faces.shots = {{0, 125}, {125, kFrames}};
    for (const Part& part : parts) {
        const int id = static_cast<int>(faces.tracks.size());
        faces.tracks.push_back(trackOf(part, id));
        while (static_cast<int>(faces.actors.size()) <= part.actor) {
            faces.actors.push_back({static_cast<int>(faces.actors.size()), {}, 0, {}});
        }
        faces.actors[static_cast<std::size_t>(part.actor)].tracks.push_back(id);
    }
    return faces;
}

/// Actor 0 speaks in the first shot, actor 1 in the second; both are seen in both.
face::FaceAnalysis twoActors() {
    return analysisOf({{{0, 125}, 0, 0, 0.08},
                       {{0, 125}, 0, 1, 0.004},
                       {{125, kFrames}, 1, 0, 0.004},
                       {{125, kFrames}, 1, 1, 0.08}});
}

/// Speech in these seconds.
std::vector<std::uint8_t> spokenIn(const std::vector<std::pair<double, double>>& stretches) {
    std::vector<std::uint8_t> steps(1000, 0);
    for (const auto& [start, end] : stretches) {
        std::fill(steps.begin() + std::lround(start * 100), steps.begin() + std::lround(end * 100),
                  std::uint8_t{1});
    }
    return steps;
}

project::DubTrack dub() {
    project::DubTrack track;
    track.id = 7;
    return track;
}

std::vector<FrameRange> rangesOf(const std::vector<project::Segment>& segments) {
    std::vector<FrameRange> ranges;
    for (const project::Segment& segment : segments) {
        ranges.push_back(segment.frames);
    }
    return ranges;
}

bool overlapFree(const std::vector<project::Segment>& segments) {
    for (std::size_t a = 0; a < segments.size(); ++a) {
        for (std::size_t b = a + 1; b < segments.size(); ++b) {
            if (segments[a].actor == segments[b].actor &&
                !core::intersection(segments[a].frames, segments[b].frames).empty()) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

class TestSegmentProposal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoMovesTheMouthSpeaks() {
        const auto faces = twoActors();
        QCOMPARE(dubbing::speakingActor(faces, {20, 60}), 0);
        QCOMPARE(dubbing::speakingActor(faces, {150, 200}), 1);
        QCOMPARE(dubbing::speakingActor(face::FaceAnalysis{}, {0, 10}), -1);
    }

    void aStillFaceIsBetterThanNone() {
        QCOMPARE(dubbing::speakingActor(analysisOf({{{0, 125}, 0, 0, 0.0}}), {10, 20}), 0);
        auto faces = analysisOf({{{0, 125}, 0, 0, 0.1}});
        for (auto& seen : faces.tracks[0].observations) {
            seen.usability = face::FaceUsability::turnedAway;
        }
        QCOMPARE(dubbing::speakingActor(faces, {10, 20}), -1);
    }

    void aMomentOfMovementIsNotSpeech() {
        const auto faces = analysisOf({{{0, 125}, 0, 0, 0.03}, {{60, 64}, 0, 1, 0.06}});
        QCOMPARE(dubbing::speakingActor(faces, {0, 120}), 0);
    }

    void theVoiceGoesToWhoSpeaksInEachShot() {
        const auto segments =
            dubbing::proposeFromVoice(dub(), spokenIn({{4.0, 6.0}}), twoActors(), indexOf(kFrames));
        QCOMPARE(segments.size(), std::size_t{2});
        QCOMPARE(segments[0].frames, (FrameRange{97, 125}));
        QCOMPARE(segments[0].actor, 0);
        QCOMPARE(segments[0].track, 0);
        QCOMPARE(segments[1].frames, (FrameRange{125, 154}));
        QCOMPARE(segments[1].actor, 1);
        QCOMPARE(segments[1].track, 3);
        QCOMPARE(segments[1].dubTrack, project::Id{7});
        QCOMPARE(segments[1].id, project::Id{0});
    }

    void theTracksActorIsBelieved() {
        auto track = dub();
        track.actor = 1;
        const auto segments =
            dubbing::proposeFromVoice(track, spokenIn({{1.0, 2.0}}), twoActors(), indexOf(kFrames));
        QCOMPARE(segments.size(), std::size_t{1});
        QCOMPARE(segments[0].actor, 1);
    }

    void theOffsetMovesTheSegments() {
        auto track = dub();
        track.offsetMicroseconds = 1'000'000;
        const auto index = indexOf(kFrames);
        const auto plain =
            dubbing::proposeFromVoice(dub(), spokenIn({{1.0, 2.0}}), twoActors(), index);
        const auto moved =
            dubbing::proposeFromVoice(track, spokenIn({{1.0, 2.0}}), twoActors(), index);
        QCOMPARE(moved.at(0).frames.first, plain.at(0).frames.first + 25);
        QCOMPARE(moved.at(0).frames.end, plain.at(0).frames.end + 25);
        track.offsetMicroseconds = -60'000'000;
        QVERIFY(
            dubbing::proposeFromVoice(track, spokenIn({{1.0, 2.0}}), twoActors(), index).empty());
    }

    void shortPausesDoNotSplit() {
        const auto index = indexOf(kFrames);
        const auto joined = dubbing::proposeFromVoice(dub(), spokenIn({{1.0, 1.5}, {1.7, 2.2}}),
                                                      twoActors(), index);
        QCOMPARE(joined.size(), std::size_t{1});
        const auto apart = dubbing::proposeFromVoice(dub(), spokenIn({{1.0, 1.5}, {2.5, 3.0}}),
                                                     twoActors(), index);
        QCOMPARE(apart.size(), std::size_t{2});
    }

    void nobodyOnScreenIsNoSegment() {
        const auto faces = analysisOf({{{0, 125}, 0, 0, 0.05}});
        QVERIFY(dubbing::proposeFromVoice(dub(), spokenIn({{6.0, 8.0}}), faces, indexOf(kFrames))
                    .empty());
    }

    void twoTracksOfOneActorNeverOverlap() {
        const auto faces = analysisOf({{{0, 80}, 0, 0, 0.05}, {{60, 125}, 0, 0, 0.05}});
        const auto segments =
            dubbing::proposeFromVoice(dub(), spokenIn({{0.0, 4.9}}), faces, indexOf(kFrames));
        QCOMPARE(rangesOf(segments), (std::vector<FrameRange>{{0, 80}, {80, 125}}));
        QVERIFY(overlapFree(segments));
    }

    void cuesFindTheirActor() {
        project::Project project;
        project.cast = {{0, "Oksana", {}}, {1, "Taras", {}}};
        const std::vector<project::Cue> cues = {{{10, 40}, "by name", "taras"},
                                                {{50, 90}, "who speaks", ""},
                                                {{150, 180}, "unknown name", "Mykola"}};
        const auto segments = dubbing::proposeFromCues(project, dub(), cues, twoActors());
        QCOMPARE(segments.size(), std::size_t{3});
        QCOMPARE(segments[0].actor, 1);
        QCOMPARE(segments[0].text, std::string("by name"));
        QCOMPARE(segments[1].actor, 0);
        QCOMPARE(segments[2].actor, 1);
        QVERIFY(segments[2].status == project::SegmentStatus::fresh);
    }

    void aCueWithoutAFaceIsBypassed() {
        const auto faces = analysisOf({{{0, 125}, 0, 0, 0.05}});
        const std::vector<project::Cue> cues = {{{150, 190}, "off", ""}, {{240, 400}, "over", ""}};
        const auto segments = dubbing::proposeFromCues({}, dub(), cues, faces);
        QCOMPARE(rangesOf(segments), (std::vector<FrameRange>{{150, 190}, {240, 250}}));
        QVERIFY(segments[0].status == project::SegmentStatus::bypass);
        QCOMPARE(segments[0].track, -1);
        QCOMPARE(segments[0].text, std::string("off"));
    }

    void aCueIsCutOnlyWhereItsActorIsOnBothSides() {
        const auto both = dubbing::proposeFromCues(
            {}, dub(), std::vector<project::Cue>{{{100, 150}, "both", ""}},
            analysisOf({{{0, 125}, 0, 0, 0.05}, {{125, kFrames}, 1, 0, 0.05}}));
        QCOMPARE(rangesOf(both), (std::vector<FrameRange>{{100, 125}, {125, 150}}));
        const auto one =
            dubbing::proposeFromCues({}, dub(), std::vector<project::Cue>{{{100, 150}, "one", ""}},
                                     analysisOf({{{0, 125}, 0, 0, 0.05}}));
        QCOMPARE(rangesOf(one), (std::vector<FrameRange>{{100, 150}}));
    }

    void overlappingCuesAreTrimmed() {
        const std::vector<project::Cue> cues = {
            {{10, 50}, "a", ""}, {{30, 80}, "b", ""}, {{40, 51}, "inside", ""}};
        const auto segments =
            dubbing::proposeFromCues({}, dub(), cues, analysisOf({{{0, 125}, 0, 0, 0.05}}));
        QVERIFY(overlapFree(segments));
        QCOMPARE(rangesOf(segments), (std::vector<FrameRange>{{10, 50}, {50, 80}}));
    }
};

QTEST_APPLESS_MAIN(TestSegmentProposal)
#include "tst_segmentproposal.moc"
