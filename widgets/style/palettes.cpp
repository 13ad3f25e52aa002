#include "widgets/style/palettes_p.h"

namespace lipwright::widgets {
namespace {

/// What a theme is made of; the roles of QPalette follow from it.
struct Tones {
    QRgb window, base, alternate, button, text, disabled, placeholder;
    QRgb light, midlight, mid, dark, shadow;
    QRgb highlight, highlightInactive, link, visited, tip, tipText;
};

constexpr Tones kDark{
    .window = 0xff2b2b2b,
    .base = 0xff1f1f1f,
    .alternate = 0xff262626,
    .button = 0xff383838,
    .text = 0xffe4e4e4,
    .disabled = 0xff7d7d7d,
    .placeholder = 0xff929292,
    .light = 0xff505050,
    .midlight = 0xff424242,
    .mid = 0xff242424,
    .dark = 0xff191919,
    .shadow = 0xff101010,
    .highlight = 0xff2a6fae,
    .highlightInactive = 0xff3f5468,
    .link = 0xff6fb4e8,
    .visited = 0xffb89ad6,
    .tip = 0xff3d3d3d,
    .tipText = 0xfff0f0f0,
};

constexpr Tones kLight{
    .window = 0xffefefef,
    .base = 0xffffffff,
    .alternate = 0xfff6f6f6,
    .button = 0xfff4f4f4,
    .text = 0xff1e1e1e,
    .disabled = 0xff9a9a9a,
    .placeholder = 0xff757575,
    .light = 0xffffffff,
    .midlight = 0xfff8f8f8,
    .mid = 0xffc4c4c4,
    .dark = 0xffa2a2a2,
    .shadow = 0xff6e6e6e,
    .highlight = 0xff2a6fae,
    .highlightInactive = 0xffb8cfe4,
    .link = 0xff1b5f9e,
    .visited = 0xff6b3fa0,
    .tip = 0xfffdfdf5,
    .tipText = 0xff1e1e1e,
};

QPalette paletteOf(const Tones& tones, QRgb inactiveHighlightedText) {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor(colour));
    };
    set(QPalette::Window, tones.window);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Button, tones.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        set(role, tones.text);
        palette.setColor(QPalette::Disabled, role, QColor(tones.disabled));
    }
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::PlaceholderText, tones.placeholder);
    set(QPalette::Light, tones.light);
    set(QPalette::Midlight, tones.midlight);
    set(QPalette::Mid, tones.mid);
    set(QPalette::Dark, tones.dark);
    set(QPalette::Shadow, tones.shadow);
    set(QPalette::Highlight, tones.highlight);
    set(QPalette::HighlightedText, 0xffffffff);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, QColor(tones.highlightInactive));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText,
                     QColor(inactiveHighlightedText));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.mid));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(tones.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(tones.window));
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.visited);
    set(QPalette::ToolTipBase, tones.tip);
    set(QPalette::ToolTipText, tones.tipText);
    return palette;
}

}  // namespace

QPalette darkPalette() {
    return paletteOf(kDark, 0xffffffff);
}

QPalette lightPalette() {
    return paletteOf(kLight, kLight.text);
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

}  // namespace lipwright::widgets
