#include "engine/synthesis/take.h"

#include "engine/core/atomicfile.h"
#include "engine/synthesis/takechunks_p.h"

#include <algorithm>
#include <cstdio>

namespace lipwright::synthesis {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestSidecar = std::size_t{4} << 30;

int framesInChunk(const Take& take, int chunk) {
    const auto left = static_cast<std::int64_t>(take.frames.size()) -
                      static_cast<std::int64_t>(chunk) * take.chunkFrames;
    return static_cast<int>(std::min<std::int64_t>(left, take.chunkFrames));
}

}  // namespace

int Take::chunkCount() const {
    return static_cast<int>((frames.size() + static_cast<std::size_t>(chunkFrames) - 1) /
                            static_cast<std::size_t>(chunkFrames));
}

ShapeCurve Take::wantedCurve() const {
    ShapeCurve curve;
    curve.firstFrame = firstFrame;
    for (const FramePlan& frame : frames) {
        curve.shapes.push_back(frame.wanted);
    }
    return curve;
}

fs::path chunkPath(const fs::path& folder, int chunk) {
    char name[32];
    std::snprintf(name, sizeof name, "chunk-%05d.mkv", chunk);
    return folder / name;
}

core::Result<media::PatchReader> openChunk(const Take& take, const fs::path& folder, int chunk) {
    const fs::path path = chunkPath(folder, chunk);
    auto reader = media::PatchReader::open(path);
    if (reader &&
        (reader->count() != framesInChunk(take, chunk) || reader->size() != take.patchSize)) {
        return core::fail(core::ErrorCode::damagedMedia,
                          "a part of the take is not what its description says", path.string(),
                          "Render the segment again");
    }
    return reader;
}

struct TakeReader::State {
    fs::path folder;
    Take take;
    int openChunkNumber = -1;
    std::unique_ptr<media::PatchReader> chunk;

    core::Result<void> turnTo(int number) {
        if (number == openChunkNumber) {
            return {};
        }
        auto reader = openChunk(take, folder, number);
        if (!reader) {
            return core::passOn(reader);
        }
        chunk = std::make_unique<media::PatchReader>(std::move(*reader));
        openChunkNumber = number;
        return {};
    }
};

TakeReader::TakeReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TakeReader::TakeReader(TakeReader&&) noexcept = default;
TakeReader& TakeReader::operator=(TakeReader&&) noexcept = default;
TakeReader::~TakeReader() = default;

core::Result<TakeReader> TakeReader::open(const fs::path& folder) {
    const fs::path sidecar = folder / kTakeSidecar;
    const auto text = core::readSmallFile(sidecar, kLargestSidecar);
    if (!text) {
        return core::passOn(text);
    }
    auto take = takeFromJson(*text, sidecar.string());
    if (!take) {
        return core::passOn(take);
    }
    auto state = std::make_unique<State>();
    state->folder = folder;
    state->take = std::move(*take);
    for (int chunk = state->take.chunkCount() - 1; chunk >= 0; --chunk) {
        if (auto turned = state->turnTo(chunk); !turned) {
            return core::passOn(turned);
        }
    }
    return TakeReader(std::move(state));
}

const Take& TakeReader::take() const {
    return m_state->take;
}

core::Result<SynthesizedFrame> TakeReader::read(std::int64_t frame) {
    const Take& take = m_state->take;
    const auto slot = frame - take.firstFrame;
    if (slot < 0 || frame >= take.endFrame() ||
        !take.frames[static_cast<std::size_t>(slot)].passThroughReason.empty()) {
        return core::fail(core::ErrorCode::invalidArgument, "the take has no patch for this frame",
                          m_state->folder.string() + ", frame " + std::to_string(frame));
    }
    if (auto turned = m_state->turnTo(static_cast<int>(slot / take.chunkFrames)); !turned) {
        return core::passOn(turned);
    }
    auto patch = m_state->chunk->read(slot % take.chunkFrames);
    if (!patch) {
        return core::passOn(patch);
    }
    const auto& plan = take.frames[static_cast<std::size_t>(slot)];
    return SynthesizedFrame{cv::Rect(plan.position, take.patchSize), std::move(*patch)};
}

}  // namespace lipwright::synthesis
