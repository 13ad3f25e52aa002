#include "engine/dubbing/provenance.h"

#include <algorithm>

namespace lipwright::dubbing {
namespace {

constexpr std::size_t kListedSegments = 200;

std::string frameRanges(const std::vector<Segment>& segments) {
    std::string text;
    const std::size_t listed = std::min(segments.size(), kListedSegments);
    for (std::size_t i = 0; i < listed; ++i) {
        text += (i > 0 ? "," : "") + std::to_string(segments[i].frames.first) + "-" +
                std::to_string(segments[i].frames.end);
    }
    if (segments.size() > listed) {
        text += ",... of " + std::to_string(segments.size());
    }
    return text;
}

}  // namespace

std::map<std::string, std::string> metadataTags(const Provenance& provenance) {
    const std::string consent = provenance.consent.empty() ? "not recorded" : provenance.consent;
    std::string models;
    for (const auto& [role, sha256] : provenance.models) {
        models += (models.empty() ? "" : ",") + role + ":" + sha256;
    }
    return {
        {"comment",
         "Mouth movements in this film were re-synthesised to match a dubbed voice "
         "(Lipwright, engine " +
             provenance.engine + "). Consent: " + consent},
        {"lipwright_engine", provenance.engine},
        {"lipwright_models", models},
        {"lipwright_voice_sha256", provenance.voiceSha256},
        {"lipwright_frames", frameRanges(provenance.segments)},
        {"lipwright_consent", consent},
    };
}

}  // namespace lipwright::dubbing
