#include "engine/core/result.h"

#include <QtTest>
#include <cerrno>

using lipwright::core::Error;
using lipwright::core::ErrorCode;
using lipwright::core::errorFromErrno;
using lipwright::core::Result;

namespace {
Result<int> fails() {
    return lipwright::core::fail(ErrorCode::noFace, "no face was found", "film.mp4", "Try another");
}
Result<std::string> forwards() {
    const auto result = fails();
    if (!result) {
        return lipwright::core::passOn(result);
    }
    return std::string("value");
}
}  // namespace

class TestError : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsPlaceReasonAndRemedy() {
        const Error error{ErrorCode::noFace, "no face was found", "film.mp4", "Try another clip"};
        QCOMPARE(error.text(), std::string("film.mp4: no face was found. Try another clip."));
        QCOMPARE((Error{ErrorCode::internal, "broken", "", ""}.text()), std::string("broken."));
    }

    void passesThroughUnchanged() {
        const auto result = forwards();
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::noFace);
        QCOMPARE(result.error().place, std::string("film.mp4"));
    }

    void classifiesErrno_data() {
        QTest::addColumn<int>("errnoValue");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << ENOENT << static_cast<int>(ErrorCode::fileNotFound);
        QTest::newRow("denied") << EACCES << static_cast<int>(ErrorCode::accessDenied);
        QTest::newRow("read-only disk") << EROFS << static_cast<int>(ErrorCode::accessDenied);
        QTest::newRow("full") << ENOSPC << static_cast<int>(ErrorCode::diskFull);
        QTest::newRow("other") << EIO << static_cast<int>(ErrorCode::ioFailure);
    }

    void classifiesErrno() {
        QFETCH(int, errnoValue);
        QFETCH(int, code);
        QCOMPARE(static_cast<int>(errorFromErrno(errnoValue, "file", "can not read").code), code);
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
