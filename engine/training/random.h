// Seeded random numbers whose whole state is one engine, so that a resumed training draws the same
// numbers. The standard distributions may keep hidden state and differ between libraries; these do
// not.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace lipwright::training {

class Random {
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}

    /// [0, 1)
    double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// [0, count), count > 0
    std::size_t index(std::size_t count) {
        return static_cast<std::size_t>(uniform() * static_cast<double>(count));
    }
    bool chance(double probability) { return uniform() < probability; }

    [[nodiscard]] std::mt19937_64& engine() { return m_engine; }

private:
    std::mt19937_64 m_engine;
};

/// Draws indices with given weights.
class WeightedChoice {
public:
    explicit WeightedChoice(std::span<const double> weights);
    [[nodiscard]] std::size_t draw(Random& random) const;

private:
    std::vector<double> m_cumulative;
};

}  // namespace lipwright::training
