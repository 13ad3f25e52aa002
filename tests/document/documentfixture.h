// Projects and files that tests of the document start from.
#pragma once

#include "app/document/projectdocument.h"
#include "app/jobs/jobqueue.h"
#include "engine/project/edits.h"
#include "engine/project/serializer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

namespace lipwright::test {

inline constexpr int kPatience = 5000;

/// A film of `segments` × 100 frames with one voice (id 1) and segments from id 2 on.
inline project::Project sampleProject(int segments = 4) {
    project::Project project;
    project.film.media.path = "/nowhere/film.mp4";
    project.film.frameCount = segments * 100;
    project::DubTrack dub;
    dub.id = 1;
    dub.name = "voice";
    dub.media.path = "/nowhere/voice.wav";
    project.dubs = {dub};
    for (int i = 0; i < segments; ++i) {
        project::Segment segment;
        segment.id = i + 2;
        segment.dubTrack = 1;
        segment.frames = {i * 100 + 10, i * 100 + 80};
        project.segments.push_back(segment);
    }
    project.nextId = segments + 2;
    return project;
}

inline project::Take take(const std::string& folder, core::FrameRange frames) {
    project::Take result;
    result.folder = folder;
    result.frames = frames;
    result.engine = "warped 1";
    result.created = "2026-11-21T07:35:00Z";
    return result;
}

inline void writeFile(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

/// Something that looks like a finished take from outside.
inline void writeTakeFolder(const std::filesystem::path& folder, const std::string& content) {
    writeFile(folder / "take.json", "{\"take\": \"" + content + "\"}");
    writeFile(folder / "chunk-00000.mkv", content);
}

/// A document with an autosave folder of its own.
struct OpenDocument {
    explicit OpenDocument(const std::filesystem::path& autosaves) : document(jobs) {
        document.setAutosaveFolder(autosaves);
        document.setAutosaveSeconds(60);
    }

    void fill(const project::Project& content) {
        const auto done =
            document.edit("Fill", [&](project::Project& project) -> core::Result<void> {
                project = content;
                return {};
            });
        QVERIFY(done.has_value());
    }
    /// Empty when it worked, else the error.
    std::string saveAs(const std::filesystem::path& file) {
        return waitFor(&app::ProjectDocument::saved, [&] { document.saveAs(file); });
    }
    std::string open(const std::filesystem::path& file) {
        return waitFor(&app::ProjectDocument::loaded, [&] { document.open(file); });
    }
    std::string recover(const app::ProjectDocument::Recovery& recovery) {
        return waitFor(&app::ProjectDocument::loaded, [&] { document.recover(recovery); });
    }
    template <typename Signal, typename Start>
    std::string waitFor(Signal signal, const Start& start) {
        QSignalSpy good(&document, signal);
        std::string error = "nothing happened";
        const auto watching =
            QObject::connect(&document, &app::ProjectDocument::failed,
                             [&](const core::Error& problem) { error = problem.text(); });
        QSignalSpy bad(&document, &app::ProjectDocument::failed);
        start();
        (void)QTest::qWaitFor([&] { return good.count() + bad.count() > 0; }, kPatience);
        QObject::disconnect(watching);
        return good.count() > 0 ? std::string() : error;
    }

    app::JobQueue jobs;
    app::ProjectDocument document;
};

}  // namespace lipwright::test
