// Deltas joined, turned round and carried over amendments.
#include "app/document/deltarebase_p.h"
#include "engine/project/edits.h"
#include "tests/document/documentfixture.h"

using namespace lipwright;
using project::Project;

class TestDeltaRebase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void joinedIsBothInOne() {
        const Project a = test::sampleProject();
        Project b = a;
        QVERIFY(project::setSegmentNotes(b, 2, "one").has_value());
        Project c = b;
        QVERIFY(project::setSegmentNotes(c, 2, "two").has_value());
        QVERIFY(project::addMarker(c, 5, "here").has_value());
        const auto both = app::joined(project::difference(a, b), project::difference(b, c));
        Project forward = a;
        project::applyForward(forward, both);
        QCOMPARE(forward == c, true);
        project::applyBackward(forward, both);
        QCOMPARE(forward.segments == a.segments && forward.markers.empty(), true);
    }

    void thereAndBackIsNothing() {
        const Project a = test::sampleProject();
        Project b = a;
        QVERIFY(project::setSegmentNotes(b, 2, "one").has_value());
        QVERIFY(project::setInOut(b, core::FrameRange{1, 9}).has_value());
        const auto forth = project::difference(a, b);
        QVERIFY(app::joined(forth, project::difference(b, a)).empty());
    }

    void reversedGoesTheOtherWay() {
        const Project a = test::sampleProject();
        Project b = a;
        QVERIFY(project::removeSegments(b, std::vector<project::Id>{3}).has_value());
        Project back = b;
        project::applyForward(back, app::reversed(project::difference(a, b)));
        QCOMPARE(back == a, true);
    }

    void aFingerprintIsCarriedIntoTheSameFileOnly() {
        const Project empty;
        Project a = test::sampleProject();
        auto step = project::difference(empty, a);  // the film was put in
        Project amended = a;
        amended.film.media.fingerprint = "fp1:1";
        app::rebase(step, project::difference(a, amended));
        QCOMPARE(step.film->second.media.fingerprint, std::string("fp1:1"));
        QVERIFY(step.film->first.media.fingerprint.empty());
    }

    void aFieldTheUserSetStays() {
        const Project a = test::sampleProject();
        Project b = a;
        QVERIFY(project::setSegmentNotes(b, 2, "mine").has_value());
        auto step = project::difference(a, b);
        Project amended = b;
        amended.segments[0].text = "heard";
        app::rebase(step, project::difference(b, amended));
        const auto& change = step.segments.at(2);
        QCOMPARE(change.before->text, std::string("heard"));
        QCOMPARE(change.before->notes, std::string());
        QCOMPARE(change.after->notes, std::string("mine"));
        QCOMPARE(change.after->text, std::string("heard"));
    }

    void anAddedTakeIsInEveryStateOfItsSegment() {
        const Project a = test::sampleProject();
        Project b = a;
        QVERIFY(project::setSegmentNotes(b, 2, "mine").has_value());
        auto step = project::difference(a, b);
        Project amended = b;
        QVERIFY(project::addTake(amended, 2, test::take("2-9", {10, 80})).has_value());
        app::rebase(step, project::difference(b, amended));
        QCOMPARE(step.segments.at(2).before->takes.size(), std::size_t{1});
        QVERIFY(step.segments.at(2).before->active() != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestDeltaRebase)
#include "tst_deltarebase.moc"
