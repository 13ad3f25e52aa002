#include "tests/gui/editorfixture.h"

#include "tests/support/process.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QUrl>
#include <QtTest>

namespace lipwright::test {
namespace {

constexpr int kWidth = 1280;
constexpr int kHeight = 800;
constexpr int kDialogMs = 10'000;

}  // namespace

EditorFixture::EditorFixture() {
    start();
}

EditorFixture::~EditorFixture() = default;

void EditorFixture::start() {
    auto store =
        std::make_unique<QSettings>(path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_settings = std::make_unique<app::Settings>(std::move(store));
    widgets::Preferences preferences;
    preferences.cacheFolder = path(QStringLiteral("cache"));
    preferences.autosaveSeconds = 5;
    m_settings->setPreferences(preferences);
    for (const char* purpose : {"project", "export", "film", "voice", "cues"}) {
        m_settings->setFolder(QString::fromLatin1(purpose), m_folder.path());
    }
    m_editor = std::make_unique<app::Editor>(
        app::Editor::Folders{qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString(),
                             path(QStringLiteral("cache")).toStdString(),
                             path(QStringLiteral("autosaves")).toStdString()});
    m_window = std::make_unique<app::MainWindow>(*m_editor, *m_settings);
    m_window->resize(kWidth, kHeight);
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get())) {
        qFatal("the window does not appear");
    }
}

void EditorFixture::restart() {
    m_window.reset();
    m_editor.reset();
    m_settings.reset();
    start();
}

QString EditorFixture::film() {
    const QString file = path(QStringLiteral("interview.mp4"));
    if (!QFile::exists(file)) {
        const auto made = testsupport::runPresenter(
            {"--seed", "1", "--language", "en", "--seconds", "7", "--size", "640x360", "--text",
             "Good evening. Tonight we look at the weather. It will rain all day tomorrow.",
             "--pause", "0.8", "-o", file});
        if (!made.ok()) {
            qFatal("%s", made.summary().constData());
        }
    }
    return file;
}

QString EditorFixture::voice() {
    const QString file = path(QStringLiteral("interview_spa.wav"));
    if (!QFile::exists(file)) {
        const auto made =
            testsupport::runPresenter({"--seed", "2", "--language", "es", "--seconds", "6.5",
                                       "--text", "Buenas noches a todos. Hoy hablamos del tiempo.",
                                       "--pause", "0.9", "--audio-only", file});
        if (!made.ok()) {
            qFatal("%s", made.summary().constData());
        }
    }
    return file;
}

void EditorFixture::answerFileDialog(const QString& file) {
    const auto find = [this] {
        return m_window->findChild<QFileDialog*>(QStringLiteral("fileDialog"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(find() != nullptr && find()->isVisible(), kDialogMs);
    QFileDialog* const dialog = find();
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(name != nullptr);
    name->setCompleter(nullptr);  // its list of proposals would take the click
    name->selectAll();
    dialog->setDirectory(QFileInfo(file).absolutePath());
    QTest::keyClicks(name, QFileInfo(file).fileName());
    QTRY_COMPARE(dialog->selectedFiles(), QStringList{file});
    static_cast<QDialog*>(dialog)->accept();  // Qt's own button
    QTRY_VERIFY_WITH_TIMEOUT(find() == nullptr, kDialogMs);
}

void EditorFixture::drop(QWidget& target, const QStringList& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files) {
        urls << QUrl::fromLocalFile(file);
    }
    data.setUrls(urls);
    const QPoint where = target.rect().center();
    QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    QVERIFY2(enter.isAccepted(), "the drop is refused");
    QDropEvent drop(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &drop);
}

}  // namespace lipwright::test
