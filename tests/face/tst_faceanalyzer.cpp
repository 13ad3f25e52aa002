#include "app/presenter/headrenderer.h"
#include "engine/face/analysispass_p.h"
#include "engine/face/croptransform.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>
#include <functional>

using namespace lipwright;
using namespace lipwright::face;

namespace {

constexpr int kHeight = 270;
const cv::Size kHalf(240, kHeight);

/// A presenter's pictures, drawn once and shown again and again (drawing costs most of the time).
class Presenter {
public:
    explicit Presenter(int seed) {
        presenter::HeadRenderer renderer(presenter::identityOf(seed), kHalf, 0.6F);
        for (int i = 0; i < kPictures; ++i) {
            presenter::Moment moment;
            moment.head = presenter::headAt(static_cast<std::uint64_t>(seed), i * 0.04, 1.0F);
            moment.mouth.opening = 0.18F * (0.5F - 0.5F * std::cos(static_cast<float>(i) * 0.5F));
            moment.mouth.jaw = moment.mouth.opening * 0.8F;
            moment.grain = static_cast<std::uint64_t>(i);
            m_opening.push_back(moment.mouth.opening);
            m_pictures.push_back(renderer.render(moment));
        }
    }
    /// Forth and back, so that there is no jump.
    [[nodiscard]] std::size_t index(int frame) const {
        const int phase = frame % (2 * kPictures - 2);
        return static_cast<std::size_t>(phase < kPictures ? phase : 2 * kPictures - 2 - phase);
    }
    [[nodiscard]] const cv::Mat& picture(int frame) const { return m_pictures[index(frame)]; }
    [[nodiscard]] float opening(int frame) const { return m_opening[index(frame)]; }

private:
    static constexpr int kPictures = 26;
    std::vector<cv::Mat> m_pictures;
    std::vector<float> m_opening;
};

using Film = std::function<cv::Mat(int)>;  // RGB; empty: the frame is missing

double correlation(const std::vector<float>& a, const std::vector<float>& b) {
    cv::Scalar ma, mb, sa, sb;
    cv::meanStdDev(a, ma, sa);
    cv::meanStdDev(b, mb, sb);
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - ma[0]) * (b[i] - mb[0]);
    }
    return sum / static_cast<double>(a.size()) / (sa[0] * sb[0] + 1e-9);
}

std::int64_t usableFrames(const FaceTrack& track) {
    return std::count_if(track.observations.begin(), track.observations.end(),
                         [](const auto& o) { return o.usability == FaceUsability::usable; });
}

}  // namespace

class TestFaceAnalyzer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void missingModelNamesFileAndPackage();
    void foreignFileIsNoModel();
    void oneSpeaker();
    void twoFacesSideBySide();
    void cutsBackAndForth();
    void faceLeaves();
    void missingFrames();
    void noFaceAtAll();
    void wrongOrderIsAnError();
    void nothingPushed();

private:
    [[nodiscard]] FaceAnalysis analyse(const Film& film, int frames,
                                       AnalysisOptions options = {}) const {
        AnalysisPass pass(m_models, options);
        for (int i = 0; i < frames; ++i) {
            const cv::Mat rgb = film(i);
            if (rgb.empty()) {
                continue;
            }
            cv::Mat gray;
            cv::cvtColor(rgb, gray, cv::COLOR_RGB2GRAY);
            const auto done = pass.push({i, gray, [rgb](const cv::Rect& region) {
                                             return core::Result<cv::Mat>(rgb(region).clone());
                                         }});
            if (!done) {
                qWarning("%s", done.error().text().c_str());
            }
        }
        auto analysis = pass.finish();
        return analysis ? *analysis : FaceAnalysis{};
    }

    std::shared_ptr<const FaceModels> m_models;
    std::unique_ptr<Presenter> m_first;
    std::unique_ptr<Presenter> m_second;
};

void TestFaceAnalyzer::initTestCase() {
    auto models = FaceModels::load();
    QVERIFY2(models.has_value(), models ? "" : models.error().text().c_str());
    m_models = *models;
    m_first = std::make_unique<Presenter>(1);
    m_second = std::make_unique<Presenter>(4);
}

void TestFaceAnalyzer::missingModelNamesFileAndPackage() {
    const auto models = FaceModels::load("/no/such/model.dat");
    QVERIFY(!models);
    const std::string text = models.error().text();
    QVERIFY(text.find("/no/such/model.dat") != std::string::npos);
    QVERIFY(text.find("libdlib-data") != std::string::npos);
}

void TestFaceAnalyzer::foreignFileIsNoModel() {
    const auto models = FaceModels::load(QCoreApplication::applicationFilePath().toStdString());
    QVERIFY(!models);
    QCOMPARE(models.error().code, core::ErrorCode::modelInvalid);
}

void TestFaceAnalyzer::oneSpeaker() {
    const auto analysis = analyse([&](int i) { return m_first->picture(i); }, 80);
    QCOMPARE(analysis.frameCount, std::int64_t{80});
    QCOMPARE(analysis.shots.size(), std::size_t{1});
    QCOMPARE(analysis.tracks.size(), std::size_t{1});
    QCOMPARE(analysis.actors.size(), std::size_t{1});
    const FaceTrack& track = analysis.tracks[0];
    QCOMPARE(track.firstFrame, std::int64_t{0});
    QCOMPARE(track.endFrame(), std::int64_t{80});
    QVERIFY2(usableFrames(track) >= 78, qPrintable(QString::number(usableFrames(track))));
    QCOMPARE(analysis.actors[0].usableFrames, usableFrames(track));
    // The mouth that was drawn is the mouth that is measured.
    std::vector<float> truth;
    std::vector<float> measured;
    for (int i = 0; i < 80; ++i) {
        truth.push_back(m_first->opening(i));
        measured.push_back(track.at(i)->shape[0]);
    }
    const double r = correlation(truth, measured);
    QVERIFY2(r > 0.85, qPrintable(QString::number(r)));
    // The crop keeps the face in its middle.
    const auto crop = cropTransform(track.at(40)->stableLandmarks, 96);
    const cv::Point2f nose = track.at(40)->stableLandmarks[30];
    const float x = crop(0, 0) * nose.x + crop(0, 1) * nose.y + crop(0, 2);
    QVERIFY(std::abs(x - 48.0F) < 10.0F);
}

void TestFaceAnalyzer::twoFacesSideBySide() {
    const auto analysis = analyse(
        [&](int i) {
            cv::Mat both;
            cv::hconcat(m_first->picture(i), m_second->picture(i), both);
            return both;
        },
        50);
    QCOMPARE(analysis.shots.size(), std::size_t{1});
    QCOMPARE(analysis.tracks.size(), std::size_t{2});
    QCOMPARE(analysis.actors.size(), std::size_t{2});
    for (const FaceTrack& track : analysis.tracks) {
        QCOMPARE(track.endFrame() - track.firstFrame, std::int64_t{50});
        const bool left = track.observations.front().box.x < 200.0F;
        for (const auto& o : track.observations) {
            QCOMPARE(o.box.x + o.box.width / 2 < 240.0F, left);
        }
    }
    QVERIFY(analysis.tracks[0].actor != analysis.tracks[1].actor);
}

void TestFaceAnalyzer::cutsBackAndForth() {
    const auto analysis = analyse(
        [&](int i) { return (i / 20) % 2 == 0 ? m_first->picture(i) : m_second->picture(i); }, 80);
    QCOMPARE(analysis.shots.size(), std::size_t{4});
    QCOMPARE(analysis.tracks.size(), std::size_t{4});
    for (std::size_t t = 0; t < 4; ++t) {
        const FaceTrack& track = analysis.tracks[t];
        QCOMPARE(analysis.shots[t].firstFrame, static_cast<std::int64_t>(t) * 20);
        QCOMPARE(analysis.shots[t].endFrame, static_cast<std::int64_t>(t) * 20 + 20);
        QCOMPARE(track.firstFrame, analysis.shots[t].firstFrame);
        QCOMPARE(track.endFrame(), analysis.shots[t].endFrame);
    }
    QCOMPARE(analysis.actors.size(), std::size_t{2});
    QCOMPARE(analysis.tracks[0].actor, analysis.tracks[2].actor);
    QCOMPARE(analysis.tracks[1].actor, analysis.tracks[3].actor);
    QVERIFY(analysis.tracks[0].actor != analysis.tracks[1].actor);
}

void TestFaceAnalyzer::faceLeaves() {
    // The presenter slides out of the picture between frames 30 and 55 and does not come back.
    const auto analysis = analyse(
        [&](int i) {
            cv::Mat picture(kHeight, 480, CV_8UC3, cv::Scalar(90, 100, 110));
            for (int y = 0; y < kHeight; ++y) {
                picture.row(y) *= 0.7 + 0.3 * y / kHeight;
            }
            const int x = 120 + std::max(0, i - 30) * 15;
            if (x < 480) {
                const int shown = std::min(240, 480 - x);
                m_first->picture(0)(cv::Rect(0, 0, shown, kHeight))
                    .copyTo(picture(cv::Rect(x, 0, shown, kHeight)));
            }
            return picture;
        },
        90);
    QCOMPARE(analysis.shots.size(), std::size_t{1});
    QCOMPARE(analysis.tracks.size(), std::size_t{1});
    const auto end = analysis.tracks[0].endFrame();
    QVERIFY2(end >= 36 && end <= 56, qPrintable(QString::number(end)));
    QVERIFY(usableFrames(analysis.tracks[0]) >= 31);
}

void TestFaceAnalyzer::missingFrames() {
    const auto analysis =
        analyse([&](int i) { return i == 17 || i == 18 ? cv::Mat() : m_first->picture(i); }, 40);
    QCOMPARE(analysis.tracks.size(), std::size_t{1});
    const FaceTrack& track = analysis.tracks[0];
    QCOMPARE(track.endFrame(), std::int64_t{40});
    QCOMPARE(track.at(17)->usability, FaceUsability::noFace);
    QCOMPARE(track.at(18)->usability, FaceUsability::noFace);
    QCOMPARE(track.at(19)->usability, FaceUsability::usable);
}

void TestFaceAnalyzer::noFaceAtAll() {
    cv::Mat noise(kHeight, 480, CV_8UC3);
    const auto analysis = analyse(
        [&](int i) {
            cv::RNG(static_cast<std::uint64_t>(i) + 1).fill(noise, cv::RNG::UNIFORM, 0, 255);
            cv::Mat picture;
            cv::GaussianBlur(noise, picture, cv::Size(0, 0), 6.0);
            return picture;
        },
        20);
    QCOMPARE(analysis.frameCount, std::int64_t{20});
    QVERIFY(!analysis.shots.empty());
    QVERIFY(analysis.tracks.empty());
    QVERIFY(analysis.actors.empty());
}

void TestFaceAnalyzer::wrongOrderIsAnError() {
    AnalysisPass pass(m_models, {});
    const cv::Mat gray(100, 100, CV_8UC1, cv::Scalar(9));
    QVERIFY(pass.push({5, gray, {}}));
    QVERIFY(!pass.push({5, gray, {}}));
    QVERIFY(!pass.push({6, cv::Mat(), {}}));
    QVERIFY(!pass.push({6, cv::Mat(9, 9, CV_8UC3), {}}));
}

void TestFaceAnalyzer::nothingPushed() {
    const auto analysis = analyse({}, 0);
    QCOMPARE(analysis.frameCount, std::int64_t{0});
    QVERIFY(analysis.shots.empty());
}

QTEST_GUILESS_MAIN(TestFaceAnalyzer)
#include "tst_faceanalyzer.moc"
