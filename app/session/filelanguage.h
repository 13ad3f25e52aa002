// Guesses the language of a dub track from its file name: "film_ukr.wav", "Reel1-ES.wav".
#pragma once

#include <string>
#include <string_view>

namespace lipwright::app {

/// ISO 639-2/B-free code ("ukr", "spa"), or empty. Looks at whole words of the stem only, the last
/// one first.
[[nodiscard]] std::string languageInFileName(std::string_view stem);

}  // namespace lipwright::app
