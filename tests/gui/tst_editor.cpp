// The main job, driven as a user drives it: by files dropped, mouse and keys, on the real window
// with the real engine. Reports how long the event loop was ever held up.
#include "app/gui/selection.h"
#include "engine/media/videoreader.h"
#include "engine/project/edits.h"
#include "engine/project/serializer.h"
#include "tests/gui/editorfixture.h"
#include "tests/support/eventloopwatch.h"
#include "widgets/panels/startscreen.h"
#include "widgets/timeline/timelinewidget.h"
#include "widgets/viewer/viewerwidget.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QUndoStack>
#include <QtTest>

using namespace lipwright;
using test::EditorFixture;

namespace {

constexpr int kAnalysisMs = 120'000;
constexpr int kRenderMs = 120'000;
constexpr int kDialogMs = 10'000;

/// Presses a command's first key on the window.
void press(EditorFixture& fixture, const char* command) {
    auto& action = fixture.child<QAction>(QString::fromLatin1(command));
    QVERIFY2(action.isEnabled(), command);
    QVERIFY2(!action.shortcut().isEmpty(), command);
    fixture.window().activateWindow();  // a dialog that closed leaves no window active
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    const QKeyCombination key = action.shortcut()[0];
    QTest::keyClick(&fixture.window(), key.key(), key.keyboardModifiers());
}

/// Goes to the file's folder in the file dialog that is open, types its name and accepts it.
/// (A whole path typed key by key leaves the folders on its way selected in Qt 6.4's list, and
/// those then win over the text.)
qint64 framesIn(const QString& file) {
    const auto info = media::probe(file.toStdString());
    return info ? info->video.front().frameCount : -1;
}

/// Mean absolute difference of two frames' RGB within a rectangle.
double difference(media::VideoReader& a, media::VideoReader& b, std::int64_t number,
                  const cv::Rect& region) {
    const auto first = a.frame(number);
    const auto second = b.frame(number);
    if (!first || !second) {
        return -1.0;
    }
    const auto x = first->rgb(region);
    const auto y = second->rgb(region);
    return x && y ? cv::norm(*x, *y, cv::NORM_L1) / static_cast<double>(x->total() * 3) : -1.0;
}

}  // namespace

class TestEditor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_fixture = std::make_unique<EditorFixture>();
        (void)m_fixture->film();
        (void)m_fixture->voice();
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void theStartScreenIsShownFirst() {
        QVERIFY(m_fixture->child<widgets::StartScreen>().isVisible());
        QVERIFY(!m_fixture->child<widgets::ViewerWidget>().isVisible());
    }

    void aFilmIsDropped() {
        watch();
        EditorFixture::drop(m_fixture->child<widgets::StartScreen>(), {m_fixture->film()});
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->editor().analysis().film().index != nullptr,
                                 kAnalysisMs);
        QTRY_VERIFY(m_fixture->child<widgets::ViewerWidget>().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->child<widgets::ViewerWidget>().picture().frame == 0,
                                 kDialogMs);
        QCOMPARE(m_fixture->editor().project().film.frameCount, 175);
        rest("film");
    }

    void aVoiceIsDroppedAndSegmentsAppear() {
        watch();
        EditorFixture::drop(m_fixture->child<widgets::TimelineWidget>(), {m_fixture->voice()});
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->editor().project().segments.size() >= 2, kAnalysisMs);
        QCOMPARE(m_fixture->editor().project().dubs.front().language, std::string("spa"));
        QVERIFY(m_fixture->editor().project().cast.size() >= 1);
        rest("analysis");
    }

    void theSegmentsAreSelectedByMouse() {
        auto& timeline = m_fixture->child<widgets::TimelineWidget>();
        const auto& segments = m_fixture->editor().project().segments;
        QTRY_VERIFY(!timeline.segmentRect(segments[1].id).isEmpty());
        QTest::mouseClick(&timeline, Qt::LeftButton, {},
                          timeline.segmentRect(segments[0].id).center());
        QTest::mouseClick(&timeline, Qt::LeftButton, Qt::ControlModifier,
                          timeline.segmentRect(segments[1].id).center());
        QCOMPARE(timeline.selection().size(), std::size_t(2));
    }

    void twoSegmentsAreRenderedInTheBackground() {
        watch();
        const auto before = m_fixture->editor().project().segments;
        press(*m_fixture, "render.selected");
        // The editor stays live meanwhile: step through the film.
        for (int i = 0; i < 20; ++i) {
            press(*m_fixture, "play.stepForward");
            QTest::qWait(20);
        }
        const auto rendered = [this] {
            const auto& now = m_fixture->editor().project().segments;
            return now[0].active() != nullptr && now[1].active() != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(rendered(), kRenderMs);
        const auto& now = m_fixture->editor().project().segments;
        QCOMPARE(now[0].status, project::SegmentStatus::rendered);
        for (std::size_t i = 2; i < now.size(); ++i) {
            QVERIFY(now[i] == before[i]);
        }
        rest("rendering");
    }

    void theTakeIsSeen() {
        auto& viewer = m_fixture->child<widgets::ViewerWidget>();
        const core::FrameRange frames = m_fixture->editor().project().segments[0].frames;
        press(*m_fixture, "play.start");
        press(*m_fixture, "segment.next");
        const auto seen = [&] {
            const auto& picture = viewer.picture();
            return frames.contains(picture.frame) && !picture.dubbed.isNull();
        };
        for (qint64 step = 0; step < frames.length() && !seen(); ++step) {
            press(*m_fixture, "play.stepForward");
            QTest::qWait(30);
        }
        QTRY_VERIFY_WITH_TIMEOUT(seen(), kDialogMs);
        QVERIFY(viewer.picture().dubbed != viewer.picture().original);
        QVERIFY(!viewer.picture().mask.isNull());
    }

    void undoAndRedoReachTheTakes() {
        const project::Project rendered = m_fixture->editor().project();
        press(*m_fixture, "edit.undo");
        press(*m_fixture, "edit.undo");
        QVERIFY(m_fixture->editor().project().segments[0].active() == nullptr);
        QVERIFY(m_fixture->editor().project().segments[1].active() == nullptr);
        press(*m_fixture, "edit.redo");
        press(*m_fixture, "edit.redo");
        QVERIFY(m_fixture->editor().project() == rendered);
    }

    void theProjectIsSavedAndOpenedAgain() {
        watch();
        press(*m_fixture, "segment.approve");
        QVERIFY(m_fixture->editor().document().modified());
        press(*m_fixture, "file.save");
        QSignalSpy saved(&m_fixture->editor().document(), &app::ProjectDocument::saved);
        const QString file = m_fixture->path(QStringLiteral("interview.lipwright"));
        m_fixture->answerFileDialog(file);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, kDialogMs);
        QVERIFY(QFileInfo::exists(file));
        QVERIFY(!m_fixture->editor().document().modified());
        rest("saving");
        const auto before = m_fixture->editor().project().segments;

        m_fixture->restart();
        m_fixture->window().openFiles({file});
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->editor().project().segments.size(), before.size(),
                                  kDialogMs);
        QVERIFY(m_fixture->editor().project().segments == before);
        QVERIFY(project::invariants(m_fixture->editor().project()).empty());
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->editor().analysis().film().faces != nullptr,
                                 kAnalysisMs);
    }

    void theFilmIsExported() {
        watch();
        press(*m_fixture, "file.export");
        QTRY_VERIFY_WITH_TIMEOUT(dialog("consentDialog") != nullptr, kDialogMs);
        QTest::keyClicks(dialog("consentDialog")->findChild<QLineEdit*>("person"), "Nobody");
        QTest::keyClicks(dialog("consentDialog")->findChild<QLineEdit*>("scope"), "a test");
        QTest::mouseClick(dialog("consentDialog")->findChild<QPushButton*>("record"),
                          Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog("exportDialog") != nullptr, kDialogMs);
        auto* preset = dialog("exportDialog")->findChild<QComboBox*>(QStringLiteral("preset"));
        preset->setCurrentIndex(preset->findData(static_cast<int>(dubbing::ExportPreset::ffv1)));
        auto* button = dialog("exportDialog")->findChild<QPushButton*>(QStringLiteral("export"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), kDialogMs);
        QSignalSpy exported(&m_fixture->editor(), &app::Editor::exported);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kRenderMs);
        rest("exporting");
        m_exported = exported.first().first().toStringList();
        QVERIFY(!m_exported.isEmpty());
    }

    void theExportIsTheFilmWithNewMouths() {
        const QString file = m_fixture->path(QStringLiteral("interview-spa.mkv"));
        QVERIFY2(QFileInfo::exists(file), qPrintable(m_exported.join(' ')));
        QCOMPARE(framesIn(file), 175);
        auto source = media::VideoReader::open(m_fixture->film().toStdString());
        auto made = media::VideoReader::open(file.toStdString());
        QVERIFY(source && made);
        const cv::Rect corner(0, 0, 64, 64);
        const cv::Rect whole(0, 0, 640, 360);
        const auto& segments = m_fixture->editor().project().segments;
        int changed = 0;
        for (std::int64_t frame = 0; frame < 175; frame += 5) {
            QCOMPARE(difference(*source, *made, frame, corner), 0.0);
            const bool covered =
                std::any_of(segments.begin(), segments.end(), [frame](const auto& segment) {
                    return segment.active() != nullptr && segment.frames.contains(frame);
                });
            const double all = difference(*source, *made, frame, whole);
            if (!covered) {
                QCOMPARE(all, 0.0);
            }
            changed += all > 0.0 ? 1 : 0;
        }
        QVERIFY(changed >= 5);
        const auto info = media::probe(file.toStdString());
        QCOMPARE(info->audio.size(), std::size_t(2));
        QCOMPARE(info->audio.front().language, std::string("spa"));
    }

    void theQualityReportIsWritten() {
        watch();
        QSignalSpy reported(&m_fixture->editor(), &app::Editor::reported);
        const QString page = m_fixture->path(QStringLiteral("quality.html"));
        press(*m_fixture, "file.report");
        m_fixture->answerFileDialog(page);
        QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 1, kAnalysisMs);
        rest("reporting");
        QCOMPARE(reported.first().first().toString(), page);
        QVERIFY(QFileInfo::exists(m_fixture->path(QStringLiteral("quality.csv"))));
        QVERIFY(QFileInfo::exists(m_fixture->path(QStringLiteral("quality.json"))));
        QFile file(page);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("data:image/jpeg;base64,"));
    }

    void nothingHeldUpTheWindow() {
        QVERIFY(m_longest.milliseconds > 0.0);
        qInfo("the event loop was held up for at most %.1f ms (while %s, %s)",
              m_longest.milliseconds, qPrintable(m_longestStage), qPrintable(m_longest.what));
        // The aim is 50 ms; a shared machine adds its own pauses, so only what no user would
        // bear fails here. The benchmark tells the figure.
        QVERIFY2(m_longest.milliseconds < 1000.0, qPrintable(m_longest.what));
    }

private:
    static testsupport::WatchedApplication& application() {
        return static_cast<testsupport::WatchedApplication&>(*QCoreApplication::instance());
    }
    static void watch() { application().watch(); }
    void rest(const char* stage) {
        application().rest();
        const auto& longest = application().longest();
        qInfo("%s: at most %.1f ms (%s)", stage, longest.milliseconds, qPrintable(longest.what));
        if (longest.milliseconds > m_longest.milliseconds) {
            m_longest = longest;
            m_longestStage = QString::fromLatin1(stage);
        }
    }
    QDialog* dialog(const char* name) {
        return m_fixture->window().findChild<QDialog*>(QString::fromLatin1(name));
    }

    std::unique_ptr<EditorFixture> m_fixture;
    testsupport::WatchedApplication::Hitch m_longest;
    QString m_longestStage;
    QStringList m_exported;
};

int main(int count, char** values) {
    testsupport::WatchedApplication application(count, values);
    TestEditor test;
    return QTest::qExec(&test, count, values);
}

#include "tst_editor.moc"
