#include "engine/dubbing/segmentation.h"

#include <QtTest>

using namespace lipwright;
using dubbing::FrameRange;
using dubbing::Segment;

namespace {

/// `count` frames of 1/25 s from time zero, in 1/12800 s ticks.
media::FrameIndex steadyFilm(std::int64_t count) {
    std::vector<media::FrameIndex::Entry> entries;
    for (std::int64_t n = 0; n < count; ++n) {
        entries.push_back({n * 512, 512, n % 12 == 0});
    }
    return {core::TimeBase{1, 12800}, entries};
}

face::FaceTrack track(int id, int actor, std::int64_t first, std::size_t length) {
    face::FaceTrack result;
    result.id = id;
    result.actor = actor;
    result.firstFrame = first;
    result.observations.resize(length);
    return result;
}

}  // namespace

class TestSegmentation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheFramesShownDuringASpan_data() {
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("end");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        QTest::newRow("exact frame borders") << 0.4 << 0.8 << qint64{10} << qint64{20};
        QTest::newRow("inside frames") << 0.41 << 0.81 << qint64{10} << qint64{21};
        QTest::newRow("before the film") << -2.0 << -1.0 << qint64{0} << qint64{0};
        QTest::newRow("behind the film") << 4.0 << 5.0 << qint64{0} << qint64{0};
        QTest::newRow("over both ends") << -1.0 << 9.0 << qint64{0} << qint64{100};
    }

    void findsTheFramesShownDuringASpan() {
        QFETCH(double, start);
        QFETCH(double, end);
        QFETCH(qint64, first);
        QFETCH(qint64, last);
        const auto frames = dubbing::framesDuring(steadyFilm(100), start, end);
        QCOMPARE(qint64{frames.first}, first);
        QCOMPARE(qint64{frames.end}, last);
    }

    void proposesOneSegmentPerStretchAndTrack() {
        face::FaceAnalysis faces;
        faces.tracks = {track(0, 0, 0, 50), track(1, 1, 0, 50), track(2, 0, 50, 50)};
        const std::vector<speech::SpeechStretch> speech{{0.4, 0.8}, {1.6, 2.4}};
        dubbing::SegmentationOptions options;
        options.leadSeconds = options.tailSeconds = 0.0;
        const auto segments = dubbing::proposeSegments(faces, steadyFilm(100), speech, options);
        QCOMPARE(segments.size(), std::size_t{3});
        QVERIFY((segments[0] == Segment{{10, 20}, 0}));
        // The second stretch goes over the cut at frame 50.
        QVERIFY((segments[1] == Segment{{40, 50}, 0, false, true}));
        QVERIFY((segments[2] == Segment{{50, 60}, 2, true, false}));
    }

    void joinsStretchesWhoseMarginsMeet() {
        face::FaceAnalysis faces;
        faces.tracks = {track(0, 0, 0, 100)};
        const std::vector<speech::SpeechStretch> speech{{1.0, 1.4}, {1.6, 2.0}};
        dubbing::SegmentationOptions options;
        options.leadSeconds = options.tailSeconds = 0.12;
        const auto segments = dubbing::proposeSegments(faces, steadyFilm(100), speech, options);
        QCOMPARE(segments.size(), std::size_t{1});
        QVERIFY((segments[0].frames == FrameRange{22, 53}));
    }

    void staysInsideTheRange() {
        face::FaceAnalysis faces;
        faces.tracks = {track(0, 0, 0, 100)};
        const std::vector<speech::SpeechStretch> speech{{0.0, 4.0}};
        dubbing::SegmentationOptions options;
        options.range = FrameRange{25, 30};
        const auto segments = dubbing::proposeSegments(faces, steadyFilm(100), speech, options);
        QCOMPARE(segments.size(), std::size_t{1});
        QVERIFY((segments[0].frames == FrameRange{25, 30}));
    }

    void leavesSilenceAndTinyOverlapsAlone() {
        face::FaceAnalysis faces;
        faces.tracks = {track(0, 0, 0, 12), track(1, 0, 12, 88)};
        const std::vector<speech::SpeechStretch> speech{{0.4, 0.8}};
        dubbing::SegmentationOptions options;
        options.leadSeconds = options.tailSeconds = 0.0;
        const auto segments = dubbing::proposeSegments(faces, steadyFilm(100), speech, options);
        QCOMPARE(segments.size(), std::size_t{1});
        QCOMPARE(segments[0].track, 1);
        QVERIFY(dubbing::proposeSegments(faces, steadyFilm(100), {}, options).empty());
    }
};

QTEST_GUILESS_MAIN(TestSegmentation)
#include "tst_segmentation.moc"
