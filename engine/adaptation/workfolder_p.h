// Where an adaptation keeps what it has done so far, so that it can go on after a stop: beside the
// actors folder, one per actor, with what it was asked for. Another request begins anew.
#pragma once

#include "engine/adaptation/adaptactor.h"

#include <string>

namespace lipwright::adaptation {

/// `<actors folder>.work/actor-<number>`
[[nodiscard]] std::filesystem::path workFolderOf(const std::filesystem::path& actors, int actor);

class WorkFolder {
public:
    /// Kept as it is when `request` is what it was made for, else emptied.
    [[nodiscard]] static core::Result<WorkFolder> open(const std::filesystem::path& folder,
                                                       const std::string& request);

    [[nodiscard]] std::filesystem::path clips() const { return m_folder / "clips"; }
    [[nodiscard]] std::filesystem::path training(const std::string& role) const {
        return m_folder / role;
    }

    /// Seconds that earlier calls took.
    [[nodiscard]] double secondsBefore() const;
    [[nodiscard]] core::Result<void> recordSeconds(double seconds) const;

    /// Of a finished search for the sound's offset; nothing: not yet searched.
    struct Offset {
        std::optional<int> late;
    };
    [[nodiscard]] std::optional<Offset> offset() const;
    [[nodiscard]] core::Result<void> recordOffset(const std::optional<int>& late) const;

    void remove() const;

private:
    explicit WorkFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    std::filesystem::path m_folder;
};

}  // namespace lipwright::adaptation
