// A short film with its analysis, a voice and one segment: what tests of rendering begin with.
#pragma once

#include "engine/dubbing/segmentrenderer.h"
#include "tests/support/sampleclips.h"

namespace lipwright::test {

struct RenderSample {
    /// Empty, or why the sample could not be made.
    [[nodiscard]] std::string make();

    [[nodiscard]] std::filesystem::path path(const std::string& name) const;
    [[nodiscard]] dubbing::RenderOrder order(
        project::TakeQuality quality = project::TakeQuality::final) const;

    testsupport::SampleClips clips;
    dubbing::RenderSource source;  ///< with the folder "takes" for takes
    project::Project project;      ///< voice 1, segment 2 over frames 10 to 30
};

template <typename T>
[[nodiscard]] const char* why(const core::Result<T>& result) {
    static std::string text;
    text = result ? "" : result.error().text();
    return text.c_str();
}

}  // namespace lipwright::test
