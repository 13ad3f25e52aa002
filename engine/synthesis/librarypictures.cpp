#include "engine/synthesis/librarypictures.h"

#include "engine/media/videoreader.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <tuple>

namespace lipwright::synthesis {

namespace {

auto orderOf(const PictureRequest& r) {
    return std::tuple(r.frame, r.region.x, r.region.y, r.region.width, r.region.height);
}

bool comesBefore(const PictureRequest& a, const PictureRequest& b) {
    return orderOf(a) < orderOf(b);
}

void sortUnique(std::vector<PictureRequest>& requests) {
    std::sort(requests.begin(), requests.end(), comesBefore);
    requests.erase(std::unique(requests.begin(), requests.end()), requests.end());
}

struct SpooledPicture {
    PictureRequest request;
    std::int64_t offset = 0;
};

}  // namespace

struct LibraryPictures::State {
    int file = -1;
    int type = CV_8UC3;
    std::int64_t size = 0;
    std::string place;
    std::vector<SpooledPicture> pictures;  // sorted by request

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (file >= 0) {
            ::close(file);
        }
    }

    core::Result<void> openIn(const std::filesystem::path& folder) {
        place = folder.string();
        std::string name = (folder / ".lipwright-spool-XXXXXX").string();
        file = ::mkostemp(name.data(), O_CLOEXEC);
        if (file < 0) {
            return tl::unexpected(core::errorFromErrno(errno, place, "create a temporary file"));
        }
        ::unlink(name.c_str());
        return {};
    }

    core::Result<void> append(const PictureRequest& request, const cv::Mat& picture) {
        type = picture.type();
        const cv::Mat whole = picture.isContinuous() ? picture : picture.clone();
        const auto* data = whole.data;
        std::size_t left = whole.total() * whole.elemSize();
        pictures.push_back({request, size});
        while (left > 0) {
            const ssize_t written = ::pwrite(file, data, left, size);
            if (written < 0 && errno == EINTR) {
                continue;
            }
            if (written <= 0) {
                return tl::unexpected(core::errorFromErrno(errno, place, "write the mouth spool"));
            }
            data += written;
            left -= static_cast<std::size_t>(written);
            size += written;
        }
        return {};
    }

    /// Null when it was not collected.
    const SpooledPicture* find(const PictureRequest& request) const {
        const auto found = std::lower_bound(pictures.begin(), pictures.end(), request,
                                            [](const SpooledPicture& a, const PictureRequest& b) {
                                                return comesBefore(a.request, b);
                                            });
        return found == pictures.end() || found->request != request ? nullptr : &*found;
    }

    core::Result<void> appendFrom(const State& other, const SpooledPicture& picture) {
        const auto known = other.read(picture);
        return known ? append(picture.request, *known) : core::passOn(known);
    }

    core::Result<void> appendFrom(media::VideoReader& reader, const PictureRequest& request,
                                  const std::stop_token& stop) {
        const auto frame = reader.frame(request.frame, stop);
        if (!frame) {
            return core::passOn(frame);
        }
        const auto picture = frame->rgb(request.region);
        return picture ? append(request, *picture) : core::passOn(picture);
    }

    core::Result<cv::Mat> read(const SpooledPicture& picture) const {
        cv::Mat result(picture.request.region.size(), type);
        auto* data = result.data;
        std::size_t left = result.total() * result.elemSize();
        std::int64_t offset = picture.offset;
        while (left > 0) {
            const ssize_t got = ::pread(file, data, left, offset);
            if (got < 0 && errno == EINTR) {
                continue;
            }
            if (got <= 0) {
                return tl::unexpected(
                    core::errorFromErrno(got < 0 ? errno : EIO, place, "read the mouth spool"));
            }
            data += got;
            left -= static_cast<std::size_t>(got);
            offset += got;
        }
        return result;
    }
};

LibraryPictures::LibraryPictures(std::unique_ptr<State> state) : m_state(std::move(state)) {}
LibraryPictures::LibraryPictures(LibraryPictures&&) noexcept = default;
LibraryPictures& LibraryPictures::operator=(LibraryPictures&&) noexcept = default;
LibraryPictures::~LibraryPictures() = default;

core::Result<LibraryPictures> LibraryPictures::collect(media::VideoReader& reader,
                                                       std::vector<PictureRequest> requests,
                                                       const std::filesystem::path& folder,
                                                       std::stop_token stop,
                                                       const core::ProgressCallback& progress,
                                                       const LibraryPictures* earlier) {
    sortUnique(requests);
    auto state = std::make_unique<State>();
    if (auto opened = state->openIn(folder); !opened) {
        return core::passOn(opened);
    }
    for (std::size_t k = 0; k < requests.size(); ++k) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const SpooledPicture* known =
            earlier != nullptr ? earlier->m_state->find(requests[k]) : nullptr;
        const auto written = known != nullptr ? state->appendFrom(*earlier->m_state, *known)
                                              : state->appendFrom(reader, requests[k], stop);
        if (!written) {
            return core::passOn(written);
        }
        core::report(progress, {"collect", static_cast<std::int64_t>(k + 1),
                                static_cast<std::int64_t>(requests.size())});
    }
    return LibraryPictures(std::move(state));
}

core::Result<cv::Mat> LibraryPictures::rgb(const PictureRequest& request) const {
    const SpooledPicture* picture = m_state->find(request);
    if (picture == nullptr) {
        return core::fail(core::ErrorCode::internal, "a mouth picture was not collected",
                          "frame " + std::to_string(request.frame));
    }
    return m_state->read(*picture);
}

std::int64_t LibraryPictures::bytesFor(std::vector<PictureRequest> requests, int bitDepth) {
    sortUnique(requests);
    std::int64_t pixels = 0;
    for (const PictureRequest& request : requests) {
        pixels += request.region.area();
    }
    return pixels * (bitDepth > 8 ? 6 : 3);
}

}  // namespace lipwright::synthesis
