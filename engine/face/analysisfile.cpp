#include "engine/face/analysisfile.h"

#include "engine/core/atomicfile.h"
#include "engine/core/hash.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>

namespace lipwright::face {
namespace {

constexpr std::string_view kMagic = "LWFACES\n";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kSealLength = 64;
constexpr std::size_t kMaximumFile = std::size_t{4} << 30U;
constexpr std::int64_t kMaximumFrames = std::int64_t{1} << 32U;

static_assert(std::endian::native == std::endian::little, "the file is little endian");

/// Writing and reading walk the same fields in the same order: see transfer() below.
class Writer {
public:
    static constexpr bool kReads = false;

    template <typename T>
    requires std::is_arithmetic_v<T>
    void value(const T& v) { m_bytes.append(reinterpret_cast<const char*>(&v), sizeof v); }
    std::size_t count(std::size_t size, std::size_t /*least*/) {
        value(static_cast<std::uint64_t>(size));
        return size;
    }
    [[nodiscard]] bool good() const { return true; }
    std::string& bytes() { return m_bytes; }

private:
    std::string m_bytes;
};

class Reader {
public:
    static constexpr bool kReads = true;

    explicit Reader(std::string_view bytes) : m_rest(bytes) {}

    template <typename T>
    requires std::is_arithmetic_v<T>
    void value(T& v) {
        v = T{};
        if (m_rest.size() < sizeof v) {
            m_good = false;
            return;
        }
        std::memcpy(&v, m_rest.data(), sizeof v);
        m_rest.remove_prefix(sizeof v);
        if constexpr (std::is_floating_point_v<T>) {
            m_good = m_good && std::isfinite(v);
        }
    }
    /// A number of items of at least `least` bytes each: no more than the file can hold.
    std::size_t count(std::size_t /*size*/, std::size_t least) {
        std::uint64_t n = 0;
        value(n);
        if (n > m_rest.size() / least) {
            m_good = false;
            return 0;
        }
        return static_cast<std::size_t>(n);
    }
    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    void refuse() { m_good = false; }

private:
    std::string_view m_rest;
    bool m_good = true;
};

template <typename Archive, typename Point>
void transferPoint(Archive& archive, Point& p) {
    archive.value(p.x);
    archive.value(p.y);
}

template <typename Archive, typename Items, typename Each>
void transferAll(Archive& archive, Items& items, std::size_t least, const Each& each) {
    const std::size_t count = archive.count(items.size(), least);
    if constexpr (Archive::kReads) {
        items.resize(count);
    }
    for (auto& item : items) {
        if (!archive.good()) {
            return;
        }
        each(item);
    }
}

template <typename Archive, typename Observation>
void transferObservation(Archive& archive, Observation& o) {
    auto usability = static_cast<std::uint8_t>(o.usability);
    archive.value(usability);
    if constexpr (Archive::kReads) {
        if (usability > static_cast<std::uint8_t>(FaceUsability::occluded)) {
            archive.refuse();
            return;
        }
        o.usability = static_cast<FaceUsability>(usability);
    }
    if (o.usability == FaceUsability::noFace) {
        return;
    }
    transferPoint(archive, o.box);
    archive.value(o.box.width);
    archive.value(o.box.height);
    for (auto& p : o.landmarks) {
        transferPoint(archive, p);
    }
    for (auto& p : o.stableLandmarks) {
        transferPoint(archive, p);
    }
    archive.value(o.pose.yaw);
    archive.value(o.pose.pitch);
    archive.value(o.pose.roll);
    archive.value(o.pose.scale);
    transferPoint(archive, o.pose.centre);
    archive.value(o.pose.residual);
    for (auto& measure : o.shape) {
        archive.value(measure);
    }
    archive.value(o.sharpness);
    archive.value(o.brightness);
}

template <typename Archive, typename Analysis>
void transfer(Archive& archive, Analysis& analysis) {
    archive.value(analysis.frameCount);
    transferAll(archive, analysis.shots, 16, [&](auto& shot) {
        archive.value(shot.firstFrame);
        archive.value(shot.endFrame);
    });
    transferAll(archive, analysis.tracks, 28, [&](auto& track) {
        archive.value(track.id);
        archive.value(track.shot);
        archive.value(track.actor);
        archive.value(track.firstFrame);
        transferAll(archive, track.observations, 1,
                    [&](auto& observation) { transferObservation(archive, observation); });
    });
    transferAll(archive, analysis.actors, 20, [&](auto& actor) {
        archive.value(actor.id);
        transferAll(archive, actor.tracks, sizeof(int), [&](auto& track) { archive.value(track); });
        archive.value(actor.usableFrames);
        for (std::size_t m = 0; m < kMouthMeasures; ++m) {
            archive.value(actor.mouthRange.centre[m]);
            archive.value(actor.mouthRange.range[m]);
        }
    });
}

bool isIndex(int value, std::size_t size) {
    return value >= 0 && static_cast<std::size_t>(value) < size;
}

bool trackIsSound(const FaceAnalysis& analysis, const FaceTrack& track, std::size_t position) {
    if (track.id != static_cast<int>(position) || !isIndex(track.shot, analysis.shots.size()) ||
        !isIndex(track.actor, analysis.actors.size())) {
        return false;
    }
    const Shot& shot = analysis.shots[static_cast<std::size_t>(track.shot)];
    return track.firstFrame >= shot.firstFrame && track.firstFrame <= shot.endFrame &&
           std::ssize(track.observations) <= shot.endFrame - track.firstFrame;
}

/// What users of an analysis rely on without asking.
bool isSound(const FaceAnalysis& analysis) {
    if (analysis.frameCount < 0 || analysis.frameCount > kMaximumFrames) {
        return false;
    }
    std::int64_t before = 0;
    for (const Shot& shot : analysis.shots) {
        if (shot.firstFrame < before || shot.endFrame < shot.firstFrame ||
            shot.endFrame > analysis.frameCount) {
            return false;
        }
        before = shot.endFrame;
    }
    for (std::size_t i = 0; i < analysis.tracks.size(); ++i) {
        if (!trackIsSound(analysis, analysis.tracks[i], i)) {
            return false;
        }
    }
    for (std::size_t i = 0; i < analysis.actors.size(); ++i) {
        const Actor& actor = analysis.actors[i];
        if (actor.id != static_cast<int>(i)) {
            return false;
        }
        for (const int track : actor.tracks) {
            if (!isIndex(track, analysis.tracks.size())) {
                return false;
            }
        }
    }
    return true;
}

std::string sealOf(std::string_view bytes) {
    return core::sha256(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

core::Failure damaged(const std::filesystem::path& path, const char* reason) {
    return core::fail(core::ErrorCode::damagedMedia, reason, path.string(),
                      "Delete it: the film will be analysed again");
}

}  // namespace

core::Result<void> saveAnalysis(const std::filesystem::path& path, const FaceAnalysis& analysis) {
    Writer writer;
    writer.bytes().append(kMagic);
    writer.value(kVersion);
    writer.value(static_cast<std::uint32_t>(kMouthMeasures));
    transfer(writer, analysis);
    writer.bytes().append(sealOf(writer.bytes()));
    return core::writeFileAtomically(path, writer.bytes());
}

core::Result<FaceAnalysis> loadAnalysis(const std::filesystem::path& path) {
    const auto bytes = core::readSmallFile(path, kMaximumFile);
    if (!bytes) {
        return core::passOn(bytes);
    }
    std::string_view all(*bytes);
    if (all.size() < kMagic.size() + 2 * sizeof(std::uint32_t) + kSealLength ||
        !all.starts_with(kMagic)) {
        return damaged(path, "this is not a face analysis");
    }
    const std::string_view seal = all.substr(all.size() - kSealLength);
    all.remove_suffix(kSealLength);
    if (sealOf(all) != seal) {
        return damaged(path, "the face analysis is damaged: its checksum is wrong");
    }
    Reader reader(all.substr(kMagic.size()));
    std::uint32_t version = 0;
    std::uint32_t measures = 0;
    reader.value(version);
    reader.value(measures);
    if (version != kVersion || measures != kMouthMeasures) {
        return damaged(path, "the face analysis was made by another version of Lipwright");
    }
    FaceAnalysis analysis;
    transfer(reader, analysis);
    if (!reader.good() || !reader.atEnd() || !isSound(analysis)) {
        return damaged(path, "the face analysis contradicts itself");
    }
    return analysis;
}

}  // namespace lipwright::face
