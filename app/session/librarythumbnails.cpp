#include "app/session/librarythumbnails.h"

#include "app/session/filmanalysis.h"
#include "app/session/framepicture.h"
#include "engine/dubbing/librarychoice.h"
#include "engine/media/videoreader.h"

#include <QPointer>
#include <algorithm>
#include <map>

namespace lipwright::app {
namespace {

using core::Result;
using dubbing::LibraryMouth;
using dubbing::LibraryQuestion;

constexpr int kPictureSize = 112;           ///< pixels; twice what a list shows, for fine displays
constexpr std::size_t kPicturesAtOnce = 6;  ///< told together
constexpr std::size_t kPicturesKept = 600;  ///< some 50 kB each

using Mouths = std::vector<LibraryMouth>;
using Pictures = std::map<std::int64_t, QImage>;

/// The film, opened by the first job that needs it; one job at a time (the lane has one thread).
struct SharedFilm {
    std::filesystem::path path;
    std::shared_ptr<const media::FrameIndex> index;
    std::optional<media::VideoReader> reader;

    Result<media::VideoReader*> open() {
        if (!reader) {
            auto opened = media::VideoReader::open(path, {}, index);
            if (!opened) {
                return core::passOn(opened);
            }
            reader.emplace(std::move(*opened));
        }
        return &*reader;
    }
};

/// A damaged frame has an empty picture.
Result<Pictures> picturesOf(SharedFilm& film, const Mouths& mouths, const std::stop_token& stop) {
    const auto reader = film.open();
    if (!reader) {
        return core::passOn(reader);
    }
    Pictures pictures;
    for (const LibraryMouth& mouth : mouths) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        QImage& picture = pictures[mouth.frame];
        const auto frame = (*reader)->frame(mouth.frame, stop);
        const cv::Rect region = frame ? squareInside(mouth.region, frame->size()) : cv::Rect();
        if (region.empty()) {
            continue;
        }
        if (const auto rgb = frame->rgb(region)) {
            picture = squarePicture(*rgb, kPictureSize);
        }
    }
    return pictures;
}

bool sameQuestion(const LibraryQuestion& a, const LibraryQuestion& b) {
    return a.actor == b.actor && a.count == b.count && a.like == b.like;
}

}  // namespace

struct LibraryThumbnails::State {
    State(LibraryThumbnails& owner, JobQueue& queue, FilmAnalysis& facts)
        : self(owner), jobs(queue), analysis(facts) {}

    void drop() {
        if (job != 0) {
            jobs.cancel(job);
            job = 0;
        }
        ++revision;
    }

    /// Pictures of another film, or of other faces, are of no use.
    void followFilm() {
        const FilmFacts& facts = analysis.film();
        if (facts.faces == faces) {
            return;
        }
        drop();
        faces = facts.faces;
        film = std::make_shared<SharedFilm>(SharedFilm{facts.path, facts.index, {}});
        made.clear();
        mouths.clear();
        items.clear();
        Q_EMIT self.changed();
        choose();
    }

    void choose() {
        if (!faces || !question) {
            return;
        }
        const auto work = [faces = faces, question = *question](std::stop_token stop,
                                                                const core::ProgressCallback&) {
            return dubbing::chooseLibraryMouths(*faces, question, stop);
        };
        submit<Mouths>(work, [this](Mouths&& chosen) {
            mouths = std::move(chosen);
            show();
            makePictures();
        });
    }

    void makePictures() {
        Mouths missing;
        for (const LibraryMouth& mouth : mouths) {
            if (!made.contains({question->actor, mouth.frame})) {
                missing.push_back(mouth);
            }
        }
        if (missing.empty()) {
            return;
        }
        missing.resize(std::min(missing.size(), kPicturesAtOnce));
        const auto work = [film = film, missing](std::stop_token stop,
                                                 const core::ProgressCallback&) {
            return picturesOf(*film, missing, stop);
        };
        submit<Pictures>(work, [this](Pictures&& pictures) {
            for (auto& [frame, picture] : pictures) {
                made[{question->actor, frame}] = std::move(picture);
            }
            show();
            makePictures();
        });
    }

    /// What fails leaves the list as it is: rendering tells what is wrong with a film.
    template <typename T, typename Work>
    void submit(const Work& work, const std::function<void(T&&)>& done) {
        job = jobs.submit<T>(
            {LibraryThumbnails::tr("Pictures of library frames"), JobLane::media, 5, true}, work,
            [alive = QPointer<LibraryThumbnails>(&self), this, done,
             asked = revision](Result<T> result) {
                if (!alive || asked != revision) {
                    return;
                }
                job = 0;
                if (result) {
                    done(std::move(*result));
                }
            });
    }

    void show() {
        items.clear();
        for (const LibraryMouth& mouth : mouths) {
            const auto picture = made.find({question->actor, mouth.frame});
            items.push_back(
                {mouth.frame, mouth.control, picture == made.end() ? QImage() : picture->second});
        }
        if (made.size() > kPicturesKept) {
            forgetOthers();
        }
        Q_EMIT self.changed();
    }

    void forgetOthers() {
        std::erase_if(made, [this](const auto& entry) {
            const auto& [actor, frame] = entry.first;
            return actor != question->actor ||
                   std::ranges::find(mouths, frame, &LibraryMouth::frame) == mouths.end();
        });
    }

    LibraryThumbnails& self;
    JobQueue& jobs;
    FilmAnalysis& analysis;
    std::shared_ptr<const face::FaceAnalysis> faces;
    std::shared_ptr<SharedFilm> film;
    std::optional<LibraryQuestion> question;
    Mouths mouths;
    std::map<std::pair<int, std::int64_t>, QImage> made;  ///< by actor and frame
    std::vector<Item> items;
    JobId job = 0;  ///< 0: none runs
    qint64 revision = 0;
};

LibraryThumbnails::LibraryThumbnails(JobQueue& jobs, FilmAnalysis& analysis, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(*this, jobs, analysis)) {
    const auto follow = [this] { m_state->followFilm(); };
    connect(&analysis, &FilmAnalysis::filmReady, this, follow);
    connect(&analysis, &FilmAnalysis::facesReady, this, follow);
    follow();
}

LibraryThumbnails::~LibraryThumbnails() {
    m_state->drop();
}

void LibraryThumbnails::want(int actor, int count,
                             const std::optional<project::MouthControl>& like) {
    const LibraryQuestion question{actor, static_cast<std::size_t>(std::max(count, 0)), like};
    if (m_state->question && sameQuestion(*m_state->question, question)) {
        return;
    }
    const bool sameActor = m_state->question && m_state->question->actor == actor;
    m_state->drop();
    m_state->question = question;
    if (!sameActor) {
        m_state->mouths.clear();
        m_state->show();
    }
    m_state->choose();
}

const std::vector<LibraryThumbnails::Item>& LibraryThumbnails::items() const {
    return m_state->items;
}

}  // namespace lipwright::app
