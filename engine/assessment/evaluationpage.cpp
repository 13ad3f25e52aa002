#include "engine/assessment/evaluationpage.h"

#include "engine/assessment/contactsheets.h"
#include "engine/assessment/metrics.h"
#include "engine/assessment/stripplot_p.h"
#include "engine/core/atomicfile.h"
#include "engine/page/htmltext.h"
#include "engine/page/numbertext.h"
#include "engine/page/page.h"

#include <utility>

namespace lipwright::assessment {
namespace {

using page::decimals;
using page::element;
using page::escaped;
using page::fixedDecimals;

// Blue, orange, green and violet of equal weight, each engine in a row with its name.
constexpr const char* kStyle = R"css(
main{max-width:1240px}
.grid{stroke:var(--line);stroke-width:1}
.wanted{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:5 3}
.box{fill-opacity:.16;stroke-width:1}
.median{stroke-width:2}
.box-a,.point-a,.mean-a{fill:var(--after)}.box-a,.median-a{stroke:var(--after)}
.box-b,.point-b,.mean-b{fill:var(--before)}.box-b,.median-b{stroke:var(--before)}
.box-c,.point-c,.mean-c{fill:var(--approved)}.box-c,.median-c{stroke:var(--approved)}
.box-d,.point-d,.mean-d{fill:var(--bypass)}.box-d,.median-d{stroke:var(--bypass)}
.point{fill-opacity:.62}
.mean{stroke:var(--card);stroke-width:1.2}
.plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(520px,1fr));gap:14px}
.plots .card{padding:12px 14px 8px}
.plots h3{font-size:14px;margin:0}
.plots p{font-size:12px;margin:0 0 4px}
td.n,th.n{padding-right:10px}
.yes{color:var(--approved);font-weight:600}.no{color:var(--before);font-weight:600}
td.theme{color:var(--soft);font-size:12px;padding-top:14px;font-weight:600}
.clip{margin:0 0 18px}
.clip h3{font-size:15px;margin:0 0 2px}
.clip h4{font-size:12px;color:var(--soft);margin:12px 0 4px;font-weight:600}
.row{display:grid;grid-template-columns:74px 1fr;gap:8px;align-items:center;margin:0 0 3px}
.row span{font-size:12px;color:var(--soft);text-align:right}
.row img{display:block;max-width:100%;height:auto}
@media (max-width:600px){.plots{grid-template-columns:1fr}}
@media print{.clip,.plots .card{break-inside:avoid}}
)css";

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
    return fixedDecimals(value, metric.decimals);
}

std::string wantedText(const Metric& metric) {
    if (!metric.wanted) {
        return "–";
    }
    return (metric.better == Better::higher ? "≥ " : "≤ ") + number(metric, *metric.wanted);
}

std::string betterText(const Metric& metric) {
    switch (metric.better) {
        case Better::higher:
            return " Higher is better.";
        case Better::lower:
            return " Lower is better.";
        case Better::neither:
            return {};
    }
    return {};
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

std::string plots(const Results& results) {
    std::string cards;
    for (const Metric& metric : metrics()) {
        std::vector<std::pair<std::string, Aggregate>> engines;
        for (const std::string& engine : results.engines) {
            engines.emplace_back(engine, aggregate(results, engine, metric));
        }
        const std::string plot = stripPlot(metric, engines);
        if (!plot.empty()) {
            cards +=
                element("div", "card",
                        element("h3", "", metric.title) +
                            element("p", "soft", metric.explanation + betterText(metric)) + plot);
        }
    }
    return cards.empty() ? std::string()
                         : "<h2>Clip by clip</h2><p class=\"soft\">A point is a clip (its name "
                           "appears under the pointer), the diamond the mean, the box the middle "
                           "half with its median.</p>" +
                               element("div", "plots", cards);
}

std::string stripRows(const ClipResult& clip, const Results& results, Strip strip,
                      const std::filesystem::path& pictures) {
    std::vector<std::string> shown{"original"};
    shown.insert(shown.end(), results.engines.begin(), results.engines.end());
    std::string rows;
    for (const std::string& who : shown) {
        const auto jpeg = core::readSmallFile(stripPath(pictures, clip.id, who, strip));
        if (jpeg) {
            rows += element("div", "row",
                            element("span", "", escaped(who)) + "<img alt=\"" +
                                escaped(clip.id + ", " + who + ", " + nameOf(strip)) +
                                "\" src=\"data:image/jpeg;base64," + page::base64(*jpeg) + "\"/>");
        }
    }
    return rows;
}

std::string sheets(const Results& results, const std::filesystem::path& pictures) {
    constexpr std::pair<Strip, const char*> kStrips[] = {
        {Strip::faces, "Cross-dub: the voice of another speaker"},
        {Strip::motion, "Cross-dub: every second frame"},
        {Strip::mouths,
         "Reconstruction: own voice, the mouth taken from elsewhere; film pixels, "
         "enlarged by a whole number"}};
    std::string clips;
    for (const ClipResult& clip : results.clips) {
        std::string parts;
        for (const auto& [strip, title] : kStrips) {
            const std::string rows = stripRows(clip, results, strip, pictures);
            parts += rows.empty() ? "" : element("h4", "", title) + rows;
        }
        if (!parts.empty()) {
            clips += element("div", "card clip",
                             element("h3", "", escaped(clip.id)) +
                                 element("p", "soft small",
                                         "Speaker " + escaped(clip.speaker) + ", " +
                                             decimals(clip.seconds, 1) + " s" +
                                             (clip.voice.empty() ? std::string()
                                                                 : ", dubbed with the sound of " +
                                                                       escaped(clip.voice))) +
                                 parts);
        }
    }
    return clips.empty() ? std::string() : "<h2>For the eye</h2>" + clips;
}

std::string problems(const Results& results) {
    std::string rows;
    for (const ClipResult& clip : results.clips) {
        for (const auto& [engine, made] : clip.engines) {
            if (!made.problem.empty()) {
                rows += element("tr", "",
                                element("td", "", escaped(clip.id)) +
                                    element("td", "", escaped(engine)) +
                                    element("td", "wrap", escaped(made.problem)));
            }
        }
    }
    return rows.empty() ? std::string()
                        : "<h2>Not measured</h2><div class=\"card\"><table><thead><tr><th>Clip</th>"
                          "<th>Engine</th><th>Why</th></tr></thead><tbody>" +
                              rows + "</tbody></table></div>";
}

std::string explanation() {
    return "<h2>How to read this</h2><div class=\"card\"><p>Reconstruction: the clip’s own sound, "
           "the mouth’s shape as the network predicts it, and no mouth taken from the frame it "
           "replaces or its neighbours. Cross-dub: the sound of another speaker’s clip. Lip "
           "closure: spoken sentences whose phoneme times the synthesiser tells; lips count as "
           "closed where the opening falls below the closed lips’ own opening plus a third of the "
           "way to the clip’s median.</p><p>A ratio’s mean is the ratio of the means; its median "
           "is that of the clips’ ratios. Ratios of the expert loss are of clips alone whose own "
           "sound the expert finds in sync.</p><p class=\"soft\">The judges are Lipwright’s own: "
           "their figures rank engines on the same clips and can not be compared with published "
           "ones.</p></div>";
}

}  // namespace

std::string evaluationPage(const Results& results, const std::filesystem::path& pictures) {
    const std::string title = "Engines compared on ‘" + results.split + "’";
    return page::pageHtml(
        title, kStyle,
        element("h1", "", escaped(title)) +
            element(
                "p", "soft",
                page::counted(static_cast<std::int64_t>(results.clips.size()), "clip", "clips") +
                    ", " +
                    page::counted(static_cast<std::int64_t>(results.engines.size()), "engine",
                                  "engines")) +
            table(results) + (results.engines.empty() ? std::string() : syncTable(results)) +
            plots(results) + sheets(results, pictures) + problems(results) + explanation());
}

}  // namespace lipwright::assessment
