// What is remembered comes back, and nonsense in the file does no harm.
#include "app/gui/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright;

namespace {

app::Settings settingsIn(const QTemporaryDir& folder) {
    return app::Settings(std::make_unique<QSettings>(folder.filePath(QStringLiteral("s.ini")),
                                                     QSettings::IniFormat));
}

}  // namespace

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void preferencesComeBack() {
        const QTemporaryDir folder;
        widgets::Preferences value;
        value.language = QStringLiteral("uk");
        value.theme = widgets::Theme::light;
        value.keys = {{"segment.split", {QKeySequence("Ctrl+K"), QKeySequence("Ctrl+,")}},
                      {"edit.in", {}}};
        value.device = QStringLiteral("cpu");
        value.threads = 3;
        value.memoryBudget = 512LL << 20;
        value.cacheFolder = QStringLiteral("/somewhere/with, comma");
        value.cacheLimit = 5LL << 30;
        value.autosaveSeconds = 30;
        value.preRollSeconds = 2.5;
        value.postRollSeconds = 0.25;
        settingsIn(folder).setPreferences(value);
        QCOMPARE(settingsIn(folder).preferences(), value);
        value.keys.clear();
        settingsIn(folder).setPreferences(value);
        QCOMPARE(settingsIn(folder).preferences(), value);
    }

    void nonsenseBecomesSensible() {
        const QTemporaryDir folder;
        {
            QSettings raw(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
            raw.setValue("theme", "pink");
            raw.setValue("threads", -4);
            raw.setValue("memoryBudget", "lots");
            raw.setValue("autosaveSeconds", 100000);
            raw.setValue("preRollSeconds", -1);
        }
        const widgets::Preferences value = settingsIn(folder).preferences();
        QCOMPARE(value.theme, widgets::Theme::dark);
        QCOMPARE(value.threads, 0);
        QVERIFY(value.memoryBudget >= 64 << 20);
        QCOMPARE(value.autosaveSeconds, 60);
        QCOMPARE(value.preRollSeconds, 0.0);
    }

    void recentProjectsAreFewAndUnique() {
        const QTemporaryDir folder;
        app::Settings settings = settingsIn(folder);
        for (int i = 0; i < 20; ++i) {
            settings.addRecentProject(QStringLiteral("/p/%1").arg(i % 15));
        }
        const QStringList recent = settings.recentProjects();
        QCOMPARE(recent.size(), 12);
        QCOMPARE(recent.first(), QStringLiteral("/p/4"));
        QCOMPARE(recent.count(QStringLiteral("/p/4")), 1);
        settings.removeRecentProject(QStringLiteral("/p/4"));
        QVERIFY(!settings.recentProjects().contains(QStringLiteral("/p/4")));
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
