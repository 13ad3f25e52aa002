// The dialogs of adapting to an actor: what they offer, refuse and give back.
#include "tests/dialogs/dialogchild.h"
#include "widgets/dialogs/adaptationresultdialog.h"
#include "widgets/dialogs/adaptdialog.h"
#include "widgets/dialogs/adaptingdialog.h"
#include "widgets/dialogs/comparisondialog.h"
#include "widgets/dialogs/confidencedialog.h"
#include "widgets/dialogs/rerenderdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QtTest>
#include <cmath>

using namespace lipwright;
using namespace lipwright::widgets;
using lipwright::test::child;

namespace {

void click(QAbstractButton& button) {
    QTest::mouseClick(&button, Qt::LeftButton, {}, QPoint(8, button.height() / 2));
}

AdaptFacts facts() {
    AdaptFacts value;
    value.actorName = QStringLiteral("Oksana");
    value.seenSeconds = 192.0;
    value.usableSeconds = 151.0;
    value.painterInstalled = true;
    return value;
}

ComparedSentence sentence(std::int64_t first, double universal, double adapted) {
    ComparedSentence value;
    value.frames = {first, first + 50};
    value.name = QStringLiteral("from %1").arg(first);
    value.curves.firstFrame = first;
    value.curves.measured.assign(50, 0.5F);
    value.curves.universal.assign(50, 0.0F);
    value.curves.adapted.assign(50, 0.4F);
    value.curves.measured[10] = std::nanf("");
    value.curves.universalCorrelation = universal;
    value.curves.adaptedCorrelation = adapted;
    return value;
}

}  // namespace

class TestAdaptDialogs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timePartsAndNameAreChosen() {
        AdaptDialog dialog(facts(), {{}, 5, false, false});
        dialog.show();
        QCOMPARE(child<QSpinBox>(dialog, "minutes").value(), 5);
        auto& slider = child<QSlider>(dialog, "minutesSlider");
        slider.setFocus();
        QTest::keyClick(&slider, Qt::Key_PageUp);
        QTest::keyClick(&slider, Qt::Key_Right);
        click(child<QCheckBox>(dialog, "painted"));
        QTest::keyClicks(&child<QLineEdit>(dialog, "modelName"), " close-ups ");
        QTest::mouseClick(&child<QPushButton>(dialog, "start"), Qt::LeftButton);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        const AdaptChoice choice = dialog.choice();
        QCOMPARE(choice.minutes, 11);
        QVERIFY(choice.mouthGenerator);
        QCOMPARE(choice.name, QStringLiteral("close-ups"));
        QVERIFY(!choice.anew);
    }

    void aStoppedAdaptationGoesOnOrBeginsAnew() {
        AdaptFacts stopped = facts();
        stopped.unfinished = true;
        AdaptDialog dialog(stopped, {});
        dialog.show();
        QCOMPARE(child<QPushButton>(dialog, "start").text(), QStringLiteral("Go on"));
        QVERIFY(!dialog.choice().anew);
        QVERIFY(!child<QCheckBox>(dialog, "painted").isEnabled());  // it goes on as it began
        click(child<QRadioButton>(dialog, "anew"));
        QVERIFY(child<QCheckBox>(dialog, "painted").isEnabled());
        QCOMPARE(child<QPushButton>(dialog, "start").text(), QStringLiteral("Adapt"));
        QVERIFY(dialog.choice().anew);
    }

    void withTooLittleMaterialThereIsNothingToStart() {
        AdaptFacts little = facts();
        little.usableSeconds = 6.0;
        AdaptDialog dialog(little, {});
        QVERIFY(!child<QPushButton>(dialog, "start").isEnabled());
        const QString text = child<QLabel>(dialog, "materialText").text();
        QVERIFY2(text.contains(QStringLiteral("0:06")) && text.contains(QStringLiteral("0:14")),
                 qPrintable(text));
    }

    void withoutThePainterItIsNotOffered() {
        AdaptFacts bare = facts();
        bare.painterInstalled = false;
        AdaptDialog dialog(bare, {{}, 5, true, false});
        QVERIFY(!child<QCheckBox>(dialog, "painted").isEnabled());
        QVERIFY(!dialog.choice().mouthGenerator);
    }

    void theCurveGrowsWhileItRuns() {
        AdaptingDialog dialog(QStringLiteral("Oksana"));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto& waiting = child<QLabel>(dialog, "waiting");
        QVERIFY(waiting.isVisible());
        LearningCurve curve{QStringLiteral("Opening"), {{0.0, 0.5}}};
        dialog.setLearning({curve});
        QVERIFY(!waiting.isVisible());
        auto& plot = child<LearningPlot>(dialog, "learning");
        const auto told = [&plot] { return plot.accessibleDescription(); };
        QCOMPARE(told(), QStringLiteral("Opening: 0.50, nothing better yet, after 0:00"));
        QImage before = plot.grab().toImage();
        curve.points.emplace_back(12.0, 0.62);
        curve.kept = 12.0;
        dialog.setLearning({curve});
        QCOMPARE(told(), QStringLiteral("Opening: 0.50 → 0.62 (+0.12), after 0:12"));
        QVERIFY(plot.grab().toImage() != before);
        before = plot.grab().toImage();
        curve.points.emplace_back(24.0, 0.58);  // what was better is kept
        LearningCurve painted{QStringLiteral("Picture"), {{0.0, 30.0}}, 0.0, 1};
        dialog.setLearning({curve, painted});
        QCOMPARE(told(), QStringLiteral("Opening: 0.50 → 0.62 (+0.12), after 0:24"));
        QVERIFY(plot.grab().toImage() != before);
        QCOMPARE(dialog.findChildren<LearningPlot*>().size(), 2);
        painted.unit = QStringLiteral(" dB");
        painted.points.emplace_back(30.0, 29.0);
        painted.kept = 30.0;
        QCOMPARE(gainText(painted, QLocale::c()), QStringLiteral("30.0 → 29.0 dB (-1.0)"));
    }

    void whatRunsIsPausedAndStopped() {
        AdaptingDialog dialog(QStringLiteral("Oksana"));
        dialog.show();
        QSignalSpy paused(&dialog, &AdaptingDialog::pauseRequested);
        QSignalSpy stopped(&dialog, &AdaptingDialog::stopRequested);
        dialog.setStatus({QStringLiteral("learning, 40 %"), 40, false});
        QCOMPARE(child<QProgressBar>(dialog, "progress").value(), 40);
        QCOMPARE(child<QLabel>(dialog, "status").text(), QStringLiteral("learning, 40 %"));
        auto& pause = child<QPushButton>(dialog, "pause");
        QTest::mouseClick(&pause, Qt::LeftButton);
        QCOMPARE(paused.takeFirst().at(0).toBool(), true);
        dialog.setStatus({QStringLiteral("Paused"), 40, true});
        QCOMPARE(pause.text(), QStringLiteral("&Go on"));
        QTest::mouseClick(&pause, Qt::LeftButton);
        QCOMPARE(paused.takeFirst().at(0).toBool(), false);
        QTest::mouseClick(&child<QPushButton>(dialog, "stop"), Qt::LeftButton);
        QCOMPARE(stopped.count(), 1);
    }

    void theResultLeadsOnOrSaysThatNothingWasKept() {
        AdaptationFacts good;
        good.actorName = QStringLiteral("Oksana");
        good.kept = true;
        good.segments = 3;
        good.gains = {{QStringLiteral("Opening correlation"), 0.52, 0.66}};
        AdaptationResultDialog dialog(good);
        dialog.show();
        QSignalSpy rerender(&dialog, &AdaptationResultDialog::rerenderRequested);
        QTest::mouseClick(&child<QPushButton>(dialog, "rerender"), Qt::LeftButton);
        QCOMPARE(rerender.count(), 1);
        QVERIFY(!dialog.isVisible());
        QVERIFY(child<QWidget>(dialog, "gains").accessibleDescription().contains("0.52"));
        good.kept = false;
        const AdaptationResultDialog refused(good);
        QVERIFY(refused.findChild<QPushButton*>(QStringLiteral("use")) == nullptr);
        QVERIFY(refused.findChild<QLabel*>(QStringLiteral("headline"))
                    ->text()
                    .contains(QStringLiteral("universal model is kept")));
    }

    void modelAndQualityAreChosenForRerendering() {
        RerenderDialog dialog(QStringLiteral("Oksana"), 4,
                              {{"", QStringLiteral("Universal")}, {"ab", QStringLiteral("First")}},
                              "ab");
        dialog.show();
        QCOMPARE(dialog.model(), std::string("ab"));
        QVERIFY(dialog.quality() == project::TakeQuality::final);
        auto& models = child<QComboBox>(dialog, "rerenderModel");
        models.setFocus();
        QTest::keyClick(&models, Qt::Key_Up);
        click(child<QRadioButton>(dialog, "draft"));
        QCOMPARE(dialog.model(), std::string());
        QVERIFY(dialog.quality() == project::TakeQuality::draft);
    }

    void confidencesAreSummedUpAndLeadToTheirSegments() {
        ConfidenceDialog dialog(QStringLiteral("Oksana"), QStringLiteral("First"));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.setRows(
            {{7, "one", 0.2, 0.5}, {8, "two", 0.4, std::nullopt}, {9, "three", 0.6, 0.5}},
            {0.1, 0.5});
        const QString text = child<QLabel>(dialog, "summary").text();
        QVERIFY2(text.startsWith(QStringLiteral("2 of 3 measured: 1 better, 1 worse.")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("0.40 → 0.50")), qPrintable(text));
        auto& plot = child<QWidget>(dialog, "confidences");
        QSignalSpy activated(&dialog, &ConfidenceDialog::segmentActivated);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(40, 8 + 22 + 11));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).value<project::Id>(), project::Id{8});
        QTest::keyClick(&plot, Qt::Key_Down);
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(activated.at(1).at(0).value<project::Id>(), project::Id{9});
        QTest::keyClick(&plot, Qt::Key_Down);  // there is no fourth
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(activated.at(2).at(0).value<project::Id>(), project::Id{9});
    }

    void aSentenceIsChosenPlayedAndPointedInto() {
        ComparisonDialog dialog(QStringLiteral("First"));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto& play = child<QPushButton>(dialog, "playSentence");
        QVERIFY(!play.isEnabled());
        dialog.setSentences({sentence(100, 0.5, 0.7), sentence(300, 0.6, 0.5)});
        QVERIFY(child<QLabel>(dialog, "summary")
                    .text()
                    .startsWith(QStringLiteral("Better on 1 of 2 sentence")));
        QSignalSpy played(&dialog, &ComparisonDialog::playRequested);
        auto& list = child<QListWidget>(dialog, "sentences");
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::mouseClick(&play, Qt::LeftButton);
        QCOMPARE(played.count(), 1);
        QCOMPARE(played.at(0).at(0).value<core::FrameRange>(), (core::FrameRange{300, 350}));
        auto& plot = child<MouthPlot>(dialog, "curves");
        QSignalSpy pointed(&dialog, &ComparisonDialog::frameRequested);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(plot.width() - 11, plot.height() / 2));
        QCOMPARE(pointed.at(0).at(0).value<std::int64_t>(), std::int64_t{349});
        dialog.setPlayhead(320);
        const QImage before = plot.grab().toImage();
        dialog.setPlayhead(340);
        QVERIFY(plot.grab().toImage() != before);
    }
};

QTEST_MAIN(TestAdaptDialogs)
#include "tst_adaptdialogs.moc"
