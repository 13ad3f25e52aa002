// Neutral sentences for the presenter to say, by language.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lipwright::presenter {

/// Languages with sentences of their own.
[[nodiscard]] std::span<const std::string_view> sentenceLanguages();

/// The sentences of a language ("en", "pt-br" -> "pt"); empty when there are none.
[[nodiscard]] std::span<const std::string_view> sentencesOf(std::string_view language);

/// A text cut after each . ! ? or line end.
[[nodiscard]] std::vector<std::string> splitSentences(std::string_view text);

}  // namespace lipwright::presenter
