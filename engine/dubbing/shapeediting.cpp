#include "engine/dubbing/shapeediting.h"

#include "engine/synthesis/shapecontrol.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace lipwright::dubbing {
namespace {

using core::FrameRange;
using project::MouthControl;
using project::ShapeEdit;

constexpr int kBlendFrames = 2;  ///< beside an edited run

constexpr float MouthControl::*kChannels[] = {&MouthControl::opening, &MouthControl::width,
                                              &MouthControl::rounding};

MouthControl operator+(const MouthControl& a, const MouthControl& b) {
    return {a.opening + b.opening, a.width + b.width, a.rounding + b.rounding};
}

MouthControl operator-(const MouthControl& a, const MouthControl& b) {
    return {a.opening - b.opening, a.width - b.width, a.rounding - b.rounding};
}

MouthControl operator*(const MouthControl& a, float factor) {
    return {a.opening * factor, a.width * factor, a.rounding * factor};
}

const MouthControl& wantedAt(const VoiceControls& voice, std::int64_t frame) {
    return voice.wanted[static_cast<std::size_t>(frame - voice.firstFrame)];
}

/// What the user sees at a frame of the voice, but for the blends beside edited runs.
MouthControl presentAt(const ShapeEdit& edit, const VoiceControls& voice, std::int64_t frame) {
    const auto found = edit.find(frame);
    return found != edit.end() ? found->second : wantedAt(voice, frame);
}

/// 1 in the middle, 0 from falloff + 1 frames on.
float raisedCosine(std::int64_t distance, int falloffFrames) {
    const double share =
        static_cast<double>(std::abs(distance)) / (std::max(falloffFrames, 0) + 1.0);
    return static_cast<float>(0.5 + 0.5 * std::cos(std::numbers::pi * std::min(share, 1.0)));
}

/// Moves a frame and, less and less, those around it.
ShapeEdit moved(const ShapeEdit& edit, const VoiceControls& voice, std::int64_t frame,
                const MouthControl& change, int falloffFrames) {
    ShapeEdit result = edit;
    const int reach = std::max(falloffFrames, 0);
    const FrameRange touched = intersection(voice.frames(), {frame - reach, frame + reach + 1});
    for (std::int64_t at = touched.first; at < touched.end; ++at) {
        result[at] = presentAt(edit, voice, at) + change * raisedCosine(at - frame, reach);
    }
    return result;
}

MouthControl meanOf(const ShapeEdit& edit, const VoiceControls& voice, FrameRange range) {
    MouthControl sum;
    for (std::int64_t at = range.first; at < range.end; ++at) {
        sum = sum + presentAt(edit, voice, at);
    }
    return sum * (1.0F / static_cast<float>(range.length()));
}

/// How far the edit moves an edited frame away from the voice, and its share beside the run.
struct Pull {
    MouthControl change;
    float weight = 0.0F;
};

Pull pullFrom(const ShapeEdit& edit, const VoiceControls& voice, std::int64_t frame,
              int direction) {
    for (int distance = 1; distance <= kBlendFrames; ++distance) {
        const std::int64_t at = frame + static_cast<std::int64_t>(direction) * distance;
        if (const auto found = edit.find(at); found != edit.end() && voice.frames().contains(at)) {
            const float weight = 1.0F - static_cast<float>(distance) / (kBlendFrames + 1.0F);
            return {found->second - wantedAt(voice, at), weight};
        }
    }
    return {};
}

}  // namespace

float valueOf(const MouthControl& control, ShapeChannel channel) {
    return control.*kChannels[static_cast<std::size_t>(channel)];
}

std::vector<MouthControl> shaped(const ShapeEdit& edit, const VoiceControls& voice) {
    std::vector<MouthControl> result(voice.wanted.begin(), voice.wanted.end());
    if (edit.empty()) {
        return result;
    }
    const FrameRange frames = voice.frames();
    for (std::int64_t at = frames.first; at < frames.end; ++at) {
        MouthControl& control = result[static_cast<std::size_t>(at - frames.first)];
        if (edit.contains(at)) {
            control = edit.at(at);
            continue;
        }
        const Pull before = pullFrom(edit, voice, at, -1);
        const Pull after = pullFrom(edit, voice, at, 1);
        const float both = std::max(1.0F, before.weight + after.weight);  // in a narrow gap
        control =
            control + (before.change * before.weight + after.change * after.weight) * (1.0F / both);
    }
    return result;
}

ShapeEdit dragPoint(const ShapeEdit& edit, const VoiceControls& voice, std::int64_t frame,
                    ShapeChannel channel, float value, int falloffFrames) {
    if (!voice.frames().contains(frame)) {
        return edit;
    }
    MouthControl change;
    change.*kChannels[static_cast<std::size_t>(channel)] =
        value - valueOf(presentAt(edit, voice, frame), channel);
    return moved(edit, voice, frame, change, falloffFrames);
}

ShapeEdit scaleRange(const ShapeEdit& edit, const VoiceControls& voice, FrameRange range,
                     const MouthControl& factors, ScaleAbout about) {
    const FrameRange part = intersection(voice.frames(), range);
    if (part.empty()) {
        return edit;
    }
    const MouthControl centre =
        about == ScaleAbout::stretchMean ? meanOf(edit, voice, part) : MouthControl{};
    ShapeEdit result = edit;
    for (std::int64_t at = part.first; at < part.end; ++at) {
        MouthControl control = presentAt(edit, voice, at);
        for (const auto channel : kChannels) {
            control.*channel =
                centre.*channel + factors.*channel * (control.*channel - centre.*channel);
        }
        result[at] = control;
    }
    return result;
}

ShapeEdit closeLips(const ShapeEdit& edit, const VoiceControls& voice, std::int64_t frame,
                    int falloffFrames, const face::MouthRange& actor) {
    if (!voice.frames().contains(frame)) {
        return edit;
    }
    const MouthControl now = presentAt(edit, voice, frame);
    const auto closed = synthesis::closedLips(actor, {now.opening, now.width, now.rounding});
    const MouthControl change = MouthControl{closed.opening, closed.width, closed.rounding} - now;
    return moved(edit, voice, frame, change, falloffFrames);
}

ShapeEdit smooth(const ShapeEdit& edit, const VoiceControls& voice, FrameRange range) {
    const FrameRange whole = voice.frames();
    const FrameRange part = intersection(whole, range);
    ShapeEdit result = edit;
    for (std::int64_t at = part.first; at < part.end; ++at) {
        const auto beside = [&](std::int64_t other) {
            return presentAt(edit, voice, std::clamp(other, whole.first, whole.end - 1));
        };
        result[at] = beside(at - 1) * 0.25F + beside(at) * 0.5F + beside(at + 1) * 0.25F;
    }
    return result;
}

ShapeEdit reset(const ShapeEdit& edit, FrameRange range) {
    ShapeEdit result = edit;
    if (!range.empty()) {
        result.erase(result.lower_bound(range.first), result.lower_bound(range.end));
    }
    return result;
}

}  // namespace lipwright::dubbing
