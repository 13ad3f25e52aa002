#include "engine/dubbing/voicewishes.h"

#include "engine/dubbing/segmentjob_p.h"
#include "engine/dubbing/silencegate.h"
#include "engine/synthesis/shapecontrol.h"

#include <algorithm>
#include <list>
#include <map>
#include <optional>

namespace lipwright::dubbing {
namespace {

using core::ErrorCode;
using core::Result;

constexpr std::size_t kKeptWishes = 256;  ///< some 10 kB each

/// An actor model and who is to speak with it; empty and nobody: the universal network.
struct NetworkKey {
    std::string model;
    int actor = 0;
    friend auto operator<=>(const NetworkKey&, const NetworkKey&) = default;

    [[nodiscard]] static NetworkKey of(const project::Segment& segment) {
        const std::string& model = segment.settings.model;
        return model.empty() ? NetworkKey{} : NetworkKey{model, segment.actor};
    }
};

/// Everything that what is heard depends on.
struct WishKey {
    std::filesystem::path file;
    std::string fingerprint;
    int stream = 0;
    std::int64_t offsetMicroseconds = 0;
    FrameRange frames;
    NetworkKey network;
    double articulation = 0.0;
    double liveliness = 0.0;
    friend bool operator==(const WishKey&, const WishKey&) = default;

    [[nodiscard]] double offsetSeconds() const {
        return static_cast<double>(offsetMicroseconds) / 1e6;
    }
};

/// What was heard, before it is fitted to an actor.
struct Wish {
    WishKey key;
    HeardMouth mouth;
    std::vector<double> times;  ///< on the voice's timeline, of every frame
    VoiceLevels levels;
};

/// The voice around a segment: cepstra, some 5 kB per second.
struct HeardTrack {
    WishKey key;
    SpeechTrack track;
};

WishKey keyOf(const project::Segment& segment, const project::DubTrack& voice) {
    return {voice.media.path,
            voice.media.fingerprint,
            voice.stream,
            voice.offsetMicroseconds + segment.settings.offsetMicroseconds,
            segment.frames,
            NetworkKey::of(segment),
            segment.settings.articulation,
            segment.settings.liveliness};
}

}  // namespace

struct VoiceWishes::State {
    std::shared_ptr<const media::FrameIndex> index;
    std::shared_ptr<const face::FaceAnalysis> faces;
    std::filesystem::path models;
    std::filesystem::path actors;
    std::string film;  ///< fingerprint
    nets::Device device = nets::Device::cpu;
    std::map<NetworkKey, VerifiedShapeNetwork> networks;
    std::shared_ptr<const speech::AcousticModel> acoustics;
    std::list<Wish> wishes;  ///< most recently used first
    std::optional<HeardTrack> heard;

    Result<const VerifiedShapeNetwork*> networkOf(const NetworkKey& key) {
        auto known = networks.find(key);
        if (known == networks.end()) {
            auto loaded =
                loadShapeNetwork({models, actors, key.model, ModelOwner{film, key.actor}}, device);
            if (!loaded) {
                return core::passOn(loaded);
            }
            known = networks.emplace(key, std::move(*loaded)).first;
        }
        return &known->second;
    }

    Result<void> loadAcoustics() {
        if (!acoustics) {
            auto loaded = speech::AcousticModel::load();
            if (!loaded) {
                return core::passOn(loaded);
            }
            acoustics = std::move(*loaded);
        }
        return {};
    }

    double endOf(const WishKey& key) const {
        return index->endOf(key.frames.end - 1).seconds() - key.offsetSeconds();
    }

    /// The voice as it was heard last, or heard now.
    Result<const SpeechTrack*> trackFor(const WishKey& key, const std::stop_token& stop) {
        if (!heard || heard->key != key) {
            if (const auto loaded = loadAcoustics(); !loaded) {
                return core::passOn(loaded);
            }
            const double first = index->timeOf(key.frames.first).seconds() - key.offsetSeconds();
            auto track =
                SpeechTrack::openAround(key.file, key.stream, first, endOf(key), acoustics, stop);
            if (!track) {
                return core::passOn(track);
            }
            heard.emplace(HeardTrack{key, std::move(*track)});
        }
        return &heard->track;
    }

    Result<Wish> listen(const WishKey& key, const std::stop_token& stop) {
        const auto network = networkOf(key.network);
        if (!network) {
            return core::passOn(network);
        }
        // The network is so small that threads would wait longer than they compute.
        nets::limitThreads(1);
        const auto voice = trackFor(key, stop);
        if (!voice) {
            return core::passOn(voice);
        }
        const auto times = voiceTimes(*index, key.frames, key.offsetSeconds());
        auto mouth = (*voice)->mouthAt(
            times, (*network)->listeners({key.articulation, key.liveliness}), stop);
        if (!mouth) {
            return core::passOn(mouth);
        }
        auto levels =
            (*voice)->levels(times.front() - kShortestSilence, endOf(key) + kShortestSilence);
        if (!levels) {
            return core::passOn(levels);
        }
        return Wish{key, std::move(*mouth), times, std::move(*levels)};
    }

    Result<const Wish*> wishFor(const WishKey& key, const std::stop_token& stop) {
        const auto known = std::ranges::find(wishes, key, &Wish::key);
        if (known != wishes.end()) {
            wishes.splice(wishes.begin(), wishes, known);
            return &wishes.front();
        }
        auto wish = listen(key, stop);
        if (!wish) {
            return core::passOn(wish);
        }
        wishes.push_front(std::move(*wish));
        if (wishes.size() > kKeptWishes) {
            wishes.pop_back();
        }
        return &wishes.front();
    }

    Result<face::MouthRange> rangeFor(const project::Segment& segment) const {
        const auto track = std::ranges::find(faces->tracks, segment.track, &face::FaceTrack::id);
        const int number = track != faces->tracks.end() ? track->actor : segment.actor;
        const auto actor = std::ranges::find(faces->actors, number, &face::Actor::id);
        if (actor == faces->actors.end()) {
            return core::fail(
                ErrorCode::noFace, "there is no actor number " + std::to_string(number),
                "segment " + std::to_string(segment.id), "Choose another actor for the segment");
        }
        return actor->mouthRange;
    }
};

VoiceWishes::VoiceWishes(std::shared_ptr<const media::FrameIndex> index,
                         std::shared_ptr<const face::FaceAnalysis> faces,
                         std::filesystem::path models, std::filesystem::path actors,
                         std::string film, nets::Device device)
    : m_state(std::make_unique<State>()) {
    m_state->index = std::move(index);
    m_state->faces = std::move(faces);
    m_state->models = std::move(models);
    m_state->actors = std::move(actors);
    m_state->film = std::move(film);
    m_state->device = device;
}

VoiceWishes::VoiceWishes(VoiceWishes&&) noexcept = default;
VoiceWishes& VoiceWishes::operator=(VoiceWishes&&) noexcept = default;
VoiceWishes::~VoiceWishes() = default;

Result<synthesis::ShapeCurve> VoiceWishes::of(const project::Segment& segment,
                                              const project::DubTrack& voice,
                                              std::stop_token stop) {
    if (const auto checked = checkSegment(segment, *m_state->index); !checked) {
        return core::passOn(checked);
    }
    const auto wish = m_state->wishFor(keyOf(segment, voice), stop);
    if (!wish) {
        return core::passOn(wish);
    }
    const auto range = m_state->rangeFor(segment);
    if (!range) {
        return core::passOn(range);
    }
    const Wish& heard = **wish;
    auto curve = curveOf(heard.mouth, heard.times, segment.frames.first, *range);
    const double gate = segment.settings.silenceGateDecibels;
    if (gate > project::SegmentSettings::kNoSilenceGate) {
        const auto rest = synthesis::withControl({}, synthesis::closedLips(*range, {}));
        restInSilence(curve, heard.times, heard.levels, gate, rest);
    }
    return curve;
}

Result<synthesis::SegmentSound> VoiceWishes::soundOf(const project::Segment& segment,
                                                     const project::DubTrack& voice) {
    if (const auto checked = checkSegment(segment, *m_state->index); !checked) {
        return core::passOn(checked);
    }
    const WishKey key = keyOf(segment, voice);
    return synthesis::SegmentSound{
        voiceTimes(*m_state->index, key.frames, key.offsetSeconds()),
        [state = m_state.get(), key](double start, double end,
                                     const std::stop_token& stop) -> Result<nets::HeardSpeech> {
            const auto track = state->trackFor(key, stop);
            return track ? (*track)->hear(start, end, stop) : core::passOn(track);
        }};
}

std::string VoiceWishes::networkSha256(const project::Segment& segment) const {
    const auto known = m_state->networks.find(NetworkKey::of(segment));
    return known == m_state->networks.end() ? std::string() : known->second.sha256;
}

}  // namespace lipwright::dubbing
