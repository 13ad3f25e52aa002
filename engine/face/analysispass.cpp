#include "engine/face/analysispass_p.h"
#include "engine/face/assemble_p.h"

#include <iterator>
#include <utility>

namespace lipwright::face {

AnalysisPass::AnalysisPass(std::shared_ptr<const FaceModels> models, const AnalysisOptions& options)
    : m_models(std::move(models)), m_options(options) {}

core::Result<void> AnalysisPass::push(Picture picture) {
    if (picture.number < m_end || picture.gray.empty() || picture.gray.type() != CV_8UC1) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "face analysis needs gray pictures in rising order",
                          "frame " + std::to_string(picture.number));
    }
    m_end = picture.number + 1;
    const auto cut = m_shots.push(picture.gray);
    m_waiting.push_back(std::move(picture));
    return cut ? handle(*cut) : core::Result<void>{};
}

void AnalysisPass::endShot(std::int64_t endFrame) {
    if (m_tracker) {
        m_found.back().endFrame = endFrame;
        auto tracks = m_tracker->finish();
        std::move(tracks.begin(), tracks.end(), std::back_inserter(m_tracks));
        m_tracker.reset();
    }
}

core::Result<void> AnalysisPass::handle(bool startsShot) {
    const Picture picture = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (startsShot) {
        endShot(picture.number);
        m_tracker.emplace(m_models, m_options, static_cast<int>(m_found.size()));
        m_found.push_back({picture.number, picture.number + 1});
    } else {
        for (; m_next < picture.number; ++m_next) {  // frames that could not be decoded
            if (auto done = m_tracker->push({m_next, {}, {}}); !done) {
                return done;
            }
        }
    }
    m_next = picture.number + 1;
    return m_tracker->push(picture);
}

core::Result<FaceAnalysis> AnalysisPass::finish() {
    while (const auto cut = m_shots.flush()) {
        if (auto done = handle(*cut); !done) {
            return core::passOn(done);
        }
    }
    endShot(m_end);
    return assemble(m_end, std::move(m_found), std::move(m_tracks), m_options);
}

}  // namespace lipwright::face
