#include "widgets/viewer/transportbar.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace lipwright;
using widgets::TransportBar;

namespace {

constexpr qint64 kFrames = 5000;

struct Shown {
    TransportBar bar;
    QAction play{QStringLiteral("&Play")};
    QAction wipe{QStringLiteral("Split &wipe")};
    QLineEdit* field = nullptr;
    core::TimecodeFormat format{.framesPerSecond = 25, .dropFrame = false, .startFrame = 90000};

    explicit Shown(int width = 1200) {
        play.setObjectName(QStringLiteral("play.toggle"));
        bar.setActions({&play, nullptr}, {&wipe});
        bar.setAudioSources({QStringLiteral("Film"), QStringLiteral("Dub")}, 1);
        bar.setTimecode(format, 100, kFrames);
        bar.resize(width, 34);
        bar.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&bar));
        field = bar.findChild<QLineEdit*>(QStringLiteral("timecode"));
    }

    void type(const char* text) const {
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClicks(field, QLatin1String(text));
        QTest::keyClick(field, Qt::Key_Return);
    }
};

}  // namespace

class TestTransportBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTimecodeAndDuration() {
        Shown s;
        QCOMPARE(s.field->text(), QStringLiteral("01:00:04:00"));
        QCOMPARE(s.bar.findChild<QLabel*>(QStringLiteral("duration"))->text(),
                 QStringLiteral("/ 00:03:20:00"));
        s.bar.setTimecode(s.format, 101, kFrames);
        QCOMPARE(s.field->text(), QStringLiteral("01:00:04:01"));
        s.bar.setTimecode(s.format, 0, 0);
        QVERIFY(s.field->text().isEmpty());
        QVERIFY(!s.field->isEnabled());
    }

    void timecodeJumps_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("frame");
        QTest::newRow("absolute") << QByteArray("01:00:10:05") << qint64{255};
        QTest::newRow("keypad") << QByteArray("01001005") << qint64{255};
        QTest::newRow("frames on") << QByteArray("+20") << qint64{120};
        QTest::newRow("a second back") << QByteArray("-1:00") << qint64{75};
        QTest::newRow("beyond the end") << QByteArray("02:00:00:00") << kFrames - 1;
        QTest::newRow("before the start") << QByteArray("00:00:00:00") << qint64{0};
    }
    void timecodeJumps() {
        QFETCH(QByteArray, text);
        QFETCH(qint64, frame);
        Shown s;
        QSignalSpy entered(&s.bar, &TransportBar::timecodeEntered);
        s.type(text.constData());
        QCOMPARE(entered.count(), 1);
        QCOMPARE(entered.first().first().toLongLong(), frame);
    }

    void invalidTimecodeIsToldAndKept() {
        Shown s;
        QSignalSpy entered(&s.bar, &TransportBar::timecodeEntered);
        const QString hint = s.field->toolTip();
        s.type("banana");
        QCOMPARE(entered.count(), 0);
        QCOMPARE(s.field->text(), QStringLiteral("banana"));
        QVERIFY(s.field->toolTip() != hint);
        const QColor frame = s.field->grab().toImage().pixelColor(s.field->width() / 2, 1);
        QVERIFY(frame.red() > 180 && frame.blue() < 60);
        s.bar.setTimecode(s.format, 300, kFrames);  // playing goes on below the typing
        QCOMPARE(s.field->text(), QStringLiteral("banana"));
        QTest::keyClick(s.field, Qt::Key_Escape);
        QCOMPARE(s.field->text(), QStringLiteral("01:00:12:00"));
        QCOMPARE(s.field->toolTip(), hint);
    }

    void clickSelectsAll() {
        Shown s;
        QTest::mouseClick(s.field, Qt::LeftButton);
        QCOMPARE(s.field->selectedText(), s.field->text());
    }

    void buttonsAreTheActions() {
        Shown s;
        auto* button = s.bar.findChild<QToolButton*>(QStringLiteral("button.play.toggle"));
        QVERIFY(button != nullptr);
        QCOMPARE(button->accessibleName(), QStringLiteral("Play"));
        QSignalSpy triggered(&s.play, &QAction::triggered);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
    }

    void speedIsShown() {
        Shown s;
        auto* label = s.bar.findChild<QLabel*>(QStringLiteral("speed"));
        s.bar.setSpeed(2);
        QCOMPARE(label->text(), QStringLiteral("▶▶ 2×"));
        s.bar.setSpeed(-1);
        QCOMPARE(label->text(), QStringLiteral("◀"));
        s.bar.setSpeed(0);
        QVERIFY(label->text().isEmpty());
    }

    void soundIsChosen() {
        Shown s;
        auto* combo = s.bar.findChild<QComboBox*>(QStringLiteral("audioSource"));
        QCOMPARE(combo->currentIndex(), 1);
        QSignalSpy chosen(&s.bar, &TransportBar::audioSourceChosen);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Up);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toInt(), 0);
    }

    void muteRemembersTheVolume() {
        Shown s;
        s.bar.setVolume(0.6);
        QSignalSpy changed(&s.bar, &TransportBar::volumeChanged);
        auto* mute = s.bar.findChild<QToolButton*>(QStringLiteral("mute"));
        auto* slider = s.bar.findChild<QSlider*>(QStringLiteral("volume"));
        QTest::mouseClick(mute, Qt::LeftButton);
        QCOMPARE(s.bar.volume(), 0.0);
        QTest::mouseClick(mute, Qt::LeftButton);
        QCOMPARE(s.bar.volume(), 0.6);
        QTest::mouseClick(mute, Qt::LeftButton);
        QTest::keyClick(slider, Qt::Key_Right);  // moving the slider switches the sound on
        QCOMPARE(s.bar.volume(), 0.61);
        QCOMPARE(changed.count(), 4);
    }

    void narrowBarsKeepWhatMattersMost() {
        Shown s;
        s.bar.setAudioNote(QStringLiteral("There is no sound device."));
        auto* slider = s.bar.findChild<QSlider*>(QStringLiteral("volume"));
        auto* note = s.bar.findChild<QLabel*>(QStringLiteral("audioNote"));
        QVERIFY(slider->isVisible() && note->isVisible());
        s.bar.resize(420, 34);
        QVERIFY(!note->isVisible());
        QVERIFY(s.field->isVisible());
        QVERIFY(slider->toolTip().contains(QStringLiteral("no sound device")));
        s.bar.resize(s.bar.minimumSizeHint());
        QVERIFY(!slider->isVisible());
        QVERIFY(s.field->isVisible());
        QVERIFY(s.bar.rect().contains(s.field->geometry()));
        s.bar.resize(1200, 34);
        QVERIFY(slider->isVisible() && note->isVisible());
    }
};

QTEST_MAIN(TestTransportBar)
#include "tst_transportbar.moc"
