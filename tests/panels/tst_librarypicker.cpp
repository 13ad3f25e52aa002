// Picking and banning the film's own pictures by mouse and keys.
#include "widgets/panels/librarymodel_p.h"
#include "widgets/panels/librarypicker.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lipwright::widgets;

namespace {

using Frames = std::vector<std::int64_t>;

std::vector<LibraryPicture> pictures(int count) {
    std::vector<LibraryPicture> all;
    for (int i = 0; i < count; ++i) {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(i * 29 % 360, 120, 160));
        all.push_back({10 * (i + 1), QStringLiteral("00:00:%1").arg(i, 2, 10, QLatin1Char('0')),
                       QStringLiteral("open"), image});
    }
    return all;
}

}  // namespace

class LibraryPickerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_picker = std::make_unique<LibraryPicker>();
        m_picker->setPictures(pictures(12));
        m_list = m_picker->findChild<QListView*>("libraryPictures");
        m_picker->show();
        QVERIFY(QTest::qWaitForWindowActive(m_picker.get()));
        m_list->setFocus();
        connect(m_picker.get(), &LibraryPicker::framesChosen, this,
                [this](const Frames& picked, const Frames& banned) {
                    m_picked = picked;
                    m_banned = banned;
                });
    }

    void clicksCycle() {
        click(1);
        QCOMPARE(m_picked, Frames{20});
        QCOMPARE(m_banned, Frames{});
        click(1);
        QCOMPARE(m_picked, Frames{});
        QCOMPARE(m_banned, Frames{20});
        click(1);
        QCOMPARE(m_banned, Frames{});
    }

    void keysChoose() {
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
        QTest::keyClick(m_list, Qt::Key_P);
        QTest::keyClick(m_list, Qt::Key_Right);
        QTest::keyClick(m_list, Qt::Key_B);
        QCOMPARE(m_picked, Frames{10});
        QCOMPARE(m_banned, Frames{20});
        QCOMPARE(m_picker->findChild<QLabel*>("chosenCounts")->text(), "1 picked, 1 banned");
        QTest::keyClick(m_list, Qt::Key_Delete);
        QCOMPARE(m_banned, Frames{});
        QTest::keyClick(m_list, Qt::Key_Space);
        QCOMPARE(m_picked, (Frames{10, 20}));
    }

    void whatIsNotShownIsKept() {
        m_picker->setChosen({7}, {999});
        click(0);
        QCOMPARE(m_picked, (Frames{7, 10}));
        QCOMPARE(m_banned, Frames{999});
        QTest::mouseClick(m_picker->findChild<QPushButton*>("clearChosen"), Qt::LeftButton);
        QCOMPARE(m_picked, Frames{});
        QCOMPARE(m_banned, Frames{});
    }

    void theModelIsSound() {
        LibraryModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setPictures(pictures(3));
        model.setPictures(pictures(3));  // the pictures of the same frames have come
        QCOMPARE(reset.count(), 1);
        model.cycle(2);
        QCOMPARE(model.picked(), Frames{30});
        model.setPictures(pictures(2));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.picked(), Frames{30});
    }

private:
    void click(int row) {
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {},
                          m_list->visualRect(m_list->model()->index(row, 0)).center());
    }

    std::unique_ptr<LibraryPicker> m_picker;
    QListView* m_list = nullptr;
    Frames m_picked;
    Frames m_banned;
};

QTEST_MAIN(LibraryPickerTest)
#include "tst_librarypicker.moc"
