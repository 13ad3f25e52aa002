// The words of the project file.
#pragma once

#include "engine/project/project.h"

#include <array>
#include <string_view>

namespace lipwright::project {

inline constexpr std::array<std::string_view, 5> kStatusNames = {"new", "rendered", "review",
                                                                 "approved", "bypass"};
inline constexpr std::array<std::string_view, 2> kQualityNames = {"draft", "final"};

}  // namespace lipwright::project
