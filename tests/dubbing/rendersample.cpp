#include "tests/dubbing/rendersample.h"

#include "engine/dubbing/analysiscache.h"

namespace lipwright::test {

std::string RenderSample::make() {
    const std::filesystem::path film = clips.film().toStdString();
    project::DubTrack voice;
    voice.id = 1;
    voice.media.path = clips.voice().toStdString();
    if (film.empty() || voice.media.path.empty()) {
        return "the presenter could not make the film and the voice";
    }
    const dubbing::AnalysisCache cache(path("cache"));
    const auto indexed = cache.film(film);
    if (!indexed) {
        return indexed.error().text();
    }
    const auto faces = cache.faces(film, indexed->index);
    if (!faces) {
        return faces.error().text();
    }
    source = {film,
              indexed->index,
              *faces,
              qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString(),
              path("takes"),
              nets::Device::cpu,
              2};
    project.film.media = {film, indexed->fingerprint, 0};
    project.film.frameCount = indexed->index->frameCount();
    project.dubs = {voice};
    project::Segment segment;
    segment.id = 2;
    segment.dubTrack = 1;
    segment.frames = {10, 30};
    project.segments = {segment};
    project.nextId = 3;
    return {};
}

std::filesystem::path RenderSample::path(const std::string& name) const {
    return clips.path(QString::fromStdString(name)).toStdString();
}

dubbing::RenderOrder RenderSample::order(project::TakeQuality quality) const {
    return *dubbing::renderOrder(project, 2, quality);
}

}  // namespace lipwright::test
