// Edits a project at random while real takes arrive, and says so on standard output, until it is
// killed: "edit N MS" and "take SEGMENT FOLDER", MS since the epoch.
// Arguments: autosave folder, project file or "-", film, voice, cache, models, seed, and the take
// (counted from 1; 0: none) upon whose arrival it dies before the document hears of it; -1: it only
// edits, so that no take brings about an autosave.
#include "app/document/projectdocument.h"
#include "app/jobs/renderqueue.h"
#include "engine/dubbing/analysiscache.h"
#include "engine/project/edits.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>
#include <QTimer>
#include <csignal>
#include <cstdio>

using namespace lipwright;
using core::Result;
using project::Project;

namespace {

constexpr int kSegments = 6;
constexpr std::int64_t kSegmentFrames = 6;

template <typename T>
Result<void> dropped(const Result<T>& result) {
    return result ? Result<void>() : core::passOn(result);
}

class EditingChild {
public:
    EditingChild(const QStringList& arguments, dubbing::RenderSource source)
        : m_file(arguments[2] == "-" ? std::string() : arguments[2].toStdString()),
          m_voice(arguments[4].toStdString()),
          m_source(std::move(source)),
          m_random(arguments[7].toUInt()),
          m_lastTake(arguments[8].toInt()),
          m_document(m_jobs),
          m_renders(m_jobs) {
        m_document.setAutosaveFolder(arguments[1].toStdString());
        m_document.setAutosaveSeconds(1);
    }

    bool start() {
        QObject::connect(
            &m_renders, &app::RenderQueue::takeFinished,
            [this](project::Id segment, const project::Take& take) { arrive(segment, take); });
        QObject::connect(&m_edits, &QTimer::timeout, [this] { editSomething(); });
        if (!m_document.edit("Fill", [this](Project& p) { return fill(p); })) {
            return false;
        }
        if (m_file.empty()) {
            begin();
        } else {
            m_saved = QObject::connect(&m_document, &app::ProjectDocument::saved, [this] {
                QObject::disconnect(m_saved);
                begin();
            });
            m_document.saveAs(m_file);
        }
        return true;
    }

private:
    Result<void> fill(Project& project) const {
        project.film.media.path = m_source.film;
        project.film.frameCount = m_source.index->frameCount();
        project::DubTrack voice;
        voice.media.path = m_voice;
        const auto dub = project::addDubTrack(project, voice);
        std::vector<project::Segment> segments(kSegments);
        for (int i = 0; i < kSegments; ++i) {
            auto& segment = segments[static_cast<std::size_t>(i)];
            segment.dubTrack = dub.value_or(0);
            segment.frames = {i * 10, i * 10 + kSegmentFrames};
        }
        return dropped(project::addSegments(project, segments));
    }

    void begin() {
        m_source.takes = m_document.takeFolder();
        m_renders.setSource(m_source);
        std::puts("ready");
        std::fflush(stdout);
        m_edits.start(20);
        if (m_lastTake >= 0) {
            render();
        }
    }

    void render() {
        std::vector<dubbing::RenderOrder> orders;
        const auto& segments = m_document.project().segments;
        const auto chosen = segments[m_random.bounded(static_cast<quint32>(segments.size()))].id;
        if (auto order =
                dubbing::renderOrder(m_document.project(), chosen, project::TakeQuality::draft)) {
            order->segment.settings.strength = m_random.bounded(100) / 100.0;
            orders.push_back(std::move(*order));
        }
        m_renders.enqueue(orders);
    }

    void arrive(project::Id segment, const project::Take& take) {
        std::printf("take %lld %s\n", static_cast<long long>(segment), take.folder.c_str());
        std::fflush(stdout);
        if (++m_takes == m_lastTake) {
            (void)std::raise(SIGKILL);
        }
        (void)m_document.edit(
            "Take", [&](Project& p) { return dropped(project::addTake(p, segment, take)); });
        render();
    }

    void editSomething() {
        const int number = ++m_count;
        const auto edited = m_document.edit("Edit", [&](Project& p) -> Result<void> {
            auto& segment = p.segments[m_random.bounded(static_cast<quint32>(p.segments.size()))];
            const project::Id id = segment.id;
            if (m_random.bounded(2) == 0) {
                (void)project::setSegmentNotes(p, id, "note " + std::to_string(number));
            } else {
                (void)project::nudgeSegments(p, std::vector<project::Id>{id}, 1000);
            }
            const auto frame = static_cast<std::int64_t>(
                m_random.bounded(static_cast<quint32>(p.film.frameCount)));
            return dropped(project::addMarker(p, frame, std::to_string(number)));
        });
        if (edited) {
            std::printf("edit %d %lld\n", number,
                        static_cast<long long>(QDateTime::currentMSecsSinceEpoch()));
            std::fflush(stdout);
        }
        if (!m_file.empty() && m_random.bounded(60) == 0) {
            m_document.save();
        }
    }

    std::filesystem::path m_file;
    std::filesystem::path m_voice;
    dubbing::RenderSource m_source;
    QRandomGenerator m_random;
    int m_lastTake;
    app::JobQueue m_jobs;
    app::ProjectDocument m_document;
    app::RenderQueue m_renders;
    QTimer m_edits;
    QMetaObject::Connection m_saved;
    int m_count = 0;
    int m_takes = 0;
};

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 9) {
        return 2;
    }
    const dubbing::AnalysisCache cache(arguments[5].toStdString());
    const auto film = cache.film(arguments[3].toStdString());
    const auto faces =
        film ? cache.faces(arguments[3].toStdString(), film->index)
             : core::Result<std::shared_ptr<const face::FaceAnalysis>>(core::passOn(film));
    if (!faces) {
        std::fprintf(stderr, "%s\n", faces.error().text().c_str());
        return 1;
    }
    EditingChild child(arguments, {arguments[3].toStdString(),
                                   film->index,
                                   *faces,
                                   arguments[6].toStdString(),
                                   {},
                                   nets::Device::cpu,
                                   2});
    return child.start() ? QCoreApplication::exec() : 1;
}
