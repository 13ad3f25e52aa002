#include "engine/adaptation/workfolder_p.h"
#include "engine/core/atomicfile.h"

#include <charconv>
#include <cmath>
#include <system_error>

namespace lipwright::adaptation {

namespace fs = std::filesystem;
using core::Result;

namespace {

constexpr const char* kRequest = "request.txt";
constexpr const char* kSeconds = "seconds.txt";
constexpr const char* kOffset = "offset.txt";
constexpr const char* kUnknown = "unknown";

std::string textIn(const fs::path& file) {
    return core::readSmallFile(file, 64 * 1024).value_or(std::string());
}

template <typename T>
std::optional<T> numberIn(const fs::path& file) {
    const std::string text = textIn(file);
    T value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = problem == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

}  // namespace

fs::path workFolderOf(const fs::path& actors, int actor) {
    const fs::path beside = actors.has_filename() ? actors : actors.parent_path();
    return beside.parent_path() / (beside.filename().string() + ".work") /
           ("actor-" + std::to_string(actor));
}

Result<WorkFolder> WorkFolder::open(const fs::path& folder, const std::string& request) {
    std::error_code error;
    if (textIn(folder / kRequest) == request) {
        return WorkFolder(folder);
    }
    fs::remove_all(folder, error);
    fs::create_directories(folder, error);
    if (error) {
        return core::Failure(core::errorFromErrno(error.value(), folder.string(),
                                                  "can not make the folder to adapt in"));
    }
    if (const auto written = core::writeFileAtomically(folder / kRequest, request); !written) {
        return core::passOn(written);
    }
    return WorkFolder(folder);
}

double WorkFolder::secondsBefore() const {
    const double seconds = numberIn<double>(m_folder / kSeconds).value_or(0.0);
    return std::isfinite(seconds) ? std::max(0.0, seconds) : 0.0;
}

Result<void> WorkFolder::recordSeconds(double seconds) const {
    return core::writeFileAtomically(m_folder / kSeconds, std::to_string(seconds));
}

std::optional<WorkFolder::Offset> WorkFolder::offset() const {
    if (textIn(m_folder / kOffset) == kUnknown) {
        return Offset{};
    }
    const auto late = numberIn<int>(m_folder / kOffset);
    return late ? std::optional(Offset{late}) : std::nullopt;
}

Result<void> WorkFolder::recordOffset(const std::optional<int>& late) const {
    return core::writeFileAtomically(m_folder / kOffset, late ? std::to_string(*late) : kUnknown);
}

void WorkFolder::remove() const {
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
    fs::remove(m_folder.parent_path(), ignored);  // when it was the last
}

}  // namespace lipwright::adaptation
