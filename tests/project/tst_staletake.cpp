// When a take no longer shows what its segment asks for.
#include "engine/project/project.h"

#include <QtTest>
#include <functional>

using namespace lipwright;
using project::isStale;
using project::Segment;

using Change = std::function<void(Segment&)>;
Q_DECLARE_METATYPE(Change)

namespace {

/// Frames 100 to 150, shaped at 120, with a take of just that.
Segment rendered() {
    Segment segment;
    segment.frames = {100, 150};
    segment.shape = {{120, {1.0F, 0.0F, 0.5F}}};
    project::Take take;
    take.id = 7;
    take.frames = segment.frames;
    take.settings = segment.settings;
    take.shape = segment.shape;
    segment.takes = {take};
    segment.activeTake = 7;
    return segment;
}

}  // namespace

class TestStaleTake : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changes_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("stale");
        const auto row = [](const char* name, const Change& change, bool stale) {
            QTest::newRow(name) << change << stale;
        };
        row(
            "nothing", [](Segment&) {}, false);
        row(
            "notes and retouch",
            [](Segment& s) {
                s.notes = "later";
                s.retouch.grow = 0.1;
            },
            false);
        row(
            "the original picture", [](Segment& s) { s.activeTake = 0, s.shape.clear(); }, false);
        row(
            "settings", [](Segment& s) { s.settings.strength = 0.5; }, true);
        row(
            "another model", [](Segment& s) { s.settings.model = "0123456789abcdef"; }, true);
        row(
            "the speaking style", [](Segment& s) { s.settings.liveliness = 0.5; }, true);
        row(
            "a banned frame", [](Segment& s) { s.settings.bannedFrames = {4}; }, true);
        row(
            "another shape", [](Segment& s) { s.shape[120].width = 0.1F; }, true);
        row(
            "shape reset", [](Segment& s) { s.shape.clear(); }, true);
        row(
            "shorter", [](Segment& s) { s.frames.end = 140; }, false);
        row(
            "longer", [](Segment& s) { s.frames.end = 151; }, true);
        row(
            "split before the shaped frame",
            [](Segment& s) {
                s.frames.end = 110;
                s.shape.clear();
            },
            false);
    }

    void changes() {
        QFETCH(Change, change);
        QFETCH(bool, stale);
        Segment segment = rendered();
        change(segment);
        QCOMPARE(isStale(segment), stale);
    }
};

QTEST_GUILESS_MAIN(TestStaleTake)
#include "tst_staletake.moc"
