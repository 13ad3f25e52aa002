#include "tests/synthesis/drawnactor.h"

#include "engine/media/mediawriter.h"
#include "tests/face/facefixture.h"

#include <opencv2/imgproc.hpp>

#include <QDebug>
#include <cmath>

namespace lipwright::test {

namespace {

cv::Mat texture(const cv::Scalar& colour, double contrast, std::uint64_t seed) {
    cv::Mat noise(DrawnActor::kHeight, DrawnActor::kWidth, CV_32FC3);
    cv::RNG random(seed);
    random.fill(noise, cv::RNG::NORMAL, cv::Scalar::all(0.0), cv::Scalar::all(contrast));
    cv::GaussianBlur(noise, noise, {}, 1.2);
    return noise + colour;
}

void fill(cv::Mat& picture, const face::Landmarks& points, const std::vector<int>& outline,
          const cv::Scalar& colour) {
    std::vector<cv::Point> polygon;
    for (const int k : outline) {
        polygon.emplace_back(cv::Point2f(points[static_cast<std::size_t>(k)]) * 16.0F);
    }
    cv::fillPoly(picture, std::vector<std::vector<cv::Point>>{polygon}, colour, cv::LINE_AA, 4);
}

std::vector<int> range(int first, int end) {
    std::vector<int> numbers;
    for (int k = first; k < end; ++k) {
        numbers.push_back(k);
    }
    return numbers;
}

face::FaceObservation observe(const DrawnActor& actor, int frame, face::FaceUsability usability) {
    face::FaceObservation observation;
    observation.usability = usability;
    observation.landmarks = actor.landmarks(frame);
    observation.stableLandmarks = observation.landmarks;
    observation.pose = actor.pose(frame);
    observation.shape = face::measureMouth(observation.landmarks, observation.pose);
    observation.sharpness = 100.0F;
    observation.brightness = 150.0F;
    return observation;
}

}  // namespace

DrawnActor::DrawnActor(std::vector<float> openings, int bitDepth)
    : m_openings(std::move(openings)),
      m_gains(m_openings.size(), 1.0),
      m_usability(m_openings.size(), face::FaceUsability::usable),
      m_bitDepth(bitDepth),
      m_background(texture({100, 120, 160}, 40.0, 1)),
      m_skin(texture({190, 150, 130}, 8.0, 2)) {}

DrawnActor DrawnActor::talking(int frames, int bitDepth) {
    std::vector<float> openings;
    for (int k = 0; k < frames; ++k) {
        const double phase = 0.55 * k + 0.9 * std::sin(0.11 * k);
        openings.push_back(static_cast<float>(0.1 * (1.0 - std::cos(phase))));
    }
    return DrawnActor(std::move(openings), bitDepth);
}

void DrawnActor::hide(int frame, face::FaceUsability reason) {
    m_usability.at(static_cast<std::size_t>(frame)) = reason;
}

face::HeadPose DrawnActor::pose(int frame) const {
    const double t = 0.07 * frame;
    return face::test::poseOf(static_cast<float>(0.03 * std::sin(t)),
                              static_cast<float>(0.02 * std::cos(1.3 * t)), 0.0F, kUnit,
                              {static_cast<float>(160.0 + 4.0 * std::sin(t)),
                               static_cast<float>(90.0 + 2.0 * std::cos(t))});
}

face::Landmarks DrawnActor::landmarks(int frame) const {
    return face::test::pictureFace(pose(frame), opening(frame));
}

face::FaceAnalysis DrawnActor::analysis() const {
    face::FaceAnalysis analysis;
    analysis.frameCount = frameCount();
    analysis.shots = {{0, frameCount()}};
    face::FaceTrack track;
    std::vector<face::MouthShape> shapes;
    for (int k = 0; k < frameCount(); ++k) {
        track.observations.push_back(observe(*this, k, m_usability[static_cast<std::size_t>(k)]));
        shapes.push_back(track.observations.back().shape);
    }
    analysis.tracks = {track};
    face::Actor actor;
    actor.tracks = {0};
    actor.usableFrames = frameCount();
    actor.mouthRange = face::MouthRange::of(shapes);
    analysis.actors = {actor};
    return analysis;
}

synthesis::ShapeCurve DrawnActor::ownCurve() const {
    const face::FaceAnalysis found = analysis();
    synthesis::ShapeCurve curve;
    for (const face::FaceObservation& observation : found.tracks.front().observations) {
        curve.shapes.push_back(found.actors.front().mouthRange.relative(observation.shape));
    }
    return curve;
}

cv::Mat DrawnActor::picture(int frame) const {
    const face::Landmarks points = landmarks(frame);
    cv::Mat mask(kHeight, kWidth, CV_8U, cv::Scalar(0));
    std::vector<int> outline = range(0, 17);
    for (const int brow : {26, 24, 22, 19, 17}) {
        outline.push_back(brow);
    }
    fill(mask, points, outline, cv::Scalar(255));
    cv::Mat picture = m_background.clone();
    // The skin's texture moves with the head.
    const cv::Point2f shift = pose(frame).centre - cv::Point2f(160.0F, 90.0F);
    cv::Mat skin;
    const cv::Matx23f move(1, 0, shift.x, 0, 1, shift.y);
    cv::warpAffine(m_skin * m_gains[static_cast<std::size_t>(frame)], skin, move, m_skin.size(),
                   cv::INTER_CUBIC, cv::BORDER_REFLECT);
    skin.copyTo(picture, mask);
    fill(picture, points, range(48, 60), {170, 70, 80});
    fill(picture, points, range(60, 68), {12, 6, 8});
    cv::Mat result;
    picture.convertTo(result, m_bitDepth > 8 ? CV_16UC3 : CV_8UC3, m_bitDepth > 8 ? 257.0 : 1.0);
    return result;
}

media::VideoStreamInfo DrawnActor::stream() const {
    media::VideoStreamInfo info;
    info.index = 0;
    info.codec = "ffv1";
    info.codedWidth = info.width = kWidth;
    info.codedHeight = info.height = kHeight;
    info.pixelFormat = m_bitDepth > 8 ? "yuv420p10le" : "yuv420p";
    info.bitDepth = m_bitDepth;
    info.colour = {1, 1, 1, false, true, 1};
    info.timeBase = {1, 1000};
    info.frameDuration = {1, 25};
    info.startTime = {0, info.timeBase};
    info.frameCount = frameCount();
    return info;
}

media::VideoFrame DrawnActor::frame(int number) const {
    auto frame = media::VideoFrame::fromRgb(picture(number), stream(), number,
                                            {40 * std::int64_t{number}, {1, 1000}}, 40);
    if (!frame) {
        qFatal("%s", frame.error().text().c_str());
    }
    return *frame;
}

bool DrawnActor::write(const std::filesystem::path& path) const {
    media::WriterOptions options;
    options.codec = media::VideoCodec::ffv1;
    auto writer = media::MediaWriter::create(path, stream(), options);
    if (!writer) {
        qWarning("%s", writer.error().text().c_str());
        return false;
    }
    for (int k = 0; k < frameCount(); ++k) {
        if (auto written = writer->write(frame(k)); !written) {
            qWarning("%s", written.error().text().c_str());
            return false;
        }
    }
    return writer->finish().has_value();
}

int darkRows(const cv::Mat& rgb, int column) {
    const bool deep = rgb.depth() == CV_16U;
    int rows = 0;
    for (int y = 0; y < rgb.rows; ++y) {
        const int red =
            deep ? rgb.at<cv::Vec3w>(y, column)[0] / 257 : rgb.at<cv::Vec3b>(y, column)[0];
        rows += red < 50 ? 1 : 0;
    }
    return rows;
}

}  // namespace lipwright::test
