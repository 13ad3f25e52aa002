// The phone models of Debian's pocketsphinx-en-us (package data, BSD licence): for each of 42
// phones and 3 states a mixture of 128 Gaussians per stream over 3 streams of 13 cepstral values.
// Only the context-independent states are read. Immutable once loaded; share freely.
#pragma once

#include "engine/core/result.h"

#include <array>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace lipwright::speech {

inline constexpr int kPhones = 42;
inline constexpr int kPhoneStates = 3;
inline constexpr int kCepstra = 13;
inline constexpr int kStreams = 3;
inline constexpr int kDensities = 128;

class AcousticModel {
public:
    /// Reads means, variances, sendump and mdef of a folder; empty: where Debian installs them. An
    /// error names the file and the package.
    [[nodiscard]] static core::Result<std::shared_ptr<const AcousticModel>> load(
        const std::filesystem::path& folder = {});

    /// Names in the model's order ("AA", "AE", ... "SIL").
    [[nodiscard]] const std::vector<std::string>& phones() const { return m_phones; }

    /// ln p(frame | phone, state) for 39 values (cepstra, their differences, second differences):
    /// 126 values, states of a phone together.
    void logLikelihoods(std::span<const float, kStreams * kCepstra> frame,
                        std::span<float, kPhones * kPhoneStates> out) const;

private:
    AcousticModel() = default;
    core::Result<void> read(const std::filesystem::path& folder);

    std::vector<std::string> m_phones;
    // ln N(x) = constant + Σ (linear·x + square·x²); [phone][stream][value][density], densities
    // innermost so that they run through vector registers.
    std::vector<float> m_linear;
    std::vector<float> m_square;
    std::vector<float> m_constant;  ///< [phone][stream][density]
    std::vector<float> m_mixture;   ///< weights, [phone][stream][state][density]
};

}  // namespace lipwright::speech
