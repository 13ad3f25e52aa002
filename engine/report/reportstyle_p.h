// What the report's page has beyond the common style.
#pragma once

namespace lipwright::report {

extern const char* const kReportStyle;

}  // namespace lipwright::report
