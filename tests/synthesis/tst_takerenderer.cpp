#include "engine/synthesis/takerenderer.h"
#include "tests/synthesis/dubbedactor.h"

#include <QFile>
#include <QtTest>

using namespace lipwright;
using test::DrawnActor;
using test::DubbedActor;

class TestTakeRenderer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesWhatTheEngineMakes_data() {
        QTest::addColumn<int>("bitDepth");
        QTest::newRow("8 bits") << 8;
        QTest::newRow("10 bits") << 10;
    }

    void writesWhatTheEngineMakes() {
        QFETCH(int, bitDepth);
        DrawnActor actor = DrawnActor::talking(25, bitDepth);
        actor.hide(13, face::FaceUsability::blurred);
        DubbedActor dubbed(actor, actor.ownCurve());
        QVERIFY(dubbed.film());
        const auto take = render(dubbed, "take");
        QVERIFY2(take.has_value(), take ? "" : take.error().text().c_str());

        auto reader = synthesis::TakeReader::open(pathIn(dubbed, "take"));
        QVERIFY2(reader.has_value(), reader ? "" : reader.error().text().c_str());
        QCOMPARE(synthesis::toJson(reader->take()), synthesis::toJson(*take));
        QCOMPARE(reader->take().origin.models.at("shape"), std::string("hash"));
        for (const int k : {0, 9, 10, 24, 3}) {
            const auto stored = reader->read(k);
            QVERIFY(stored);
            const auto made = dubbed.rendered(k);
            QCOMPARE(stored->region, made.region);
            QCOMPARE(cv::norm(stored->patch.rgb, made.patch.rgb, cv::NORM_INF), 0.0);
            QCOMPARE(cv::norm(stored->patch.alpha, made.patch.alpha, cv::NORM_INF), 0.0);
        }
        QVERIFY(!reader->read(13));
        QVERIFY(!reader->read(25));
    }

    void resumesBehindTheLastWholeChunk() {
        const DrawnActor actor = DrawnActor::talking(35);
        DubbedActor dubbed(actor, actor.ownCurve());
        QVERIFY(dubbed.film());
        std::stop_source source;
        const auto stopped =
            render(dubbed, "take", source.get_token(), [&](const core::Progress& progress) {
                if (progress.done == 23) {
                    source.request_stop();
                }
            });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, core::ErrorCode::cancelled);
        QVERIFY(!synthesis::TakeReader::open(pathIn(dubbed, "take")));

        std::int64_t first = -1;
        const auto resumed = render(dubbed, "take", {}, [&](const core::Progress& progress) {
            first = first < 0 ? progress.done : first;
        });
        QVERIFY(resumed);
        QCOMPARE(first, std::int64_t{21});

        const auto anew = render(dubbed, "other");
        QVERIFY(anew);
        auto a = synthesis::TakeReader::open(pathIn(dubbed, "take"));
        auto b = synthesis::TakeReader::open(pathIn(dubbed, "other"));
        QVERIFY(a && b);
        for (int k = 0; k < 35; ++k) {
            QCOMPARE(cv::norm(a->read(k)->patch.rgb, b->read(k)->patch.rgb, cv::NORM_INF), 0.0);
        }
    }

    void otherSettingsBeginAnew() {
        const DrawnActor actor = DrawnActor::talking(20);
        DubbedActor dubbed(actor, actor.ownCurve());
        QVERIFY(dubbed.film());
        std::stop_source source;
        QVERIFY(!render(dubbed, "take", source.get_token(), [&](const core::Progress& progress) {
            if (progress.done == 15) {
                source.request_stop();
            }
        }));
        dubbed.job.settings.feather = 0.2;
        std::int64_t first = -1;
        QVERIFY(render(dubbed, "take", {}, [&](const core::Progress& progress) {
            first = first < 0 ? progress.done : first;
        }));
        QCOMPARE(first, std::int64_t{1});
    }

    void picturesCollectedEarlierAreNotReadAgain() {
        const DrawnActor talking = DrawnActor::talking(12);
        const DrawnActor still(std::vector<float>(12, 0.4F));
        DubbedActor first(talking, talking.ownCurve());
        DubbedActor second(still, still.ownCurve());
        QVERIFY(first.film() && second.film());
        const auto known = first.plan->pictures().front();
        const synthesis::PictureRequest unknown{known.frame, {0, 0, 40, 30}};
        // From the wrong film: what comes from the right one was not read but copied.
        const auto again = synthesis::LibraryPictures::collect(
            *second.reader, {unknown, known}, pathIn(first, ""), {}, {}, &*first.pictures);
        QVERIFY(again.has_value());
        QCOMPARE(cv::norm(*again->rgb(known), *first.pictures->rgb(known), cv::NORM_INF), 0.0);
        const auto elsewhere = second.reader->frame(unknown.frame)->rgb(unknown.region);
        QCOMPARE(cv::norm(*again->rgb(unknown), *elsewhere, cv::NORM_INF), 0.0);
    }

    void damageIsFound_data() {
        QTest::addColumn<bool>("remove");
        QTest::newRow("missing chunk") << true;
        QTest::newRow("cut chunk") << false;
    }

    void damageIsFound() {
        QFETCH(bool, remove);
        const DrawnActor actor = DrawnActor::talking(25);
        DubbedActor dubbed(actor, actor.ownCurve());
        QVERIFY(dubbed.film());
        QVERIFY(render(dubbed, "take"));
        QFile chunk(dubbed.folder.filePath("take/chunk-00001.mkv"));
        QVERIFY(chunk.exists());
        QVERIFY(remove ? chunk.remove() : chunk.resize(chunk.size() / 2));
        QVERIFY(!synthesis::TakeReader::open(pathIn(dubbed, "take")));
    }

private:
    static std::filesystem::path pathIn(const DubbedActor& dubbed, const QString& name) {
        return dubbed.folder.filePath(name).toStdString();
    }

    static core::Result<synthesis::Take> render(DubbedActor& dubbed, const QString& name,
                                                std::stop_token stop = {},
                                                const core::ProgressCallback& progress = {}) {
        synthesis::TakeOptions options;
        options.origin.models = {{"shape", "hash"}};
        options.chunkFrames = 10;
        return synthesis::renderTake(*dubbed.reader, *dubbed.engine, dubbed.job, *dubbed.plan,
                                     *dubbed.pictures, options, pathIn(dubbed, name), stop,
                                     progress);
    }
};

QTEST_GUILESS_MAIN(TestTakeRenderer)
#include "tst_takerenderer.moc"
