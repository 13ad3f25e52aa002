// What went wrong, in words a user can act on: the reason, the place (file, stream, frame or
// time) and what to do about it. Plain values; safe to pass between threads.
#pragma once

#include <string>

namespace lipwright::core {

enum class ErrorCode {
    invalidArgument,
    fileNotFound,
    accessDenied,
    diskFull,
    ioFailure,
    unsupportedMedia,
    damagedMedia,
    noVideo,
    noAudio,
    noFace,
    tooShort,
    modelInvalid,
    outOfMemory,
    cancelled,
    internal,
};

struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string reason;  ///< one sentence without a final full stop
    std::string place;   ///< file, and stream, frame or time where known; may be empty
    std::string remedy;  ///< what the user can do; may be empty

    /// "place: reason. Remedy." on one line, for a terminal, a log or a message box.
    [[nodiscard]] std::string text() const;
};

/// Maps errno after a failed file operation on `place` to an Error with a fitting code and remedy.
[[nodiscard]] Error errorFromErrno(int errnoValue, std::string place, const std::string& action);

}  // namespace lipwright::core
