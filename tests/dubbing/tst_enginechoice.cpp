#include "engine/dubbing/enginechoice.h"
#include "engine/models/manifest.h"
#include "tests/dubbing/tinygenerator.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace lipwright;
using dubbing::makeEngine;
using Names = std::vector<std::string>;

class TestEngineChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_models = m_folder.path().toStdString() + "/models";
        QVERIFY(test::makeModelsWithTinyGenerator(m_models));
    }

    void offersWhatHasItsWeights() {
        QCOMPARE(dubbing::availableEngines(m_models), (Names{"warped", "painted"}));
        QCOMPARE(dubbing::availableEngines("/nowhere"), Names{"warped"});
    }

    void theUsualEngineNeedsNoWeights() {
        const auto made = makeEngine("warped", {"/nowhere"}, nets::Device::cpu);
        QVERIFY(made.has_value());
        QCOMPARE(made->engine->name(), std::string("warped 1"));
        QVERIFY(made->models.empty());
    }

    void thePaintedEngineNamesItsWeights() {
        const auto made = makeEngine("painted", {m_models}, nets::Device::cpu);
        QVERIFY2(made.has_value(), made ? "" : made.error().text().c_str());
        QCOMPARE(made->engine->name(), std::string("painted 1"));
        const auto library = models::ModelLibrary::open(m_models);
        QCOMPARE(made->models.at(models::kMouthGeneratorRole),
                 library->verified(models::kMouthGeneratorRole)->entry.sha256);
    }

    void unknownEnginesAreRefused() {
        QVERIFY(!dubbing::isEngine("sculpted"));
        const auto made = makeEngine("sculpted", {m_models}, nets::Device::cpu);
        QVERIFY(!made);
        QCOMPARE(made.error().code, core::ErrorCode::invalidArgument);
        QVERIFY(made.error().text().find("'sculpted'") != std::string::npos);
        QVERIFY(made.error().remedy.find("'painted'") != std::string::npos);
    }

    void missingOrOtherWeightsAreRefused() {
        const auto folder = std::filesystem::path(m_folder.path().toStdString()) / "spoilt";
        QVERIFY(test::makeModelsWithTinyGenerator(folder));
        const auto weights = folder / "mouth-generator.weights";
        std::ofstream(weights, std::ios::app) << "more";
        auto made = makeEngine("painted", {folder}, nets::Device::cpu);
        QVERIFY(!made);
        QCOMPARE(made.error().code, core::ErrorCode::modelInvalid);
        std::filesystem::remove(weights);
        QCOMPARE(dubbing::availableEngines(folder), Names{"warped"});
        made = makeEngine("painted", {folder}, nets::Device::cpu);
        QVERIFY(!made);
        QVERIFY(made.error().text().find("'painted'") != std::string::npos);
        QVERIFY(made.error().text().find("mouth-generator.weights") != std::string::npos);
    }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_models;
};

QTEST_GUILESS_MAIN(TestEngineChoice)
#include "tst_enginechoice.moc"
