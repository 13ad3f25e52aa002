#include "engine/core/atomicfile.h"
#include "engine/core/hash.h"
#include "engine/models/manifest.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cstdlib>

using namespace lipwright;
using models::ModelEntry;
using models::ModelLibrary;

namespace {

std::filesystem::path pathOf(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

void write(const std::filesystem::path& file, const std::string& text) {
    QVERIFY(core::writeFileAtomically(file, text).has_value());
}

ModelEntry entryFor(const std::string& content) {
    ModelEntry entry;
    entry.role = models::kShapeNetworkRole;
    entry.name = "test";
    entry.file = "shape.weights";
    entry.sha256 = core::sha256(std::as_bytes(std::span(content.data(), content.size())));
    entry.shapes = {{"input.weight", {3, 2, 5}}};
    entry.licence = "none";
    entry.trainingData = "drawn";
    entry.metrics = {{"opening", 0.5}};
    return entry;
}

bool names(const core::Error& error, const std::string& file) {
    return error.place.find(file) != std::string::npos && !error.remedy.empty();
}

}  // namespace

class TestManifest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip() {
        QTemporaryDir folder;
        write(pathOf(folder) / "shape.weights", "weights");
        QVERIFY(models::updateManifest(pathOf(folder), entryFor("weights")).has_value());
        const auto library = ModelLibrary::open(pathOf(folder));
        QVERIFY(library.has_value());
        const auto model = library->verified(models::kShapeNetworkRole);
        QVERIFY(model.has_value());
        QCOMPARE(model->path, pathOf(folder) / "shape.weights");
        QCOMPARE(model->entry.shapes.at("input.weight"), (std::vector<std::int64_t>{3, 2, 5}));
        QCOMPARE(model->entry.metrics.at("opening"), 0.5);
    }

    void updateReplacesTheSameRole() {
        QTemporaryDir folder;
        write(pathOf(folder) / "shape.weights", "second");
        QVERIFY(models::updateManifest(pathOf(folder), entryFor("first")).has_value());
        QVERIFY(models::updateManifest(pathOf(folder), entryFor("second")).has_value());
        const auto library = ModelLibrary::open(pathOf(folder));
        QVERIFY(library.has_value());
        QCOMPARE(library->entries().size(), std::size_t{1});
        QVERIFY(library->verified(models::kShapeNetworkRole).has_value());
    }

    void refusesAnotherHash() {
        QTemporaryDir folder;
        write(pathOf(folder) / "shape.weights", "tampered");
        QVERIFY(models::updateManifest(pathOf(folder), entryFor("weights")).has_value());
        const auto model = ModelLibrary::open(pathOf(folder))->verified(models::kShapeNetworkRole);
        QVERIFY(!model.has_value());
        QCOMPARE(model.error().code, core::ErrorCode::modelInvalid);
        QVERIFY(names(model.error(), "shape.weights"));
    }

    void refusesMissingFilesAndRoles() {
        QTemporaryDir folder;
        const auto none = ModelLibrary::open(pathOf(folder));
        QVERIFY(!none.has_value());
        QVERIFY(names(none.error(), "manifest.json"));
        QVERIFY(models::updateManifest(pathOf(folder), entryFor("weights")).has_value());
        const auto library = ModelLibrary::open(pathOf(folder));
        const auto gone = library->verified(models::kShapeNetworkRole);
        QVERIFY(!gone.has_value());
        QCOMPARE(gone.error().code, core::ErrorCode::fileNotFound);
        QVERIFY(names(gone.error(), "shape.weights"));
        const auto role = library->verified("generator");
        QVERIFY(!role.has_value());
        QVERIFY(role.error().reason.find("generator") != std::string::npos);
    }

    void refusesMalformed_data() {
        // Written with single quotes; refusesMalformed() turns them into double ones.
        const QString good = "{'role':'r','name':'n','file':'f.weights','sha256':'" +
                             QString(64, '0') +
                             "','shapes':{},'licence':'','trainingData':'','metrics':{}}";
        const auto with = [&good](const char* from, const char* to) {
            return "{'version':1,'models':[" + QString(good).replace(from, to) + "]}";
        };
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("valid") << with("none", "none") << true;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("not json") << "{'version':1," << false;
        QTest::newRow("array") << "[]" << false;
        QTest::newRow("no models") << "{'version':1}" << false;
        QTest::newRow("later version") << "{'version':99,'models':[]}" << false;
        QTest::newRow("version of another type") << "{'version':'1','models':[]}" << false;
        QTest::newRow("field missing") << with("'name':'n',", "") << false;
        QTest::newRow("parent folder") << with("f.weights", "../f.weights") << false;
        QTest::newRow("hidden parent") << with("f.weights", "a/../../f.weights") << false;
        QTest::newRow("absolute") << with("f.weights", "/etc/passwd") << false;
        QTest::newRow("no file") << with("f.weights", "") << false;
        QTest::newRow("short hash") << with("'sha256':'00", "'sha256':'") << false;
        QTest::newRow("upper-case hash") << with("'sha256':'00", "'sha256':'AB") << false;
        QTest::newRow("negative shape") << with("'shapes':{}", "'shapes':{'a':[2,-1]}") << false;
        QTest::newRow("shape of text") << with("'shapes':{}", "'shapes':{'a':'2'}") << false;
    }
    void refusesMalformed() {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QTemporaryDir folder;
        write(pathOf(folder) / "manifest.json", text.replace("'", "\"").toStdString());
        const auto library = ModelLibrary::open(pathOf(folder));
        QCOMPARE(library.has_value(), valid);
        if (valid) {
            return;
        }
        QVERIFY(!library.has_value());
        QCOMPARE(library.error().code, core::ErrorCode::modelInvalid);
        QVERIFY(names(library.error(), "manifest.json"));
    }

    void findsTheFolder() {
        const char* before = std::getenv("LIPWRIGHT_MODELS");
        const std::string saved = before == nullptr ? "" : before;
        QTemporaryDir folder;
        QDir(folder.path()).mkpath("share/lipwright/models");
        QDir(folder.path()).mkpath("bin");
        const auto models = pathOf(folder) / "share/lipwright/models";
        write(models / "manifest.json", "{\"version\":1,\"models\":[]}");
        ::unsetenv("LIPWRIGHT_MODELS");
        const auto installed = ModelLibrary::findFolder(pathOf(folder) / "bin/program");
        QVERIFY(installed.has_value());
        QVERIFY(std::filesystem::equivalent(*installed, models));
        ::setenv("LIPWRIGHT_MODELS", models.c_str(), 1);
        QCOMPARE(*ModelLibrary::findFolder("/nowhere/program"), models);
        ::setenv("LIPWRIGHT_MODELS", "/nowhere", 1);
        const auto wrong = ModelLibrary::findFolder(pathOf(folder) / "bin/program");
        QVERIFY(!wrong.has_value());
        QVERIFY(names(wrong.error(), "/nowhere"));
        ::setenv("LIPWRIGHT_MODELS", saved.c_str(), 1);
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
