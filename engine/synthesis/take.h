// A take: one rendered result for a stretch of film, kept as a folder of lossless patches with
// their masks (chunk-00000.mkv ...) and a sidecar (take.json), so that it can be retouched and
// composited again without rendering. Takes read from disk are hostile until checked; a reader
// belongs to one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/synthesis/engine.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lipwright::synthesis {

/// Where a take comes from, as far as the caller knows; free text by key.
struct TakeOrigin {
    std::map<std::string, std::string> models;   ///< role -> sha256
    std::map<std::string, std::string> sources;  ///< e.g. "film sha256", "audio sha256"
    std::string provenance;                      ///< who made it, with what, when it matters
};

struct Take {
    std::string engine;
    EngineSettings settings;
    TakeOrigin origin;
    std::int64_t firstFrame = 0;
    cv::Size filmSize;
    cv::Size patchSize;
    int bitDepth = 8;  ///< of the patches: 8 or 16
    int chunkFrames = 250;
    std::vector<FramePlan> frames;
    std::vector<std::string> notes;

    [[nodiscard]] std::int64_t endFrame() const {
        return firstFrame + static_cast<std::int64_t>(frames.size());
    }
    [[nodiscard]] int chunkCount() const;
    [[nodiscard]] ShapeCurve wantedCurve() const;
};

inline constexpr std::string_view kTakeSidecar = "take.json";
inline constexpr std::string_view kUnfinishedSidecar = "unfinished.json";

[[nodiscard]] std::filesystem::path chunkPath(const std::filesystem::path& folder, int chunk);

/// Deterministic JSON text, version 1.
[[nodiscard]] std::string toJson(const Take& take);
/// Checks every value; `place` names the file in errors.
[[nodiscard]] core::Result<Take> takeFromJson(std::string_view text, const std::string& place);

class TakeReader {
public:
    /// Checks the sidecar and that every chunk is there with the right size and count.
    [[nodiscard]] static core::Result<TakeReader> open(const std::filesystem::path& folder);
    TakeReader(TakeReader&&) noexcept;
    TakeReader& operator=(TakeReader&&) noexcept;
    ~TakeReader();

    [[nodiscard]] const Take& take() const;
    /// The patch of a film frame of the take that does not pass through.
    [[nodiscard]] core::Result<SynthesizedFrame> read(std::int64_t frame);

private:
    struct State;
    explicit TakeReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::synthesis
