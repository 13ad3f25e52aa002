// A real take of a small presenter, retouched: the export holds what the viewer shows, and takes
// on disk stay as they are whatever is retouched or rendered elsewhere.
#include "app/playback/picturemaker_p.h"
#include "app/playback/player.h"
#include "engine/core/hash.h"
#include "engine/dubbing/analysiscache.h"
#include "engine/dubbing/projectexport.h"
#include "engine/dubbing/retouchedtake.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/media/videoreader.h"
#include "engine/synthesis/compositor.h"
#include "tests/support/sampleclips.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <map>

using namespace lipwright;
namespace fs = std::filesystem;
using core::FrameRange;

namespace {

constexpr FrameRange kFirst{10, 22};
constexpr FrameRange kSecond{40, 44};
constexpr FrameRange kExported{8, 24};

template <typename T>
QByteArray textOf(const core::Result<T>& result) {
    return result ? QByteArray() : QByteArray::fromStdString(result.error().text());
}

std::map<fs::path, std::string> hashesOf(const fs::path& folder) {
    std::map<fs::path, std::string> hashes;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            hashes[entry.path()] = core::sha256OfFile(entry.path()).value_or("unreadable");
        }
    }
    return hashes;
}

/// Every kind of retouch at once.
project::Retouch strong() {
    project::Retouch retouch;
    retouch.grow = -0.1;
    retouch.feather = 0.15;
    retouch.colourMatch = 0.7;
    retouch.sharpness = 0.8;
    retouch.opacity = {{10, 0.3}, {16, 1.0}};
    retouch.original = {{18, 20}};
    retouch.mask = {{12, {{true, 0.15F, 0.5F, {{0.3F, 0.9F}, {0.1F, 1.0F}}}}},
                    {20, {{false, 0.2F, 0.5F, {{-0.6F, 0.9F}}}}}};
    return retouch;
}

bool same(const media::VideoFrame& a, const media::VideoFrame& b) {
    const cv::Rect all({0, 0}, a.size());
    return a.size() == b.size() && cv::norm(*a.rgb(all), *b.rgb(all), cv::NORM_INF) == 0.0;
}

}  // namespace

class TestRetouchedFilm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
        QVERIFY2(!m_clips.voice().isEmpty(), "the presenter could not make the voice");
        m_path = m_clips.film().toStdString();
        const dubbing::AnalysisCache cache(place("cache"));
        const auto film = cache.film(m_path);
        QVERIFY2(film.has_value(), textOf(film));
        m_index = film->index;
        const auto faces = cache.faces(m_path, m_index);
        QVERIFY2(faces.has_value(), textOf(faces));
        m_faces = *faces;
        makeProject();
        render(m_project.segments[0]);
        fs::create_directories(place("out"));
    }

    void theExportHoldsWhatTheViewerShows() {
        const auto exported = dubbing::exportProject(m_project, takes(), settings());
        QVERIFY2(exported.has_value(), textOf(exported));
        QCOMPARE(exported->changedFrames, kFirst.length() - 2);
        auto written = media::VideoReader::open(place("out") / "film-ukr.mkv");
        auto film = media::VideoReader::open(m_path);
        QVERIFY2(written.has_value(), textOf(written));
        app::Player player;
        QList<widgets::ViewerPicture> pictures;
        QObject::connect(&player, &app::Player::pictureReady, &player,
                         [&](const widgets::ViewerPicture& picture) { pictures << picture; });
        player.setFilm({m_path, m_index});
        player.setFaces(m_faces);
        player.setTakes({shown()});
        media::PreviewScaler scaler;
        for (std::int64_t number = kExported.first; number < kExported.end; ++number) {
            const auto frame = written->frame(number - kExported.first);
            QVERIFY2(frame.has_value(), textOf(frame));
            player.seek(number);
            QVERIFY(QTest::qWaitFor(
                [&] { return !pictures.isEmpty() && pictures.last().frame == number; }));
            const auto& picture = pictures.last();
            const QImage dubbed = picture.dubbed.isNull() ? picture.original : picture.dubbed;
            QCOMPARE(dubbed, *app::imageOf(scaler, *frame, dubbed.size()));
            const bool untouched = !kFirst.contains(number) || number == 18 || number == 19;
            QCOMPARE(picture.dubbed.isNull(), untouched);
            QCOMPARE(same(*film->frame(number), *frame), untouched);
        }
    }

    // The same by the engine's own means, bit for bit; and the retouch does change the frames.
    void theExportHoldsTheComposedFrames() {
        const auto exported = dubbing::exportProject(m_project, takes(), settings());
        QVERIFY2(exported.has_value(), textOf(exported));
        auto written = media::VideoReader::open(place("out") / "film-ukr.mkv");
        auto film = media::VideoReader::open(m_path);
        const auto track = std::make_shared<const dubbing::RetouchTrack>(strong(), 0, -1, m_faces);
        auto retouched = dubbing::RetouchedTake::open(folder(), track);
        auto plain = dubbing::RetouchedTake::open(folder(), nullptr);
        for (const std::int64_t number : {11, 14, 17, 21}) {
            const media::VideoFrame source = *film->frame(number);
            media::VideoFrame expected = source;
            media::VideoFrame asRendered = source;
            compose(expected, source, *retouched);
            compose(asRendered, source, *plain);
            const auto frame = written->frame(number - kExported.first);
            QVERIFY(same(*frame, expected));
            QVERIFY(!same(*frame, asRendered));
        }
    }

    void patchesCarryTheRetouch() {
        auto wanted = settings();
        wanted.preset = dubbing::ExportPreset::patches;
        const auto exported = dubbing::exportProject(m_project, takes(), wanted);
        QVERIFY2(exported.has_value(), textOf(exported));
        const QString folder = QString::fromStdString((place("out") / "film-ukr-patches").string());
        QFile positions(folder + "/positions.json");
        QVERIFY(positions.open(QIODevice::ReadOnly));
        const QJsonArray files = QJsonDocument::fromJson(positions.readAll()).array();
        QCOMPARE(files.size(), kFirst.length() - 2);
        auto film = media::VideoReader::open(m_path);
        const auto track = std::make_shared<const dubbing::RetouchTrack>(strong(), 0, -1, m_faces);
        auto take = dubbing::RetouchedTake::open(this->folder(), track);
        const QJsonObject file = files[7].toObject();
        const auto laid = take->at(*film->frame(file["frame"].toInt()));
        const QImage png(folder + '/' + file["file"].toString());
        const cv::Mat& alpha = (*laid)->made.patch.alpha;
        QCOMPARE(png.size(), QSize(alpha.cols, alpha.rows));
        for (const cv::Point p : {cv::Point(alpha.cols / 2, alpha.rows / 2),
                                  cv::Point(alpha.cols / 4, alpha.rows / 2)}) {
            const int written = qAlpha(png.pixel(p.x, p.y));
            QVERIFY(std::abs(written - (*laid)->weight * alpha.at<uchar>(p)) <= 1.0);
        }
    }

    void takesStayByteForByte() {
        const auto before = hashesOf(takes());
        QVERIFY(before.size() >= 2);
        auto edited = m_project;
        edited.segments[0].retouch.grow = 0.2;
        edited.segments[0].retouch.sharpness = -1.0;
        QVERIFY(dubbing::exportProject(edited, takes(), settings()).has_value());
        app::Player player;
        bool seen = false;
        QObject::connect(&player, &app::Player::pictureReady, &player,
                         [&](const auto& picture) { seen = seen || !picture.dubbed.isNull(); });
        player.setFilm({m_path, m_index});
        player.setFaces(m_faces);
        player.setTakes({shown()});
        player.seek(15);
        QVERIFY(QTest::qWaitFor([&] { return seen; }));
        render(m_project.segments[1]);
        auto after = hashesOf(takes());
        QVERIFY(after.size() > before.size());
        std::erase_if(after, [&](const auto& file) { return !before.contains(file.first); });
        QCOMPARE(after, before);
    }

private:
    [[nodiscard]] fs::path place(const char* name) const {
        return m_clips.path(name).toStdString();
    }
    [[nodiscard]] fs::path takes() const { return place("takes"); }
    [[nodiscard]] fs::path folder() const {
        return takes() / m_project.segments[0].takes.front().folder;
    }

    [[nodiscard]] app::PlayerTake shown() const {
        return {folder(), kFirst, std::make_shared<project::Retouch>(strong())};
    }

    [[nodiscard]] dubbing::ExportSettings settings() const {
        dubbing::ExportSettings settings;
        settings.preset = dubbing::ExportPreset::ffv1;
        settings.languages = {"ukr"};
        settings.folder = place("out");
        settings.stem = "film";
        settings.range = kExported;
        settings.changeLists = false;
        settings.keepOriginalAudio = false;
        settings.overwrite = true;
        settings.cache = place("cache");
        return settings;
    }

    void makeProject() {
        m_project.film.media.path = m_path;
        m_project.film.frameCount = m_index->frameCount();
        project::DubTrack voice;
        voice.id = 1;
        voice.name = voice.language = "ukr";
        voice.media.path = m_clips.voice().toStdString();
        m_project.dubs = {voice};
        for (const FrameRange& frames : {kFirst, kSecond}) {
            project::Segment segment;
            segment.id = static_cast<project::Id>(m_project.segments.size()) + 2;
            segment.dubTrack = 1;
            segment.frames = frames;
            m_project.segments.push_back(segment);
        }
        m_project.segments[0].retouch = strong();
        m_project.nextId = 9;
    }

    void render(project::Segment& segment) {
        auto renderer = dubbing::SegmentRenderer::open(
            {m_path, m_index, m_faces, qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString(),
             takes(), nets::Device::cpu, 2});
        QVERIFY2(renderer.has_value(), textOf(renderer));
        const auto order = dubbing::renderOrder(m_project, segment.id, project::TakeQuality::draft);
        QVERIFY2(order.has_value(), textOf(order));
        const auto take = renderer->render(*order);
        QVERIFY2(take.has_value(), textOf(take));
        segment.takes = {*take};
        segment.takes.front().id = segment.activeTake = segment.id + 10;
        segment.status = project::SegmentStatus::rendered;
    }

    static void compose(media::VideoFrame& frame, const media::VideoFrame& film,
                        dubbing::RetouchedTake& take) {
        const auto laid = take.at(film);
        QVERIFY2(laid.has_value(), textOf(laid));
        QVERIFY(laid->has_value());
        QVERIFY(synthesis::composite(frame, (*laid)->made, (*laid)->weight).has_value());
    }

    testsupport::SampleClips m_clips;
    fs::path m_path;
    std::shared_ptr<const media::FrameIndex> m_index;
    std::shared_ptr<const face::FaceAnalysis> m_faces;
    project::Project m_project;
};

QTEST_MAIN(TestRetouchedFilm)
#include "tst_retouchedfilm.moc"
