#include "engine/page/page.h"

#include "engine/page/htmltext.h"

namespace lipwright::page {
namespace {

// Blue, orange and grey stay apart for colour-blind readers; every colour comes with a word or a
// shape of its own.
const char* const kPageStyle = R"css(
:root{--page:#f6f7f9;--card:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d8dee4;--after:#0b66c3;
--before:#c2570c;--base:#7b8694;--low:#f3d9c6;--gap:#e4e7eb;--new:#9aa4af;--rendered:#0b66c3;
--review:#c2570c;--approved:#17803d;--bypass:#7a4fb5}
@media (prefers-color-scheme:dark){:root{--page:#14171b;--card:#1d2127;--ink:#e6e9ed;--soft:#9aa5b1;
--line:#343b44;--after:#5aa9f7;--before:#f0935a;--base:#8d98a5;--low:#45301f;--gap:#2b3139;
--new:#6b7580;--rendered:#5aa9f7;--review:#f0935a;--approved:#4cc07a;--bypass:#b08ce6}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);
font:14px/1.45 system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif;
font-variant-numeric:tabular-nums}
main{max-width:1180px;margin:0 auto;padding:28px 20px 60px}
h1{font-size:25px;line-height:1.25;margin:0 0 2px;overflow-wrap:anywhere}
h2{font-size:17px;margin:34px 0 10px}
p{margin:0 0 8px}
.soft,figcaption,.unit{color:var(--soft)}
.small{font-size:.86em}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:16px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin-top:18px}
.tile{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px}
.tile b{display:block;font-size:23px;line-height:1.25;font-weight:600}
.tile span{color:var(--soft);font-size:12px}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:8px 0 0;color:var(--soft);font-size:12px}
.legend svg{vertical-align:-2px;margin-right:5px}
svg{display:block;max-width:100%;height:auto}
.legend svg{display:inline-block;height:10px}
svg text{fill:var(--soft);font-size:11px}
.frame{fill:none;stroke:var(--line)}
.grid{stroke:var(--line);stroke-width:1}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:7px 16px 7px 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;font-size:12px;white-space:nowrap}
td.n,th.n{text-align:right}
tr:last-child>td{border-bottom:0}
td p{margin:0}
td .hash,.hash{font:11px/1.4 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.wrap{overflow-wrap:anywhere}
.nowrap{white-space:nowrap}
figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:8px;overflow:hidden}
figure div{display:grid;grid-template-columns:1fr 1fr;gap:1px;background:var(--line)}
figure img{width:100%;height:auto;display:block}
figcaption{padding:8px 12px;font-size:.86em}
figcaption b{color:var(--ink)}
@media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--after:#0b66c3;
--before:#c2570c;--base:#7b8694;--low:#f6e3d5;--gap:#e4e7eb;--new:#777;--rendered:#0b66c3;
--review:#c2570c;--approved:#17803d;--bypass:#7a4fb5}
main{max-width:none;padding:0}
.tiles{grid-template-columns:repeat(5,1fr)}.tile b{font-size:17px}
th,td{padding-right:8px}
body{font-size:11px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
tr,figure,.tile,.card svg{break-inside:avoid}h2{break-after:avoid}thead{display:table-header-group}}
)css";

}  // namespace

std::string pageHtml(const std::string& title, const char* style, const std::string& body) {
    // Names come from anywhere: beside the escaping, the page may load nothing.
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "img-src data:; style-src 'unsafe-inline'\"/>"
           "<meta name=\"viewport\" content=\"width=device-width\"/>"
           "<meta name=\"color-scheme\" content=\"light dark\"/><title>" +
           escaped(title) + "</title><style>" + kPageStyle + style + "</style></head><body><main>" +
           body + "</main></body></html>\n";
}

}  // namespace lipwright::page
