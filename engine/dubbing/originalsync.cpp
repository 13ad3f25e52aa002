#include "engine/dubbing/originalsync_p.h"
#include "engine/evaluation/filmsound.h"
#include "engine/evaluation/mouthcrop.h"
#include "engine/evaluation/syncscorer.h"
#include "engine/media/videoreader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <list>
#include <optional>

namespace lipwright::dubbing {
namespace {

using core::Result;

struct OpenTrack {
    const face::FaceTrack* track = nullptr;
    evaluation::SyncScorer scorer;
};

class SyncPass {
public:
    SyncPass(media::VideoReader& reader, const nets::LipSyncExpert& expert,
             evaluation::FilmSound& sound, const std::stop_token& stop)
        : m_reader(reader), m_expert(expert), m_sound(sound.sound()), m_stop(stop) {
        m_curve.values.assign(static_cast<std::size_t>(reader.index().frameCount()),
                              std::numeric_limits<float>::quiet_NaN());
        // A stretch that is missing ends the scorer's work on a whole track at once.
        m_sound.stretch = [this, read = m_sound.stretch](double from, double to) {
            return m_stop.stop_requested() ? evaluation::SoundStretch() : read(from, to);
        };
    }

    Result<ConfidenceCurve> run(const face::FaceAnalysis& faces,
                                const core::ProgressCallback& progress) {
        std::vector<const face::FaceTrack*> waiting;
        for (const face::FaceTrack& track : faces.tracks) {
            waiting.push_back(&track);
        }
        std::ranges::stable_sort(waiting, {}, &face::FaceTrack::firstFrame);
        const std::int64_t end = m_reader.index().frameCount();
        auto next = waiting.begin();
        for (std::int64_t number = 0; number < end; ++number) {
            if (m_stop.stop_requested()) {
                return core::cancelled();
            }
            if (const auto closed = closeBefore(number); !closed) {
                return core::passOn(closed);
            }
            for (; next != waiting.end() && (*next)->firstFrame <= number; ++next) {
                m_open.push_back({*next, evaluation::SyncScorer(m_expert)});
            }
            if (const auto looked = look(number); !looked) {
                return core::passOn(looked);
            }
            core::report(progress, {"score", number + 1, end});
        }
        if (const auto closed = closeBefore(end); !closed) {
            return core::passOn(closed);
        }
        return std::move(m_curve);
    }

private:
    /// Hands the frame to every open track's scorer.
    Result<void> look(std::int64_t number) {
        std::optional<media::VideoFrame> frame;
        for (OpenTrack& open : m_open) {
            const face::FaceObservation* seen = open.track->at(number);
            cv::Mat crop;
            if (seen != nullptr && seen->usability == face::FaceUsability::usable) {
                if (!frame) {
                    auto read = m_reader.frame(number, m_stop);
                    if (!read && read.error().code != core::ErrorCode::damagedMedia) {
                        return core::passOn(read);
                    }
                    frame = read ? std::move(*read) : media::VideoFrame();
                }
                auto cropped = frame->data() == nullptr
                                   ? Result<cv::Mat>(cv::Mat())
                                   : evaluation::mouthCrop(*frame, seen->stableLandmarks);
                if (!cropped && cropped.error().code != core::ErrorCode::noFace) {
                    return core::passOn(cropped);
                }
                crop = cropped ? *cropped : cv::Mat();
            }
            const std::span<const std::uint8_t> bytes(crop.data, crop.total() * crop.elemSize());
            if (const auto pushed =
                    open.scorer.pushPicture(m_reader.index().timeOf(number).seconds(), bytes);
                !pushed) {
                return pushed;
            }
        }
        return {};
    }

    /// Scores the tracks that end at or before the frame.
    Result<void> closeBefore(std::int64_t number) {
        for (OpenTrack& open : m_open) {
            if (open.track->endFrame() > number) {
                continue;
            }
            const auto curve = open.scorer.finish(m_sound);
            if (m_stop.stop_requested()) {
                return core::cancelled();
            }
            if (curve) {  // a track too short to be judged stays unknown
                keep(*open.track, *curve);
            } else if (curve.error().code != core::ErrorCode::tooShort) {
                return core::passOn(curve);
            }
        }
        std::erase_if(m_open,
                      [number](const OpenTrack& open) { return open.track->endFrame() <= number; });
        return {};
    }

    void keep(const face::FaceTrack& track, const evaluation::SyncCurve& curve) {
        for (std::size_t i = 0; i < curve.frames.size(); ++i) {
            float& value = m_curve.values[static_cast<std::size_t>(track.firstFrame) + i];
            value = std::fmax(value, curve.frames[i].confidence);  // NaN gives way
        }
    }

    media::VideoReader& m_reader;
    const nets::LipSyncExpert& m_expert;
    evaluation::SyncSound m_sound;
    std::stop_token m_stop;
    std::list<OpenTrack> m_open;  ///< a scorer can not be assigned
    ConfidenceCurve m_curve;
};

}  // namespace

Result<ConfidenceCurve> syncOfOriginal(const std::filesystem::path& film,
                                       std::shared_ptr<const media::FrameIndex> index,
                                       const face::FaceAnalysis& faces,
                                       const std::filesystem::path& expertWeights,
                                       const std::stop_token& stop,
                                       const core::ProgressCallback& progress) {
    auto sound = evaluation::FilmSound::open(film, stop, progress);
    if (!sound) {
        return core::passOn(sound);
    }
    const auto expert = nets::LipSyncExpert::load(expertWeights);
    if (!expert) {
        return core::passOn(expert);
    }
    media::VideoReader::Options options;
    options.cachedFrames = 2;
    auto reader = media::VideoReader::open(film, options, std::move(index));
    if (!reader) {
        return core::passOn(reader);
    }
    return SyncPass(*reader, *expert, *sound, stop).run(faces, progress);
}

}  // namespace lipwright::dubbing
