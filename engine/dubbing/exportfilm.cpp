#include "engine/dubbing/exportfilm.h"

#include "engine/core/boundedqueue.h"
#include "engine/synthesis/compositor.h"

#include <optional>
#include <thread>

namespace lipwright::dubbing {
namespace {

constexpr std::size_t kFramesAhead = 4;

struct ComposedFrame {
    core::Result<media::VideoFrame> frame;
    bool changed = false;
};

/// True when a take changed the frame.
core::Result<bool> composeFrame(media::VideoFrame& frame,
                                std::vector<synthesis::TakeReader>& takes) {
    bool changed = false;
    for (synthesis::TakeReader& reader : takes) {
        const synthesis::Take& take = reader.take();
        if (frame.number() < take.firstFrame || frame.number() >= take.endFrame()) {
            continue;
        }
        const auto& plan = take.frames[static_cast<std::size_t>(frame.number() - take.firstFrame)];
        if (!plan.passThroughReason.empty() || plan.weight <= 0.0) {
            continue;
        }
        const auto patch = reader.read(frame.number());
        if (!patch) {
            return core::passOn(patch);
        }
        if (const auto done = synthesis::composite(frame, *patch, plan.weight); !done) {
            return core::passOn(done);
        }
        changed = true;
    }
    return changed;
}

/// Decodes and composes every frame of the film into `queue` until its end, an error or a stop.
void composeAll(media::VideoReader& reader, std::vector<synthesis::TakeReader>& takes,
                core::BoundedQueue<ComposedFrame>& queue, const std::stop_token& stop) {
    bool going = true;
    while (going && !stop.stop_requested()) {
        auto next = reader.next();
        if (!next) {
            going = false;
            queue.push({core::passOn(next)});
        } else if (!next->has_value()) {
            going = false;
        } else {
            media::VideoFrame frame = std::move(**next);
            const auto changed = composeFrame(frame, takes);
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
                                        std::vector<synthesis::TakeReader>& takes,
                                        media::MediaWriter& writer, std::stop_token stop,
                                        const core::ProgressCallback& progress) {
    core::BoundedQueue<ComposedFrame> queue(kFramesAhead);
    const std::int64_t total = reader.index().frameCount();
    std::int64_t written = 0;
    std::int64_t changed = 0;
    core::Result<void> outcome;
    {
        const std::jthread composer([&] { composeAll(reader, takes, queue, stop); });
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
