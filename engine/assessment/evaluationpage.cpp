#include "engine/assessment/evaluationpage.h"

#include "engine/assessment/contactsheets.h"
#include "engine/assessment/figuretables_p.h"
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
.strip-mouths{overflow-x:auto}.strip-mouths .row{width:max-content}.strip-mouths img{max-width:none}
@media (max-width:600px){.plots{grid-template-columns:1fr}}
@media print{.clip,.plots .card{break-inside:avoid}}
)css";

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
            if (!rows.empty()) {
                const std::string kind = std::string("strip-") + nameOf(strip);
                parts += element("h4", "", title) + element("div", kind.c_str(), rows);
            }
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
            figureTables(results) + plots(results) + sheets(results, pictures) + problems(results) +
            explanation());
}

}  // namespace lipwright::assessment
