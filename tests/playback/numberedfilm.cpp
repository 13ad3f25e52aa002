#include "tests/playback/numberedfilm.h"

#include "engine/media/patchfile.h"
#include "engine/media/videoreader.h"
#include "engine/synthesis/take.h"

#include <QFile>

namespace lipwright::test {
namespace {

constexpr int kBars = 10;

}  // namespace

bool makeNumberedFilm(const Clips& clips, const QString& name, int frames, int keyDistance,
                      const QString& more, const QStringList& options) {
    const QString bars = QString(
                             "geq=lum='if(mod(floor(N/pow(2,floor(X*%1/W))),2),235,16)'"
                             ":cb=128:cr=128,format=yuv420p")
                             .arg(kBars);
    return clips.make(
        name, QStringList{"-f", "lavfi", "-i",
                          QString("color=black:s=320x180:r=25:d=%1").arg(frames / 25.0), "-vf",
                          more.isEmpty() ? bars : bars + ',' + more, "-c:v", "libx264", "-preset",
                          "ultrafast", "-bf", "2", "-g", QString::number(keyDistance),
                          "-sc_threshold", "0"} +
                  options);
}

qint64 numberIn(const QImage& picture) {
    if (picture.isNull()) {
        return -1;
    }
    qint64 number = 0;
    for (int bar = 0; bar < kBars; ++bar) {
        const int x = (2 * bar + 1) * picture.width() / (2 * kBars);
        const bool set = qGray(picture.pixel(x, picture.height() / 4)) > 128;
        number |= set ? qint64{1} << bar : 0;
    }
    return number;
}

std::shared_ptr<const media::FrameIndex> indexOf(const std::filesystem::path& path) {
    return media::indexFrames(path).value_or(nullptr);
}

bool makeRedTake(const std::filesystem::path& folder, std::int64_t firstFrame, int frames,
                 const QRect& region) {
    synthesis::Take take;
    take.engine = "drawn 1";
    take.firstFrame = firstFrame;
    take.filmSize = {320, 180};
    take.patchSize = {region.width(), region.height()};
    synthesis::FramePlan plan;
    plan.position = {region.x(), region.y()};
    take.frames.assign(static_cast<std::size_t>(frames), plan);
    std::filesystem::create_directories(folder);
    auto writer = media::PatchWriter::create(synthesis::chunkPath(folder, 0), take.patchSize, 8);
    const media::Patch red{cv::Mat(take.patchSize, CV_8UC3, cv::Scalar(255, 0, 0)),
                           cv::Mat(take.patchSize, CV_8UC1, cv::Scalar(255))};
    for (int i = 0; writer && i < frames; ++i) {
        if (!writer->write(red)) {
            return false;
        }
    }
    QFile sidecar(QString::fromStdString((folder / synthesis::kTakeSidecar).string()));
    const auto text = QByteArray::fromStdString(synthesis::toJson(take));
    return writer && writer->finish() && sidecar.open(QIODevice::WriteOnly) &&
           sidecar.write(text) == text.size();
}

}  // namespace lipwright::test
