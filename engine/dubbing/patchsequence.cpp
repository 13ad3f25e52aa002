#include "engine/dubbing/patchsequence.h"

#include "engine/core/atomicfile.h"
#include "engine/core/temporaryfolder.h"
#include "engine/dubbing/retouchedtake.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cstdio>

namespace lipwright::dubbing {
namespace {

using Json = nlohmann::ordered_json;

core::Error notWritten(const std::filesystem::path& path) {
    return {core::ErrorCode::ioFailure, "the picture can not be written", path.string(),
            "Check the disk and the folder's permissions"};
}

/// RGB and mask as OpenCV stores RGBA pictures: BGRA, the mask weighted by the take's fade.
core::Result<void> writePng(const std::filesystem::path& path,
                            const synthesis::SynthesizedFrame& made, double weight) {
    std::vector<cv::Mat> planes;
    cv::split(made.patch.rgb, planes);
    cv::Mat alpha;
    made.patch.alpha.convertTo(alpha, made.patch.alpha.depth(), weight);
    cv::Mat picture;
    cv::merge(std::vector<cv::Mat>{planes[2], planes[1], planes[0], alpha}, picture);
    try {
        if (!cv::imwrite(path.string(), picture)) {
            return core::Failure(notWritten(path));
        }
    } catch (const cv::Exception&) {
        return core::Failure(notWritten(path));
    }
    return {};
}

class Sequence {
public:
    Sequence(media::VideoReader& film, std::filesystem::path folder, std::int64_t total,
             std::stop_token stop, const core::ProgressCallback& progress)
        : m_film(film),
          m_folder(std::move(folder)),
          m_total(total),
          m_stop(std::move(stop)),
          m_progress(progress) {}

    core::Result<void> add(const StoredTake& stored, int number) {
        auto take = RetouchedTake::open(stored.folder, stored.retouch);
        if (!take) {
            return core::passOn(take);
        }
        const FrameRange own{take->take().firstFrame, take->take().endFrame()};
        const FrameRange frames = intersection(own, stored.frames);
        for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
            if (m_stop.stop_requested()) {
                return core::cancelled();
            }
            core::report(m_progress, {"export", ++m_done, m_total});
            if (auto written = addFrame(*take, frame, number); !written) {
                return written;
            }
        }
        return {};
    }

    core::Result<std::int64_t> finish() {
        const auto written =
            core::writeFileAtomically(m_folder / "positions.json", m_positions.dump(1) + "\n");
        return written ? core::Result<std::int64_t>(static_cast<std::int64_t>(m_positions.size()))
                       : core::passOn(written);
    }

private:
    core::Result<void> addFrame(RetouchedTake& take, std::int64_t frame, int number) {
        const auto film = m_film.frame(frame, m_stop);
        if (!film) {
            return core::passOn(film);
        }
        const auto laid = take.at(*film);
        if (!laid) {
            return core::passOn(laid);
        }
        if (!laid->has_value()) {
            return {};
        }
        const synthesis::SynthesizedFrame& made = (*laid)->made;
        std::array<char, 48> name{};
        std::snprintf(name.data(), name.size(), "frame-%08lld-%d.png",
                      static_cast<long long>(frame), number);
        m_positions.push_back({{"file", name.data()},
                               {"frame", frame},
                               {"x", made.region.x},
                               {"y", made.region.y},
                               {"width", made.region.width},
                               {"height", made.region.height}});
        return writePng(m_folder / name.data(), made, (*laid)->weight);
    }

    media::VideoReader& m_film;
    std::filesystem::path m_folder;
    std::int64_t m_total;
    std::int64_t m_done = 0;
    std::stop_token m_stop;
    const core::ProgressCallback& m_progress;
    Json m_positions = Json::array();
};

}  // namespace

core::Result<std::int64_t> writePatches(media::VideoReader& film,
                                        const std::vector<StoredTake>& takes,
                                        const std::filesystem::path& folder, std::stop_token stop,
                                        const core::ProgressCallback& progress) {
    auto unfinished = core::TemporaryFolder::create(folder.parent_path(), "lipwright-patches");
    if (!unfinished) {
        return core::passOn(unfinished);
    }
    const auto made = unfinished->path() / "patches";
    std::error_code problem;
    std::filesystem::create_directory(made, problem);
    std::int64_t total = 0;
    for (const StoredTake& take : takes) {
        total += take.frames.length();
    }
    Sequence sequence(film, made, total, std::move(stop), progress);
    int number = 0;
    for (const StoredTake& take : takes) {
        if (auto added = sequence.add(take, number++); !added) {
            return core::passOn(added);
        }
    }
    auto count = sequence.finish();
    if (!count) {
        return count;
    }
    // What was there goes with the temporary folder.
    const auto old = unfinished->path() / "replaced";
    std::filesystem::rename(folder, old, problem);
    std::filesystem::rename(made, folder, problem);
    if (problem) {
        std::error_code ignored;
        std::filesystem::rename(old, folder, ignored);
        return core::Failure(core::errorFromErrno(problem.value(), folder.string(),
                                                  "can not give the patches their name"));
    }
    return count;
}

}  // namespace lipwright::dubbing
