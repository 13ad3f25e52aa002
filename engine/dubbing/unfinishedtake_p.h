// The folder a take is made in until it is whole: hidden, its owner's for as long as the process
// lives, gone when the take is not finished. One killed leaves a folder that sweep() removes.
#pragma once

#include "engine/core/result.h"
#include "engine/core/temporaryfolder.h"

#include <filesystem>
#include <string>

namespace lipwright::dubbing {

class UnfinishedTake {
public:
    /// In `takes`, for the take that shall be called `name` there.
    [[nodiscard]] static core::Result<UnfinishedTake> begin(const std::filesystem::path& takes,
                                                            const std::string& name);
    UnfinishedTake(UnfinishedTake&& other) noexcept;
    UnfinishedTake& operator=(UnfinishedTake&&) = delete;
    ~UnfinishedTake();

    [[nodiscard]] const std::filesystem::path& path() const { return m_folder.path(); }

    /// Gives the folder its name, or the name with a number where another take has it; returns the
    /// name.
    [[nodiscard]] core::Result<std::string> finish();

    /// Removes what killed processes left in `takes`; what living ones work in stays.
    static void sweep(const std::filesystem::path& takes);

private:
    UnfinishedTake(core::TemporaryFolder folder, std::filesystem::path takes, std::string name,
                   int lock)
        : m_folder(std::move(folder)),
          m_takes(std::move(takes)),
          m_name(std::move(name)),
          m_lock(lock) {}

    core::TemporaryFolder m_folder;
    std::filesystem::path m_takes;
    std::string m_name;
    int m_lock = -1;  ///< descriptor; the system lets go of the lock when its process dies
};

}  // namespace lipwright::dubbing
