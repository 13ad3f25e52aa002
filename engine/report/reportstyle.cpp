#include "engine/report/reportstyle_p.h"

namespace lipwright::report {

const char* const kReportStyle = R"css(
.after{stroke:var(--after);fill:none;stroke-width:1.8}
.before{stroke:var(--before);fill:none;stroke-width:1.3;stroke-dasharray:4 2.5}
.base{stroke:var(--base);fill:none;stroke-width:1.1}
.dot-after{fill:var(--after)}
.dot-before{fill:var(--card);stroke:var(--before);stroke-width:1.6}
.link{stroke:var(--base);stroke-width:1}
.low{fill:var(--low)}
.median{stroke:var(--base);stroke-width:1;stroke-dasharray:1.5 3}
.gap{fill:var(--gap)}
.s-new{fill:var(--new)}.s-rendered{fill:var(--rendered)}.s-review{fill:var(--review)}
.s-approved{fill:var(--approved)}.s-bypass{fill:var(--bypass)}
.badge{display:inline-block;border:1px solid currentColor;border-radius:10px;padding:0 8px;
font-size:12px;white-space:nowrap}
.b-new{color:var(--new)}.b-rendered{color:var(--rendered)}.b-review{color:var(--review)}
.b-approved{color:var(--approved)}.b-bypass{color:var(--bypass)}
.missing{color:var(--before);font-weight:600}
.segments td:first-child{font-weight:600}
.segments td:last-child{width:456px;padding-right:0}
.moments{display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:14px}
@media print{.moments{grid-template-columns:repeat(3,1fr)}.segments td:last-child{width:38%}}
)css";

}  // namespace lipwright::report
