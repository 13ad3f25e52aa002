// Pearson's correlation of pairs of numbers, added one by one.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>

namespace lipwright::core {

class Correlation {
public:
    void add(double a, double b) {
        ++m_count;
        m_a += a;
        m_b += b;
        m_aa += a * a;
        m_bb += b * b;
        m_ab += a * b;
    }
    [[nodiscard]] std::size_t count() const { return m_count; }

    /// -1..1; NaN without pairs or where one of the two does not move.
    [[nodiscard]] double value() const {
        const auto n = static_cast<double>(m_count);
        const double varianceA = m_aa - m_a * m_a / n;
        const double varianceB = m_bb - m_b * m_b / n;
        const bool moves = varianceA > kLeastVariance && varianceB > kLeastVariance;
        return moves ? (m_ab - m_a * m_b / n) / std::sqrt(varianceA * varianceB)
                     : std::numeric_limits<double>::quiet_NaN();
    }

private:
    static constexpr double kLeastVariance = 1e-9;  ///< summed squares; less is rounding

    std::size_t m_count = 0;
    double m_a = 0.0;
    double m_b = 0.0;
    double m_aa = 0.0;
    double m_bb = 0.0;
    double m_ab = 0.0;
};

}  // namespace lipwright::core
