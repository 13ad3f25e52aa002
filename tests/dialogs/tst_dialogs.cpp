// The dialogs give back what was entered and refuse what will not do.
#include "tests/dialogs/dialogchild.h"
#include "widgets/dialogs/consentdialog.h"
#include "widgets/dialogs/exportdialog.h"
#include "widgets/dialogs/preferencesdialog.h"
#include "widgets/dialogs/relinkdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QtTest>

using namespace lipwright;
using namespace lipwright::widgets;
using lipwright::test::child;

namespace {

ExportDialog::Choices choices() {
    ExportDialog::Choices value;
    value.languages = {"ukr", "spa", ""};
    value.frameCount = 1000;
    value.inOut = core::FrameRange{10, 20};
    return value;
}

dubbing::ExportSettings settings() {
    dubbing::ExportSettings value;
    value.languages = {"ukr"};
    value.folder = "/somewhere";
    value.stem = "film";
    return value;
}

}  // namespace

class TestDialogs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void consentNeedsAPersonAndAScope() {
        ConsentDialog dialog(QStringLiteral("Oksana"), {}, std::nullopt);
        dialog.show();
        auto& record = child<QPushButton>(dialog, "record");
        QVERIFY(!record.isEnabled());
        QTest::keyClicks(&child<QLineEdit>(dialog, "person"), "Oksana Petrenko");
        QVERIFY(!record.isEnabled());
        QTest::keyClicks(&child<QLineEdit>(dialog, "scope"), "  Spanish dub ");
        QVERIFY(record.isEnabled());
        QTest::mouseClick(&record, Qt::LeftButton);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(dialog.consent().person, std::string("Oksana Petrenko"));
        QCOMPARE(dialog.consent().scope, std::string("Spanish dub"));
        QCOMPARE(QString::fromStdString(dialog.consent().date),
                 QDate::currentDate().toString(Qt::ISODate));
    }

    void exportGivesBackWhatWasChosen() {
        ExportDialog dialog(choices(), settings());
        dialog.show();
        for (auto* box : dialog.findChildren<QCheckBox*>(QStringLiteral("language"))) {
            if (box->property("code").toString() != QLatin1String("ukr")) {
                QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
            }
        }
        auto& inOut = child<QRadioButton>(dialog, "inOut");
        QTest::mouseClick(&inOut, Qt::LeftButton, {}, QPoint(8, inOut.height() / 2));
        auto& preset = child<QComboBox>(dialog, "preset");
        preset.setCurrentIndex(preset.findData(static_cast<int>(dubbing::ExportPreset::ffv1)));
        auto& stem = child<QLineEdit>(dialog, "stem");
        stem.selectAll();
        QTest::keyClicks(&stem, "reel 1");
        const auto chosen = dialog.settings();
        QCOMPARE(chosen.preset, dubbing::ExportPreset::ffv1);
        QCOMPARE(chosen.languages, (std::vector<std::string>{"ukr", "spa", ""}));
        QVERIFY(chosen.range == (core::FrameRange{10, 20}));
        QCOMPARE(chosen.stem, std::string("reel 1"));
        QVERIFY(chosen.keepOriginalAudio);
    }

    void exportWaitsForThePreview() {
        ExportDialog dialog(choices(), settings());
        dialog.show();
        QSignalSpy asked(&dialog, &ExportDialog::previewRequested);
        auto& button = child<QPushButton>(dialog, "export");
        QVERIFY(!button.isEnabled());
        QVERIFY(asked.wait(1000));
        dubbing::ExportPreview preview;
        preview.files.push_back({"/somewhere/film-ukr.mp4", "ukr", "re-encoded", {}, 1000});
        preview.problems.push_back({core::ErrorCode::diskFull, "no <space>", "/somewhere", "Free"});
        dialog.setPreview(preview);
        QVERIFY(!button.isEnabled());
        auto& text = child<QTextBrowser>(dialog, "preview");
        QVERIFY(text.toPlainText().contains(QStringLiteral("no <space>")));
        preview.problems.clear();
        preview.warnings.emplace_back("3 segments have no take");
        dialog.setPreview(preview);
        QVERIFY(button.isEnabled());
        QVERIFY(text.toPlainText().contains(QStringLiteral("3 segments have no take")));
        // A change makes the shown preview worthless until the next one.
        QTest::keyClicks(&child<QLineEdit>(dialog, "stem"), "x");
        QVERIFY(!button.isEnabled());
        dialog.setPreview(preview);
        QVERIFY(!button.isEnabled());
        QVERIFY(asked.wait(1000));
        dialog.setPreview(preview);
        QVERIFY(button.isEnabled());
    }

    void preferencesComeBackUnchangedAndChanged() {
        Preferences value;
        value.theme = Theme::light;
        value.keys = {};
        value.threads = 1;
        value.cacheFolder = QStringLiteral("/c");
        PreferencesDialog dialog(value, {}, false);
        QCOMPARE(dialog.preferences(), value);
        auto& theme = child<QComboBox>(dialog, "theme");
        theme.setCurrentIndex(theme.findData(static_cast<int>(Theme::dark)));
        QCOMPARE(dialog.preferences().theme, Theme::dark);
    }

    void selfTestShowsItsResult() {
        PreferencesDialog dialog(Preferences{}, {}, false);
        QSignalSpy asked(&dialog, &PreferencesDialog::selfTestRequested);
        auto& button = child<QPushButton>(dialog, "selfTest");
        button.click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("auto"));
        QVERIFY(!button.isEnabled());
        dialog.setSelfTestProgress(0.5);
        QCOMPARE(child<QProgressBar>(dialog, "selfTestProgress").value(), 50);
        dialog.setSelfTestResult(QStringLiteral("fast"));
        QVERIFY(button.isEnabled());
        QCOMPARE(child<QLabel>(dialog, "selfTestResult").text(), QStringLiteral("fast"));
    }

    void relinkClosesWhenAllIsFound() {
        RelinkDialog dialog({{"film.mp4", "/gone/film.mp4", "not found"},
                             {"voice.wav", "/gone/voice.wav", "not found"}});
        dialog.show();
        QCOMPARE(child<QTreeWidget>(dialog, "missing").topLevelItemCount(), 2);
        dialog.setBusy(true);
        QVERIFY(!child<QPushButton>(dialog, "searchFolder").isEnabled());
        dialog.setBusy(false);
        dialog.setRows({{"voice.wav", "/gone/voice.wav", "not found"}});
        QCOMPARE(child<QTreeWidget>(dialog, "missing").topLevelItemCount(), 1);
        QVERIFY(dialog.isVisible());
        dialog.setRows({});
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
