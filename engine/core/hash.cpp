#include "engine/core/hash.h"

#include <openssl/evp.h>

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

}  // namespace lipwright::core
