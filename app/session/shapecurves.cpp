#include "app/session/shapecurves.h"

#include "app/document/projectdocument.h"
#include "app/session/filmanalysis.h"
#include "engine/dubbing/voicewishes.h"
#include "engine/synthesis/shapecontrol.h"

#include <QPointer>
#include <QTimer>
#include <map>

namespace lipwright::app {
namespace {

using core::Result;
using dubbing::VoiceWishes;
using CurvePointer = std::shared_ptr<const ShapeCurves::Curve>;

constexpr std::size_t kSegmentsAtOnce = 8;  ///< between two looks at what is wanted most
constexpr int kSettleMs = 60;               ///< changes of one gesture are heard once

/// What the wish of a segment depends on.
struct Question {
    project::Segment segment;  ///< ends, face and settings; no takes, no edits
    project::DubTrack voice;

    friend bool operator==(const Question& a, const Question& b) {
        const auto& mine = a.segment.settings;
        const auto& others = b.segment.settings;
        return a.segment.frames == b.segment.frames && a.segment.actor == b.segment.actor &&
               a.segment.track == b.segment.track &&
               mine.offsetMicroseconds == others.offsetMicroseconds &&
               mine.silenceGateDecibels == others.silenceGateDecibels &&
               mine.model == others.model && mine.articulation == others.articulation &&
               mine.liveliness == others.liveliness && a.voice.media.path == b.voice.media.path &&
               a.voice.stream == b.voice.stream &&
               a.voice.offsetMicroseconds == b.voice.offsetMicroseconds;
    }
};

Question questionOf(const project::Segment& segment, const project::DubTrack& voice) {
    Question question;
    question.segment.id = segment.id;
    question.segment.frames = segment.frames;
    question.segment.actor = segment.actor;
    question.segment.track = segment.track;
    question.segment.settings = segment.settings;
    question.voice = voice;
    return question;
}

struct Answer {
    Question question;
    CurvePointer curve;  ///< null: it could not be found
};
using Answers = std::vector<Answer>;

CurvePointer curveOf(const synthesis::ShapeCurve& heard) {
    auto curve = std::make_shared<ShapeCurves::Curve>();
    curve->firstFrame = heard.firstFrame;
    for (const face::MouthShape& shape : heard.shapes) {
        const auto [opening, width, rounding] = synthesis::controlOf(shape);
        curve->wanted.push_back({opening, width, rounding});
    }
    return curve;
}

/// A segment that can not be heard goes without a curve; rendering it says why.
Result<Answers> answer(VoiceWishes& wishes, const std::vector<Question>& questions,
                       const std::stop_token& stop) {
    Answers answers;
    for (const Question& question : questions) {
        const auto heard = wishes.of(question.segment, question.voice, stop);
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        answers.push_back({question, heard ? curveOf(*heard) : nullptr});
    }
    return answers;
}

}  // namespace

struct ShapeCurves::State {
    struct Known {
        Question question;  ///< that the curve answers
        CurvePointer curve;
    };

    State(ShapeCurves& owner, JobQueue& queue, ProjectDocument& project, FilmAnalysis& facts,
          std::filesystem::path folder)
        : self(owner),
          jobs(queue),
          document(project),
          analysis(facts),
          models(std::move(folder)),
          settle(new QTimer(&owner)) {}

    /// Another film is another set of segments: nothing known is of use.
    void openWishes() {
        const FilmFacts& film = analysis.film();
        if (film.index == index && film.faces == faces && document.actorFolder() == actors) {
            return;
        }
        index = film.index;
        faces = film.faces;
        actors = document.actorFolder();
        known.clear();
        jobs.cancel(job);
        job = 0;
        ++asked;
        wishes = index && faces
                     ? std::make_shared<VoiceWishes>(index, faces, models, actors,
                                                     document.project().film.media.fingerprint)
                     : nullptr;
        Q_EMIT self.changed();
    }

    void follow() {
        openWishes();
        if (!wishes || job != 0) {
            return;
        }
        const auto due = questionsDue();
        if (!due.empty()) {
            ask(due);
        }
    }

    /// What changed under the user's hands first; forgets segments that are gone.
    [[nodiscard]] std::vector<Question> questionsDue() {
        const project::Project& project = document.project();
        std::vector<Question> changedOnes;
        std::vector<Question> newOnes;
        std::map<project::Id, Known> kept;
        for (const project::Segment& segment : project.segments) {
            const project::DubTrack* voice = project.dub(segment.dubTrack);
            if (voice == nullptr) {
                continue;
            }
            const auto found = known.find(segment.id);
            const Question question = questionOf(segment, *voice);
            if (found == known.end()) {
                newOnes.push_back(question);
            } else if (!(found->second.question == question)) {
                changedOnes.push_back(question);
            }
            if (found != known.end()) {
                kept.insert(known.extract(found));
            }
        }
        known = std::move(kept);
        changedOnes.insert(changedOnes.end(), newOnes.begin(), newOnes.end());
        if (changedOnes.size() > kSegmentsAtOnce) {
            changedOnes.resize(kSegmentsAtOnce);
        }
        return changedOnes;
    }

    void ask(const std::vector<Question>& questions) {
        const auto work = [wishes = wishes, questions](std::stop_token stop,
                                                       const core::ProgressCallback&) {
            return answer(*wishes, questions, stop);
        };
        const auto done = [alive = QPointer<ShapeCurves>(&self), this,
                           revision = ++asked](const Result<Answers>& answers) {
            if (alive && revision == asked) {
                take(answers);
            }
        };
        job = jobs.submit<Answers>(
            {ShapeCurves::tr("Listen for mouth shapes"), JobLane::bulk, -5, true}, work, done);
    }

    void take(const Result<Answers>& answers) {
        job = 0;
        if (!answers) {
            return;
        }
        for (const Answer& answer : *answers) {
            known[answer.question.segment.id] = {answer.question, answer.curve};
        }
        Q_EMIT self.changed();
        follow();
    }

    ShapeCurves& self;
    JobQueue& jobs;
    ProjectDocument& document;
    FilmAnalysis& analysis;
    std::filesystem::path models;
    std::filesystem::path actors;  ///< that the wishes were opened with
    QTimer* settle;
    std::shared_ptr<const media::FrameIndex> index;
    std::shared_ptr<const face::FaceAnalysis> faces;
    std::shared_ptr<VoiceWishes> wishes;  ///< used by one job at a time
    std::map<project::Id, Known> known;
    JobId job = 0;  ///< 0: none runs
    qint64 asked = 0;
};

ShapeCurves::ShapeCurves(JobQueue& jobs, ProjectDocument& document, FilmAnalysis& analysis,
                         std::filesystem::path models, QObject* parent)
    : QObject(parent),
      m_state(std::make_unique<State>(*this, jobs, document, analysis, std::move(models))) {
    QTimer* settle = m_state->settle;
    settle->setSingleShot(true);
    settle->setInterval(kSettleMs);
    connect(settle, &QTimer::timeout, this, [this] { m_state->follow(); });
    const auto due = [settle] { settle->start(); };
    connect(&document, &ProjectDocument::changed, this, due);
    connect(&document, &ProjectDocument::reset, this, due);
    connect(&analysis, &FilmAnalysis::filmReady, this, due);
    connect(&analysis, &FilmAnalysis::facesReady, this, due);
}

ShapeCurves::~ShapeCurves() = default;

void ShapeCurves::askAgain() {
    std::erase_if(m_state->known, [](const auto& known) { return !known.second.curve; });
    m_state->settle->start();
}

std::shared_ptr<const ShapeCurves::Curve> ShapeCurves::of(project::Id segment) const {
    const auto found = m_state->known.find(segment);
    return found == m_state->known.end() ? nullptr : found->second.curve;
}

}  // namespace lipwright::app
