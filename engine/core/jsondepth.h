// Guards against JSON nested so deeply that reading or freeing it would exhaust the stack.
#pragma once

#include <cstddef>
#include <string_view>

namespace lipwright::core {

/// More than `limit` open brackets at once, outside of texts.
[[nodiscard]] bool nestsTooDeeply(std::string_view text, std::size_t limit);

}  // namespace lipwright::core
