#include "engine/core/timecode.h"

#include <QtTest>

using lipwright::core::frameOfTimecode;
using lipwright::core::TimecodeFormat;
using lipwright::core::toTimecode;

Q_DECLARE_METATYPE(TimecodeFormat)

namespace {

const TimecodeFormat kPal{25, false, 0};
const TimecodeFormat kDrop30{30, true, 0};
const TimecodeFormat kDrop60{60, true, 0};

constexpr std::int64_t kDay30 = 2'589'408;  // 24 hours of drop-frame names, SMPTE ST 12-1

}  // namespace

class TestTimecode : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesFrames_data() {
        QTest::addColumn<TimecodeFormat>("format");
        QTest::addColumn<qint64>("frame");
        QTest::addColumn<QString>("text");
        QTest::newRow("pal zero") << kPal << qint64{0} << "00:00:00:00";
        QTest::newRow("pal hour") << kPal << qint64{90'000} << "01:00:00:00";
        QTest::newRow("pal start")
            << TimecodeFormat{25, false, 90'000} << qint64{26} << "01:00:01:01";
        QTest::newRow("film") << TimecodeFormat{24, false, 0} << qint64{24 * 60 + 23}
                              << "00:01:00:23";
        QTest::newRow("30 last of first minute") << kDrop30 << qint64{1799} << "00:00:59;29";
        QTest::newRow("30 first of second minute") << kDrop30 << qint64{1800} << "00:01:00;02";
        QTest::newRow("30 last of second minute") << kDrop30 << qint64{3597} << "00:01:59;29";
        QTest::newRow("30 first of third minute") << kDrop30 << qint64{3598} << "00:02:00;02";
        QTest::newRow("30 last of ten minutes") << kDrop30 << qint64{17'981} << "00:09:59;29";
        QTest::newRow("30 ten minutes") << kDrop30 << qint64{17'982} << "00:10:00;00";
        QTest::newRow("30 eleven minutes") << kDrop30 << qint64{19'782} << "00:11:00;02";
        QTest::newRow("30 hour") << kDrop30 << qint64{107'892} << "01:00:00;00";
        QTest::newRow("30 last of a day") << kDrop30 << qint64{kDay30 - 1} << "23:59:59;29";
        QTest::newRow("60 last of first minute") << kDrop60 << qint64{3599} << "00:00:59;59";
        QTest::newRow("60 first of second minute") << kDrop60 << qint64{3600} << "00:01:00;04";
        QTest::newRow("60 ten minutes") << kDrop60 << qint64{35'964} << "00:10:00;00";
        QTest::newRow("60 hour") << kDrop60 << qint64{215'784} << "01:00:00;00";
        QTest::newRow("30 not dropped")
            << TimecodeFormat{30, false, 0} << qint64{1800} << "00:01:00:00";
    }
    void namesFrames() {
        QFETCH(TimecodeFormat, format);
        QFETCH(qint64, frame);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(toTimecode(frame, format)), text);
        const auto back = frameOfTimecode(text.toStdString(), format);
        QVERIFY(back.has_value());
        QCOMPARE(*back, frame);
    }

    void everyNameOfADayLeadsBack_data() {
        QTest::addColumn<TimecodeFormat>("format");
        QTest::addColumn<qint64>("day");
        QTest::newRow("29.97") << kDrop30 << qint64{kDay30};
        QTest::newRow("59.94") << kDrop60 << qint64{kDay30 * 2};
        QTest::newRow("24") << TimecodeFormat{24, false, 0} << qint64{24 * 86'400};
    }
    void everyNameOfADayLeadsBack() {
        QFETCH(TimecodeFormat, format);
        QFETCH(qint64, day);
        std::string last;
        for (qint64 frame = 0; frame < day; frame += frame % 1800 < 8 ? 1 : 7) {
            const std::string text = toTimecode(frame, format);
            QVERIFY2(last < text, text.c_str());  // names only grow
            const auto back = frameOfTimecode(text, format);
            QVERIFY2(back && *back == frame, text.c_str());
            last = text;
        }
        QCOMPARE(toTimecode(day, format), toTimecode(0, format));
        QCOMPARE(toTimecode(-1, format), toTimecode(day - 1, format));
    }

    void droppedNumbersNameTheNext() {
        QCOMPARE(*frameOfTimecode("00:01:00;00", kDrop30), 1800);
        QCOMPARE(*frameOfTimecode("00:01:00;01", kDrop30), 1800);
        QCOMPARE(*frameOfTimecode("00:01:00;03", kDrop60), 3600);
        QCOMPARE(*frameOfTimecode("00:10:00;01", kDrop30), 17'983);
    }

    void readsWhatIsTyped_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("frame");  // -1: refused
        QTest::newRow("frames") << "12" << qint64{12};
        QTest::newRow("seconds") << "3:04" << qint64{79};
        QTest::newRow("keypad") << "10203" << qint64{25 * 62 + 3};
        QTest::newRow("keypad, all") << "01020304" << qint64{25 * 3723 + 4};
        QTest::newRow("forward") << "+20" << qint64{1020};
        QTest::newRow("forward, many") << "+90" << qint64{1090};
        QTest::newRow("back a second") << "-1:00" << qint64{975};
        QTest::newRow("back a minute before the film") << "-1:00:00" << qint64{-500};
        QTest::newRow("spaces") << "  00:00:01:00 " << qint64{25};
        QTest::newRow("no such frame") << "00:00:00:25" << qint64{-1};
        QTest::newRow("no such minute") << "00:60:00:00" << qint64{-1};
        QTest::newRow("no such hour") << "24:00:00:00" << qint64{-1};
        QTest::newRow("empty") << "" << qint64{-1};
        QTest::newRow("sign alone") << "+" << qint64{-1};
        QTest::newRow("letters") << "1:xx" << qint64{-1};
        QTest::newRow("minus inside") << "1:-2" << qint64{-1};
        QTest::newRow("five parts") << "1:2:3:4:5" << qint64{-1};
        QTest::newRow("hollow") << "1::2" << qint64{-1};
        QTest::newRow("huge") << "+99999999999999999999999" << qint64{-1};
        QTest::newRow("longer than a day") << "+25:00:00:00" << qint64{-1};
    }
    void readsWhatIsTyped() {
        QFETCH(QString, text);
        QFETCH(qint64, frame);
        const auto read = frameOfTimecode(text.toStdString(), kPal, 1000);
        QCOMPARE(read.has_value(), frame != -1);
        if (read) {
            QCOMPARE(*read, frame);
        } else {
            QVERIFY(!read.error().reason.empty() && !read.error().remedy.empty());
        }
    }

    void partsNotTypedAreThoseOfThePlayhead() {
        const TimecodeFormat format{25, false, 90'000};
        QCOMPARE(*frameOfTimecode("05:00", format, 25 * 62), 25 * 65);
        QCOMPARE(*frameOfTimecode("01:00:10:00", format, 25 * 62), 250);
    }

    void aFilmMayRunPastMidnight() {
        const TimecodeFormat format{25, false, 25 * (86'400 - 10)};
        QCOMPARE(toTimecode(25 * 11, format), std::string("00:00:01:00"));
        QCOMPARE(*frameOfTimecode("00:00:01:00", format, 0), 25 * 11);
    }

    void knowsAFilmsCounting_data() {
        QTest::addColumn<int>("numerator");
        QTest::addColumn<int>("denominator");
        QTest::addColumn<QString>("start");
        QTest::addColumn<TimecodeFormat>("format");
        QTest::newRow("25") << 1 << 25 << "" << kPal;
        QTest::newRow("25 from 1 h")
            << 1 << 25 << "01:00:00:00" << TimecodeFormat{25, false, 90'000};
        QTest::newRow("23.976") << 1001 << 24'000 << "" << TimecodeFormat{24, false, 0};
        QTest::newRow("29.97") << 1001 << 30'000 << "" << kDrop30;
        QTest::newRow("29.97 ndf")
            << 1001 << 30'000 << "00:00:00:00" << TimecodeFormat{30, false, 0};
        QTest::newRow("29.97 df") << 1001 << 30'000 << "00:01:00;02"
                                  << TimecodeFormat{30, true, 1800};
        QTest::newRow("59.94") << 1001 << 60'000 << "" << kDrop60;
        QTest::newRow("30") << 1 << 30 << "" << TimecodeFormat{30, false, 0};
        QTest::newRow("nonsense start") << 1 << 25 << "abc" << kPal;
        QTest::newRow("nonsense rate") << 0 << 0 << "" << kPal;
    }
    void knowsAFilmsCounting() {
        QFETCH(int, numerator);
        QFETCH(int, denominator);
        QFETCH(QString, start);
        QFETCH(TimecodeFormat, format);
        QVERIFY(TimecodeFormat::of({numerator, denominator}, start.toStdString()) == format);
    }
};

QTEST_GUILESS_MAIN(TestTimecode)
#include "tst_timecode.moc"
