#include "engine/speech/acousticmodel.h"

#include "engine/core/atomicfile.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>

namespace lipwright::speech {

namespace {

constexpr const char* kSystemFolder = "/usr/share/pocketsphinx/model/en-us/en-us";
constexpr const char* kRemedy = "Install the package pocketsphinx-en-us";
constexpr float kSmallestVariance = 1e-4F;
/// A step of a stored mixture weight: −ln(1.0001) · 2¹⁰.
constexpr double kWeightStep = 0.10239488;  // 1024 · ln(1.0001)

/// Bounds-checked little-endian reading.
class Bytes {
public:
    Bytes(const std::string& data, std::size_t at) : m_data(data), m_at(at) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    std::int32_t integer() {
        std::int32_t value = 0;
        copy(&value, sizeof(value));
        return value;
    }
    void copy(void* target, std::size_t count) {
        m_ok = m_ok && count <= m_data.size() - m_at;
        if (m_ok) {
            std::memcpy(target, m_data.data() + m_at, count);
            m_at += count;
        }
    }
    void skip(std::int64_t count) {
        m_ok = m_ok && count >= 0 && static_cast<std::size_t>(count) <= m_data.size() - m_at;
        m_at += m_ok ? static_cast<std::size_t>(count) : 0;
    }

private:
    const std::string& m_data;
    std::size_t m_at;
    bool m_ok = true;
};

core::Failure unreadable(const std::filesystem::path& file) {
    return core::fail(core::ErrorCode::modelInvalid, "the acoustic model is not the one expected",
                      file.string(), kRemedy);
}

core::Result<std::string> content(const std::filesystem::path& file) {
    auto text = core::readSmallFile(file);
    if (!text) {
        core::Error error = text.error();
        error.remedy = kRemedy;
        return core::Failure(error);
    }
    return text;
}

constexpr std::size_t kGaussians = std::size_t{kPhones} * kStreams * kDensities * kCepstra;

/// Sphinx-3 parameter file: text header, byte-order mark, dimensions, floats
/// [phone][stream][density][value].
core::Result<std::vector<float>> parameters(const std::filesystem::path& file) {
    const auto text = content(file);
    if (!text) {
        return core::passOn(text);
    }
    const auto header = text->find("endhdr\n");
    if (header == std::string::npos) {
        return unreadable(file);
    }
    Bytes bytes(*text, header + 7);
    bool right = bytes.integer() == 0x11223344;
    for (const int expected : {kPhones, kStreams, kDensities, kCepstra, kCepstra, kCepstra,
                               static_cast<int>(kGaussians)}) {
        right = bytes.integer() == expected && right;
    }
    std::vector<float> values(kGaussians);
    bytes.copy(values.data(), values.size() * sizeof(float));
    if (!right || !bytes.ok()) {
        return unreadable(file);
    }
    return values;
}

/// Mixture weights [stream][density][senone] as bytes; the first senones are the phones' own
/// states.
core::Result<std::vector<float>> mixtures(const std::filesystem::path& file) {
    const auto text = content(file);
    if (!text) {
        return core::passOn(text);
    }
    Bytes bytes(*text, 0);
    for (std::int32_t length = bytes.integer(); length != 0 && bytes.ok();
         length = bytes.integer()) {
        bytes.skip(length);
    }
    const std::int32_t densities = bytes.integer();
    const std::int32_t senones = bytes.integer();
    if (!bytes.ok() || densities != kDensities || senones < kPhones * kPhoneStates ||
        senones > 1 << 20) {
        return unreadable(file);
    }
    std::vector<float> weights(std::size_t{kPhones} * kStreams * kPhoneStates * kDensities);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(senones));
    for (std::size_t stream = 0; stream < kStreams; ++stream) {
        for (std::size_t density = 0; density < kDensities; ++density) {
            bytes.copy(row.data(), row.size());
            for (std::size_t senone = 0; senone < kPhones * kPhoneStates; ++senone) {
                const std::size_t phone = senone / kPhoneStates;
                const std::size_t state = senone % kPhoneStates;
                weights[((phone * kStreams + stream) * kPhoneStates + state) * kDensities +
                        density] = static_cast<float>(std::exp(-kWeightStep * row[senone]));
            }
        }
    }
    if (!bytes.ok()) {
        return unreadable(file);
    }
    return weights;
}

/// Names of the phones from the binary model definition.
core::Result<std::vector<std::string>> phoneNames(const std::filesystem::path& file) {
    const auto text = content(file);
    if (!text) {
        return core::passOn(text);
    }
    Bytes bytes(*text, 0);
    bytes.skip(8);
    const std::int32_t format = bytes.integer();
    bytes.skip(format);
    if (bytes.integer() != kPhones) {
        return unreadable(file);
    }
    bytes.skip(9 * 4);
    std::vector<std::string> names;
    for (int i = 0; i < kPhones && bytes.ok(); ++i) {
        std::string name;
        for (char letter = 1; letter != 0 && name.size() < 16 && bytes.ok();) {
            letter = 0;
            bytes.copy(&letter, 1);
            name += letter == 0 ? "" : std::string(1, letter);
        }
        names.push_back(name);
    }
    if (!bytes.ok()) {
        return unreadable(file);
    }
    return names;
}

}  // namespace

core::Result<std::shared_ptr<const AcousticModel>> AcousticModel::load(
    const std::filesystem::path& folder) {
    std::shared_ptr<AcousticModel> model(new AcousticModel);
    if (const auto done = model->read(folder.empty() ? kSystemFolder : folder); !done) {
        return core::passOn(done);
    }
    return std::shared_ptr<const AcousticModel>(std::move(model));
}

core::Result<void> AcousticModel::read(const std::filesystem::path& folder) {
    auto names = phoneNames(folder / "mdef");
    auto means = parameters(folder / "means");
    auto variances = parameters(folder / "variances");
    auto weights = mixtures(folder / "sendump");
    if (!names) {
        return core::passOn(names);
    }
    for (const auto* part : {&means, &variances, &weights}) {
        if (!*part) {
            return core::passOn(*part);
        }
    }
    m_phones = std::move(*names);
    m_mixture = std::move(*weights);
    m_linear.resize(kGaussians);
    m_square.resize(kGaussians);
    m_constant.assign(kGaussians / kCepstra, 0.0F);
    for (std::size_t i = 0; i < kGaussians; ++i) {
        const std::size_t value = i % kCepstra;
        const std::size_t density = i / kCepstra % kDensities;
        const std::size_t table = i / kCepstra / kDensities;
        const float mean = (*means)[i];
        const float variance = std::max((*variances)[i], kSmallestVariance);
        const std::size_t at = (table * kCepstra + value) * kDensities + density;
        m_linear[at] = mean / variance;
        m_square[at] = -0.5F / variance;
        m_constant[table * kDensities + density] -=
            0.5F * (std::log(2.0F * std::numbers::pi_v<float> * variance) + mean * mean / variance);
    }
    return {};
}

void AcousticModel::logLikelihoods(std::span<const float, kStreams * kCepstra> frame,
                                   std::span<float, kPhones * kPhoneStates> out) const {
    std::fill(out.begin(), out.end(), 0.0F);
    std::array<float, kDensities> density{};
    for (std::size_t phone = 0; phone < kPhones; ++phone) {
        for (std::size_t stream = 0; stream < kStreams; ++stream) {
            const std::size_t table = phone * kStreams + stream;
            std::copy_n(m_constant.data() + table * kDensities, kDensities, density.data());
            for (std::size_t value = 0; value < kCepstra; ++value) {
                const float x = frame[stream * kCepstra + value];
                const float* linear = m_linear.data() + (table * kCepstra + value) * kDensities;
                const float* square = m_square.data() + (table * kCepstra + value) * kDensities;
                for (std::size_t d = 0; d < kDensities; ++d) {
                    density[d] += x * (linear[d] + x * square[d]);
                }
            }
            const float largest = *std::max_element(density.begin(), density.end());
            for (float& value : density) {
                value = std::exp(value - largest);
            }
            for (std::size_t state = 0; state < kPhoneStates; ++state) {
                const float* weight =
                    m_mixture.data() + (table * kPhoneStates + state) * kDensities;
                float sum = 0.0F;
                for (std::size_t d = 0; d < kDensities; ++d) {
                    sum += density[d] * weight[d];
                }
                out[phone * kPhoneStates + state] += std::log(sum + 1e-30F) + largest;
            }
        }
    }
}

}  // namespace lipwright::speech
