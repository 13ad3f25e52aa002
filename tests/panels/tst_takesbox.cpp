// The takes of a segment: what they say of themselves, choosing, naming, removing, comparing.
#include "widgets/panels/takesbox_p.h"
#include "widgets/panels/takeslist_p.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lipwright;
using namespace lipwright::widgets;

namespace {

constexpr SyncScale kScale{0.1, 0.25};

project::Take take(project::Id id, const char* name) {
    project::Take made;
    made.id = id;
    made.name = name;
    made.engine = "warped 1";
    made.models = {{"lip-sync-expert", "ffff000011112222"}, {"shape-network", "a1b2c3d4e5f6"}};
    made.created = "2026-11-20T10:00:00Z";
    made.bytes = 12 << 20;
    return made;
}

project::Segment segment() {
    project::Segment made;
    made.id = 1;
    made.frames = {0, 50};
    made.takes = {take(100, ""), take(101, "softer")};
    made.takes[0].settings.strength = 0.8;
    made.takes[0].quality = project::TakeQuality::draft;
    made.takes[1].scores = project::TakeScores{{4.0, 8.0, 0.27, 0.9, 0}, {3.0, 9.0, 0.36, 0.8, 1}};
    made.activeTake = 101;
    return made;
}

}  // namespace

class TakesBoxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_box = std::make_unique<TakesBox>();
        m_list = &m_box->list();
        m_box->setSegment(segment(), kScale);
        m_box->resize(320, 300);
        m_box->show();
        QVERIFY(QTest::qWaitForWindowActive(m_box.get()));
        m_list->setFocus();
    }

    void takesTellHowTheyWereMade() {
        const QAbstractItemModel& model = *m_list->model();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data().toString(), "Original");
        QCOMPARE(model.index(1, 0).data().toString(), "Take 1");
        QVERIFY(model.index(1, 0).data(TakesModel::kDraftRole).toBool());
        const QString first = model.index(1, 0).data(TakesModel::kDetailRole).toString();
        QVERIFY2(first.contains("strength 80 %"), qPrintable(first));
        QVERIFY2(first.contains("a1b2c3d"), qPrintable(first));  // of the mouth shapes' network
        QVERIFY2(first.contains("12.0 MB"), qPrintable(first));
        const QString second = model.index(2, 0).data(TakesModel::kDetailRole).toString();
        QVERIFY2(!second.contains("strength"), qPrintable(second));  // as the segment has it now
        QVERIFY(!model.index(1, 0).data(TakesModel::kBarRole).isValid());
        QCOMPARE(model.index(2, 0).data(TakesModel::kScoreRole).toString(), "0.27 / 0.36");
        QCOMPARE(model.index(2, 0).data(TakesModel::kBarRole).value<SyncBar>().rating,
                 SyncRating::good);
    }

    void networksThatPaintAreTold() {
        project::Segment painted = segment();
        painted.takes[1].models["mouth-generator"] = "9c8d7e6f5a4b";
        m_box->setSegment(painted, kScale);
        const QAbstractItemModel& model = *m_list->model();
        const QString moved = model.index(1, 0).data(TakesModel::kDetailRole).toString();
        QVERIFY2(moved.contains("a1b2c3d") && !moved.contains(" + "), qPrintable(moved));
        const QString both = model.index(2, 0).data(TakesModel::kDetailRole).toString();
        QVERIFY2(both.contains("a1b2c3d + 9c8d7e6"), qPrintable(both));
    }

    void storageIsShown() {
        m_box->setProjectBytes(std::int64_t{3} << 30);
        QCOMPARE(m_box->findChild<QLabel*>("takesStorage")->text(), "24.0 MB of 3.0 GB");
    }

    void keysAndMouseChoose() {
        QSignalSpy chosen(m_list, &TakesList::chosen);
        QTest::keyClick(m_list, Qt::Key_1);
        QCOMPARE(chosen.at(0).at(0).value<project::Id>(), project::Id(100));
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, centre(0));
        QCOMPARE(chosen.at(1).at(0).value<project::Id>(), project::Id(0));
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, centre(2));
        QCOMPARE(chosen.count(), 2);  // it is shown already
    }

    void theOriginalStays() {
        QSignalSpy removed(m_list, &TakesList::removed);
        QTest::keyClick(m_list, Qt::Key_0);
        QTest::keyClick(m_list, Qt::Key_Delete);
        QCOMPARE(removed.count(), 0);
        QVERIFY(!m_box->findChild<QToolButton*>("removeTake")->isEnabled());
        QTest::keyClick(m_list, Qt::Key_Down);
        QTest::keyClick(m_list, Qt::Key_Delete);
        QCOMPARE(removed.at(0).at(0).value<project::Id>(), project::Id(100));
    }

    void takesAreRenamedInPlace() {
        QSignalSpy renamed(m_list, &TakesList::renamed);
        QTest::keyClick(m_list, Qt::Key_1);
        QTest::mouseClick(m_box->findChild<QToolButton*>("renameTake"), Qt::LeftButton);
        auto* edit = m_list->viewport()->findChild<QLineEdit*>();
        QVERIFY(edit != nullptr);
        QTest::keyClicks(edit, "wide");
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(renamed.count(), 1);
        QCOMPARE(renamed.at(0).at(1).toString(), "wide");
    }

    void anotherTakeIsCompared() {
        QSignalSpy compared(m_list, &TakesList::compared);
        auto* button = m_box->findChild<QToolButton*>("compareTake");
        QVERIFY(!button->isEnabled());  // the shown one with itself
        QTest::keyClick(m_list, Qt::Key_C);
        QCOMPARE(compared.count(), 0);
        QTest::keyClick(m_list, Qt::Key_Up);
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::keyClick(m_list, Qt::Key_C);
        QCOMPARE(compared.count(), 2);
        QCOMPARE(compared.at(0).at(0).value<project::Id>(), project::Id(100));
    }

    void theModelIsSound() {
        TakesModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto one = segment();
        model.set(one, kScale);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        one.activeTake = 0;
        model.set(one, kScale);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.activeRow(), 0);
        one.takes.pop_back();
        model.set(one, kScale);
        QCOMPARE(model.rowCount(), 2);
    }

private:
    QPoint centre(int row) const {
        return m_list->visualRect(m_list->model()->index(row, 0)).center();
    }

    std::unique_ptr<TakesBox> m_box;
    TakesList* m_list = nullptr;
};

QTEST_MAIN(TakesBoxTest)
#include "tst_takesbox.moc"
