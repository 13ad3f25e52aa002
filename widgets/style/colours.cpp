// Okabe and Ito's colours, moved towards the theme's background until its text can be read on them.
#include "widgets/style/palettes_p.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <array>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr QRgb kBlue = 0xff0072b2;
constexpr QRgb kSky = 0xff56b4e9;
constexpr QRgb kGreen = 0xff009e73;
constexpr QRgb kOrange = 0xffe69f00;
constexpr QRgb kVermilion = 0xffd55e00;
constexpr QRgb kPurple = 0xffcc79a7;
constexpr QRgb kYellow = 0xfff0e442;
constexpr QRgb kGrey = 0xff8a8a8a;

double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// WCAG 2.1's relative luminance.
double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

QColor mixed(const QColor& a, const QColor& b, float share) {
    const auto between = [share](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(between(a.redF(), b.redF()), between(a.greenF(), b.greenF()),
                            between(a.blueF(), b.blueF()));
}

/// 4.5 : 1 against the palette's text, the least that WCAG allows for text of normal size.
QColor legible(const QColor& colour) {
    const QPalette palette = QGuiApplication::palette();
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const QColor towards = isDark(palette) ? QColor(Qt::black) : QColor(Qt::white);
    for (int step = 0; step < 20; ++step) {
        const QColor candidate = mixed(colour, towards, static_cast<float>(step) * 0.05F);
        if (contrast(candidate, text) >= 4.6) {
            return candidate;
        }
    }
    return towards;
}

}  // namespace

QColor statusColour(project::SegmentStatus status) {
    using enum project::SegmentStatus;
    switch (status) {
        case fresh:
            return legible(QColor(kGrey));
        case rendered:
            return legible(QColor(kSky));
        case review:
            return legible(QColor(kOrange));
        case approved:
            return legible(QColor(kGreen));
        case bypass:
            return legible(QColor(kPurple));
    }
    return legible(QColor(kGrey));
}

QString statusName(project::SegmentStatus status) {
    using enum project::SegmentStatus;
    switch (status) {
        case fresh:
            return QCoreApplication::translate("SegmentStatus", "New");
        case rendered:
            return QCoreApplication::translate("SegmentStatus", "Rendered");
        case review:
            return QCoreApplication::translate("SegmentStatus", "For review");
        case approved:
            return QCoreApplication::translate("SegmentStatus", "Approved");
        case bypass:
            return QCoreApplication::translate("SegmentStatus", "Bypassed");
    }
    return {};
}

QColor actorColour(int actor) {
    static constexpr std::array kActors{kBlue, kVermilion, kGreen, kPurple, kSky, kOrange, kYellow};
    const int number = actor < 0 ? 0 : actor;
    const auto count = static_cast<int>(kActors.size());
    QColor colour(kActors[static_cast<std::size_t>(number % count)]);
    const int round = (number / count) % 3;  // paler the second and third time
    if (round > 0) {
        colour = mixed(colour, QColor(kGrey), 0.3F * static_cast<float>(round));
    }
    return legible(colour);
}

}  // namespace lipwright::widgets
