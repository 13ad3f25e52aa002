// Adapting to an actor, on a film of a synthetic presenter: what is gathered, what it brings, and
// that it goes on after a stop.
#include "app/presenter/filmfile.h"
#include "app/presenter/presenter.h"
#include "engine/adaptation/adaptactor.h"
#include "engine/adaptation/soundoffset_p.h"
#include "engine/core/hash.h"
#include "engine/dubbing/weightschoice.h"
#include "engine/face/faceanalyzer.h"
#include "engine/media/videoreader.h"
#include "engine/models/manifest.h"
#include "engine/training/clipfile.h"
#include "engine/training/dataset/actorclips.h"
#include "engine/training/datasetindex.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright;
namespace fs = std::filesystem;

namespace {

constexpr const char* kText =
    "Every summer my father moved our big brown boat to the warm pier below the old mill. "
    "People who live near the bay often pick apples before the winter comes. "
    "Would you please bring the blue paper box from the upper room. "
    "Nobody believed that the small museum could open by the first of May. "
    "The weather map shows heavy rain above the northern mountains tomorrow. "
    "We bought a pair of wooden chairs from a man who lives by the river. "
    "Five young women walked home together after the evening show. "
    "Perhaps the baker will have more bread when the market opens again.";
constexpr double kAdaptSeconds = 20.0;

template <typename T>
const char* why(const core::Result<T>& result) {
    static std::string text;
    text = result ? std::string() : result.error().text();
    return text.c_str();
}

std::int64_t framesOf(const std::vector<core::FrameRange>& ranges) {
    std::int64_t frames = 0;
    for (const core::FrameRange& range : ranges) {
        frames += range.length();
    }
    return frames;
}

}  // namespace

class TestAdaptActor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        presenter::PresenterOptions options;
        options.seed = 3;
        options.size = {256, 192};
        options.headHeight = 0.8;
        options.seconds = 30.0;
        options.text = kText;
        auto speaker = presenter::Presenter::create(options);
        QVERIFY2(speaker.has_value(), why(speaker));
        m_film = fs::path(m_folder.path().toStdString()) / "film.mp4";
        const auto written = presenter::writeFilm(*speaker, options, m_film);
        QVERIFY2(written.has_value(), why(written));
        auto reader = media::VideoReader::open(m_film);
        QVERIFY2(reader.has_value(), why(reader));
        m_index = reader->sharedIndex();
        auto faces = face::analyzeFaces(*reader, {});
        QVERIFY2(faces.has_value(), why(faces));
        QCOMPARE(faces->actors.size(), std::size_t{1});
        m_faces = std::make_shared<const face::FaceAnalysis>(std::move(*faces));
    }

    void gathersWholeSentences() {
        training::ActorClipsRequest request;
        request.film = m_film;
        request.index = m_index;
        request.faces = m_faces;
        request.actor = m_faces->actors[0].id;
        request.folder = fs::path(m_folder.path().toStdString()) / "clips";
        request.faceSize = 32;
        const auto clips = training::gatherActorClips(request);
        QVERIFY2(clips.has_value(), why(clips));
        QVERIFY(clips->trainSeconds >= training::kLeastTrainSeconds);
        QVERIFY(clips->validationSeconds >= training::kLeastValidationSeconds);
        QVERIFY(clips->trainSeconds + clips->validationSeconds <= 30.0);
        checkIndex(request.folder, *clips);

        const auto clip = request.folder / training::readIndex(request.folder)->clips[0].file();
        const auto made = fs::last_write_time(clip);
        fs::remove(request.folder / "index.json");  // as if it had been stopped
        const auto again = training::gatherActorClips(request);
        QVERIFY2(again.has_value(), why(again));
        QCOMPARE(again->trainedOn, clips->trainedOn);
        QVERIFY(fs::last_write_time(clip) == made);
    }

    /// As if the second half of the film had been recorded with its sound five frames early.
    void findsTheSoundOfEachScene() {
        const fs::path folder = fs::path(m_folder.path().toStdString()) / "clips";
        const auto index = training::readIndex(folder);
        QVERIFY2(index.has_value(), why(index));
        QVERIFY(index->clips.size() >= 4);
        const auto half =
            index->clips.begin() + static_cast<std::ptrdiff_t>(index->clips.size() / 2);
        for (auto clip = half; clip != index->clips.end(); ++clip) {
            showLater(folder / clip->file(), 5.0 / 25.0);
        }
        const auto library =
            models::ModelLibrary::open(qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString());
        const auto found = adaptation::findSoundOffset(
            folder, library->verified(models::kLipSyncExpertRole)->path, {}, {});
        QVERIFY2(found.has_value(), why(found));
        QVERIFY(found->late.has_value());
        for (auto clip = index->clips.begin(); clip != index->clips.end(); ++clip) {
            const int expected = clip < half ? 0 : -5;
            QVERIFY2(std::abs(found->clips.at(clip->id) - expected) <= 1,
                     (clip->id + ": " + std::to_string(found->clips.at(clip->id))).c_str());
        }
        QVERIFY(training::recordSoundLate(folder, found->clips, found->confidence));
        QCOMPARE(training::readIndex(folder)->clips.back().soundLate,
                 found->clips.at(index->clips.back().id));
    }

    void tooLittleIsTold() {
        face::FaceAnalysis little = *m_faces;
        little.tracks[0].observations.resize(200);
        auto request = this->request("little");
        request.faces = std::make_shared<const face::FaceAnalysis>(std::move(little));
        const auto outcome = adaptation::adaptActor(request);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, core::ErrorCode::tooShort);
        QVERIFY2(outcome.error().reason.find(" s only; 8 s to learn from") != std::string::npos,
                 why(outcome));
        QVERIFY(!outcome.error().remedy.empty());
        QVERIFY(!fs::exists(request.actors));
    }

    /// Stopped in the middle of training, then the same request again.
    void paysAndGoesOnAfterAStop() {
        const auto request = this->request("show");
        std::stop_source stop;
        std::int64_t last = 0;
        const auto stopped =
            adaptation::adaptActor(request, stop.get_token(), [&](const core::Progress& told) {
                QVERIFY(told.done >= last && told.done <= told.total);
                last = told.done;
                if (told.stage == "shape" && told.done > 600) {
                    stop.request_stop();
                }
            });
        QVERIFY(!stopped && stopped.error().code == core::ErrorCode::cancelled);
        QVERIFY(adaptation::isUnfinished(request.actors, request.actor));
        QVERIFY(models::listActorModels(request.actors)->models.empty());

        bool gathered = false;
        const auto outcome = adaptation::adaptActor(request, {}, [&](const core::Progress& told) {
            gathered = gathered || told.stage == "gather" || told.stage == "listen";
        });
        QVERIFY2(outcome.has_value(), why(outcome));
        QVERIFY(!gathered);
        QVERIFY(!adaptation::isUnfinished(request.actors, request.actor));
        checkGain(*outcome);
        checkModel(request, *outcome);
    }

    void discardsWhatWasBegun() {
        const auto request = this->request("begun");
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!adaptation::adaptActor(request, stop.get_token()));
        QVERIFY(adaptation::isUnfinished(request.actors, request.actor));
        QVERIFY(adaptation::discardUnfinished(request.actors, request.actor));
        QVERIFY(!adaptation::isUnfinished(request.actors, request.actor));
    }

    void refusesWhatCanNotBe() {
        auto request = this->request("refused");
        request.seconds = 0.0;
        QVERIFY(!adaptation::adaptActor(request));
        request = this->request("refused");
        request.faces = nullptr;
        QVERIFY(!adaptation::adaptActor(request));
        request = this->request("refused");
        request.actor = 9;
        const auto outcome = adaptation::adaptActor(request);
        QVERIFY(!outcome && outcome.error().code == core::ErrorCode::noFace);
    }

    void countsTheMaterial() {
        const auto material = adaptation::materialOf(*m_faces, *m_index, m_faces->actors[0].id);
        QVERIFY(material.usableSeconds > 25.0 && material.usableSeconds <= material.seenSeconds);
        QVERIFY(material.seenSeconds < 30.1);
        QCOMPARE(adaptation::materialOf(*m_faces, *m_index, 9).seenSeconds, 0.0);
    }

private:
    [[nodiscard]] adaptation::AdaptationRequest request(const char* name) const {
        adaptation::AdaptationRequest request;
        request.film = m_film;
        request.index = m_index;
        request.faces = m_faces;
        request.actor = m_faces->actors[0].id;
        request.name = "presenter";
        request.models = qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString();
        request.actors = fs::path(m_folder.path().toStdString()) / name / "actors";
        request.seconds = kAdaptSeconds;
        return request;
    }

    /// Rewrites a clip as if its pictures were shown later.
    static void showLater(const fs::path& file, double seconds) {
        const auto clip = training::MappedClip::open(file);
        QVERIFY2(clip.has_value(), why(clip));
        training::ClipData later;
        for (const double time : clip->seconds) {
            later.seconds.push_back(time + seconds);
        }
        const auto copy = [](auto& target, const auto& source) {
            target.assign(source.begin(), source.end());
        };
        copy(later.usable, clip->usable);
        copy(later.measures, clip->measures);
        copy(later.poses, clip->poses);
        copy(later.headLandmarks, clip->headLandmarks);
        copy(later.crops, clip->crops);
        copy(later.mel, clip->mel);
        copy(later.activity, clip->activity);
        copy(later.phonetic, clip->phonetic);
        later.phoneticSize = clip->phoneticSize;
        const auto written = training::writeClip(file, later);
        QVERIFY2(written.has_value(), why(written));
    }

    /// The clips are what they are said to be, and none of both splits.
    void checkIndex(const fs::path& folder, const training::ActorClips& clips) const {
        const auto index = training::readIndex(folder);
        QVERIFY2(index.has_value(), why(index));
        QCOMPARE(index->clips.size(), clips.trainedOn.size() + clips.validatedOn.size());
        for (const training::ClipRecord& record : index->clips) {
            const auto clip = training::MappedClip::open(folder / record.file());
            QVERIFY2(clip.has_value(), why(clip));
            QCOMPARE(static_cast<std::int64_t>(clip->frames()), record.frames);
            QCOMPARE(clip->faceSize, 32U);
            // Sound is kept on both sides of the pictures, where the film has some.
            const double sound = static_cast<double>(clip->melColumns()) / 80.0;
            QVERIFY(clip->seconds.back() < sound);
            QVERIFY(!clip->activity.empty() && !clip->phonetic.empty());
        }
        for (const core::FrameRange& trained : clips.trainedOn) {
            for (const core::FrameRange& validated : clips.validatedOn) {
                QVERIFY(core::intersection(trained, validated).empty());
            }
        }
    }

    void checkGain(const adaptation::AdaptationOutcome& outcome) const {
        QCOMPARE(outcome.parts.size(), std::size_t{1});
        const adaptation::PartOutcome& part = outcome.parts[0];
        qInfo("score %.3f -> %.3f after %.0f s", part.before.at("score"), part.after.at("score"),
              outcome.seconds);
        QVERIFY(part.better);
        QVERIFY(part.after.at("score") > part.before.at("score") + 0.05);
        QVERIFY(part.learning.size() >= 2);
        QCOMPARE(part.learning.front().seconds, 0.0);
    }

    void checkModel(const adaptation::AdaptationRequest& request,
                    const adaptation::AdaptationOutcome& outcome) const {
        QVERIFY(outcome.model.has_value());
        const auto model = models::findActorModel(request.actors, outcome.model->id);
        QVERIFY2(model.has_value(), why(model));
        QVERIFY(*model == *outcome.model);
        QCOMPARE(model->name, std::string("presenter"));
        QCOMPARE(model->filmFingerprint, core::fingerprintOfFile(m_film).value());
        QVERIFY(framesOf(model->trainedOn) > 250 && framesOf(model->validatedOn) >= 100);
        const auto weights = dubbing::findWeights({request.models, request.actors, model->id},
                                                  models::kShapeNetworkRole);
        QVERIFY2(weights.has_value(), why(weights));
        QCOMPARE(weights->sha256, model->parts[0].sha256);
        const auto universal = dubbing::findWeights({request.models}, models::kShapeNetworkRole);
        QCOMPARE(universal->sha256, model->parts[0].baseSha256);
        // What the model does not have is the universal networks'.
        QCOMPARE(dubbing::findWeights({request.models, request.actors, model->id},
                                      models::kLipSyncExpertRole)
                     ->sha256,
                 dubbing::findWeights({request.models}, models::kLipSyncExpertRole)->sha256);
    }

    QTemporaryDir m_folder;
    fs::path m_film;
    std::shared_ptr<const media::FrameIndex> m_index;
    std::shared_ptr<const face::FaceAnalysis> m_faces;
};

QTEST_GUILESS_MAIN(TestAdaptActor)
#include "tst_adaptactor.moc"
