// How long measuring a segment takes: `bench_segmentsync [WIDTH HEIGHT] [THREADS]` (default 1280
// 720 2) on a presenter of 10 s and a segment of 4 s. Prints seconds for the first measurement (the
// judges look at the whole face track), for a take that is new, for a retouch and for reading what
// is known.
#include "engine/dubbing/analysiscache.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/dubbing/segmentsync.h"
#include "tests/support/process.h"

#include <QTemporaryDir>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace lipwright;
using Clock = std::chrono::steady_clock;

class Bench {
public:
    Bench(const QTemporaryDir& folder, int threads) : m_folder(folder), m_threads(threads) {}

    core::Result<void> prepare(const QString& size) {
        const QString film = m_folder.filePath("film.mp4");
        const QString voice = m_folder.filePath("voice.wav");
        const auto filmed = testsupport::runPresenter(
            {"--seed", "1", "--language", "en", "--seconds", "10", "--size", size, "-o", film});
        const auto spoken = testsupport::runPresenter(
            {"--seed", "2", "--language", "es", "--seconds", "10", "--audio-only", voice});
        if (!filmed.ok() || !spoken.ok()) {
            return core::fail(core::ErrorCode::internal, "the presenter made no film or no voice");
        }
        const dubbing::AnalysisCache cache(path("cache"));
        const auto indexed = cache.film(film.toStdString());
        if (!indexed) {
            return core::passOn(indexed);
        }
        const auto faces = cache.faces(film.toStdString(), indexed->index);
        if (!faces) {
            return core::passOn(faces);
        }
        const char* models = std::getenv("LIPWRIGHT_MODELS");
        m_source = {
            film.toStdString(), indexed->index,    *faces,   models != nullptr ? models : "models",
            path("takes"),      nets::Device::cpu, m_threads};
        m_order.segment.id = 2;
        m_order.segment.frames = {75, 175};
        m_order.segment.dubTrack = 1;
        m_order.voice.id = 1;
        m_order.voice.media.path = voice.toStdString();
        m_order.folder = m_source.takes;
        return {};
    }

    core::Result<void> run() {
        auto meter = dubbing::SegmentMeter::open(m_source, path("cache"));
        if (!meter) {
            return core::passOn(meter);
        }
        report("first, without a take", *meter);
        auto renderer = dubbing::SegmentRenderer::open(m_source);
        if (!renderer) {
            return core::passOn(renderer);
        }
        for (const project::Id id : {3, 4}) {
            dubbing::RenderOrder order;
            order.segment = m_order.segment;
            order.segment.settings.strength = id == 3 ? 1.0 : 1.1;
            order.voice = m_order.voice;
            order.take = id;
            const auto take = renderer->render(order);
            if (!take) {
                return core::passOn(take);
            }
            m_order.segment.takes = {*take};
            m_order.segment.activeTake = take->id;
            report(id == 3 ? "its first take (loads the landmark model)" : "another take", *meter);
        }
        m_order.segment.retouch.grow = 0.02;
        report("another retouch", *meter);
        report("nothing new", *meter);
        return {};
    }

private:
    void report(const char* what, dubbing::SegmentMeter& meter) const {
        const auto begin = Clock::now();
        const auto sync = meter.measure(m_order);
        const std::chrono::duration<double> taken = Clock::now() - begin;
        std::printf("| %s | %.2f s | %s |\n", what, taken.count(),
                    sync ? "" : sync.error().text().c_str());
    }
    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return m_folder.filePath(name).toStdString();
    }

    const QTemporaryDir& m_folder;
    int m_threads;
    dubbing::RenderSource m_source;
    dubbing::SyncOrder m_order;
};

}  // namespace

int main(int count, char** values) {
    const QString size =
        count > 2 ? QStringLiteral("%1x%2").arg(values[1], values[2]) : QStringLiteral("1280x720");
    const QTemporaryDir folder;
    Bench bench(folder, count > 3 ? std::atoi(values[3]) : 2);
    auto done = bench.prepare(size);
    if (done) {
        done = bench.run();
    }
    if (!done) {
        std::fprintf(stderr, "%s\n", done.error().text().c_str());
        return 1;
    }
    return 0;
}
