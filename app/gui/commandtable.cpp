#include "app/gui/commandtable_p.h"

#include <QtGlobal>
#include <array>

namespace lipwright::app {
namespace {

// clang-format off
#define TEXT(text) QT_TRANSLATE_NOOP("Commands", text)

constexpr CommandRow kFile[] = {
    {TEXT("&File"), "file.new", TEXT("&New project"), "", "Ctrl+N", ""},
    {TEXT("&File"), "file.open", TEXT("&Open project…"), "open", "Ctrl+O", ""},
    {TEXT("&File"), "-recent", TEXT("Open &recent"), "", "", ""},
    {TEXT("&File"), "file.sample", TEXT("Open the sa&mple"), "", "", TEXT("A synthetic presenter and a Spanish voice")},
    {TEXT("&File"), "", "", "", "", ""},
    {TEXT("&File"), "file.save", TEXT("&Save"), "save", "Ctrl+S", ""},
    {TEXT("&File"), "file.saveAs", TEXT("Save &as…"), "", "Ctrl+Shift+S", ""},
    {TEXT("&File"), "", "", "", "", ""},
    {TEXT("&File"), "file.importFilm", TEXT("Import &film…"), "import-film", "Ctrl+I", ""},
    {TEXT("&File"), "file.importVoices", TEXT("Import &voices…"), "import-voice", "Ctrl+Shift+I", TEXT("Translated sound for the film")},
    {TEXT("&File"), "file.importCues", TEXT("Import se&gments…"), "", "", TEXT("From SRT, EDL, CSV or OTIO")},
    {TEXT("&File"), "file.relink", TEXT("Re&link missing media…"), "", "", ""},
    {TEXT("&File"), "", "", "", "", ""},
    {TEXT("&File"), "file.export", TEXT("&Export…"), "export", "Ctrl+E", ""},
    {TEXT("&File"), "file.changeList", TEXT("Export &change list…"), "", "", TEXT("The changed ranges as EDL, CSV or OTIO")},
    {TEXT("&File"), "", "", "", "", ""},
    {TEXT("&File"), "file.quit", TEXT("&Quit"), "", "Ctrl+Q", ""},
};

constexpr CommandRow kEdit[] = {
    {TEXT("&Edit"), "edit.undo", TEXT("&Undo"), "undo", "Ctrl+Z", ""},
    {TEXT("&Edit"), "edit.redo", TEXT("&Redo"), "redo", "Ctrl+Shift+Z Ctrl+Y", ""},
    {TEXT("&Edit"), "", "", "", "", ""},
    {TEXT("&Edit"), "edit.selectAll", TEXT("Select &all segments"), "", "Ctrl+A", ""},
    {TEXT("&Edit"), "edit.delete", TEXT("&Delete segments"), "delete", "Del", ""},
    {TEXT("&Edit"), "", "", "", "", ""},
    {TEXT("&Edit"), "edit.marker", TEXT("Set &marker"), "marker", "M", ""},
    {TEXT("&Edit"), "edit.in", TEXT("Set &in point"), "in-point", "I", ""},
    {TEXT("&Edit"), "edit.out", TEXT("Set &out point"), "out-point", "O", ""},
    {TEXT("&Edit"), "edit.clearInOut", TEXT("&Clear in and out"), "", "Alt+X", ""},
    {TEXT("&Edit"), "edit.snapping", TEXT("S&napping"), "snap", "N", "", true},
    {TEXT("&Edit"), "", "", "", "", ""},
    {TEXT("&Edit"), "edit.preferences", TEXT("&Preferences…"), "settings", "Ctrl+,", ""},
};

constexpr CommandRow kSegment[] = {
    {TEXT("&Segment"), "segment.previous", TEXT("Pre&vious segment"), "previous-segment", "[", ""},
    {TEXT("&Segment"), "segment.next", TEXT("&Next segment"), "next-segment", "]", ""},
    {TEXT("&Segment"), "", "", "", "", ""},
    {TEXT("&Segment"), "segment.split", TEXT("&Split at the playhead"), "split", "S", ""},
    {TEXT("&Segment"), "segment.merge", TEXT("&Merge"), "merge", "G", ""},
    {TEXT("&Segment"), "segment.trimStart", TEXT("&Begin at the playhead"), "", "Alt+[", ""},
    {TEXT("&Segment"), "segment.trimEnd", TEXT("&End at the playhead"), "", "Alt+]", ""},
    {TEXT("&Segment"), "", "", "", "", ""},
    {TEXT("&Segment"), "segment.earlier", TEXT("Mouth one frame earlier"), "", ",", ""},
    {TEXT("&Segment"), "segment.later", TEXT("Mouth one frame later"), "", ".", ""},
    {TEXT("&Segment"), "segment.earlierMs", TEXT("Mouth 1 ms earlier"), "", "Alt+,", ""},
    {TEXT("&Segment"), "segment.laterMs", TEXT("Mouth 1 ms later"), "", "Alt+.", ""},
    {TEXT("&Segment"), "", "", "", "", ""},
    {TEXT("&Segment"), "segment.approve", TEXT("&Approve"), "approve", "A", ""},
    {TEXT("&Segment"), "segment.review", TEXT("Mark for re&view"), "review", "V", ""},
    {TEXT("&Segment"), "segment.bypass", TEXT("B&ypass"), "bypass", "B", TEXT("The film keeps its picture here")},
    {TEXT("&Segment"), "-takes", TEXT("&Take"), "", "", ""},
};

constexpr CommandRow kRender[] = {
    {TEXT("&Render"), "render.selected", TEXT("&Render selected segments"), "render", "R", ""},
    {TEXT("&Render"), "render.draft", TEXT("&Draft of selected segments"), "render-draft", "Shift+R", TEXT("Quicker, from the pictures around the segment alone")},
    {TEXT("&Render"), "render.open", TEXT("Render &all without a take"), "", "Ctrl+Shift+R", ""},
    {TEXT("&Render"), "", "", "", "", ""},
    {TEXT("&Render"), "render.pause", TEXT("&Pause rendering"), "pause", "Ctrl+P", "", true},
    {TEXT("&Render"), "render.cancelSelected", TEXT("Cancel &selected segments"), "", "", ""},
    {TEXT("&Render"), "render.cancel", TEXT("&Cancel all rendering"), "cancel", "Ctrl+.", ""},
    {TEXT("&Render"), "", "", "", "", ""},
    {TEXT("&Render"), "render.propose", TEXT("Propose segments a&new"), "", "", TEXT("From the voice that is heard; segments worked on stay")},
};

constexpr CommandRow kPlayback[] = {
    {TEXT("&Playback"), "play.toggle", TEXT("&Play or pause"), "play", "Space", ""},
    {TEXT("&Playback"), "play.around", TEXT("Play &around the selection"), "", "/", TEXT("Once, with pre- and post-roll")},
    {TEXT("&Playback"), "play.loop", TEXT("&Loop the selection"), "loop", "Ctrl+/", "", true},
    {TEXT("&Playback"), "", "", "", "", ""},
    {TEXT("&Playback"), "play.backwards", TEXT("Play backwards, faster"), "", "J", ""},
    {TEXT("&Playback"), "play.stop", TEXT("Stop"), "stop", "K", ""},
    {TEXT("&Playback"), "play.forwards", TEXT("Play forwards, faster"), "", "L", ""},
    {TEXT("&Playback"), "", "", "", "", ""},
    {TEXT("&Playback"), "play.stepBack", TEXT("One frame back"), "step-back", "Left", ""},
    {TEXT("&Playback"), "play.stepForward", TEXT("One frame on"), "step-forward", "Right", ""},
    {TEXT("&Playback"), "play.secondBack", TEXT("One second back"), "", "Shift+Left", ""},
    {TEXT("&Playback"), "play.secondForward", TEXT("One second on"), "", "Shift+Right", ""},
    {TEXT("&Playback"), "play.previousEdit", TEXT("To the edit before"), "", "Up", TEXT("Segment end, cut or marker")},
    {TEXT("&Playback"), "play.nextEdit", TEXT("To the edit after"), "", "Down", TEXT("Segment end, cut or marker")},
    {TEXT("&Playback"), "play.start", TEXT("To the start"), "", "Home", ""},
    {TEXT("&Playback"), "play.end", TEXT("To the end"), "", "End", ""},
    {TEXT("&Playback"), "play.toIn", TEXT("To the in point"), "", "Shift+I", ""},
    {TEXT("&Playback"), "play.toOut", TEXT("To the out point"), "", "Shift+O", ""},
};

constexpr CommandRow kView[] = {
    {TEXT("&View"), "view.original", TEXT("&Original"), "view-original", "Ctrl+1", "", true},
    {TEXT("&View"), "view.dubbed", TEXT("&Dubbed"), "view-dubbed", "Ctrl+2", "", true},
    {TEXT("&View"), "view.wipe", TEXT("Split &wipe"), "view-wipe", "Ctrl+3", "", true},
    {TEXT("&View"), "view.side", TEXT("&Side by side"), "view-side", "Ctrl+4", "", true},
    {TEXT("&View"), "view.difference", TEXT("Di&fference"), "view-difference", "Ctrl+5", "", true},
    {TEXT("&View"), "view.toggle", TEXT("Swap original and dubbed"), "", "D", ""},
    {TEXT("&View"), "", "", "", "", ""},
    {TEXT("&View"), "view.faces", TEXT("F&aces"), "overlay-face", "F", "", true},
    {TEXT("&View"), "view.landmarks", TEXT("&Landmarks"), "overlay-landmarks", "Shift+F", "", true},
    {TEXT("&View"), "view.mask", TEXT("&Mask"), "overlay-mask", "Shift+M", "", true},
    {TEXT("&View"), "view.crop", TEXT("&Crop"), "overlay-crop", "Shift+C", "", true},
    {TEXT("&View"), "view.inset", TEXT("Mouth &inset"), "mouth-inset", "Z", "", true},
    {TEXT("&View"), "", "", "", "", ""},
    {TEXT("&View"), "view.fitPicture", TEXT("Fit the picture"), "", "Ctrl+0", ""},
    {TEXT("&View"), "view.fullSize", TEXT("Picture at 100 %"), "", "Ctrl+Alt+0", ""},
    {TEXT("&View"), "view.zoomIn", TEXT("Zoom the timeline in"), "zoom-in", "Ctrl++ Ctrl+=", ""},
    {TEXT("&View"), "view.zoomOut", TEXT("Zoom the timeline out"), "zoom-out", "Ctrl+-", ""},
    {TEXT("&View"), "view.zoomFit", TEXT("Whole film on the timeline"), "zoom-fit", "Shift+Z", ""},
    {TEXT("&View"), "view.zoomSelection", TEXT("Zoom to the selection"), "", "Alt+Z", ""},
    {TEXT("&View"), "", "", "", "", ""},
    {TEXT("&View"), "-panels", TEXT("&Panels"), "", "", ""},
    {TEXT("&View"), "view.resetLayout", TEXT("&Reset the layout"), "", "", ""},
    {TEXT("&View"), "view.fullScreen", TEXT("F&ull screen"), "", "F11", "", true},
};

constexpr CommandRow kHelp[] = {
    {TEXT("&Help"), "help.keys", TEXT("&Keyboard…"), "", "F1", ""},
    {TEXT("&Help"), "help.intendedUse", TEXT("What Lipwright is &for…"), "", "", ""},
    {TEXT("&Help"), "help.about", TEXT("&About Lipwright…"), "", "", ""},
};
#undef TEXT
// clang-format on

constexpr std::span<const CommandRow> kMenus[] = {kFile,     kEdit, kSegment, kRender,
                                                  kPlayback, kView, kHelp};

constexpr std::size_t kRows = std::size(kFile) + std::size(kEdit) + std::size(kSegment) +
                              std::size(kRender) + std::size(kPlayback) + std::size(kView) +
                              std::size(kHelp);

constexpr std::array<CommandRow, kRows> joined() {
    std::array<CommandRow, kRows> all{};
    std::size_t place = 0;
    for (const auto menu : kMenus) {
        for (const CommandRow& row : menu) {
            all[place++] = row;
        }
    }
    return all;
}

constexpr auto kTable = joined();

}  // namespace

std::span<const CommandRow> commandTable() {
    return kTable;
}

}  // namespace lipwright::app
