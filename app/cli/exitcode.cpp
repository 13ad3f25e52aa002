#include "app/cli/exitcode.h"

namespace lipwright::cli {

ExitCode exitCodeFor(core::ErrorCode code) {
    using core::ErrorCode;
    switch (code) {
        case ErrorCode::invalidArgument:
            return ExitCode::usage;
        case ErrorCode::fileNotFound:
        case ErrorCode::unsupportedMedia:
        case ErrorCode::damagedMedia:
        case ErrorCode::noVideo:
        case ErrorCode::noAudio:
            return ExitCode::badInput;
        case ErrorCode::accessDenied:
        case ErrorCode::diskFull:
        case ErrorCode::ioFailure:
            return ExitCode::badOutput;
        case ErrorCode::noFace:
        case ErrorCode::tooShort:
            return ExitCode::nothingToDo;
        case ErrorCode::modelInvalid:
            return ExitCode::badModel;
        case ErrorCode::cancelled:
            return ExitCode::cancelled;
        case ErrorCode::outOfMemory:
        case ErrorCode::internal:
            return ExitCode::internalError;
    }
    return ExitCode::internalError;
}

const char* exitCodeHelp() {
    return "Exit codes:\n"
           "  0    done\n"
           "  1    internal error, or out of memory\n"
           "  2    wrong options\n"
           "  3    an input is missing, damaged or of an unsupported kind\n"
           "  4    a file or folder can not be read or written (permissions, disk space)\n"
           "  5    nothing to do: no usable face, no speech, or too short\n"
           "  6    model weights are missing or not what models/manifest.json says\n"
           "  130  interrupted; nothing half-written is left";
}

}  // namespace lipwright::cli
