#include "engine/media/frameindexfile.h"

#include "engine/media/sealedfile.h"

#include <limits>

namespace lipwright::media {
namespace {

constexpr std::string_view kKind = "frame index";
constexpr int kVersion = 1;

void writeFindings(SealedWriter& file, const FrameIndex& index) {
    file.number(index.decodedTimestamps() ? 1 : 0);
    file.number(index.hiddenFrames());
    file.number(index.damage() ? 1 : 0);
    if (index.damage()) {
        file.number(static_cast<int>(index.damage()->code));
        file.text(index.damage()->reason);
        file.text(index.damage()->remedy);
    }
}

FrameIndex::Findings readFindings(SealedReader& file, const std::filesystem::path& film) {
    FrameIndex::Findings findings;
    findings.decodedTimestamps = file.number() != 0;
    findings.hiddenFrames = file.number();
    if (file.number() != 0) {
        core::Error damage;
        const std::int64_t code = file.number();
        damage.code = code >= 0 && code <= static_cast<int>(core::ErrorCode::internal)
                          ? static_cast<core::ErrorCode>(code)
                          : core::ErrorCode::damagedMedia;
        damage.reason = file.text();
        damage.remedy = file.text();
        damage.place = film.string();
        findings.damage = std::move(damage);
    }
    return findings;
}

core::TimeBase readBase(SealedReader& file) {
    const std::int64_t numerator = file.number();
    const std::int64_t denominator = file.number();
    constexpr std::int64_t kLargest = std::numeric_limits<std::int32_t>::max();
    if (numerator < 1 || denominator < 1 || numerator > kLargest || denominator > kLargest) {
        file.refuse();
        return {};
    }
    return {static_cast<std::int32_t>(numerator), static_cast<std::int32_t>(denominator)};
}

}  // namespace

// Of each frame the step from the frame before, whether it is a key frame, and its duration where
// it is not the step to the next frame.
core::Result<void> saveFrameIndex(const std::filesystem::path& path, const FrameIndex& index) {
    SealedWriter file(kKind, kVersion);
    file.number(index.timeBase().numerator);
    file.number(index.timeBase().denominator);
    writeFindings(file, index);
    file.number(index.frameCount());
    std::int64_t before = 0;
    for (std::size_t i = 0; i < index.entries().size(); ++i) {
        const FrameIndex::Entry& entry = index.entries()[i];
        const bool last = i + 1 == index.entries().size();
        const std::int64_t step = last ? 0 : index.entries()[i + 1].pts - entry.pts;
        file.number((entry.pts - before) * 2 + (entry.key ? 1 : 0));
        file.number(entry.duration - step);
        before = entry.pts;
    }
    return std::move(file).save(path);
}

core::Result<std::shared_ptr<const FrameIndex>> loadFrameIndex(const std::filesystem::path& path,
                                                               const std::filesystem::path& film) {
    auto file = SealedReader::open(path, kKind, kVersion);
    if (!file) {
        return core::passOn(file);
    }
    const core::TimeBase base = readBase(*file);
    FrameIndex::Findings findings = readFindings(*file, film);
    std::vector<FrameIndex::Entry> entries(file->count(2));
    std::int64_t before = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::int64_t word = file->number();
        entries[i].key = (word & 1) != 0;
        entries[i].pts = before + (word >> 1);
        entries[i].duration = file->number();
        if (i > 0) {
            const std::int64_t step = entries[i].pts - before;
            entries[i - 1].duration += step;
            if (step <= 0) {
                file->refuse();
            }
        }
        before = entries[i].pts;
    }
    if (entries.empty()) {
        file->refuse();
    }
    if (const auto whole = file->finish(); !whole) {
        return core::passOn(whole);
    }
    return std::make_shared<const FrameIndex>(base, std::move(entries), std::move(findings));
}

}  // namespace lipwright::media
