// The return type of everything that can fail: a value or an Error, never an exception.
// Exceptions of third-party libraries are converted at the edge of the folder that owns them.
#pragma once

#include "engine/core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace lipwright::core {

template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
};

using Failure = tl::unexpected<Error>;

/// Makes a failure: `return fail(ErrorCode::noFace, "no face was found", path, "Try ...");`
[[nodiscard]] inline Failure fail(ErrorCode code, std::string reason, std::string place = {},
                                  std::string remedy = {}) {
    return Failure(Error{code, std::move(reason), std::move(place), std::move(remedy)});
}

/// Hands an error on to the caller: `if (!index) return passOn(index);`
template <typename T>
[[nodiscard]] Failure passOn(const Result<T>& failed) {
    return Failure(failed.error());
}

[[nodiscard]] inline Failure cancelled() {
    return fail(ErrorCode::cancelled, "cancelled");
}

}  // namespace lipwright::core
