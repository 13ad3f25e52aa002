#include "engine/core/hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <vector>

namespace lipwright::core {
namespace {

class Sha256 {
public:
    Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }

    void update(const void* data, std::size_t size) {
        EVP_DigestUpdate(m_context.get(), data, size);
    }

    std::string hex() {
        std::array<unsigned char, 32> digest{};
        EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr);
        static constexpr char kDigits[] = "0123456789abcdef";
        std::string text;
        text.reserve(digest.size() * 2);
        for (const unsigned char byte : digest) {
            text += kDigits[byte >> 4];
            text += kDigits[byte & 15];
        }
        return text;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

}  // namespace

std::string sha256(std::span<const std::byte> bytes) {
    Sha256 hash;
    hash.update(bytes.data(), bytes.size());
    return hash.hex();
}

Result<std::string> sha256OfFile(const std::filesystem::path& path, std::stop_token stop) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return Failure(errorFromErrno(errno, path.string(), "can not read the file"));
    }
    Sha256 hash;
    std::vector<char> block(1 << 20);
    while (file) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        hash.update(block.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad()) {
        return fail(ErrorCode::ioFailure, "reading stopped before the end of the file",
                    path.string(), "Check the disk and try again");
    }
    return hash.hex();
}

Result<std::string> fingerprintOfFile(const std::filesystem::path& path) {
    constexpr std::int64_t kBlock = 64 << 10;
    constexpr std::int64_t kBlocks = 64;
    std::error_code problem;
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path, problem));
    if (problem) {
        return Failure(errorFromErrno(problem.value(), path.string(), "can not read the file"));
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return Failure(errorFromErrno(errno, path.string(), "can not read the file"));
    }
    Sha256 hash;
    const std::string length = std::to_string(size) + ":";
    hash.update(length.data(), length.size());
    std::vector<char> block(kBlock);
    const bool whole = size <= kBlock * kBlocks;
    const std::int64_t blocks = whole ? (size + kBlock - 1) / kBlock : kBlocks;
    for (std::int64_t i = 0; i < blocks; ++i) {
        // The last one ends with the file.
        const std::int64_t start = whole ? i * kBlock : i * (size - kBlock) / (kBlocks - 1);
        file.seekg(start);
        file.read(block.data(), std::min(kBlock, size - start));
        if (file.gcount() == 0) {
            return fail(ErrorCode::ioFailure, "reading stopped before the end of the file",
                        path.string(), "Check the disk and try again");
        }
        hash.update(block.data(), static_cast<std::size_t>(file.gcount()));
    }
    return "fp1:" + hash.hex();
}

}  // namespace lipwright::core
