// Colours out of and back into the source's own format; what is not blended stays bit for bit.
#include "engine/media/samplerows_p.h"
#include "engine/media/videoreader.h"
#include "tests/media/clips.h"

#include <opencv2/imgproc.hpp>

#include <QTest>

using namespace lipwright;
using namespace lipwright::media;
using namespace lipwright::test;

namespace {

/// One component's code values, (h, w) CV_32SC1, as stored.
cv::Mat componentOf(const VideoFrame& frame, int number) {
    const VideoFrame::Data& data = *frame.data();
    const Component& component = data.layout.components[std::size_t(number)];
    cv::Mat values(planeSize(*data.frame, component), CV_32SC1);
    for (int y = 0; y < values.rows; ++y) {
        for (int x = 0; x < values.cols; ++x) {
            values.at<int>(y, x) = data.layout.depth > 8
                                       ? SampleRows<std::uint16_t>(data, component).get(x, y)
                                       : SampleRows<std::uint8_t>(data, component).get(x, y);
        }
    }
    return values;
}

cv::Rect centreOf(const VideoFrame& frame) {
    const cv::Size size = frame.size();
    return {size.width / 4 + 1, size.height / 4 + 1, size.width / 2, size.height / 2};
}

}  // namespace

class TestVideoFrame : public QObject {
    Q_OBJECT

private:
    Clips m_clips;
    [[nodiscard]] core::Result<VideoFrame> firstFrame(const QString& name) const;

private Q_SLOTS:
    void initTestCase();
    void roundTripKeepsTheSamples_data();
    void roundTripKeepsTheSamples();
    void blendTouchesOnlyTheMask_data();
    void blendTouchesOnlyTheMask();
    void rgbMatchesKnownColours_data();
    void rgbMatchesKnownColours();
    void turnedRegionsAgree_data();
    void turnedRegionsAgree();
    void copiesAreIndependent();
    void wrongArgumentsAreRefused();
};

void TestVideoFrame::initTestCase() {
    if (!Clips::available()) {
        QSKIP("the ffmpeg command is not installed");
    }
    const QStringList smooth{"-f", "lavfi", "-i", "color=gray:s=130x98:r=5:d=0.4", "-vf"};
    for (const QString format :
         {"yuv420p", "yuv422p10le", "yuv444p", "nv12", "gbrp", "rgb24", "yuvj420p", "yuv420p10le",
          "gbrp12le", "gray", "yuv411p", "yuv444p16le"}) {
        QVERIFY(m_clips.make(
            format + ".nut",
            smooth +
                QStringList{"format=gbrp,geq=r='60+X':g='70+Y':b='90+(X+Y)/2',format=" + format,
                            "-c:v", "rawvideo", "-pix_fmt", format}));
    }
    for (const QString angle : {"90", "180", "270"}) {
        QVERIFY(
            m_clips.make("plain.mp4", movingPicture("130x98", "25", 1) +
                                          QStringList{"-c:v", "libx264", "-pix_fmt", "yuv420p"}));
        QVERIFY(m_clips.make(
            "turned" + angle + ".mp4",
            {"-i", m_clips.path("plain.mp4"), "-c", "copy", "-metadata:s:v", "rotate=" + angle}));
    }
    // Red of 75 %: a known colour in each matrix and range.
    for (const QString matrix : {"bt709", "bt601", "bt2020"}) {
        const QString tag = matrix == "bt601"    ? "smpte170m"
                            : matrix == "bt2020" ? "bt2020nc"
                                                 : "bt709";
        for (const QString range : {"tv", "pc"}) {
            QVERIFY(m_clips.make("red-" + matrix + "-" + range + ".mkv",
                                 {"-f", "lavfi", "-i", "color=0xBF1040:s=64x48:r=5:d=0.4", "-vf",
                                  "format=gbrp,scale=out_color_matrix=" + matrix +
                                      ":out_range=" + range + ",format=yuv444p",
                                  "-c:v", "ffv1", "-colorspace", tag, "-color_range", range}));
        }
    }
}

core::Result<VideoFrame> TestVideoFrame::firstFrame(const QString& name) const {
    auto reader = VideoReader::open(m_clips.file(name));
    if (!reader) {
        return core::passOn(reader);
    }
    return reader->frame(0);
}

void TestVideoFrame::roundTripKeepsTheSamples_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("tolerance");  // code values
    for (const char* const format : {"yuv420p", "yuv444p", "nv12", "yuvj420p", "yuv411p"}) {
        QTest::newRow(format) << format << 2;
    }
    for (const char* const format : {"yuv422p10le", "yuv420p10le"}) {
        QTest::newRow(format) << format << 2;
    }
    for (const char* const format : {"gbrp", "rgb24", "gray", "gbrp12le"}) {
        QTest::newRow(format) << format << (qstrcmp(format, "gray") == 0 ? 1 : 0);
    }
    QTest::newRow("yuv444p16le") << "yuv444p16le" << 3;
}

void TestVideoFrame::roundTripKeepsTheSamples() {
    QFETCH(QString, format);
    QFETCH(int, tolerance);
    auto frame = firstFrame(format + ".nut");
    QVERIFY2(frame, frame ? "" : frame.error().text().c_str());
    VideoFrame blended = *frame;
    const cv::Rect region = centreOf(*frame);
    const auto rgb = frame->rgb(region);
    QVERIFY2(rgb, rgb ? "" : rgb.error().text().c_str());
    QCOMPARE(rgb->type(), frame->bitDepth() > 8 ? CV_16UC3 : CV_8UC3);
    QVERIFY(blended.blend(region, *rgb, cv::Mat(region.size(), CV_8UC1, cv::Scalar(255))));
    for (int c = 0; c < frame->data()->layout.colours; ++c) {
        const double worst =
            cv::norm(componentOf(*frame, c), componentOf(blended, c), cv::NORM_INF);
        QVERIFY2(worst <= tolerance, qPrintable(QString("component %1: %2").arg(c).arg(worst)));
    }
}

void TestVideoFrame::blendTouchesOnlyTheMask_data() {
    QTest::addColumn<QString>("format");
    for (const char* const format :
         {"yuv420p", "yuv422p10le", "yuv444p", "nv12", "gbrp", "rgb24", "yuvj420p"}) {
        QTest::newRow(format) << format;
    }
}

void TestVideoFrame::blendTouchesOnlyTheMask() {
    QFETCH(QString, format);
    auto frame = firstFrame(format + ".nut");
    QVERIFY(frame);
    const cv::Rect region = centreOf(*frame);
    cv::Mat alpha(region.size(), CV_16UC1, cv::Scalar(0));
    cv::circle(alpha, {region.width / 2, region.height / 2}, region.height / 4, cv::Scalar(65535),
               -1);
    const bool deep = frame->bitDepth() > 8;
    const cv::Mat patch(region.size(), deep ? CV_16UC3 : CV_8UC3,
                        deep ? cv::Scalar(50000, 4000, 3000) : cv::Scalar(200, 15, 12));
    VideoFrame blended = *frame;
    QVERIFY(blended.blend(region, patch, alpha));
    // Mask of the picture, widened by one pixel for subsampled chroma (a footprint of 1, 2, 1).
    cv::Mat mask(frame->size(), CV_8UC1, cv::Scalar(0));
    cv::Mat(alpha > 0).copyTo(mask(region));
    cv::Mat wide;
    cv::dilate(mask, wide, cv::Mat::ones(3, 3, CV_8U));
    for (int c = 0; c < 3; ++c) {
        const cv::Mat before = componentOf(*frame, c);
        const cv::Mat after = componentOf(blended, c);
        const Component& component = frame->data()->layout.components[std::size_t(c)];
        const bool full = component.log2Width == 0 && component.log2Height == 0;
        int changed = 0;
        for (int y = 0; y < before.rows; ++y) {
            for (int x = 0; x < before.cols; ++x) {
                const bool same = before.at<int>(y, x) == after.at<int>(y, x);
                const cv::Rect pixels(x << component.log2Width, y << component.log2Height,
                                      1 << component.log2Width, 1 << component.log2Height);
                const cv::Rect inside = pixels & cv::Rect({0, 0}, frame->size());
                const bool allowed = cv::countNonZero((full ? mask : wide)(inside)) > 0;
                QVERIFY2(same || allowed, "a sample outside the mask changed");
                changed += same ? 0 : 1;
            }
        }
        QVERIFY(changed > 50);
    }
    const cv::Rect middle(region.x + region.width / 2 - 2, region.y + region.height / 2 - 2, 4, 4);
    const auto seen = blended.rgb(middle);
    QVERIFY(seen);
    const double limit = deep ? 600 : 4;
    QVERIFY(cv::norm(*seen,
                     cv::Mat(middle.size(), patch.type(),
                             deep ? cv::Scalar(50000, 4000, 3000) : cv::Scalar(200, 15, 12)),
                     cv::NORM_INF) <= limit);
}

void TestVideoFrame::rgbMatchesKnownColours_data() {
    QTest::addColumn<QString>("name");
    for (const QString matrix : {"bt709", "bt601", "bt2020"}) {
        for (const QString range : {"tv", "pc"}) {
            const QString name = "red-" + matrix + "-" + range;
            QTest::newRow(qPrintable(name)) << name + ".mkv";
        }
    }
}

void TestVideoFrame::rgbMatchesKnownColours() {
    QFETCH(QString, name);
    auto frame = firstFrame(name);
    QVERIFY2(frame, frame ? "" : frame.error().text().c_str());
    const auto rgb = frame->rgb({10, 10, 4, 4});
    QVERIFY(rgb);
    const cv::Vec3b pixel = rgb->at<cv::Vec3b>(1, 1);
    QVERIFY2(std::abs(pixel[0] - 0xBF) <= 2 && std::abs(pixel[1] - 0x10) <= 2 &&
                 std::abs(pixel[2] - 0x40) <= 2,
             qPrintable(QString("%1 %2 %3").arg(pixel[0]).arg(pixel[1]).arg(pixel[2])));
}

void TestVideoFrame::turnedRegionsAgree_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("90") << "turned90.mp4";
    QTest::newRow("180") << "turned180.mp4";
    QTest::newRow("270") << "turned270.mp4";
}

void TestVideoFrame::turnedRegionsAgree() {
    QFETCH(QString, name);
    auto turned = firstFrame(name);
    auto plain = firstFrame("plain.mp4");
    QVERIFY(turned && plain);
    const auto whole = turned->rgb(cv::Rect({0, 0}, turned->size()));
    QVERIFY(whole);
    const cv::Rect region(11, 23, 40, 30);
    const auto part = turned->rgb(region);
    QVERIFY(part);
    QCOMPARE(cv::norm(*part, (*whole)(region), cv::NORM_INF), 0.0);
    // A patch painted upright is seen upright again, and only there.
    VideoFrame blended = *turned;
    cv::Mat patch = part->clone();
    patch.setTo(cv::Scalar(120, 90, 60));
    patch(cv::Rect(0, 0, 20, 10)).setTo(cv::Scalar(60, 90, 120));
    QVERIFY(blended.blend(region, patch, cv::Mat(region.size(), CV_8UC1, cv::Scalar(255))));
    const auto seen = blended.rgb(region);
    QVERIFY(seen);
    const cv::Rect corner(3, 3, 12, 4);
    const cv::Rect rest(24, 14, 10, 10);
    QVERIFY(cv::norm((*seen)(corner), patch(corner), cv::NORM_INF) <= 4);
    QVERIFY(cv::norm((*seen)(rest), patch(rest), cv::NORM_INF) <= 4);
    const auto after = blended.rgb(cv::Rect({0, 0}, turned->size()));
    cv::Mat outside(turned->size(), CV_8UC1, cv::Scalar(255));
    outside(cv::Rect(region.x - 3, region.y - 3, region.width + 6, region.height + 6)).setTo(0);
    QCOMPARE(cv::norm(*whole, *after, cv::NORM_INF, outside), 0.0);
}

void TestVideoFrame::copiesAreIndependent() {
    auto frame = firstFrame("plain.mp4");
    QVERIFY(frame);
    const cv::Mat before = componentOf(*frame, 0);
    VideoFrame copy = *frame;
    const cv::Rect region(20, 20, 30, 30);
    QVERIFY(copy.blend(region, cv::Mat(region.size(), CV_8UC3, cv::Scalar(255, 255, 255)),
                       cv::Mat(region.size(), CV_8UC1, cv::Scalar(255))));
    QCOMPARE(cv::norm(before, componentOf(*frame, 0), cv::NORM_INF), 0.0);
    QVERIFY(cv::norm(before, componentOf(copy, 0), cv::NORM_INF) > 0);
    QCOMPARE(frame->gray(49)->size(), cv::Size(65, 49));
}

void TestVideoFrame::wrongArgumentsAreRefused() {
    auto frame = firstFrame("plain.mp4");
    QVERIFY(frame);
    QVERIFY(!frame->rgb({100, 0, 31, 10}));
    QVERIFY(!frame->rgb({-1, 0, 10, 10}));
    QVERIFY(!frame->rgb({0, 0, 0, 10}));
    const cv::Mat alpha(10, 10, CV_8UC1, cv::Scalar(255));
    QVERIFY(!frame->blend({0, 0, 10, 10}, cv::Mat(10, 10, CV_16UC3), alpha));
    QVERIFY(!frame->blend({0, 0, 10, 10}, cv::Mat(9, 10, CV_8UC3), alpha));
    QVERIFY(!VideoFrame().gray());
}

QTEST_GUILESS_MAIN(TestVideoFrame)
#include "tst_videoframe.moc"
