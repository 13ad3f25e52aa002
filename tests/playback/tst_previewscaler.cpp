// The fast pictures for the screen against the exact ones of VideoFrame::rgb().
#include "engine/media/previewscaler.h"
#include "engine/media/videoreader.h"
#include "tests/media/clips.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace lipwright;

class TestPreviewScaler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!test::Clips::available()) {
            QSKIP("the ffmpeg command is not installed");
        }
    }

    void looksLikeTheExactPicture_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("709 limited") << "a.mp4" << coded("yuv420p", "bt709", "tv");
        QTest::newRow("601 full") << "b.mp4" << coded("yuv420p", "smpte170m", "pc");
        QTest::newRow("2020 deep") << "c.mp4" << coded("yuv422p10le", "bt2020nc", "tv");
        QTest::newRow("rgb") << "d.mkv" << QStringList{"-c:v", "ffv1", "-pix_fmt", "gbrp"};
        QTest::newRow("untagged") << "e.mkv" << QStringList{"-c:v", "ffv1", "-pix_fmt", "yuv444p"};
    }

    void looksLikeTheExactPicture() {
        QFETCH(QString, name);
        QFETCH(QStringList, options);
        const QStringList source{"-f", "lavfi", "-i", "gradients=s=322x182:r=25:d=0.2:n=4:seed=7"};
        QVERIFY(m_clips.make(name, source + options));
        auto reader = media::VideoReader::open(m_clips.file(name));
        QVERIFY(reader.has_value());
        const auto frame = reader->frame(2);
        QVERIFY(frame.has_value());
        compare(*frame, frame->size());
        compare(*frame, {161, 91});
    }

    void isUpright() {
        QVERIFY(m_clips.make(
            "flat.mp4", {"-f", "lavfi", "-i", "gradients=s=320x180:r=25:d=0.2:n=4:seed=7", "-c:v",
                         "libx264", "-pix_fmt", "yuv420p"}));
        QVERIFY(m_clips.make("turned.mp4", {"-i", m_clips.path("flat.mp4"), "-c", "copy",
                                            "-metadata:s:v:0", "rotate=90"}));
        auto reader = media::VideoReader::open(m_clips.file("turned.mp4"));
        QVERIFY(reader.has_value());
        const auto frame = reader->frame(0);
        QVERIFY(frame.has_value());
        QCOMPARE(frame->size().width, 180);
        compare(*frame, frame->size());
    }

private:
    static QStringList coded(const QString& format, const QString& matrix, const QString& range) {
        return {"-vf",
                QString("scale=out_color_matrix=%1:out_range=%2,format=%3")
                    .arg(matrix == "bt2020nc" ? "bt2020" : matrix, range, format),
                "-c:v",
                "libx264",
                "-qp",
                "0",
                "-preset",
                "ultrafast",
                "-colorspace",
                matrix,
                "-color_range",
                range};
    }

    static void compare(const media::VideoFrame& frame, cv::Size size) {
        media::PreviewScaler scaler;
        const auto fast = scaler.scale(frame, size);
        QVERIFY(fast.has_value());
        QCOMPARE(fast->type(), CV_8UC4);
        QVERIFY(fast->size() == size);
        auto exact = frame.rgb({{0, 0}, frame.size()});
        QVERIFY(exact.has_value());
        cv::Mat bytes;
        exact->convertTo(bytes, CV_8U, exact->depth() == CV_16U ? 1.0 / 257.0 : 1.0);
        cv::resize(bytes, bytes, size, 0, 0, cv::INTER_AREA);
        cv::Mat shown;
        cv::cvtColor(*fast, shown, cv::COLOR_BGRA2RGB);
        const double apart = cv::norm(bytes, shown, cv::NORM_L1) / (3.0 * size.area());
        QVERIFY2(apart < 3.0, qPrintable(QString("%1 levels apart").arg(apart)));
    }

    test::Clips m_clips;
};

QTEST_GUILESS_MAIN(TestPreviewScaler)
#include "tst_previewscaler.moc"
