#include "engine/assessment/stripplot_p.h"
#include "engine/core/robustspread.h"
#include "engine/page/htmltext.h"
#include "engine/page/numbertext.h"
#include "engine/page/svgcanvas.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lipwright::assessment {
namespace {

constexpr double kWidth = 520.0;
constexpr double kLeft = 92.0;
constexpr double kRight = 508.0;
constexpr double kTop = 18.0;
constexpr double kRow = 40.0;
constexpr double kBox = 9.0;  ///< half its height
constexpr std::array kKinds{"a", "b", "c", "d"};

/// From values to columns, on round numbers.
class Scale {
public:
    Scale(double low, double high) {
        const double still = high == 0.0 ? 1.0 : 0.2 * std::abs(high);
        const double room = high > low ? high - low : still;
        const double raw = room / 4.0;
        const double power = std::pow(10.0, std::floor(std::log10(raw)));
        const double share = raw / power;
        m_step = power * (share < 1.5 ? 1.0 : share < 3.5 ? 2.0 : share < 7.5 ? 5.0 : 10.0);
        m_low = std::floor((low - 0.02 * room) / m_step) * m_step;
        m_high = std::ceil((high + 0.02 * room) / m_step) * m_step;
    }
    [[nodiscard]] double x(double value) const {
        return kLeft + (value - m_low) / (m_high - m_low) * (kRight - kLeft);
    }
    [[nodiscard]] std::vector<double> ticks() const {
        std::vector<double> values;
        for (double value = m_low; value <= m_high + m_step / 2; value += m_step) {
            values.push_back(value);
        }
        return values;
    }
    [[nodiscard]] int decimals() const {
        return std::max(0, static_cast<int>(std::ceil(-std::log10(m_step) - 1e-9)));
    }

private:
    double m_step;
    double m_low;
    double m_high;
};

Scale scaleFor(const Metric& metric,
               const std::vector<std::pair<std::string, Aggregate>>& engines) {
    double low = metric.wanted.value_or(INFINITY);
    double high = metric.wanted.value_or(-INFINITY);
    for (const auto& [name, sum] : engines) {
        for (const double value : sum.values) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    return {low, high};
}

void drawBox(page::SvgCanvas& canvas, const std::string& kind, const Scale& scale, double y,
             const Aggregate& sum) {
    std::vector<float> sorted(sum.values.begin(), sum.values.end());
    std::ranges::sort(sorted);
    const double first = scale.x(core::quantileOf(sorted, 0.25));
    const double third = scale.x(core::quantileOf(sorted, 0.75));
    canvas.rectangle(("box box-" + kind).c_str(), first, y - kBox, third - first, 2 * kBox);
    const double median = scale.x(sum.median);
    canvas.line(("median median-" + kind).c_str(), median, y - kBox, median, y + kBox);
}

/// Points of one value would hide each other: they are spread over the row, the same every time.
double spread(std::size_t i) {
    return (static_cast<double>(i * 7 % 11) - 5.0) / 5.0 * (kBox - 2.0);
}

void drawRow(page::SvgCanvas& canvas, const Metric& metric, const Scale& scale, std::size_t row,
             const std::string& name, const Aggregate& sum) {
    const double y = kTop + kRow * (static_cast<double>(row) + 0.5);
    const std::string kind = kKinds[row % kKinds.size()];
    canvas.text(kLeft - 10, y + 4, "end", name);
    if (sum.n == 0) {
        canvas.text(kLeft + 4, y + 4, "start", "not measured");
        return;
    }
    if (sum.n >= 4) {
        drawBox(canvas, kind, scale, y, sum);
    }
    for (std::size_t i = 0; i < sum.values.size(); ++i) {
        canvas.circle(
            ("point point-" + kind).c_str(), scale.x(sum.values[i]), y + spread(i), 2.6,
            page::escaped(sum.ids[i]) + ": " + page::decimals(sum.values[i], metric.decimals));
    }
    const double mean = scale.x(sum.mean);
    canvas.path(("mean mean-" + kind).c_str(), "M" + page::decimals(mean, 1) + " " +
                                                   page::decimals(y - 7, 1) + "l5 7l-5 7l-5 -7z");
}

}  // namespace

std::string stripPlot(const Metric& metric,
                      const std::vector<std::pair<std::string, Aggregate>>& engines) {
    const double bottom = kTop + kRow * static_cast<double>(engines.size());
    page::SvgCanvas canvas(kWidth, bottom + 24);
    if (std::ranges::all_of(engines, [](const auto& engine) { return engine.second.n == 0; })) {
        return {};
    }
    const Scale scale = scaleFor(metric, engines);
    for (const double tick : scale.ticks()) {
        canvas.line("grid", scale.x(tick), kTop, scale.x(tick), bottom);
        canvas.text(scale.x(tick), bottom + 16, "middle", page::decimals(tick, scale.decimals()));
    }
    if (metric.wanted) {
        const double x = scale.x(*metric.wanted);
        canvas.line("wanted", x, kTop - 4, x, bottom);
        const bool right = x > (kLeft + kRight) / 2;
        canvas.text(x + (right ? -5 : 5), kTop - 7, right ? "end" : "start",
                    std::string(metric.better == Better::higher ? "wanted ≥ " : "wanted ≤ ") +
                        page::decimals(*metric.wanted, metric.decimals));
    }
    for (std::size_t row = 0; row < engines.size(); ++row) {
        drawRow(canvas, metric, scale, row, engines[row].first, engines[row].second);
    }
    return canvas.picture(metric.title + std::string(" of each clip, by engine"));
}

}  // namespace lipwright::assessment
