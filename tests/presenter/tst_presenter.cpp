#include "app/presenter/filmfile.h"
#include "app/presenter/presenter.h"

#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/opencv.h>
#include <opencv2/imgproc.hpp>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <numeric>

using namespace lipwright::presenter;

namespace {

constexpr const char* kLandmarkModel = "/usr/share/dlib/shape_predictor_68_face_landmarks.dat";

PresenterOptions optionsOf(int seed, const char* language, double seconds = 3.0) {
    PresenterOptions options;
    options.seed = seed;
    options.language = language;
    options.seconds = seconds;
    return options;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto n = static_cast<double>(a.size());
    double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sa += a[i];
        sb += b[i];
        saa += a[i] * a[i];
        sbb += b[i] * b[i];
        sab += a[i] * b[i];
    }
    return (sab - sa * sb / n) / std::sqrt((saa - sa * sa / n) * (sbb - sb * sb / n));
}

double distance(const dlib::full_object_detection& face, unsigned long a, unsigned long b) {
    return std::hypot(static_cast<double>(face.part(a).x() - face.part(b).x()),
                      static_cast<double>(face.part(a).y() - face.part(b).y()));
}

}  // namespace

class TestPresenter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!QFileInfo::exists(QString::fromLatin1(kLandmarkModel))) {
            QSKIP("libdlib-data is not installed");
        }
        dlib::deserialize(kLandmarkModel) >> m_landmarks;
    }

    void aFaceIsFoundAndItsMouthFollowsTheTruth_data() {
        QTest::addColumn<int>("seed");
        QTest::addColumn<QByteArray>("language");
        const char* const languages[] = {"en", "de", "es", "fr", "uk", "pl"};
        for (int seed = 0; seed < 6; ++seed) {
            QTest::addRow("seed %d, %s", seed, languages[seed])
                << seed << QByteArray(languages[seed]);
        }
    }

    void aFaceIsFoundAndItsMouthFollowsTheTruth() {
        QFETCH(int, seed);
        QFETCH(QByteArray, language);
        const PresenterOptions options = optionsOf(seed, language.constData(), 4.0);
        auto presenter = Presenter::create(options);
        QVERIFY2(presenter.has_value(), presenter ? "" : presenter.error().text().c_str());
        std::vector<double> wanted;
        std::vector<double> measured;
        double error = 0.0;
        for (int i = 0; i < presenter->frameCount(); ++i) {
            const double time = frameSeconds(options, i);
            cv::Mat picture = presenter->frame(time);
            const dlib::cv_image<dlib::rgb_pixel> image(picture);
            const auto boxes = m_detector(image);
            if (boxes.size() != 1) {
                continue;
            }
            const auto face = m_landmarks(image, boxes[0]);
            const MouthTruth truth = presenter->truth(time);
            wanted.push_back(truth.opening);
            const double gap =
                distance(face, 61, 67) + distance(face, 62, 66) + distance(face, 63, 65);
            measured.push_back(gap / 3.0 / distance(face, 36, 45));
            error += meanError(face, truth) / distance(face, 36, 45);
        }
        const auto found = static_cast<double>(measured.size());
        qInfo("found %.3f, correlation %.3f, mean landmark error %.3f eye distances",
              found / presenter->frameCount(), correlation(wanted, measured), error / found);
        QVERIFY(found >= 0.98 * presenter->frameCount());
        // The landmarks see thick pale lips apart when they meet: single faces reach 0.81 to 0.95.
        m_correlations.push_back(correlation(wanted, measured));
        QVERIFY(m_correlations.back() > 0.75);
        QVERIFY(error / found < 0.08);
    }

    void mouthsFollowTheTruthOnAverage() {
        QCOMPARE(m_correlations.size(), std::size_t{6});
        const double sum = std::accumulate(m_correlations.begin(), m_correlations.end(), 0.0);
        QVERIFY2(sum / 6.0 > 0.85, qPrintable(QString::number(sum / 6.0)));
    }

    void lipsMeetInClosures_data() { languages(); }

    void lipsMeetInClosures() {
        QFETCH(QByteArray, language);
        const auto presenter = Presenter::create(optionsOf(2, language.constData(), 5.0));
        QVERIFY(presenter.has_value());
        int closures = 0;
        for (const SpokenSound& sound : presenter->sounds()) {
            const double middle =
                sound.startSeconds + 0.4 * (sound.endSeconds - sound.startSeconds);
            if (sound.closesLips && sound.endSeconds - sound.startSeconds > 0.03) {
                ++closures;
                QVERIFY(presenter->truth(middle).opening < 0.004F);
            }
        }
        QVERIFY(closures >= 2);
        float widest = 0.0F;
        for (double t = 0.0; t < 5.0; t += 0.02) {
            widest = std::max(widest, presenter->truth(t).opening);
        }
        QVERIFY(widest > 0.1F);
    }

    void sameOptionsSameBytes() {
        const PresenterOptions options = optionsOf(4, "en", 2.0);
        auto first = Presenter::create(options);
        auto second = Presenter::create(options);
        QVERIFY(first.has_value() && second.has_value());
        QVERIFY(first->sound() == second->sound());
        QVERIFY(!first->sound().empty());
        const cv::Mat late = second->frame(1.6);  // the order of frames does not matter
        const cv::Mat a = first->frame(0.4);
        const cv::Mat b = second->frame(0.4);
        QCOMPARE(cv::norm(a, b, cv::NORM_INF), 0.0);
        QVERIFY(cv::norm(a, late, cv::NORM_INF) > 0.0);
        auto other = Presenter::create(optionsOf(5, "en", 2.0));
        QVERIFY(cv::norm(a, other->frame(0.4), cv::NORM_L1) / static_cast<double>(a.total()) >
                20.0);
    }

    void soundIsThereWhereItShouldBe() {
        PresenterOptions options = optionsOf(3, "en", 0.0);
        options.text = "Mama. Papa.";
        options.silenceSeconds = 0.8;
        const auto presenter = Presenter::create(options);
        QVERIFY(presenter.has_value());
        QVERIFY(presenter->seconds() > 2.0 && presenter->seconds() < 5.0);
        const auto rms = [&](double from, double to) {
            double sum = 0.0;
            const auto first = static_cast<std::size_t>(from * presenter->soundRate());
            const auto last = static_cast<std::size_t>(to * presenter->soundRate());
            for (std::size_t i = first; i < last; ++i) {
                sum += presenter->sound()[i] * presenter->sound()[i];
            }
            return std::sqrt(sum / static_cast<double>(last - first));
        };
        QCOMPARE(rms(0.0, 0.29), 0.0);
        QVERIFY(rms(0.32, 0.6) > 0.02);
        QCOMPARE(rms(presenter->seconds() - 0.7, presenter->seconds()), 0.0);
    }

    void theMaskCoversTheLips() {
        auto presenter = Presenter::create(optionsOf(1, "en", 1.0));
        const MouthTruth truth = presenter->truth(0.5);
        const cv::Mat mask = presenter->mouthMask(truth);
        for (std::size_t i = 48; i < 68; ++i) {
            QCOMPARE(mask.at<std::uint8_t>(cv::Point(truth.points[i])), std::uint8_t{255});
        }
        QCOMPARE(mask.at<std::uint8_t>(cv::Point(truth.points[27])), std::uint8_t{0});
    }

    void wrongOptionsAreExplained_data() {
        QTest::addColumn<PresenterOptions>("options");
        PresenterOptions size;
        size.size = {641, 360};
        QTest::newRow("odd size") << size;
        PresenterOptions rate;
        rate.framesPerSecond = std::nan("");
        QTest::newRow("no frame rate") << rate;
        PresenterOptions language;
        language.language = "tlh-xx";
        QTest::newRow("no sentences") << language;
        language.text = "Hello.";
        QTest::newRow("no voice") << language;
        PresenterOptions text;
        text.text = "...";
        QTest::newRow("empty text") << text;
    }

    void wrongOptionsAreExplained() {
        QFETCH(PresenterOptions, options);
        const auto presenter = Presenter::create(options);
        QVERIFY(!presenter.has_value());
        QVERIFY(!presenter.error().reason.empty() && !presenter.error().remedy.empty());
    }

    void filmAndTruthAreWritten() {
        const QTemporaryDir folder;
        PresenterOptions options = optionsOf(1, "en", 0.8);
        options.size = {320, 180};
        auto presenter = Presenter::create(options);
        const std::string film = folder.filePath(QStringLiteral("f.mp4")).toStdString();
        const std::string truth = folder.filePath(QStringLiteral("t.json")).toStdString();
        const auto written = writeFilm(*presenter, options, film);
        QVERIFY2(written.has_value(), written ? "" : written.error().text().c_str());
        QVERIFY(writeTruth(*presenter, options, truth).has_value());
        QVERIFY(QFileInfo(QString::fromStdString(film)).size() > 5000);
        QVERIFY(QFileInfo(QString::fromStdString(truth)).size() > 5000);
        QVERIFY(!writeFilm(*presenter, options, "/nowhere/f.mp4").has_value());
    }

    void isFast() {
        auto presenter = Presenter::create(optionsOf(1, "en", 1.0));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10; ++i) {
            QVERIFY(!presenter->frame(0.1 * i).empty());
        }
        const double rate = 10e9 / static_cast<double>(timer.nsecsElapsed());
        qInfo("%.1f frames per second at 640x360", rate);
        QVERIFY2(rate > 3.0, "slower than a fifth of what an idle core must do");
    }

private:
    static void languages() {
        QTest::addColumn<QByteArray>("language");
        for (const char* language : {"en", "de", "es", "fr", "uk", "pl", "it"}) {
            QTest::addRow("%s", language) << QByteArray(language);
        }
    }

    /// Mean distance of landmarks that have a definite place: nose, eyes, lips, chin.
    static double meanError(const dlib::full_object_detection& face, const MouthTruth& truth) {
        double sum = 0.0;
        int count = 0;
        for (std::size_t i = 0; i < 68; ++i) {
            if (i == 8 || (i >= 27 && i <= 59)) {
                const dlib::point& p = face.part(i);
                sum += std::hypot(static_cast<double>(p.x()) - truth.points[i].x,
                                  static_cast<double>(p.y()) - truth.points[i].y);
                ++count;
            }
        }
        return sum / count;
    }

    dlib::frontal_face_detector m_detector = dlib::get_frontal_face_detector();
    dlib::shape_predictor m_landmarks;
    std::vector<double> m_correlations;
};

QTEST_GUILESS_MAIN(TestPresenter)
#include "tst_presenter.moc"
