// An actor drawn with known truth for the tests of synthesis: a textured face whose landmarks and
// mouth opening are exact, before a still, textured background. Same input, same pixels.
#pragma once

#include "engine/face/facetrack.h"
#include "engine/media/mediainfo.h"
#include "engine/media/videoframe.h"
#include "engine/synthesis/shapecurve.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <vector>

namespace lipwright::test {

class DrawnActor {
public:
    static constexpr int kWidth = 320;
    static constexpr int kHeight = 288;
    static constexpr float kUnit = 100.0F;  ///< pixels per head unit

    /// One mouth opening (head units) per frame.
    explicit DrawnActor(std::vector<float> openings, int bitDepth = 8);
    /// Opening and closing twice a second or so, `frames` long.
    [[nodiscard]] static DrawnActor talking(int frames, int bitDepth = 8);

    /// Frames whose mouth analysis is to call unusable.
    void hide(int frame, face::FaceUsability reason);
    /// The frame's skin is this much brighter.
    void light(int frame, double gain) { m_gains.at(static_cast<std::size_t>(frame)) = gain; }

    [[nodiscard]] int frameCount() const { return static_cast<int>(m_openings.size()); }
    [[nodiscard]] float opening(int frame) const {
        return m_openings[static_cast<std::size_t>(frame)];
    }
    [[nodiscard]] face::Landmarks landmarks(int frame) const;
    [[nodiscard]] face::HeadPose pose(int frame) const;
    [[nodiscard]] face::FaceAnalysis analysis() const;
    /// The relative shapes the actor shows, frame by frame.
    [[nodiscard]] synthesis::ShapeCurve ownCurve() const;

    /// RGB of the film's depth: CV_8UC3, or CV_16UC3 for 10 bits.
    [[nodiscard]] cv::Mat picture(int frame) const;
    [[nodiscard]] media::VideoFrame frame(int number) const;
    [[nodiscard]] media::VideoStreamInfo stream() const;
    /// Lossless film of all frames; false with a warning when it can not be written.
    [[nodiscard]] bool write(const std::filesystem::path& path) const;

private:
    std::vector<float> m_openings;
    std::vector<double> m_gains;
    std::vector<face::FaceUsability> m_usability;
    int m_bitDepth;
    cv::Mat m_background;
    cv::Mat m_skin;
};

/// Rows of near black in the column of the mouth's middle: how far the drawn mouth is open.
[[nodiscard]] int darkRows(const cv::Mat& rgb, int column);

}  // namespace lipwright::test
