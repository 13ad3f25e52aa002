#include "app/presenter/identity.h"

#include "app/presenter/noise.h"

#include <array>

namespace lipwright::presenter {

namespace {

constexpr std::array<std::array<float, 3>, 6> kSkins = {{{0.80F, 0.52F, 0.40F},
                                                         {0.71F, 0.44F, 0.31F},
                                                         {0.60F, 0.35F, 0.23F},
                                                         {0.84F, 0.58F, 0.47F},
                                                         {0.43F, 0.24F, 0.15F},
                                                         {0.66F, 0.42F, 0.28F}}};
constexpr std::array<std::array<float, 3>, 6> kHairs = {{{0.055F, 0.030F, 0.018F},
                                                         {0.020F, 0.016F, 0.015F},
                                                         {0.16F, 0.085F, 0.040F},
                                                         {0.26F, 0.16F, 0.075F},
                                                         {0.012F, 0.010F, 0.010F},
                                                         {0.10F, 0.040F, 0.018F}}};
constexpr std::array<std::array<float, 3>, 6> kShirts = {{{0.05F, 0.09F, 0.22F},
                                                          {0.30F, 0.05F, 0.06F},
                                                          {0.45F, 0.45F, 0.43F},
                                                          {0.06F, 0.17F, 0.11F},
                                                          {0.08F, 0.08F, 0.09F},
                                                          {0.22F, 0.30F, 0.45F}}};
constexpr std::array<std::array<float, 3>, 4> kIrises = {
    {{0.16F, 0.08F, 0.03F}, {0.12F, 0.22F, 0.32F}, {0.10F, 0.17F, 0.08F}, {0.08F, 0.04F, 0.02F}}};
constexpr std::array<std::array<float, 3>, 5> kRooms = {{{0.10F, 0.14F, 0.20F},
                                                         {0.22F, 0.20F, 0.17F},
                                                         {0.30F, 0.33F, 0.34F},
                                                         {0.13F, 0.17F, 0.13F},
                                                         {0.20F, 0.13F, 0.13F}}};

cv::Vec3f vec(const std::array<float, 3>& values) {
    return {values[0], values[1], values[2]};
}

void choosePerson(Identity& who) {
    const std::uint64_t s = who.seed;
    who.faceWidth = between(s, 1, 0.95F, 1.04F);
    who.jawWidth = between(s, 2, 0.94F, 1.06F);
    who.noseLength = between(s, 3, 0.95F, 1.06F);
    who.noseWidth = between(s, 4, 0.88F, 1.15F);
    who.lipFullness = between(s, 5, 0.92F, 1.12F);
    who.mouthWidth = between(s, 6, 0.94F, 1.06F);
    who.browHeight = between(s, 7, -0.015F, 0.02F);
    who.browWeight = between(s, 8, 0.8F, 1.25F);
    who.chin = between(s, 9, 0.96F, 1.04F);
    // Light and dark skins take turns from seed to seed, so that few seeds show them all.
    who.skin = vec(kSkins[s % kSkins.size()]) * between(s, 10, 0.92F, 1.06F);
    who.hair = vec(kHairs[mixed(s, 11) % kHairs.size()]);
    if (s % kSkins.size() == 2 || s % kSkins.size() == 4) {
        who.hair = vec(kHairs[1 + 3 * (mixed(s, 11) % 2)]);
    }
    who.iris = vec(kIrises[mixed(s, 12) % kIrises.size()]);
    who.highVoice = s % 2 == 1;
    who.longHair = who.highVoice;
    who.beard = who.highVoice ? 0.0F : between(s, 13, 0.0F, 0.55F);
    who.freckles = std::fmax(0.0F, between(s, 14, -0.6F, 0.6F));
    who.hairline = between(s, 15, -0.78F, -0.64F);
    const float red = who.highVoice ? 1.0F : 0.88F;
    who.lips = {who.skin[0] * 0.56F * red, who.skin[1] * 0.28F, who.skin[2] * 0.31F};
    who.pitch = 35 + static_cast<int>(mixed(s, 16) % 35);
    who.wordsPerMinute = 145 + static_cast<int>(mixed(s, 17) % 35);
}

void chooseSetting(Identity& who) {
    const std::uint64_t s = who.seed;
    who.shirt = vec(kShirts[mixed(s, 21) % kShirts.size()]);
    const float side = (mixed(s, 22) % 2 == 0 ? -1.0F : 1.0F) * between(s, 23, 0.22F, 0.50F);
    who.keyDirection = cv::normalize(cv::Vec3f(side, -0.62F, 0.85F));
    const float warmth = between(s, 24, -0.05F, 0.06F);
    who.keyColour = cv::Vec3f(1.0F + warmth, 1.0F, 1.0F - warmth) * 0.86F;
    who.fillColour = cv::Vec3f(0.30F, 0.33F, 0.37F) * between(s, 25, 0.8F, 1.1F);
    who.roomTop = vec(kRooms[mixed(s, 26) % kRooms.size()]) * between(s, 27, 0.9F, 1.3F);
    who.roomBottom = who.roomTop * between(s, 28, 0.35F, 0.6F);
}

}  // namespace

Identity identityOf(int seed) {
    Identity who;
    who.seed = static_cast<std::uint64_t>(static_cast<std::uint32_t>(seed));
    choosePerson(who);
    chooseSetting(who);
    return who;
}

}  // namespace lipwright::presenter
