#include "engine/dubbing/exportfilm.h"

#include "engine/core/boundedqueue.h"
#include "engine/dubbing/retouchedtake.h"
#include "engine/synthesis/compositor.h"

#include <algorithm>
#include <optional>
#include <thread>

namespace lipwright::dubbing {
namespace {

constexpr std::size_t kFramesAhead = 4;

struct ComposedFrame {
    core::Result<media::VideoFrame> frame;
    bool changed = false;
};

/// The takes that cover the frame at hand, opened when the film reaches them.
class OpenTakes {
public:
    explicit OpenTakes(const std::vector<StoredTake>& stored) : m_stored(stored) {
        std::ranges::sort(m_stored, {}, [](const StoredTake& take) { return take.frames.first; });
    }

    /// Composites what covers the frame; true when something was written.
    core::Result<bool> compose(media::VideoFrame& frame) {
        if (const auto moved = moveTo(frame.number()); !moved) {
            return core::passOn(moved);
        }
        const media::VideoFrame film = frame;
        bool changed = false;
        for (OpenTake& open : m_open) {
            if (!open.frames.contains(frame.number())) {
                continue;
            }
            const auto done = composeOne(frame, film, open.take);
            if (!done) {
                return done;
            }
            changed = changed || *done;
        }
        return changed;
    }

private:
    struct OpenTake {
        RetouchedTake take;
        FrameRange frames;
    };

    core::Result<void> moveTo(std::int64_t number) {
        std::erase_if(m_open, [number](const OpenTake& open) { return open.frames.end <= number; });
        for (; m_next < m_stored.size() && m_stored[m_next].frames.first <= number; ++m_next) {
            if (m_stored[m_next].frames.end <= number) {
                continue;
            }
            auto take = RetouchedTake::open(m_stored[m_next].folder, m_stored[m_next].retouch);
            if (!take) {
                return core::passOn(take);
            }
            const FrameRange own{take->take().firstFrame, take->take().endFrame()};
            m_open.push_back({std::move(*take), intersection(own, m_stored[m_next].frames)});
        }
        return {};
    }

    static core::Result<bool> composeOne(media::VideoFrame& frame, const media::VideoFrame& film,
                                         RetouchedTake& take) {
        const auto laid = take.at(film);
        if (!laid) {
            return core::passOn(laid);
        }
        if (!laid->has_value()) {
            return false;
        }
        const auto done = synthesis::composite(frame, (*laid)->made, (*laid)->weight);
        return done ? core::Result<bool>(true) : core::passOn(done);
    }

    std::vector<StoredTake> m_stored;
    std::size_t m_next = 0;
    std::vector<OpenTake> m_open;
};

/// The next frame of the range, sought once and then read in order; nothing behind its end.
core::Result<std::optional<media::VideoFrame>> nextOf(media::VideoReader& reader, FrameRange range,
                                                      std::int64_t written) {
    if (written >= range.length()) {
        return std::optional<media::VideoFrame>();
    }
    if (written > 0 || range.first == 0) {
        return reader.next();
    }
    auto first = reader.frame(range.first);
    if (!first) {
        return core::passOn(first);
    }
    return std::optional(std::move(*first));
}

/// Decodes and composes every frame of the range into `queue` until its end, an error or a stop.
void composeAll(media::VideoReader& reader, const std::vector<StoredTake>& stored, FrameRange range,
                core::BoundedQueue<ComposedFrame>& queue, const std::stop_token& stop) {
    OpenTakes takes(stored);
    bool going = true;
    for (std::int64_t read = 0; going && !stop.stop_requested(); ++read) {
        auto next = nextOf(reader, range, read);
        if (!next) {
            going = false;
            queue.push({core::passOn(next)});
        } else if (!next->has_value()) {
            going = false;
        } else {
            media::VideoFrame frame = std::move(**next);
            const auto changed = takes.compose(frame);
            going = changed.has_value() && queue.push({std::move(frame), *changed});
            if (!changed) {
                queue.push({core::passOn(changed)});
            }
        }
    }
    queue.close();
}

}  // namespace

core::Result<std::int64_t> exportFrames(media::VideoReader& reader,
                                        const std::vector<StoredTake>& takes,
                                        media::MediaWriter& writer, std::stop_token stop,
                                        const core::ProgressCallback& progress, FrameRange range) {
    core::BoundedQueue<ComposedFrame> queue(kFramesAhead);
    if (range.empty()) {
        range = {0, reader.index().frameCount()};
    }
    const std::int64_t total = range.length();
    std::int64_t written = 0;
    std::int64_t changed = 0;
    core::Result<void> outcome;
    {
        const std::jthread composer([&] { composeAll(reader, takes, range, queue, stop); });
        while (auto item = queue.pop()) {
            if (!item->frame) {
                outcome = core::passOn(item->frame);
                break;
            }
            outcome = writer.write(*item->frame);
            if (!outcome) {
                break;
            }
            changed += item->changed ? 1 : 0;
            core::report(progress, {"export", ++written, total});
        }
        queue.close();
    }
    if (!outcome) {
        return core::passOn(outcome);
    }
    if (stop.stop_requested()) {
        return core::cancelled();
    }
    if (written != total) {
        return core::fail(core::ErrorCode::damagedMedia,
                          "the film ended after " + std::to_string(written) + " of " +
                              std::to_string(total) + " frames",
                          reader.path().string(), "Repair or re-export the film");
    }
    return changed;
}

}  // namespace lipwright::dubbing
