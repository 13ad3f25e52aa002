#include "engine/media/decoder_p.h"
#include "engine/media/streaminfo_p.h"

#include <algorithm>

namespace lipwright::media {
namespace {

using Entry = FrameIndex::Entry;

/// Decodes the first packets until one frame comes out: frames before it (leading pictures whose
/// references are missing) are never presented.
class FirstFrame {
public:
    explicit FirstFrame(std::unique_ptr<Decoder> decoder) : m_decoder(std::move(decoder)) {}

    /// Null: the packets have ended.
    void offer(const AVPacket* packet) {
        if (m_pts || m_offered++ > kMaximumPackets) {
            return;
        }
        (void)m_decoder->send(packet);
        if (m_decoder->receive(*m_frame) == 0) {
            m_pts = stampOf(*m_frame, false);
            m_decoder.reset();
        }
    }
    [[nodiscard]] std::optional<std::int64_t> pts() const { return m_pts; }

private:
    static constexpr int kMaximumPackets = 300;
    std::unique_ptr<Decoder> m_decoder;
    FramePtr m_frame = makeFrame();
    std::optional<std::int64_t> m_pts;
    int m_offered = 0;
};

/// What one pass over the packets found.
struct Scan {
    std::vector<Entry> entries;
    std::int64_t packets = 0;
    std::int64_t hidden = 0;
    bool timestampsMissing = false;
    bool lastIsPartial = false;
    int readError = 0;
};

class Scanner {
public:
    Scanner(Demuxer& demuxer, std::stop_token stop, const core::ProgressCallback& progress)
        : m_demuxer(demuxer), m_stop(std::move(stop)), m_progress(progress) {}

    core::Result<Scan> run(FirstFrame& first) {
        Scan scan;
        const PacketPtr packet = makePacket();
        for (;;) {
            if (m_stop.stop_requested()) {
                return core::cancelled();
            }
            if (const int code = m_demuxer.read(*packet); code < 0) {
                scan.readError = code == AVERROR_EOF ? 0 : code;
                first.offer(nullptr);
                return scan;
            }
            add(scan, *packet);
            first.offer(packet.get());
            report(packet->pos);
        }
    }

    void report(std::int64_t position) const {
        if (position > 0) {
            core::report(m_progress, {"index", position, m_demuxer.fileSize()});
        }
    }
    [[nodiscard]] bool stopped() const { return m_stop.stop_requested(); }

private:
    void add(Scan& scan, const AVPacket& packet) {
        ++scan.packets;
        scan.lastIsPartial = (packet.flags & AV_PKT_FLAG_CORRUPT) != 0;
        if ((packet.flags & AV_PKT_FLAG_DISCARD) != 0) {
            ++scan.hidden;
            return;
        }
        std::int64_t pts = packet.pts;
        if (pts == AV_NOPTS_VALUE && m_demuxer.selected().codecpar->video_delay == 0) {
            pts = packet.dts;
        }
        if (pts == AV_NOPTS_VALUE) {
            scan.timestampsMissing = true;
            return;
        }
        scan.entries.push_back({pts, packet.duration, (packet.flags & AV_PKT_FLAG_KEY) != 0});
    }

    Demuxer& m_demuxer;
    std::stop_token m_stop;
    const core::ProgressCallback& m_progress;
};

/// Presentation order, one entry per timestamp, durations up to the next frame.
void arrange(std::vector<Entry>& entries, std::int64_t nominalDuration) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.pts < b.pts; });
    entries.erase(std::unique(entries.begin(), entries.end(),
                              [](const Entry& a, const Entry& b) { return a.pts == b.pts; }),
                  entries.end());
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
        entries[i].duration = entries[i + 1].pts - entries[i].pts;
    }
    if (!entries.empty() && entries.back().duration <= 0) {
        entries.back().duration =
            entries.size() > 1 ? entries[entries.size() - 2].duration : nominalDuration;
    }
}

/// For files whose packets do not tell when their frames are shown.
core::Result<std::vector<Entry>> decodeAll(Demuxer& demuxer, const Scanner& scanner) {
    if (auto rewound = demuxer.rewind(); !rewound) {
        return core::passOn(rewound);
    }
    auto decoder = Decoder::open(demuxer.selected(), 2, demuxer.path());
    if (!decoder) {
        return core::passOn(decoder);
    }
    std::vector<Entry> entries;
    const FramePtr frame = makeFrame();
    while ((*decoder)->next(demuxer, *frame) == Decoder::Outcome::frame) {
        if (scanner.stopped()) {
            return core::cancelled();
        }
        const std::int64_t pts = stampOf(*frame, true);
        if (pts != AV_NOPTS_VALUE) {
            entries.push_back({pts, frame->pkt_duration, entries.empty()});
        }
        scanner.report(frame->pkt_pos);
    }
    return entries;
}

/// MP4 and MOV list their samples: a file that ends early has fewer.
std::int64_t listedPackets(Demuxer& demuxer) {
    const std::string name = demuxer.format().iformat->name;
    return name.find("mp4") == std::string::npos
               ? 0
               : avformat_index_get_entries_count(&demuxer.selected());
}

std::optional<core::Error> damageOf(Demuxer& demuxer, const Scan& scan, core::TimeBase base) {
    const std::int64_t listed = listedPackets(demuxer);
    const bool truncated = scan.readError != 0 || scan.lastIsPartial || scan.packets < listed ||
                           demuxer.log().saidTruncated();
    if (!truncated) {
        return std::nullopt;
    }
    std::string found = std::to_string(scan.entries.size());
    if (listed > 0) {
        found += " of " + std::to_string(std::max(listed, scan.packets));
    }
    const Entry last = scan.entries.empty() ? Entry{} : scan.entries.back();
    return core::Error{core::ErrorCode::damagedMedia,
                       "the file ends early or is damaged: " + found +
                           " frames can be read, up to " +
                           core::toDisplayString({last.pts + last.duration, base}),
                       demuxer.path().string(),
                       "Get a complete copy of the file, or work on the part that is there"};
}

}  // namespace

core::Result<std::shared_ptr<const FrameIndex>> indexStream(
    Demuxer& demuxer, std::stop_token stop, const core::ProgressCallback& progress) {
    AVStream* const stream = demuxer.videoStream();
    if (stream == nullptr) {
        return noVideo(demuxer.path());
    }
    demuxer.select(*stream);
    auto decoder = Decoder::open(*stream, 1, demuxer.path());
    if (!decoder) {
        return core::passOn(decoder);
    }
    const core::TimeBase base = fromAv(stream->time_base);
    const core::TimeBase nominal = describeVideo(demuxer, *stream).frameDuration;
    FirstFrame first(std::move(*decoder));
    Scanner scanner(demuxer, std::move(stop), progress);
    auto scan = scanner.run(first);
    if (!scan) {
        return core::passOn(scan);
    }
    // VP8 has packets that are never shown.
    const bool decode = scan->timestampsMissing || stream->codecpar->codec_id == AV_CODEC_ID_VP8;
    if (scan->lastIsPartial && !scan->entries.empty() && !decode) {
        scan->entries.pop_back();
    }
    if (first.pts() && !decode) {
        std::erase_if(scan->entries, [&](const Entry& entry) { return entry.pts < *first.pts(); });
    }
    const std::int64_t nominalTicks = core::RationalTime{1, nominal}.rescaled(base).value;
    arrange(scan->entries, nominalTicks);
    auto damage = damageOf(demuxer, *scan, base);
    if (decode) {
        auto decoded = decodeAll(demuxer, scanner);
        if (!decoded) {
            return core::passOn(decoded);
        }
        scan->entries = std::move(*decoded);
        arrange(scan->entries, nominalTicks);
    }
    if (scan->entries.empty()) {
        return core::fail(core::ErrorCode::damagedMedia, "no frame of the video can be read",
                          demuxer.path().string(), "Get a complete copy of the file");
    }
    return std::make_shared<const FrameIndex>(
        base, std::move(scan->entries),
        FrameIndex::Findings{std::move(damage), decode, scan->hidden});
}

core::Result<std::shared_ptr<const FrameIndex>> indexFrames(
    const std::filesystem::path& path, std::stop_token stop,
    const core::ProgressCallback& progress) {
    auto demuxer = Demuxer::open(path);
    if (!demuxer) {
        return core::passOn(demuxer);
    }
    return indexStream(**demuxer, std::move(stop), progress);
}

}  // namespace lipwright::media
