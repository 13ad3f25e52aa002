// bench_editor [MINUTES]
// How the editor feels, measured on the real window without a screen: the longest time its event
// loop was held up while a 1080p film of MINUTES (default 10) is analysed, scrubbed, rendered and
// autosaved, and how long a project of two hours with 3,000 segments takes to open. Prints a table
// in the form docs/PERFORMANCE.md keeps.
#include "app/gui/mainwindow.h"
#include "app/gui/settings.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "engine/project/edits.h"
#include "engine/project/serializer.h"
#include "tests/support/eventloopwatch.h"
#include "tests/support/process.h"
#include "widgets/timeline/timelinewidget.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cstdio>
#include <functional>
#include <memory>

namespace {

using namespace lipwright;
using testsupport::WatchedApplication;

constexpr int kLongMs = 3'600'000;

class Bench {
public:
    Bench(WatchedApplication& application, QTemporaryDir& folder)
        : m_application(application), m_folder(folder) {}

    bool start() {
        m_settings = std::make_unique<app::Settings>(
            std::make_unique<QSettings>(m_folder.filePath("settings.ini"), QSettings::IniFormat));
        widgets::Preferences preferences;
        preferences.cacheFolder = m_folder.filePath("cache");
        preferences.autosaveSeconds = 5;
        m_settings->setPreferences(preferences);
        m_editor = std::make_unique<app::Editor>(
            app::Editor::Folders{qEnvironmentVariable("LIPWRIGHT_MODELS", "models").toStdString(),
                                 m_folder.filePath("cache").toStdString(),
                                 m_folder.filePath("autosaves").toStdString()});
        m_window = std::make_unique<app::MainWindow>(*m_editor, *m_settings);
        m_window->resize(1600, 1000);
        m_window->show();
        return QTest::qWaitForWindowExposed(m_window.get());
    }
    void stop() {
        m_window.reset();
        m_editor.reset();
        m_settings.reset();
    }

    [[nodiscard]] app::Editor& editor() { return *m_editor; }
    [[nodiscard]] app::MainWindow& window() { return *m_window; }
    [[nodiscard]] widgets::TimelineWidget& timeline() {
        return *m_window->findChild<widgets::TimelineWidget*>();
    }

    /// Watches the loop until `ready` and prints the longest hitch.
    bool measure(const char* what, const std::function<bool()>& ready,
                 const std::function<void()>& meanwhile = {}) {
        QTimer busy;
        if (meanwhile) {
            QObject::connect(&busy, &QTimer::timeout, meanwhile);
            busy.start(33);
        }
        QElapsedTimer timer;
        timer.start();
        m_application.watch();
        const bool done = QTest::qWaitFor(ready, kLongMs);
        m_application.rest();
        const auto& longest = m_application.longest();
        std::printf("| %s | %.1f s | %.1f ms | %s |\n", what,
                    static_cast<double>(timer.elapsed()) / 1000.0, longest.milliseconds,
                    qPrintable(longest.what));
        std::fflush(stdout);
        return done;
    }

private:
    WatchedApplication& m_application;
    QTemporaryDir& m_folder;
    std::unique_ptr<app::Settings> m_settings;
    std::unique_ptr<app::Editor> m_editor;
    std::unique_ptr<app::MainWindow> m_window;
};

/// A film of this length by repeating a presenter's; empty when it could not be made.
QString makeFilm(const QTemporaryDir& folder, const QString& name, const QString& size,
                 const QString& fps, int seconds, bool voice) {
    const QString once = folder.filePath("once-" + name);
    const QString whole = folder.filePath(name);
    QStringList arguments{"--seed", voice ? "2" : "1", "--seconds",
                          "20",     "--language",      voice ? "es" : "en"};
    arguments += voice ? QStringList{"--audio-only", once}
                       : QStringList{"--size", size, "--fps", fps, "-o", once};
    const auto made = testsupport::runPresenter(arguments, kLongMs);
    const auto looped =
        testsupport::run("ffmpeg",
                         {"-v", "error", "-stream_loop", QString::number(seconds / 20 - 1), "-i",
                          once, "-c", "copy", whole},
                         kLongMs);
    return made.ok() && looped.ok() ? whole : QString();
}

bool tenMinutes(Bench& bench, const QString& film, const QString& voice) {
    app::Editor& editor = bench.editor();
    bench.window().openFiles({film});
    if (!bench.measure("open", [&] { return editor.analysis().film().index != nullptr; })) {
        return false;
    }
    bench.window().openFiles({voice});
    qint64 frame = 0;
    const auto scrub = [&bench, &frame, &editor] {
        frame = (frame + 37) % editor.project().film.frameCount;
        Q_EMIT bench.timeline().playheadMoved(frame);
    };
    if (!bench.measure(
            "analyse and scrub", [&] { return !editor.project().segments.empty(); }, scrub)) {
        return false;
    }
    const auto& segments = editor.project().segments;
    editor.render({segments[0].id, segments[1].id}, project::TakeQuality::final);
    const auto rendered = [&editor] { return editor.renders().waiting() == 0; };
    if (!bench.measure("render, scrub and autosave", rendered, scrub)) {
        return false;
    }
    std::vector<project::Id> one{segments[0].id};
    int edits = 0;
    return bench.measure(
        "100 edits with autosave", [&edits] { return edits >= 100; },
        [&] {
            editor.nudge(one, edits % 2 == 0 ? 1000 : -1000);
            ++edits;
        });
}

bool twoHours(Bench& bench, const QTemporaryDir& folder, const QString& film,
              const QString& voice) {
    app::Editor& editor = bench.editor();
    bench.window().openFiles({film});
    if (!QTest::qWaitFor([&] { return editor.analysis().film().index != nullptr; }, kLongMs)) {
        return false;
    }
    project::Project project = editor.project();
    project::DubTrack dub;
    dub.name = "voice";
    dub.language = "spa";
    dub.media.path = voice.toStdString();
    const auto track = project::addDubTrack(project, dub);
    std::vector<project::Segment> segments;
    for (int i = 0; i < 3000; ++i) {
        project::Segment segment;
        segment.frames = {i * 57, i * 57 + 50};
        segment.dubTrack = *track;
        segment.text = "A line of dialogue";
        segments.push_back(segment);
    }
    const auto added = project::addSegments(project, segments);
    const auto file = folder.filePath("hours.lipwright").toStdString();
    const auto saved = project::saveProject(file, project);
    if (!added || added->size() != 3000 || !saved) {
        return false;
    }
    editor.document().newProject();
    QElapsedTimer timer;
    timer.start();
    bench.window().openFiles({QString::fromStdString(file)});
    qint64 listed = 0;
    return bench.measure("open a project of 2 hours, 3,000 segments", [&] {
        if (listed == 0 && editor.project().segments.size() == 3000) {
            listed = timer.elapsed();
        }
        const bool shown =
            editor.analysis().film().index != nullptr &&
            !bench.timeline().segmentRect(editor.project().segments[1500].id).isEmpty();
        return listed > 0 && shown;
    });
}

}  // namespace

int main(int count, char** values) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(count, values);
    const int minutes = count > 1 ? std::max(1, std::atoi(values[1])) : 10;
    QTemporaryDir folder;
    Bench bench(application, folder);
    std::printf("Making the films ...\n");
    const QString film = makeFilm(folder, "film.mp4", "1920x1080", "25", minutes * 60, false);
    const QString voice = makeFilm(folder, "voice_spa.wav", {}, {}, minutes * 60, true);
    const QString hours = makeFilm(folder, "hours.mp4", "320x180", "24", 7200, false);
    if (film.isEmpty() || voice.isEmpty() || hours.isEmpty()) {
        std::fprintf(stderr, "the films could not be made\n");
        return 1;
    }
    std::printf("| what | took | longest hold of the event loop | by |\n|---|---|---|---|\n");
    bool ok = bench.start() && tenMinutes(bench, film, voice);
    bench.stop();
    ok = ok && bench.start() && twoHours(bench, folder, hours, voice);
    bench.stop();
    return ok ? 0 : 1;
}
