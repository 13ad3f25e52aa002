// One self-contained page without scripts: everything is inside of it, pictures as data. Light,
// dark and print come from one style sheet, to which a page adds what it alone has.
#pragma once

#include <string>

namespace lipwright::page {

/// `title`: text; `style`: more CSS; `body`: HTML already.
[[nodiscard]] std::string pageHtml(const std::string& title, const char* style,
                                   const std::string& body);

}  // namespace lipwright::page
