// dlib's frontal face detector and 68-landmark regressor, loaded once (0.4 s, about 100 MB) and
// shared read-only: every analyzer of a process should be given the same FaceModels.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <memory>

namespace lipwright::face {

class FaceModels {
public:
    struct Data;

    /// `landmarkModel`: dlib's shape_predictor_68_face_landmarks.dat; empty: the system's own. An
    /// error names the file and the Debian package that holds it.
    [[nodiscard]] static core::Result<std::shared_ptr<const FaceModels>> load(
        const std::filesystem::path& landmarkModel = {});

    explicit FaceModels(std::unique_ptr<const Data> data);
    ~FaceModels();
    FaceModels(const FaceModels&) = delete;
    FaceModels& operator=(const FaceModels&) = delete;

    [[nodiscard]] const Data& data() const { return *m_data; }

private:
    std::unique_ptr<const Data> m_data;
};

}  // namespace lipwright::face
