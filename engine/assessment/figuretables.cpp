#include "engine/assessment/figuretables_p.h"
#include "engine/assessment/metrics.h"
#include "engine/page/htmltext.h"
#include "engine/page/numbertext.h"

#include <utility>

namespace lipwright::assessment {
namespace {

using page::element;
using page::escaped;

const char* titleOf(Theme theme) {
    switch (theme) {
        case Theme::sync:
            return "Sync with the voice";
        case Theme::fidelity:
            return "Nearness to the real picture, at reconstruction";
        case Theme::picture:
            return "Picture";
        case Theme::mouth:
            return "Mouth";
        case Theme::work:
            return "Work";
    }
    return "";
}

std::string number(const Metric& metric, double value) {
    return page::fixedDecimals(value, metric.decimals);
}

std::string wantedText(const Metric& metric) {
    if (!metric.wanted) {
        return "–";
    }
    return (metric.better == Better::higher ? "≥ " : "≤ ") + number(metric, *metric.wanted);
}

std::string cellsOf(const Metric& metric, const Aggregate& sum) {
    if (sum.n == 0) {
        return "<td class=\"n\">–</td><td class=\"n\">–</td><td class=\"n\">0</td>";
    }
    std::string mean = number(metric, sum.mean);
    if (const auto good = reached(metric, sum)) {
        mean = *good ? element("span", "yes", mean + " ✓") : element("span", "no", mean + " ✗");
    }
    return element("td", "n", mean) + element("td", "n", number(metric, sum.median)) +
           element("td", "n", std::to_string(sum.n));
}

std::string table(const Results& results) {
    std::string head = "<th>Measure</th><th class=\"n\">Wanted</th>";
    for (const std::string& engine : results.engines) {
        head += "<th class=\"n\">" + escaped(engine) + ", mean</th><th class=\"n\">median</th>" +
                "<th class=\"n\">clips</th>";
    }
    std::string rows;
    const Metric* last = nullptr;
    for (const Metric& metric : metrics()) {
        if (last == nullptr || last->theme != metric.theme) {
            rows += "<tr><td class=\"theme\" colspan=\"" +
                    std::to_string(2 + 3 * results.engines.size()) + "\">" + titleOf(metric.theme) +
                    "</td></tr>";
        }
        last = &metric;
        const std::string unit = *metric.unit == '\0' ? "" : std::string(", ") + metric.unit;
        std::string cells =
            element("td", "", std::string(metric.title) + element("span", "unit", unit)) +
            element("td", "n", wantedText(metric));
        for (const std::string& engine : results.engines) {
            cells += cellsOf(metric, aggregate(results, engine, metric));
        }
        rows += element("tr", "", cells);
    }
    return "<h2>Figures</h2><div class=\"card\"><table><thead><tr>" + head +
           "</tr></thead><tbody>" + rows + "</tbody></table></div>";
}

/// What the ratios are made of: between the new sound on the old picture and real footage.
std::string syncTable(const Results& results) {
    constexpr std::pair<const char*, const char*> kNames[] = {
        {"expert_loss", "Expert loss"},
        {"judge_lse_c", "LSE-C, second judge"},
        {"judge_lse_d", "LSE-D, second judge"},
        {"expert_lse_c", "LSE-C, expert"},
        {"expert_lse_d", "LSE-D, expert"}};
    const auto cell = [&results](const std::string& engine, const std::string& key) {
        Metric metric{key.c_str(), Theme::sync, "", "", ""};
        const Aggregate sum = aggregate(results, engine, metric);
        return element("td", "n", sum.n == 0 ? "–" : number(metric, sum.mean));
    };
    std::string head = "<th>Mean over clips</th><th class=\"n\">new sound, old picture</th>";
    for (const std::string& engine : results.engines) {
        head += element("th", "n", escaped(engine));
    }
    std::string rows;
    for (const auto& [name, title] : kNames) {
        std::string cells = element("td", "", title) +
                            cell(results.engines.front(), std::string("undubbed.") + name);
        for (const std::string& engine : results.engines) {
            cells += cell(engine, std::string("crossdub.") + name);
        }
        rows +=
            element("tr", "", cells + cell(results.engines.front(), std::string("real.") + name));
    }
    return "<h2>Sync in absolute figures</h2><div class=\"card\"><table><thead><tr>" + head +
           "<th class=\"n\">real footage</th></tr></thead><tbody>" + rows +
           "</tbody></table></div>";
}

}  // namespace

std::string figureTables(const Results& results) {
    return results.engines.empty() ? std::string() : table(results) + syncTable(results);
}

}  // namespace lipwright::assessment
