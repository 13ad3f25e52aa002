#include "engine/core/atomicfile.h"
#include "engine/core/hash.h"
#include "engine/models/actormodel.h"
#include "engine/models/manifest.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright;
using models::ActorModel;
namespace fs = std::filesystem;

namespace {

const std::string kFilm = "fp1:0123";

void write(const fs::path& file, const std::string& text) {
    QVERIFY(core::writeFileAtomically(file, text).has_value());
}

std::string read(const fs::path& file) {
    return core::readSmallFile(file).value_or("");
}

ActorModel sampleModel() {
    ActorModel model;
    model.name = "Оксана, evening light";
    model.actor = 2;
    model.filmFingerprint = kFilm;
    model.created = "2026-11-21T19:35:00Z";
    model.seconds = 61.5;
    model.trainedOn = {{0, 100}, {150, 900}};
    model.validatedOn = {{100, 150}};
    model.soundLate = -2;
    model.validatedLate = {7};
    model.seed = std::numeric_limits<std::uint64_t>::max();
    model.settings = {{"minutes", "1"}};
    const std::string base(64, 'a');
    model.parts = {{models::kShapeNetworkRole, "", "", base, {{"score", 0.5}}, {{"score", 0.75}}},
                   {models::kMouthGeneratorRole, "", "", base, {}, {{"psnr", 30.0}}}};
    model.learning = {{models::kShapeNetworkRole, 0.0, {{"score", 0.5}}},
                      {models::kShapeNetworkRole, 30.0, {{"score", 0.75}}}};
    return model;
}

/// A folder of actor models with one in it.
struct Shelf {
    QTemporaryDir folder;
    fs::path actors = fs::path(folder.path().toStdString()) / "show.lipwright-data" / "actors";
    ActorModel model;

    explicit Shelf(ActorModel wanted = sampleModel()) {
        const fs::path made = folder.path().toStdString();
        write(made / "shape", "shape weights");
        write(made / "mouth", "mouth weights");
        auto stored = models::storeActorModel(actors, std::move(wanted),
                                              {{models::kShapeNetworkRole, made / "shape"},
                                               {models::kMouthGeneratorRole, made / "mouth"}});
        if (!stored) {
            qFatal("%s", stored.error().text().c_str());
        }
        model = std::move(*stored);
    }

    [[nodiscard]] fs::path place() const { return actors / model.id; }
    [[nodiscard]] fs::path json() const { return place() / models::kActorModelFile; }
    [[nodiscard]] fs::path weights() const { return place() / model.parts[0].file; }

    void change(const std::string& from, const std::string& to) const {
        std::string text = read(json());
        const auto at = text.find(from);
        QVERIFY2(at != std::string::npos, from.c_str());
        write(json(), text.replace(at, from.size(), to));
    }
};

using Harm = std::function<void(const Shelf&)>;

}  // namespace
Q_DECLARE_METATYPE(Harm)

class TestActorModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatWasStored() {
        const Shelf shelf;
        QVERIFY(models::isActorModelId(shelf.model.id));
        const auto list = models::listActorModels(shelf.actors);
        QVERIFY(list && list->damaged.empty());
        QCOMPARE(list->models.size(), std::size_t{1});
        QVERIFY(list->models[0] == shelf.model);
        ActorModel wanted = sampleModel();
        wanted.id = shelf.model.id;
        for (std::size_t i = 0; i < wanted.parts.size(); ++i) {
            wanted.parts[i].file = shelf.model.parts[i].file;
            wanted.parts[i].sha256 = shelf.model.parts[i].sha256;
        }
        QVERIFY(list->models[0] == wanted);
    }

    void givesVerifiedWeights() {
        const Shelf shelf;
        const auto file =
            models::verifiedWeights(shelf.actors, shelf.model, models::kMouthGeneratorRole);
        QVERIFY(file.has_value());
        QCOMPARE(read(*file), std::string("mouth weights"));
        QVERIFY(!models::verifiedWeights(shelf.actors, shelf.model, models::kLipSyncExpertRole));
    }

    void noModelsWhereThereIsNoFolder() {
        const auto list = models::listActorModels("/nowhere/at/all");
        QVERIFY(list && list->models.empty() && list->damaged.empty());
    }

    void sameWeightsAreTheSameModel() {
        const Shelf shelf;
        ActorModel again = sampleModel();
        again.name = "another name";
        const auto stored = models::storeActorModel(
            shelf.actors, again,
            {{models::kShapeNetworkRole, shelf.weights()},
             {models::kMouthGeneratorRole, shelf.place() / shelf.model.parts[1].file}});
        QVERIFY(stored && *stored == shelf.model);
        QCOMPARE(std::distance(fs::directory_iterator(shelf.actors), fs::directory_iterator()), 1);
    }

    void aFailedStoreLeavesNothing() {
        const Shelf shelf;
        const auto before = read(shelf.json());
        ActorModel other = sampleModel();
        other.actor = 3;
        QVERIFY(!models::storeActorModel(shelf.actors, other,
                                         {{models::kShapeNetworkRole, shelf.weights()},
                                          {models::kMouthGeneratorRole, "/no/such/file"}}));
        other.parts[0].role = "../outside";
        QVERIFY(!models::storeActorModel(shelf.actors, other, {{"../outside", shelf.weights()}}));
        QCOMPARE(std::distance(fs::directory_iterator(shelf.actors), fs::directory_iterator()), 1);
        QCOMPARE(read(shelf.json()), before);
        QVERIFY(!fs::exists(shelf.actors.parent_path() / "outside.weights"));
    }

    void aHalfWrittenFolderIsNoModel() {
        const Shelf shelf;
        fs::rename(shelf.place(), shelf.actors / ".adapted.x7d31a");
        const auto list = models::listActorModels(shelf.actors);
        QVERIFY(list && list->models.empty() && list->damaged.empty());
    }

    void renames() {
        const Shelf shelf;
        QVERIFY(models::renameActorModel(shelf.actors, shelf.model.id, "by day"));
        ActorModel wanted = shelf.model;
        wanted.name = "by day";
        const auto model = models::findActorModel(shelf.actors, shelf.model.id);
        QVERIFY(model && *model == wanted);
        QVERIFY(!models::renameActorModel(shelf.actors, shelf.model.id, std::string(201, 'x')));
        QVERIFY(!models::renameActorModel(shelf.actors, "0000000000000000", "x"));
    }

    void removes() {
        const Shelf shelf;
        QVERIFY(!models::removeActorModel(shelf.actors, "../actors"));
        QVERIFY(models::removeActorModel(shelf.actors, shelf.model.id));
        QVERIFY(fs::is_empty(shelf.actors));
        const auto gone = models::findActorModel(shelf.actors, shelf.model.id);
        QVERIFY(!gone && gone.error().reason.find(shelf.model.id) != std::string::npos &&
                !gone.error().remedy.empty());
    }

    void damage_data() {
        QTest::addColumn<Harm>("harm");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const Harm& harm, const char* reason) {
            QTest::newRow(name) << harm << reason;
        };
        const auto edit = [&](const char* name, const char* from, const char* to,
                              const char* reason) {
            row(
                name, [=](const Shelf& shelf) { shelf.change(from, to); }, reason);
        };
        row(
            "no actor.json", [](const Shelf& s) { fs::remove(s.json()); }, "no file actor.json");
        row(
            "no weights", [](const Shelf& s) { fs::remove(s.weights()); }, "weights file");
        row(
            "weights are a link",
            [](const Shelf& s) {
                fs::rename(s.weights(), s.actors / "elsewhere");
                fs::create_symlink(s.actors / "elsewhere", s.weights());
            },
            "weights file");
        row(
            "actor.json is a link",
            [](const Shelf& s) {
                fs::rename(s.json(), s.actors / "elsewhere");
                fs::create_symlink(s.actors / "elsewhere", s.json());
            },
            "no file actor.json");
        row(
            "the folder is a link",
            [](const Shelf& s) {
                fs::rename(s.place(), s.actors / "elsewhere");
                fs::create_directory_symlink(s.actors / "elsewhere", s.place());
            },
            "no file actor.json");
        row(
            "actor.json is a folder",
            [](const Shelf& s) {
                fs::remove(s.json());
                fs::create_directory(s.json());
            },
            "no file actor.json");
        row(
            "truncated",
            [](const Shelf& s) {
                const auto text = read(s.json());
                write(s.json(), text.substr(0, text.size() / 2));
            },
            "not JSON");
        row(
            "empty", [](const Shelf& s) { write(s.json(), ""); }, "not JSON");
        row(
            "a list", [](const Shelf& s) { write(s.json(), "[]"); }, "object");
        row(
            "nested deeply", [](const Shelf& s) { write(s.json(), std::string(1'000'000, '[')); },
            "too deeply");
        row(
            "bytes that are no text",
            [](const Shelf& s) { write(s.json(), "{\"version\": \"\xff\xfe\"}"); }, "not JSON");
        row(
            "another model's folder",
            [](const Shelf& s) {
                std::string other = s.model.id;
                std::ranges::reverse(other);
                s.change(s.model.id, other);
            },
            "name does not fit");
        row(
            "another hash",
            [](const Shelf& s) { s.change(s.model.parts[0].sha256, std::string(64, '0')); },
            "name does not fit");
        edit("a newer version", "\"version\": 1", "\"version\": 2", "version 2");
        edit("a version beyond numbers", "\"version\": 1", "\"version\": 1e99", "whole number");
        edit("id out of its folder", "\"id\": \"", "\"id\": \"../", "16 lower-case");
        edit("file out of its folder", "\"file\": \"", "\"file\": \"../", "weights file");
        edit("an absolute file", "\"file\": \"", "\"file\": \"/etc/", "weights file");
        edit("a hidden file", "\"file\": \"", "\"file\": \".", "weights file");
        edit("role out of its folder", "\"role\": \"", "\"role\": \"../", "weights file");
        edit("actor below 0", "\"actor\": 2", "\"actor\": -2", "between");
        edit("actor too large", "\"actor\": 2", "\"actor\": 99999999999999999999", "whole number");
        edit("seconds too large", "61.5", "1e999", "not JSON");
        edit("seconds below 0", "61.5", "-61.5", "negative");
        edit("sound too late", "\"soundLate\": -2", "\"soundLate\": 18446744073709551615", "large");
        edit("a lateness too few", "\"validatedLate\": [\n  7\n ]", "\"validatedLate\": []",
             "for each range");
        edit("seed below 0", "\"seed\": 1", "\"seed\": -1", "from 0 on");
        edit("a range backwards", "900", "90", "between");
        edit("a metric of words", "0.75", "\"much\"", "number");
        edit("no parts", "\"parts\"", "\"part\"", "parts");
        edit("a role twice", models::kMouthGeneratorRole, models::kShapeNetworkRole, "twice");
        row(
            "no hash", [](const Shelf& s) { s.change(std::string(64, 'a'), "sha256"); },
            "64 lower-case");
    }
    void damage() {
        QFETCH(const Harm, harm);
        QFETCH(const QString, reason);
        const Shelf shelf;
        harm(shelf);
        const auto list = models::listActorModels(shelf.actors);
        QVERIFY(list.has_value());
        QVERIFY(list->models.empty());
        QCOMPARE(list->damaged.size(), std::size_t{1});
        const core::Error& error = list->damaged[0];
        QVERIFY2(QString::fromStdString(error.text()).contains(reason), error.text().c_str());
        QVERIFY(error.place.find(shelf.model.id) != std::string::npos);
        QVERIFY(!error.remedy.empty());
    }

    void changedWeightsAreRefused() {
        const Shelf shelf;
        write(shelf.weights(), "shape weightz");
        const auto model = models::findActorModel(shelf.actors, shelf.model.id);
        QVERIFY(model.has_value());
        const auto file = models::verifiedWeights(shelf.actors, *model, models::kShapeNetworkRole);
        QVERIFY(!file && file.error().reason.find("sha256") != std::string::npos);
    }

    void aDamagedModelIsReplaced() {
        const Shelf shelf;
        const fs::path shape = shelf.actors / "shape";
        write(shape, "shape weights");
        fs::remove(shelf.weights());
        const auto stored = models::storeActorModel(
            shelf.actors, sampleModel(),
            {{models::kShapeNetworkRole, shape},
             {models::kMouthGeneratorRole, shelf.place() / shelf.model.parts[1].file}});
        QVERIFY(stored && stored->id == shelf.model.id);
        QVERIFY(models::findActorModel(shelf.actors, shelf.model.id).has_value());
    }

    void importsModelsOfTheSameFilm() {
        const Shelf shelf;
        const fs::path into = fs::path(shelf.folder.path().toStdString()) / "other" / "actors";
        const auto brought = models::importActorModels(shelf.actors, into, kFilm);
        QVERIFY(brought && brought->size() == 1 && brought->front() == shelf.model);
        const auto model = models::findActorModel(into, shelf.model.id);
        QVERIFY(model && *model == shelf.model);
        QVERIFY(models::verifiedWeights(into, *model, models::kShapeNetworkRole).has_value());
        const auto again = models::importActorModels(shelf.actors, into, kFilm);
        QVERIFY(again && again->empty());
    }

    void refusesModelsOfAnotherFilm() {
        const Shelf shelf;
        const fs::path into = fs::path(shelf.folder.path().toStdString()) / "other";
        const auto brought = models::importActorModels(shelf.actors, into, "fp1:4567");
        QVERIFY(!brought && brought.error().reason.find("another film") != std::string::npos);
        QVERIFY(!fs::exists(into));
        QVERIFY(!models::importActorModels("/nowhere", into, kFilm));
    }

    void importsNothingDamaged() {
        const Shelf shelf;
        const fs::path into = fs::path(shelf.folder.path().toStdString()) / "other";
        write(shelf.weights(), "changed since");
        QVERIFY(!models::importActorModels(shelf.actors, into, kFilm));
        QVERIFY(fs::is_empty(into));
    }
};

QTEST_GUILESS_MAIN(TestActorModel)
#include "tst_actormodel.moc"
