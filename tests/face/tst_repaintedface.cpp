// A face looked at again: what the film shows gives what the analysis found, another mouth is seen.
#include "engine/face/faceanalyzer.h"
#include "engine/face/repaintedface.h"
#include "engine/media/videoreader.h"
#include "tests/support/sampleclips.h"

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace lipwright;
using namespace lipwright::face;

class TestRepaintedFace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
        auto reader = media::VideoReader::open(m_clips.film().toStdString());
        QVERIFY(reader.has_value());
        m_reader.emplace(std::move(*reader));
        m_models = *FaceModels::load();
        AnalysisOptions options;
        options.models = m_models;
        const auto faces = analyzeFaces(*m_reader, options);
        QVERIFY(faces.has_value() && !faces->tracks.empty());
        m_track = faces->tracks[0];
    }

    void theFilmsOwnFramesGiveTheSame() {
        const core::FrameRange frames{20, 50};
        RepaintedFace face(m_track, frames, m_models);
        for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
            QVERIFY(face.look(frame, *m_reader->frame(frame)).has_value());
        }
        const FaceTrack again = *face.finish();
        QCOMPARE(again.observations.size(), m_track.observations.size());
        double difference = 0.0;
        for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
            difference += std::abs(again.at(frame)->shape[0] - m_track.at(frame)->shape[0]);
            QCOMPARE(again.at(frame)->usability, m_track.at(frame)->usability);
        }
        difference /= static_cast<double>(frames.length());
        QVERIFY2(difference < 0.01, qPrintable(QString::number(difference)));
    }

    void anotherMouthIsSeen() {
        const auto opening = [this](std::int64_t frame) { return m_track.at(frame)->shape[0]; };
        std::int64_t closed = 10;
        std::int64_t open = 10;
        for (std::int64_t frame = 10; frame < 60; ++frame) {
            closed = opening(frame) < opening(closed) ? frame : closed;
            open = opening(frame) > opening(open) ? frame : open;
        }
        auto film = *m_reader->frame(closed);
        paintMouth(*m_reader->frame(open), open, film, closed);
        RepaintedFace face(m_track, {closed, closed + 1}, m_models);
        QVERIFY(face.look(closed, film).has_value());
        const FaceTrack painted = *face.finish();
        // One frame alone: half of what it shows is smoothed away.
        const float rise = painted.at(closed)->shape[0] - opening(closed);
        QVERIFY2(rise > 0.25F * (opening(open) - opening(closed)),
                 qPrintable(QString("%1 of %2").arg(rise).arg(opening(open) - opening(closed))));
    }

    void whereThereIsNoFaceThereIsNone() {
        FaceTrack track = m_track;
        track.observations[30].usability = FaceUsability::noFace;
        RepaintedFace face(track, {29, 32}, m_models);
        for (std::int64_t frame = 29; frame < 32; ++frame) {
            QVERIFY(face.look(frame, *m_reader->frame(frame)).has_value());
        }
        QVERIFY(face.look(100'000, *m_reader->frame(31)).has_value());
        QCOMPARE(face.finish()->at(track.firstFrame + 30)->usability, FaceUsability::noFace);
    }

private:
    /// The lower face of one frame, laid over another's.
    void paintMouth(const media::VideoFrame& from, std::int64_t source, media::VideoFrame& to,
                    std::int64_t target) const {
        const auto& mouth = m_track.at(source)->landmarks;
        const float size = m_track.at(source)->box.width;
        const cv::Point2f centre = (mouth[48] + mouth[54]) * 0.5F;
        const cv::Point2f there =
            (m_track.at(target)->landmarks[48] + m_track.at(target)->landmarks[54]) * 0.5F;
        const auto around = [size](cv::Point2f point) {
            return cv::Rect(cvRound(point.x - size * 0.3F), cvRound(point.y - size * 0.2F),
                            cvRound(size * 0.6F), cvRound(size * 0.45F));
        };
        const auto patch = from.rgb(around(centre));
        QVERIFY(patch.has_value());
        QVERIFY(to.blend(around(there), *patch, cv::Mat(patch->size(), CV_8UC1, cv::Scalar(255)))
                    .has_value());
    }

    testsupport::SampleClips m_clips;
    std::optional<media::VideoReader> m_reader;
    std::shared_ptr<const FaceModels> m_models;
    FaceTrack m_track;
};

QTEST_GUILESS_MAIN(TestRepaintedFace)
#include "tst_repaintedface.moc"
