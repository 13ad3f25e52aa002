// Which stretches of a film an actor is learned from: on made-up analyses.
#include "engine/training/dataset/actorstretches_p.h"

#include <QtTest>
#include <cmath>

using namespace lipwright;
using training::ActorStretch;

namespace {

constexpr int kActor = 3;

media::FrameIndex filmOf(std::int64_t frames) {
    std::vector<media::FrameIndex::Entry> entries;
    for (std::int64_t i = 0; i < frames; ++i) {
        entries.push_back({i, 1, i == 0});
    }
    return {core::TimeBase{1, 25}, std::move(entries)};
}

/// A face that opens its mouth by `opening`, three times a second.
face::FaceTrack speakingTrack(int id, std::int64_t first, std::int64_t frames, float opening) {
    face::FaceTrack track;
    track.id = id;
    track.actor = kActor;
    track.firstFrame = first;
    for (std::int64_t i = 0; i < frames; ++i) {
        face::FaceObservation seen;
        seen.usability = face::FaceUsability::usable;
        seen.shape[0] = opening * std::sin(static_cast<float>(first + i) * 0.75F);
        track.observations.push_back(seen);
    }
    return track;
}

face::FaceAnalysis filmWith(std::vector<face::FaceTrack> tracks) {
    face::FaceAnalysis faces;
    faces.tracks = std::move(tracks);
    face::Actor actor;
    actor.id = kActor;
    actor.mouthRange.range.fill(0.1F);
    faces.actors = {actor};
    return faces;
}

/// Sentences of `spoken` seconds with pauses of half a second.
std::vector<std::uint8_t> sentences(double seconds, double spoken) {
    std::vector<std::uint8_t> activity(static_cast<std::size_t>(seconds * 100.0));
    for (std::size_t i = 0; i < activity.size(); ++i) {
        activity[i] = std::fmod(static_cast<double>(i) / 100.0, spoken + 0.5) < spoken ? 1 : 0;
    }
    return activity;
}

std::vector<ActorStretch> stretchesOf(const face::FaceAnalysis& faces, double seconds,
                                      double spoken = 2.0) {
    const auto index = filmOf(static_cast<std::int64_t>(seconds * 25.0));
    return training::speakingStretches(faces, index, kActor, sentences(seconds, spoken));
}

}  // namespace

class TestActorStretches : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sentencesDoNotOverlap() {
        const auto faces = filmWith({speakingTrack(0, 0, 1000, 0.2F)});
        const auto stretches = stretchesOf(faces, 40.0);
        QCOMPARE(stretches.size(), std::size_t{16});
        for (std::size_t i = 1; i < stretches.size(); ++i) {
            QVERIFY(stretches[i - 1].frames.end <= stretches[i].frames.first);
        }
        QVERIFY(stretches[1].usableSeconds > 2.2 && stretches[1].usableSeconds < 2.6);
    }

    /// Two faces taken for one actor, a mirror: each moment is learned from once.
    void noMomentIsTakenTwice() {
        const auto faces =
            filmWith({speakingTrack(0, 0, 600, 0.2F), speakingTrack(1, 300, 700, 0.2F)});
        const auto stretches = stretchesOf(faces, 40.0);
        QVERIFY(stretches.size() >= 16);
        for (std::size_t i = 1; i < stretches.size(); ++i) {
            QVERIFY(stretches[i - 1].frames.end <= stretches[i].frames.first);
        }
        QCOMPARE(stretches.back().track->id, 1);
    }

    void shortAnswersCount() {
        const auto faces = filmWith({speakingTrack(0, 0, 1000, 0.2F)});
        const auto stretches = stretchesOf(faces, 40.0, 0.5);
        QCOMPARE(stretches.size(), std::size_t{39});  // the first begins with the film
        for (const ActorStretch& stretch : stretches) {
            QVERIFY(stretch.usableSeconds >= 0.8);
        }
    }

    void longSpeechComesInParts() {
        const auto faces = filmWith({speakingTrack(0, 0, 1000, 0.2F)});
        for (const ActorStretch& stretch : stretchesOf(faces, 40.0, 35.0)) {
            QVERIFY(stretch.frames.length() <= 126);
        }
        QCOMPARE(stretchesOf(faces, 40.0, 35.0).size(), std::size_t{10});
    }

    void stillMouthsAreLeftOut() {
        const auto faces =
            filmWith({speakingTrack(0, 0, 500, 0.2F), speakingTrack(1, 500, 500, 0.02F)});
        for (const ActorStretch& stretch : stretchesOf(faces, 40.0)) {
            QCOMPARE(stretch.track->id, 0);
        }
    }

    void facesThatCanNotBeUsedAreLeftOut() {
        auto faces = filmWith({speakingTrack(0, 0, 1000, 0.2F)});
        for (std::size_t i = 0; i < 500; ++i) {
            faces.tracks[0].observations[i].usability = face::FaceUsability::turnedAway;
        }
        const auto stretches = stretchesOf(faces, 40.0);
        QVERIFY(!stretches.empty() && stretches.front().frames.first > 450);
    }

    void othersAreNotThisActor() {
        auto faces = filmWith({speakingTrack(0, 0, 1000, 0.2F)});
        faces.tracks[0].actor = kActor + 1;
        QVERIFY(stretchesOf(faces, 40.0).empty());
    }

    void aFifthIsKeptApart() {
        const auto faces = filmWith({speakingTrack(0, 0, 5000, 0.2F)});
        auto stretches = stretchesOf(faces, 200.0);
        training::splitOff(stretches, 4.0);
        const double kept = training::secondsOf(stretches, true);
        const double all = kept + training::secondsOf(stretches, false);
        QVERIFY(kept > 0.15 * all && kept < 0.25 * all);
        std::int64_t last = 0;
        for (const ActorStretch& stretch : stretches) {
            if (stretch.validation) {
                QVERIFY(stretch.frames.first - last < 1000);  // spread over the film
                last = stretch.frames.first;
            }
        }
    }

    void ofLittleEnoughIsKeptApart() {
        const auto faces = filmWith({speakingTrack(0, 0, 375, 0.2F)});
        auto stretches = stretchesOf(faces, 15.0);
        training::splitOff(stretches, 4.0);
        QVERIFY(training::secondsOf(stretches, true) >= 4.0);
        QVERIFY(training::secondsOf(stretches, false) > 0.0);
    }

    /// A rare pose is not lost among many alike.
    void chosenOnesAreVaried() {
        auto faces = filmWith({speakingTrack(0, 0, 5000, 0.2F)});
        for (std::size_t i = 2000; i < 2100; ++i) {
            faces.tracks[0].observations[i].pose.yaw = 0.4F;
        }
        auto stretches = stretchesOf(faces, 200.0);
        const auto chosen = training::mostVaried(stretches, faces.actors[0].mouthRange, 60.0);
        double seconds = 0.0;
        bool turned = false;
        for (const ActorStretch& stretch : chosen) {
            seconds += stretch.usableSeconds;
            turned = turned || (stretch.frames.first < 2080 && stretch.frames.end > 2020);
        }
        QVERIFY(seconds >= 60.0 && seconds < 64.0);
        QVERIFY(turned);
        QVERIFY(chosen.front().frames.first < 1000 && chosen.back().frames.end > 4000);
        QCOMPARE(training::mostVaried(stretches, faces.actors[0].mouthRange, 600.0).size(),
                 stretches.size());
    }
};

QTEST_GUILESS_MAIN(TestActorStretches)
#include "tst_actorstretches.moc"
