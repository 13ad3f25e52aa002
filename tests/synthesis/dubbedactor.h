// A drawn actor with a library, a plan and collected pictures: what tests of rendering start from.
#pragma once

#include "engine/media/videoreader.h"
#include "engine/synthesis/warpedengine.h"
#include "tests/synthesis/drawnactor.h"

#include <QTemporaryDir>
#include <QtTest>
#include <memory>
#include <optional>

namespace lipwright::test {

class DubbedActor {
public:
    /// Plans `wanted` for all frames, by the warped engine or another; `change` may alter the job
    /// first.
    DubbedActor(const DrawnActor& drawn, const synthesis::ShapeCurve& wanted,
                const std::function<void(synthesis::SegmentJob&)>& change = {},
                std::shared_ptr<const synthesis::Engine> by =
                    std::make_shared<const synthesis::WarpedEngine>())
        : actor(drawn), analysis(actor.analysis()), engine(std::move(by)) {
        const auto built = synthesis::FrameLibrary::build(analysis, 0);
        library.emplace(*built);
        job.track = &analysis.tracks.front();
        job.library = &*library;
        job.endFrame = actor.frameCount();
        job.wanted = wanted;
        job.filmSize = {DrawnActor::kWidth, DrawnActor::kHeight};
        job.adjoinsBefore = job.adjoinsAfter = true;
        if (change) {
            change(job);
        }
        auto made = engine->plan(job, {}, {});
        if (!made) {
            qFatal("%s", made.error().text().c_str());
        }
        plan = std::move(*made);
    }

    /// Writes the film and collects the plan's pictures from it.
    [[nodiscard]] bool film() {
        path = (folder.path() + "/film.mkv").toStdString();
        if (!actor.write(path)) {
            return false;
        }
        auto opened = media::VideoReader::open(path);
        if (!opened) {
            return false;
        }
        reader.emplace(std::move(*opened));
        auto collected = synthesis::LibraryPictures::collect(*reader, plan->pictures(),
                                                             folder.path().toStdString());
        if (!collected) {
            return false;
        }
        pictures.emplace(std::move(*collected));
        return true;
    }

    [[nodiscard]] synthesis::SynthesizedFrame rendered(int number) {
        auto frame = reader->frame(number);
        auto made = plan->render(*frame, *pictures);
        if (!made) {
            qFatal("%s", made.error().text().c_str());
        }
        return *made;
    }

    DrawnActor actor;
    face::FaceAnalysis analysis;
    std::optional<synthesis::FrameLibrary> library;
    synthesis::SegmentJob job;
    std::shared_ptr<const synthesis::Engine> engine;
    std::unique_ptr<synthesis::SegmentPlan> plan;
    QTemporaryDir folder;
    std::filesystem::path path;
    std::optional<media::VideoReader> reader;
    std::optional<synthesis::LibraryPictures> pictures;
};

}  // namespace lipwright::test
