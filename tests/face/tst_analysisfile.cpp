#include "engine/core/atomicfile.h"
#include "engine/core/hash.h"
#include "engine/face/analysisfile.h"
#include "tests/face/facefixture.h"

#include <QTemporaryDir>
#include <QtTest>
#include <span>

using namespace lipwright;
using namespace lipwright::face;
using namespace lipwright::face::test;

namespace {

FaceAnalysis sample() {
    FaceAnalysis analysis;
    analysis.frameCount = 50;
    analysis.shots = {{0, 20}, {20, 50}};
    for (int t = 0; t < 2; ++t) {
        FaceTrack track;
        track.id = t;
        track.shot = t;
        track.actor = 0;
        track.firstFrame = t * 20;
        for (int i = 0; i < 15; ++i) {
            FaceObservation o;
            if (i != 5) {
                o.usability = i == 6 ? FaceUsability::blurred : FaceUsability::usable;
                o.box = {1.5F, 2.5F, 100.0F + static_cast<float>(i), 99.0F};
                o.landmarks = noisy(pictureFace(poseOf(0, 0, 0)), 1.0F, static_cast<unsigned>(i));
                o.stableLandmarks = pictureFace(poseOf(0, 0, 0));
                o.pose = estimateHeadPose(o.stableLandmarks);
                o.shape.fill(0.25F * static_cast<float>(i));
                o.sharpness = 77.0F;
                o.brightness = 128.0F;
            }
            track.observations.push_back(o);
        }
        analysis.tracks.push_back(track);
    }
    Actor actor;
    actor.tracks = {0, 1};
    actor.usableFrames = 26;
    actor.mouthRange.range.fill(0.5F);
    analysis.actors.push_back(actor);
    return analysis;
}

/// A file whose checksum is right, whatever is in it: hostile, not merely damaged.
std::string sealed(std::string bytes) {
    return bytes + core::sha256(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

}  // namespace

class TestAnalysisFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip();
    void unwritableFolder();
    void missingFile();
    void everyTruncation();
    void everyFlippedByteIsNoticed();
    void hostileBytesWithARightChecksum();
    void contradictions_data();
    void contradictions();

private:
    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder;
};

void TestAnalysisFile::roundTrip() {
    const FaceAnalysis analysis = sample();
    QVERIFY(saveAnalysis(path("обличчя a.faces"), analysis));
    const auto loaded = loadAnalysis(path("обличчя a.faces"));
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().text().c_str());
    QCOMPARE(loaded->frameCount, analysis.frameCount);
    QCOMPARE(loaded->shots.size(), std::size_t{2});
    QCOMPARE(loaded->shots[1].endFrame, std::int64_t{50});
    for (std::size_t t = 0; t < 2; ++t) {
        QCOMPARE(loaded->tracks[t].firstFrame, analysis.tracks[t].firstFrame);
        for (std::size_t i = 0; i < 15; ++i) {
            const auto& a = analysis.tracks[t].observations[i];
            const auto& b = loaded->tracks[t].observations[i];
            QCOMPARE(b.usability, a.usability);
            QVERIFY(b.landmarks == a.landmarks && b.stableLandmarks == a.stableLandmarks);
            QVERIFY(b.shape == a.shape && b.box == a.box);
            QCOMPARE(b.pose.scale, a.pose.scale);
            QCOMPARE(b.pose.residual, a.pose.residual);
            QCOMPARE(b.sharpness, a.sharpness);
        }
    }
    QCOMPARE(loaded->actors[0].usableFrames, std::int64_t{26});
    QVERIFY(loaded->actors[0].mouthRange.range == analysis.actors[0].mouthRange.range);
    QVERIFY(saveAnalysis(path("again"), *loaded));
    QCOMPARE(core::readSmallFile(path("again")).value(),
             core::readSmallFile(path("обличчя a.faces")).value());
}

void TestAnalysisFile::unwritableFolder() {
    QVERIFY(!saveAnalysis(path("no such folder") / "x", sample()));
}

void TestAnalysisFile::missingFile() {
    const auto loaded = loadAnalysis(path("nothing"));
    QVERIFY(!loaded);
    QVERIFY(loaded.error().text().find("nothing") != std::string::npos);
}

void TestAnalysisFile::everyTruncation() {
    FaceAnalysis small = sample();
    small.tracks[0].observations.resize(1);
    small.tracks[1].observations.resize(1);
    QVERIFY(saveAnalysis(path("a"), small));
    const std::string bytes = core::readSmallFile(path("a")).value();
    for (std::size_t length = 0; length < bytes.size(); length += length < 200 ? 1 : 37) {
        QVERIFY(core::writeFileAtomically(path("b"), bytes.substr(0, length)));
        QVERIFY(!loadAnalysis(path("b")));
    }
}

void TestAnalysisFile::everyFlippedByteIsNoticed() {
    QVERIFY(saveAnalysis(path("a"), sample()));
    const std::string bytes = core::readSmallFile(path("a")).value();
    for (std::size_t at = 0; at < bytes.size(); at += 211) {
        std::string harmed = bytes;
        harmed[at] = static_cast<char>(harmed[at] ^ 0x10);
        QVERIFY(core::writeFileAtomically(path("b"), harmed));
        QVERIFY(!loadAnalysis(path("b")));
    }
}

/// Random changes under a right checksum: an error or a sound analysis, never a crash or a huge
/// allocation (the sanitizer builds run this too).
void TestAnalysisFile::hostileBytesWithARightChecksum() {
    QVERIFY(saveAnalysis(path("a"), sample()));
    std::string bytes = core::readSmallFile(path("a")).value();
    bytes.resize(bytes.size() - 64);
    std::mt19937 random(11);
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        std::string harmed = bytes;
        const std::size_t at = round < 200 ? random() % 120 : random() % harmed.size();
        harmed[at] = static_cast<char>(random());
        QVERIFY(core::writeFileAtomically(path("b"), sealed(harmed)));
        const auto loaded = loadAnalysis(path("b"));
        refused += loaded ? 0 : 1;
        if (loaded) {
            for (const auto& track : loaded->tracks) {
                QVERIFY(track.shot >= 0 && track.shot < std::ssize(loaded->shots));
                QVERIFY(track.actor >= 0 && track.actor < std::ssize(loaded->actors));
            }
        }
    }
    QVERIFY2(refused > 100, qPrintable(QString::number(refused)));
}

using Change = std::function<void(FaceAnalysis&)>;

void TestAnalysisFile::contradictions_data() {
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    row("shots overlap", [](FaceAnalysis& a) { a.shots[1].firstFrame = 19; });
    row("shot ends behind the film", [](FaceAnalysis& a) { a.shots[1].endFrame = 51; });
    row("negative frame count", [](FaceAnalysis& a) { a.frameCount = -1; });
    row("track outside its shot", [](FaceAnalysis& a) { a.tracks[0].firstFrame = 10; });
    row("track of no shot", [](FaceAnalysis& a) { a.tracks[0].shot = 2; });
    row("track of no actor", [](FaceAnalysis& a) { a.tracks[1].actor = -1; });
    row("wrong track id", [](FaceAnalysis& a) { a.tracks[1].id = 5; });
    row("actor of no track", [](FaceAnalysis& a) { a.actors[0].tracks.push_back(2); });
    row("wrong actor id", [](FaceAnalysis& a) { a.actors[0].id = 1; });
    row("not a number", [](FaceAnalysis& a) { a.tracks[0].observations[0].pose.yaw = NAN; });
}

void TestAnalysisFile::contradictions() {
    QFETCH(Change, change);
    FaceAnalysis analysis = sample();
    change(analysis);
    QVERIFY(saveAnalysis(path("c"), analysis));
    const auto loaded = loadAnalysis(path("c"));
    QVERIFY(!loaded);
    QVERIFY(loaded.error().text().find("contradicts itself") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestAnalysisFile)
#include "tst_analysisfile.moc"
