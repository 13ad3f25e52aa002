// A small project with one of everything, for the tests of this folder.
#pragma once

#include "engine/project/project.h"

namespace lipwright::testing {

inline project::Take sampleTake(project::Id id, core::FrameRange frames) {
    project::Take take;
    take.id = id;
    take.name = "first \"good\" one";
    take.folder = "segment-" + std::to_string(id);
    take.frames = frames;
    take.settings.strength = 1.25;
    take.engine = "warped 1";
    take.models = {{"shape", std::string(64, 'a')}};
    take.created = "2026-11-21T10:00:00Z";
    take.bytes = 123'456;
    take.seconds = 1.5;
    return take;
}

inline project::Project sampleProject() {
    project::Project made;
    made.film = {{"/films/show/film.mov", "fp1:00", 5'000'000}, 1000, 1, 25, "01:00:00:00"};
    project::DubTrack dub;
    dub.id = 1;
    dub.name = "\xD0\xA3\xD0\xBA\xD1\x80\xD0\xB0\xD1\x97\xD0\xBD\xD1\x81\xD1\x8C\xD0\xBA\xD0\xB0";
    dub.language = "ukr";
    dub.media = {"/films/show/sound/ukr.wav", "", 0};
    dub.gainDecibels = -3.5;
    dub.actor = 0;
    made.dubs = {dub};
    made.cast = {{0, "Oksana", project::Consent{"Oksana K.", "2026-11-21", "all media", "no. 7"}},
                 {1, "", {}}};
    project::Segment first;
    first.id = 2;
    first.frames = {100, 200};
    first.dubTrack = 1;
    first.status = project::SegmentStatus::review;
    first.text = "line one\nline two";
    first.notes = "tab\there";
    first.takes = {sampleTake(3, {100, 200}), sampleTake(4, {110, 190})};
    first.activeTake = 3;
    project::Segment second;
    second.id = 5;
    second.frames = {200, 300};
    second.dubTrack = 1;
    second.track = 7;
    made.segments = {first, second};
    made.markers = {{6, 50, "here"}};
    made.inOut = core::FrameRange{10, 900};
    made.nextId = 7;
    return made;
}

/// The sample as version 2 of the file can hold it: shaped, painted, measured, with a preset.
inline project::Project retouchedProject() {
    project::Project made = sampleProject();
    project::Segment& first = made.segments[0];
    first.shape = {
        {120, {0.1F, -1.0F, 2.5F}}, {121, {0.2F, 0.0F, 0.0F}}, {150, {1.0F, 1.0F, 1.0F}}};
    first.retouch.grow = -0.05;
    first.retouch.colourMatch = 0.75;
    project::BrushStroke stroke;
    stroke.radius = 0.2F;
    stroke.points = {{0.1F, 0.7F}, {-0.3F, 0.9F}};
    project::BrushStroke erased = stroke;
    erased.erases = true;
    first.retouch.mask = {{110, {stroke}}, {180, {stroke, erased}}};
    first.retouch.opacity = {{105, 0.0}, {130, 1.0}, {190, 0.5}};
    first.retouch.original = {{100, 104}, {140, 160}};
    first.settings.silenceGateDecibels = -45.5;
    first.settings.model = "oksana";
    first.settings.articulation = 0.25;
    first.settings.liveliness = -0.5;
    first.settings.pickedFrames = {3, 700};
    first.settings.bannedFrames = {4};
    first.takes[0].scores = project::TakeScores{{5.5, 7.25, 4.0, 0.9, -1}, {3.5, 8.0, 2.0, 0.8, 0}};
    project::Preset preset{7, "whisper", {}};
    preset.settings.strength = 0.5;
    made.presets = {preset};
    made.nextId = 8;
    return made;
}

}  // namespace lipwright::testing
