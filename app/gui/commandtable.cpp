#include "app/gui/commandtable_p.h"

#include <QtGlobal>
#include <array>

namespace lipwright::app {
namespace {

// clang-format off
constexpr CommandRow kFile[] = {
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.new", QT_TRANSLATE_NOOP("Commands", "&New project"), "", "Ctrl+N", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.open", QT_TRANSLATE_NOOP("Commands", "&Open project…"), "open", "Ctrl+O", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "-recent", QT_TRANSLATE_NOOP("Commands", "Open &recent"), "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.sample", QT_TRANSLATE_NOOP("Commands", "Open the sa&mple"), "", "", QT_TRANSLATE_NOOP("Commands", "A synthetic presenter and a Spanish voice")},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.save", QT_TRANSLATE_NOOP("Commands", "&Save"), "save", "Ctrl+S", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.saveAs", QT_TRANSLATE_NOOP("Commands", "Save &as…"), "", "Ctrl+Shift+S", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.importFilm", QT_TRANSLATE_NOOP("Commands", "Import &film…"), "import-film", "Ctrl+I", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.importVoices", QT_TRANSLATE_NOOP("Commands", "Import &voices…"), "import-voice", "Ctrl+Shift+I", QT_TRANSLATE_NOOP("Commands", "Translated sound for the film")},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.importCues", QT_TRANSLATE_NOOP("Commands", "Import se&gments…"), "", "", QT_TRANSLATE_NOOP("Commands", "From SRT, EDL, CSV or OTIO")},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.relink", QT_TRANSLATE_NOOP("Commands", "Re&link missing media…"), "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.export", QT_TRANSLATE_NOOP("Commands", "&Export…"), "export", "Ctrl+E", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.changeList", QT_TRANSLATE_NOOP("Commands", "Export &change list…"), "", "", QT_TRANSLATE_NOOP("Commands", "The changed ranges as EDL, CSV or OTIO")},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.report", QT_TRANSLATE_NOOP("Commands", "Quality re&port…"), "", "Ctrl+Shift+E", QT_TRANSLATE_NOOP("Commands", "A page, a table and a JSON file of how every segment is")},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&File"), "file.quit", QT_TRANSLATE_NOOP("Commands", "&Quit"), "", "Ctrl+Q", ""},
};

constexpr CommandRow kEdit[] = {
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.undo", QT_TRANSLATE_NOOP("Commands", "&Undo"), "undo", "Ctrl+Z", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.redo", QT_TRANSLATE_NOOP("Commands", "&Redo"), "redo", "Ctrl+Shift+Z Ctrl+Y", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.selectAll", QT_TRANSLATE_NOOP("Commands", "Select &all segments"), "", "Ctrl+A", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.delete", QT_TRANSLATE_NOOP("Commands", "&Delete segments"), "delete", "Del", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.marker", QT_TRANSLATE_NOOP("Commands", "Set &marker"), "marker", "M", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.in", QT_TRANSLATE_NOOP("Commands", "Set &in point"), "in-point", "I", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.out", QT_TRANSLATE_NOOP("Commands", "Set &out point"), "out-point", "O", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.clearInOut", QT_TRANSLATE_NOOP("Commands", "&Clear in and out"), "", "Alt+X", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.snapping", QT_TRANSLATE_NOOP("Commands", "S&napping"), "snap", "N", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Edit"), "edit.preferences", QT_TRANSLATE_NOOP("Commands", "&Preferences…"), "settings", "Ctrl+,", ""},
};

constexpr CommandRow kSegment[] = {
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.previous", QT_TRANSLATE_NOOP("Commands", "Pre&vious segment"), "previous-segment", "[", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.next", QT_TRANSLATE_NOOP("Commands", "&Next segment"), "next-segment", "]", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.split", QT_TRANSLATE_NOOP("Commands", "&Split at the playhead"), "split", "S", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.merge", QT_TRANSLATE_NOOP("Commands", "&Merge"), "merge", "G", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.trimStart", QT_TRANSLATE_NOOP("Commands", "&Begin at the playhead"), "", "Alt+[", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.trimEnd", QT_TRANSLATE_NOOP("Commands", "&End at the playhead"), "", "Alt+]", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.earlier", QT_TRANSLATE_NOOP("Commands", "Mouth one frame earlier"), "", ",", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.later", QT_TRANSLATE_NOOP("Commands", "Mouth one frame later"), "", ".", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.earlierMs", QT_TRANSLATE_NOOP("Commands", "Mouth 1 ms earlier"), "", "Alt+,", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.laterMs", QT_TRANSLATE_NOOP("Commands", "Mouth 1 ms later"), "", "Alt+.", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.approve", QT_TRANSLATE_NOOP("Commands", "&Approve"), "approve", "A", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.review", QT_TRANSLATE_NOOP("Commands", "Mark for re&view"), "review", "V", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "segment.bypass", QT_TRANSLATE_NOOP("Commands", "B&ypass"), "bypass", "B", QT_TRANSLATE_NOOP("Commands", "The film keeps its picture here")},
    {QT_TRANSLATE_NOOP("Commands", "&Segment"), "-takes", QT_TRANSLATE_NOOP("Commands", "&Take"), "", "", ""},
};

constexpr CommandRow kCast[] = {
    {QT_TRANSLATE_NOOP("Commands", "&Cast"), "cast.adapt", QT_TRANSLATE_NOOP("Commands", "&Adapt to this actor…"), "adapt", "Ctrl+Alt+A", QT_TRANSLATE_NOOP("Commands", "Learn the selected segment's actor's way of speaking from the film")},
    {QT_TRANSLATE_NOOP("Commands", "&Cast"), "cast.rerender", QT_TRANSLATE_NOOP("Commands", "&Re-render the actor's segments with…"), "", "Ctrl+Alt+R", QT_TRANSLATE_NOOP("Commands", "All segments of the actor get other mouth shapes and are rendered again")},
    {QT_TRANSLATE_NOOP("Commands", "&Cast"), "cast.compare", QT_TRANSLATE_NOOP("Commands", "&Compare models…"), "", "Ctrl+Alt+C", QT_TRANSLATE_NOOP("Commands", "The actor's newest model against the universal one, on sentences it never learned from")},
    {QT_TRANSLATE_NOOP("Commands", "&Cast"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Cast"), "cast.importModels", QT_TRANSLATE_NOOP("Commands", "&Import actor models…"), "", "Ctrl+Alt+I", QT_TRANSLATE_NOOP("Commands", "From another project of the same film")},
};

constexpr CommandRow kRetouch[] = {
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.opening", QT_TRANSLATE_NOOP("Commands", "Shape the &opening"), "", "Alt+1", QT_TRANSLATE_NOOP("Commands", "The curve in the shape lane: how far the lips are apart"), true},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.width", QT_TRANSLATE_NOOP("Commands", "Shape the &width"), "", "Alt+2", QT_TRANSLATE_NOOP("Commands", "The curve in the shape lane: between the corners of the mouth"), true},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.rounding", QT_TRANSLATE_NOOP("Commands", "Shape the &rounding"), "", "Alt+3", QT_TRANSLATE_NOOP("Commands", "The curve in the shape lane: lips pushed forward"), true},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.raise", QT_TRANSLATE_NOOP("Commands", "Raise the curve at the playhead"), "", "Alt+Up", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.lower", QT_TRANSLATE_NOOP("Commands", "Lower the curve at the playhead"), "", "Alt+Down", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.widerReach", QT_TRANSLATE_NOOP("Commands", "Shape more frames around"), "", "Alt+Right", QT_TRANSLATE_NOOP("Commands", "How many frames follow a point that is dragged")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.narrowerReach", QT_TRANSLATE_NOOP("Commands", "Shape fewer frames around"), "", "Alt+Left", QT_TRANSLATE_NOOP("Commands", "How many frames follow a point that is dragged")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.stronger", QT_TRANSLATE_NOOP("Commands", "Stronger mouth"), "", "Alt+Shift+Up", QT_TRANSLATE_NOOP("Commands", "Of the stretch chosen in the shape lane, or of the whole segment")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.weaker", QT_TRANSLATE_NOOP("Commands", "Weaker mouth"), "", "Alt+Shift+Down", QT_TRANSLATE_NOOP("Commands", "Of the stretch chosen in the shape lane, or of the whole segment")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.closeLips", QT_TRANSLATE_NOOP("Commands", "&Close the lips"), "", "C", QT_TRANSLATE_NOOP("Commands", "At the playhead")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.smooth", QT_TRANSLATE_NOOP("Commands", "S&mooth the shape"), "", "Shift+S", QT_TRANSLATE_NOOP("Commands", "Of the stretch chosen in the shape lane, or of the whole segment")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.resetRange", QT_TRANSLATE_NOOP("Commands", "Reset the shape of the stretch"), "", "Backspace", QT_TRANSLATE_NOOP("Commands", "As the voice asks for again, in the stretch chosen in the shape lane")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.resetShape", QT_TRANSLATE_NOOP("Commands", "Reset the whole shape"), "", "Shift+Backspace", QT_TRANSLATE_NOOP("Commands", "As the voice asks for again, in the whole segment")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.renderAfter", QT_TRANSLATE_NOOP("Commands", "Render after shaping"), "", "", QT_TRANSLATE_NOOP("Commands", "A draft of the segment as soon as its shape was changed"), true},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.opacityKey", QT_TRANSLATE_NOOP("Commands", "Opacity &keyframe at the playhead"), "", "Alt+K", QT_TRANSLATE_NOOP("Commands", "Sets one, or removes the one that is there")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.opacityUp", QT_TRANSLATE_NOOP("Commands", "More of the take at the playhead"), "", "Alt+PgUp", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.opacityDown", QT_TRANSLATE_NOOP("Commands", "Less of the take at the playhead"), "", "Alt+PgDown", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.forceOriginal", QT_TRANSLATE_NOOP("Commands", "Force the original &picture"), "", "Alt+O", QT_TRANSLATE_NOOP("Commands", "Between the in and out points, or in the whole segment")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.allowTake", QT_TRANSLATE_NOOP("Commands", "Show the take again"), "", "Alt+Shift+O", QT_TRANSLATE_NOOP("Commands", "Between the in and out points, or in the whole segment")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.paint", QT_TRANSLATE_NOOP("Commands", "&Paint on the mask"), "brush", "P", QT_TRANSLATE_NOOP("Commands", "The take shows where the mask is painted; Alt erases"), true},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.erase", QT_TRANSLATE_NOOP("Commands", "&Erase from the mask"), "eraser", "E", QT_TRANSLATE_NOOP("Commands", "The film's own picture shows where the mask is erased; Alt paints"), true},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.previousMaskKey", QT_TRANSLATE_NOOP("Commands", "To the mask keyframe before"), "previous-keyframe", "Shift+PgUp", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.maskKey", QT_TRANSLATE_NOOP("Commands", "Mask keyframe at the playhead"), "keyframe", "Shift+K", QT_TRANSLATE_NOOP("Commands", "Sets one, or removes the one that is there"), true},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.nextMaskKey", QT_TRANSLATE_NOOP("Commands", "To the mask keyframe after"), "next-keyframe", "Shift+PgDown", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.clearMask", QT_TRANSLATE_NOOP("Commands", "Remove all that is painted"), "", "Shift+Del", QT_TRANSLATE_NOOP("Commands", "Every mask keyframe of the segment")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.copy", QT_TRANSLATE_NOOP("Commands", "Copy the retouch"), "", "Ctrl+Shift+C", QT_TRANSLATE_NOOP("Commands", "Of the segment: mask, opacity and what is set in the inspector")},
    {QT_TRANSLATE_NOOP("Commands", "Re&touch"), "retouch.paste", QT_TRANSLATE_NOOP("Commands", "Paste the retouch"), "", "Ctrl+Shift+V", QT_TRANSLATE_NOOP("Commands", "Into the selected segments, in place of theirs")},
};

constexpr CommandRow kReview[] = {
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "review.next", QT_TRANSLATE_NOOP("Commands", "&Next to review"), "", "Q", QT_TRANSLATE_NOOP("Commands", "The worst segment not yet reviewed, played over and over")},
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "review.previous", QT_TRANSLATE_NOOP("Commands", "&Previous to review"), "", "Shift+Q", ""},
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "review.approve", QT_TRANSLATE_NOOP("Commands", "&Approve and go on"), "approve", "Shift+A", ""},
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "review.needsWork", QT_TRANSLATE_NOOP("Commands", "Needs &work and go on"), "review", "Shift+V", ""},
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "review.bypass", QT_TRANSLATE_NOOP("Commands", "&Bypass and go on"), "bypass", "Shift+B", QT_TRANSLATE_NOOP("Commands", "The film keeps its picture here")},
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "review.render", QT_TRANSLATE_NOOP("Commands", "&Render and go on"), "render", "Ctrl+R", QT_TRANSLATE_NOOP("Commands", "Comes back to be reviewed when it is rendered")},
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "review.note", QT_TRANSLATE_NOOP("Commands", "Write a n&ote"), "note", "Shift+N", ""},
    {QT_TRANSLATE_NOOP("Commands", "Rev&iew"), "review.applyOffset", QT_TRANSLATE_NOOP("Commands", "Apply the measured o&ffset"), "", "Ctrl+Alt+O", QT_TRANSLATE_NOOP("Commands", "Moves the mouth so that it meets the voice; render to see it")},
};

constexpr CommandRow kRender[] = {
    {QT_TRANSLATE_NOOP("Commands", "&Render"), "render.selected", QT_TRANSLATE_NOOP("Commands", "&Render selected segments"), "render", "R", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Render"), "render.draft", QT_TRANSLATE_NOOP("Commands", "&Draft of selected segments"), "render-draft", "Shift+R", QT_TRANSLATE_NOOP("Commands", "Quicker, from the pictures around the segment alone")},
    {QT_TRANSLATE_NOOP("Commands", "&Render"), "render.open", QT_TRANSLATE_NOOP("Commands", "Render &all without a take"), "", "Ctrl+Shift+R", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Render"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Render"), "render.pause", QT_TRANSLATE_NOOP("Commands", "&Pause rendering"), "pause", "Ctrl+P", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&Render"), "render.cancelSelected", QT_TRANSLATE_NOOP("Commands", "Cancel &selected segments"), "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Render"), "render.cancel", QT_TRANSLATE_NOOP("Commands", "&Cancel all rendering"), "cancel", "Ctrl+.", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Render"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Render"), "render.propose", QT_TRANSLATE_NOOP("Commands", "Propose segments a&new"), "", "", QT_TRANSLATE_NOOP("Commands", "From the voice that is heard; segments worked on stay")},
};

constexpr CommandRow kPlayback[] = {
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.toggle", QT_TRANSLATE_NOOP("Commands", "&Play or pause"), "play", "Space", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.around", QT_TRANSLATE_NOOP("Commands", "Play &around the selection"), "", "/", QT_TRANSLATE_NOOP("Commands", "Once, with pre- and post-roll")},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.loop", QT_TRANSLATE_NOOP("Commands", "&Loop the selection"), "loop", "Ctrl+/", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.backwards", QT_TRANSLATE_NOOP("Commands", "Play backwards, faster"), "", "J", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.stop", QT_TRANSLATE_NOOP("Commands", "Stop"), "stop", "K", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.forwards", QT_TRANSLATE_NOOP("Commands", "Play forwards, faster"), "", "L", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.stepBack", QT_TRANSLATE_NOOP("Commands", "One frame back"), "step-back", "Left", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.stepForward", QT_TRANSLATE_NOOP("Commands", "One frame on"), "step-forward", "Right", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.secondBack", QT_TRANSLATE_NOOP("Commands", "One second back"), "", "Shift+Left", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.secondForward", QT_TRANSLATE_NOOP("Commands", "One second on"), "", "Shift+Right", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.previousEdit", QT_TRANSLATE_NOOP("Commands", "To the edit before"), "", "Up", QT_TRANSLATE_NOOP("Commands", "Segment end, cut or marker")},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.nextEdit", QT_TRANSLATE_NOOP("Commands", "To the edit after"), "", "Down", QT_TRANSLATE_NOOP("Commands", "Segment end, cut or marker")},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.start", QT_TRANSLATE_NOOP("Commands", "To the start"), "", "Home", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.end", QT_TRANSLATE_NOOP("Commands", "To the end"), "", "End", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.toIn", QT_TRANSLATE_NOOP("Commands", "To the in point"), "", "Shift+I", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Playback"), "play.toOut", QT_TRANSLATE_NOOP("Commands", "To the out point"), "", "Shift+O", ""},
};

constexpr CommandRow kView[] = {
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.original", QT_TRANSLATE_NOOP("Commands", "&Original"), "view-original", "Ctrl+1", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.dubbed", QT_TRANSLATE_NOOP("Commands", "&Dubbed"), "view-dubbed", "Ctrl+2", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.wipe", QT_TRANSLATE_NOOP("Commands", "Split &wipe"), "view-wipe", "Ctrl+3", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.side", QT_TRANSLATE_NOOP("Commands", "&Side by side"), "view-side", "Ctrl+4", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.difference", QT_TRANSLATE_NOOP("Commands", "Di&fference"), "view-difference", "Ctrl+5", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.toggle", QT_TRANSLATE_NOOP("Commands", "Swap original and dubbed"), "", "D", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "-compare", QT_TRANSLATE_NOOP("Commands", "Compare wit&h"), "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.flip", QT_TRANSLATE_NOOP("Commands", "&Exchange what is compared"), "view-flip", "X", QT_TRANSLATE_NOOP("Commands", "The other take or the original in place of the take that is shown, and back"), true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.faces", QT_TRANSLATE_NOOP("Commands", "F&aces"), "overlay-face", "F", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.landmarks", QT_TRANSLATE_NOOP("Commands", "&Landmarks"), "overlay-landmarks", "Shift+F", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.mask", QT_TRANSLATE_NOOP("Commands", "&Mask"), "overlay-mask", "Shift+M", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.crop", QT_TRANSLATE_NOOP("Commands", "&Crop"), "overlay-crop", "Shift+C", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.inset", QT_TRANSLATE_NOOP("Commands", "Mouth &inset"), "mouth-inset", "Z", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.fitPicture", QT_TRANSLATE_NOOP("Commands", "Fit the picture"), "", "Ctrl+0", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.fullSize", QT_TRANSLATE_NOOP("Commands", "Picture at 100 %"), "", "Ctrl+Alt+0", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.zoomIn", QT_TRANSLATE_NOOP("Commands", "Zoom the timeline in"), "zoom-in", "Ctrl++ Ctrl+=", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.zoomOut", QT_TRANSLATE_NOOP("Commands", "Zoom the timeline out"), "zoom-out", "Ctrl+-", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.zoomFit", QT_TRANSLATE_NOOP("Commands", "Whole film on the timeline"), "zoom-fit", "Shift+Z", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.zoomSelection", QT_TRANSLATE_NOOP("Commands", "Zoom to the selection"), "", "Alt+Z", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.shapeLane", QT_TRANSLATE_NOOP("Commands", "&Shape lane"), "", "Shift+1", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.maskLane", QT_TRANSLATE_NOOP("Commands", "Mas&k lane"), "", "Shift+2", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.confidenceLane", QT_TRANSLATE_NOOP("Commands", "Sync &confidence lane"), "", "Shift+3", "", true},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "", "", "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "-panels", QT_TRANSLATE_NOOP("Commands", "&Panels"), "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.resetLayout", QT_TRANSLATE_NOOP("Commands", "&Reset the layout"), "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&View"), "view.fullScreen", QT_TRANSLATE_NOOP("Commands", "F&ull screen"), "", "F11", "", true},
};

constexpr CommandRow kHelp[] = {
    {QT_TRANSLATE_NOOP("Commands", "&Help"), "help.keys", QT_TRANSLATE_NOOP("Commands", "&Keyboard…"), "", "F1", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Help"), "help.intendedUse", QT_TRANSLATE_NOOP("Commands", "What Lipwright is &for…"), "", "", ""},
    {QT_TRANSLATE_NOOP("Commands", "&Help"), "help.about", QT_TRANSLATE_NOOP("Commands", "&About Lipwright…"), "", "", ""},
};
// clang-format on

constexpr std::span<const CommandRow> kMenus[] = {kFile,   kEdit,   kSegment,  kCast, kRetouch,
                                                  kReview, kRender, kPlayback, kView, kHelp};

constexpr std::size_t kRows = std::size(kFile) + std::size(kEdit) + std::size(kSegment) +
                              std::size(kCast) + std::size(kRetouch) + std::size(kReview) +
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
