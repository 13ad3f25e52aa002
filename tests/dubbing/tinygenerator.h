// A models folder whose mouth generator has small random weights: what the painted engine works
// with in tests, whatever is shipped.
#pragma once

#include <filesystem>

namespace lipwright::test {

/// Beside the shipped shape network; false with a warning when it can not be written.
[[nodiscard]] bool makeModelsWithTinyGenerator(const std::filesystem::path& folder);

}  // namespace lipwright::test
