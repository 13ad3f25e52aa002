#include "engine/core/error.h"

#include <cerrno>
#include <cstring>

namespace lipwright::core {

std::string Error::text() const {
    std::string line = place.empty() ? reason : place + ": " + reason;
    if (!remedy.empty()) {
        line += ". " + remedy;
    }
    if (!line.empty() && line.back() != '.') {
        line += '.';
    }
    return line;
}

Error errorFromErrno(int errnoValue, std::string place, const std::string& action) {
    Error error{ErrorCode::ioFailure, action + ": " + std::strerror(errnoValue), std::move(place),
                ""};
    switch (errnoValue) {
        case ENOENT:
        case ENOTDIR:
            error.code = ErrorCode::fileNotFound;
            error.remedy = "Check the path and try again";
            break;
        case EACCES:
        case EPERM:
        case EROFS:
            error.code = ErrorCode::accessDenied;
            error.remedy = "Choose another folder or change its permissions";
            break;
        case ENOSPC:
        case EDQUOT:
            error.code = ErrorCode::diskFull;
            error.remedy = "Free some space or choose another disk";
            break;
        case ENOMEM:
            error.code = ErrorCode::outOfMemory;
            error.remedy = "Close other programs and try again";
            break;
        default:
            break;
    }
    return error;
}

}  // namespace lipwright::core
