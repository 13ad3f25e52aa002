// How the mouth is held for a phoneme, and the smooth movement through a sequence of them.
#pragma once

#include "app/presenter/mouthpose.h"
#include "engine/voice/espeakvoice.h"

#include <span>
#include <string_view>
#include <vector>

namespace lipwright::presenter {

struct Viseme {
    MouthPose pose;
    bool closesLips = false;  ///< m, b, p: the lips meet whatever the neighbours want
};

/// One viseme for each sound of an IPA name: diphthongs and affricates have two.
[[nodiscard]] std::vector<Viseme> visemesOf(std::string_view ipa);

/// The mouth over time, 200 poses per second, with neighbouring sounds running into each other.
class MouthTrack {
public:
    /// `effort` scales all movements but the closures; 1 is a clear speaker.
    MouthTrack(std::span<const voice::Phoneme> phonemes, double seconds, float effort);

    [[nodiscard]] MouthPose at(double seconds) const;

private:
    std::vector<MouthPose> m_poses;
};

}  // namespace lipwright::presenter
