// Numbers and texts as tables, plots and files show them.
#pragma once

#include <string>

namespace lipwright::page {

/// With so many decimals, trailing zeros left out.
[[nodiscard]] std::string decimals(double value, int count);
/// With just so many, for columns of figures.
[[nodiscard]] std::string fixedDecimals(double value, int count);
/// With two decimals, as confidences are told.
[[nodiscard]] std::string hundredths(double value);

/// A text cell of CSV: quoted as RFC 4180 asks for, and no formula to any spreadsheet.
[[nodiscard]] std::string csvCell(const std::string& text);

}  // namespace lipwright::page
