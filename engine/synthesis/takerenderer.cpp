#include "engine/synthesis/takerenderer.h"

#include "engine/core/atomicfile.h"
#include "engine/core/boundedqueue.h"
#include "engine/media/videoreader.h"
#include "engine/synthesis/takechunks_p.h"

#include <algorithm>
#include <thread>

namespace lipwright::synthesis {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPatchesAhead = 3;

class TakeRender {
public:
    TakeRender(media::VideoReader& reader, const SegmentPlan& plan, const LibraryPictures& pictures,
               const Take& take, fs::path folder)
        : m_reader(reader),
          m_plan(plan),
          m_pictures(pictures),
          m_take(take),
          m_folder(std::move(folder)) {}

    core::Result<void> run(std::stop_token stop, const core::ProgressCallback& progress) {
        const auto firstChunk = prepareFolder();
        if (!firstChunk) {
            return core::passOn(firstChunk);
        }
        for (int chunk = *firstChunk; chunk < m_take.chunkCount(); ++chunk) {
            if (auto rendered = renderChunk(chunk, stop, progress); !rendered) {
                return rendered;
            }
        }
        if (auto written = core::writeFileAtomically(m_folder / kTakeSidecar, toJson(m_take));
            !written) {
            return written;
        }
        std::error_code ignored;
        fs::remove(m_folder / kUnfinishedSidecar, ignored);
        return {};
    }

private:
    // The first chunk still to be rendered. What lies in the folder is kept only if it was begun
    // for exactly this take.
    core::Result<int> prepareFolder() {
        std::error_code error;
        fs::create_directory(m_folder, error);
        if (error) {
            return tl::unexpected(
                core::errorFromErrno(error.value(), m_folder.string(), "make the take's folder"));
        }
        const std::string description = toJson(m_take);
        const auto begun = core::readSmallFile(m_folder / kUnfinishedSidecar);
        if (begun && *begun == description) {
            return wholeChunks();
        }
        if (auto cleared = clear(); !cleared) {
            return core::passOn(cleared);
        }
        if (auto written = core::writeFileAtomically(m_folder / kUnfinishedSidecar, description);
            !written) {
            return core::passOn(written);
        }
        return 0;
    }

    [[nodiscard]] int wholeChunks() const {
        int chunk = 0;
        while (chunk < m_take.chunkCount() && openChunk(m_take, m_folder, chunk)) {
            ++chunk;
        }
        return chunk;
    }

    // Removes an earlier take's own files, sidecar first, and nothing else.
    core::Result<void> clear() {
        std::error_code error;
        fs::remove(m_folder / kTakeSidecar, error);
        for (int chunk = 0; !error && fs::remove(chunkPath(m_folder, chunk), error); ++chunk) {
        }
        if (error) {
            return tl::unexpected(
                core::errorFromErrno(error.value(), m_folder.string(), "replace the earlier take"));
        }
        return {};
    }

    core::Result<void> renderChunk(int chunk, const std::stop_token& stop,
                                   const core::ProgressCallback& progress) {
        auto writer = media::PatchWriter::create(chunkPath(m_folder, chunk), m_take.patchSize,
                                                 m_take.bitDepth);
        if (!writer) {
            return core::passOn(writer);
        }
        const std::size_t begin =
            static_cast<std::size_t>(chunk) * static_cast<std::size_t>(m_take.chunkFrames);
        const std::size_t end =
            std::min(begin + static_cast<std::size_t>(m_take.chunkFrames), m_take.frames.size());
        core::BoundedQueue<media::Patch> patches(kPatchesAhead);
        core::Result<void> encoded;
        core::Result<void> made;
        {
            // Encoding losslessly takes as long as decoding and warping: it gets its own thread.
            const std::jthread encoder([&] {
                while (const auto patch = patches.pop()) {
                    encoded = writer->write(*patch);
                    if (!encoded) {
                        patches.close();
                        return;
                    }
                }
            });
            made = renderInto(patches, begin, end, stop, progress);
            patches.close();
        }
        if (!made) {
            return made;
        }
        return encoded ? writer->finish() : encoded;
    }

    /// Ends early without an error when the queue was closed at its other end.
    core::Result<void> renderInto(core::BoundedQueue<media::Patch>& patches, std::size_t begin,
                                  std::size_t end, const std::stop_token& stop,
                                  const core::ProgressCallback& progress) {
        for (std::size_t slot = begin; slot < end; ++slot) {
            if (stop.stop_requested()) {
                return core::cancelled();
            }
            auto patch = patchFor(slot, stop);
            if (!patch) {
                return core::passOn(patch);
            }
            if (!patches.push(std::move(*patch))) {
                return {};
            }
            core::report(progress, {"render", static_cast<std::int64_t>(slot + 1),
                                    static_cast<std::int64_t>(m_take.frames.size())});
        }
        return {};
    }

    core::Result<media::Patch> patchFor(std::size_t slot, const std::stop_token& stop) {
        if (!m_take.frames[slot].passThroughReason.empty()) {
            const int depth = m_take.bitDepth > 8 ? CV_16U : CV_8U;
            return media::Patch{cv::Mat::zeros(m_take.patchSize, CV_MAKETYPE(depth, 3)),
                                cv::Mat::zeros(m_take.patchSize, CV_MAKETYPE(depth, 1))};
        }
        const auto frame =
            m_reader.frame(m_take.firstFrame + static_cast<std::int64_t>(slot), stop);
        if (!frame) {
            return core::passOn(frame);
        }
        auto made = m_plan.render(*frame, m_pictures);
        if (!made) {
            return core::passOn(made);
        }
        return std::move(made->patch);
    }

    media::VideoReader& m_reader;
    const SegmentPlan& m_plan;
    const LibraryPictures& m_pictures;
    const Take& m_take;
    fs::path m_folder;
};

}  // namespace

core::Result<Take> renderTake(media::VideoReader& reader, const Engine& engine,
                              const SegmentJob& job, const SegmentPlan& plan,
                              const LibraryPictures& pictures, const TakeOptions& options,
                              const fs::path& folder, std::stop_token stop,
                              const core::ProgressCallback& progress) {
    Take take;
    take.engine = engine.name();
    take.settings = job.settings;
    take.origin = options.origin;
    take.chunkFrames = std::max(options.chunkFrames, 1);
    take.firstFrame = plan.firstFrame();
    take.filmSize = job.filmSize;
    take.patchSize = plan.patchSize();
    take.bitDepth = reader.info().bitDepth > 8 ? 16 : 8;
    take.frames = plan.frames();
    take.notes = plan.notes();
    TakeRender render(reader, plan, pictures, take, folder);
    if (auto done = render.run(std::move(stop), progress); !done) {
        return core::passOn(done);
    }
    return take;
}

}  // namespace lipwright::synthesis
