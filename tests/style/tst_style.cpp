#include "widgets/style/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QPalette>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <cmath>

using namespace lipwright;
using project::SegmentStatus;
using widgets::Theme;

namespace {

constexpr std::array kStatuses{SegmentStatus::fresh, SegmentStatus::rendered, SegmentStatus::review,
                               SegmentStatus::approved, SegmentStatus::bypass};

double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

int distance(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
           std::abs(a.blue() - b.blue());
}

int visiblePixels(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += qAlpha(image.pixel(x, y)) > 64 ? 1 : 0;
        }
    }
    return count;
}

QImage drawn(const QIcon& icon, QIcon::Mode mode = QIcon::Normal) {
    return icon.pixmap(QSize(16, 16), 1.0, mode).toImage();
}

/// Names between quotes after `icon(` in the sources, and those in the table of commands.
QSet<QString> namesInSources() {
    const QRegularExpression call(
        QStringLiteral("\\bicon\\(\\s*(?:QStringLiteral\\(|u)?\"([a-z-]+)\""));
    const QRegularExpression row(
        QStringLiteral("\"[a-z]+\\.[a-zA-Z]+\", [A-Z_]+\\([^)]*\\), \"([a-z-]+)\""));
    QSet<QString> names;
    for (const char* folder : {"/widgets", "/app"}) {
        QDirIterator files(QStringLiteral(LIPWRIGHT_SOURCE_FOLDER) + QLatin1String(folder),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) {
                continue;
            }
            const QString text = QString::fromUtf8(file.readAll());
            for (const QRegularExpression& pattern : {call, row}) {
                for (auto match = pattern.globalMatch(text); match.hasNext();) {
                    names.insert(match.next().captured(1));
                }
            }
        }
    }
    return names;
}

}  // namespace

class TestStyle : public QObject {
    Q_OBJECT

    static void apply(Theme theme) {
        widgets::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), theme);
    }

private Q_SLOTS:
    void textCanBeRead_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("dark") << static_cast<int>(Theme::dark);
        QTest::newRow("light") << static_cast<int>(Theme::light);
        QTest::newRow("system") << static_cast<int>(Theme::system);
    }
    void textCanBeRead() {
        QFETCH(int, theme);
        apply(static_cast<Theme>(theme));
        const QPalette palette = QApplication::palette();
        const auto ratio = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
            return contrast(palette.color(text), palette.color(ground));
        };
        QVERIFY(ratio(QPalette::WindowText, QPalette::Window) > 7);
        QVERIFY(ratio(QPalette::Text, QPalette::Base) > 7);
        QVERIFY(ratio(QPalette::ButtonText, QPalette::Button) > 7);
        QVERIFY(ratio(QPalette::ToolTipText, QPalette::ToolTipBase) > 7);
        QVERIFY(ratio(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
        QVERIFY(ratio(QPalette::PlaceholderText, QPalette::Base) >= 4.5);
        QVERIFY(ratio(QPalette::Link, QPalette::Base) >= 4.5);
        for (const SegmentStatus status : kStatuses) {
            QVERIFY(contrast(widgets::statusColour(status), palette.color(QPalette::Text)) >= 4.5);
        }
        for (int actor = 0; actor < 14; ++actor) {
            QVERIFY(contrast(widgets::actorColour(actor), palette.color(QPalette::Text)) >= 4.5);
        }
    }

    void coloursDiffer_data() { textCanBeRead_data(); }
    void coloursDiffer() {
        QFETCH(int, theme);
        apply(static_cast<Theme>(theme));
        for (std::size_t a = 0; a < kStatuses.size(); ++a) {
            for (std::size_t b = a + 1; b < kStatuses.size(); ++b) {
                QVERIFY(distance(widgets::statusColour(kStatuses[a]),
                                 widgets::statusColour(kStatuses[b])) > 60);
                QVERIFY(widgets::statusName(kStatuses[a]) != widgets::statusName(kStatuses[b]));
            }
        }
        for (int a = 0; a < 7; ++a) {
            for (int b = a + 1; b < 7; ++b) {
                QVERIFY2(distance(widgets::actorColour(a), widgets::actorColour(b)) > 40,
                         qPrintable(QStringLiteral("%1 %2").arg(a).arg(b)));
            }
        }
    }

    void everyIconDrawsSomething() {
        apply(Theme::dark);
        QSet<QString> names = namesInSources();
        QVERIFY2(names.contains(QStringLiteral("render-draft")), "the table of commands was read");
        QDirIterator files(QStringLiteral(LIPWRIGHT_SOURCE_FOLDER "/resources/icons"),
                           {QStringLiteral("*.svg")}, QDir::Files);
        while (files.hasNext()) {
            names.insert(QFileInfo(files.next()).completeBaseName());
        }
        QVERIFY(names.size() > 50);
        for (const QString& name : names) {
            const QIcon icon = widgets::icon(name);
            QVERIFY2(!icon.isNull(), qPrintable(name));
            const int seen = visiblePixels(drawn(icon));
            QVERIFY2(seen >= 8 && seen < 240, qPrintable(name));
        }
        QVERIFY(widgets::icon(QStringLiteral("no-such-icon")).isNull());
    }

    void iconsFollowTheTheme() {
        apply(Theme::dark);
        const QIcon icon = widgets::icon(QStringLiteral("stop"));
        QVERIFY(drawn(icon).pixelColor(8, 8).lightness() > 200);
        const int disabled = drawn(icon, QIcon::Disabled).pixelColor(8, 8).lightness();
        QVERIFY(disabled < 160);
        apply(Theme::light);
        QVERIFY(drawn(icon).pixelColor(8, 8).lightness() < 60);
    }

    void iconsAreSharpOnDenseScreens() {
        const QPixmap dense = widgets::icon(QStringLiteral("stop")).pixmap(QSize(16, 16), 2.0);
        QCOMPARE(dense.size(), QSize(32, 32));
        QCOMPARE(dense.devicePixelRatio(), 2.0);
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
