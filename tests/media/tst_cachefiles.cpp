// Frame indexes, waveforms and other numbers kept in sealed files: what comes back, what is
// refused.
#include "engine/media/frameindexfile.h"
#include "engine/media/sealedfile.h"
#include "engine/media/waveform.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>

using namespace lipwright;

namespace {

bool same(const media::FrameIndex& a, const media::FrameIndex& b) {
    return a.timeBase() == b.timeBase() && a.hiddenFrames() == b.hiddenFrames() &&
           a.decodedTimestamps() == b.decodedTimestamps() &&
           std::ranges::equal(a.entries(), b.entries(), [](const auto& x, const auto& y) {
               return x.pts == y.pts && x.duration == y.duration && x.key == y.key;
           });
}

media::FrameIndex uneven(int frames) {
    std::vector<media::FrameIndex::Entry> entries;
    std::int64_t pts = -700;
    for (int i = 0; i < frames; ++i) {
        const std::int64_t duration = 512 + (i * 37) % 90;
        entries.push_back({pts, duration, i % 48 == 0});
        pts += duration;
    }
    core::Error damage{core::ErrorCode::damagedMedia, "ends early", "old.mp4", "get another"};
    return {{1, 12800}, std::move(entries), {damage, true, 3}};
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

std::filesystem::path fsPath(const QString& path) {
    return path.toStdString();
}

}  // namespace

class TestCacheFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersOfEverySizeComeBack() {
        const QString path = m_folder.filePath("numbers");
        const std::vector<std::int64_t> numbers = {0,
                                                   -1,
                                                   1,
                                                   63,
                                                   64,
                                                   -65,
                                                   1LL << 40,
                                                   std::numeric_limits<std::int64_t>::max(),
                                                   std::numeric_limits<std::int64_t>::min()};
        media::SealedWriter writer("test", 1);
        for (const std::int64_t number : numbers) {
            writer.number(number);
        }
        writer.real(std::numeric_limits<float>::quiet_NaN());
        writer.text("слово");
        QVERIFY(std::move(writer).save(fsPath(path)));
        auto reader = media::SealedReader::open(fsPath(path), "test", 1);
        QVERIFY(reader.has_value());
        for (const std::int64_t number : numbers) {
            QCOMPARE(reader->number(), number);
        }
        QVERIFY(std::isnan(reader->real()));
        QCOMPARE(reader->text(), std::string("слово"));
        QVERIFY(reader->finish().has_value());
        QCOMPARE(reader->number(), std::int64_t{0});
        QVERIFY(!reader->finish().has_value());
        QVERIFY(!media::SealedReader::open(fsPath(path), "test", 2).has_value());
        QVERIFY(!media::SealedReader::open(fsPath(path), "other", 1).has_value());
    }

    void anIndexComesBackWhole() {
        const QString path = m_folder.filePath("index");
        const media::FrameIndex index = uneven(1000);
        QVERIFY(media::saveFrameIndex(fsPath(path), index).has_value());
        const auto loaded = media::loadFrameIndex(fsPath(path), "new.mp4");
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().text().c_str());
        QVERIFY(same(**loaded, index));
        QVERIFY((*loaded)->damage().has_value());
        QCOMPARE((*loaded)->damage()->reason, std::string("ends early"));
        QCOMPARE((*loaded)->damage()->place, std::string("new.mp4"));
    }

    void aDamagedFileIsRefused() {
        const QString path = m_folder.filePath("damaged");
        QVERIFY(media::saveFrameIndex(fsPath(path), uneven(60)).has_value());
        const QByteArray whole = bytesOf(path);
        for (qsizetype at = 0; at < whole.size(); at += 3) {
            QByteArray bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
            overwrite(path, bytes);
            QVERIFY2(!media::loadFrameIndex(fsPath(path), {}).has_value(),
                     qPrintable(QString::number(at)));
            overwrite(path, whole.left(at));
            QVERIFY(!media::loadFrameIndex(fsPath(path), {}).has_value());
        }
    }

    void twoHoursLoadAtOnce() {
        const QString path = m_folder.filePath("long");
        const media::FrameIndex index = uneven(172'800);
        QVERIFY(media::saveFrameIndex(fsPath(path), index).has_value());
        QElapsedTimer timer;
        timer.start();
        const auto loaded = media::loadFrameIndex(fsPath(path), {});
        const qint64 taken = timer.elapsed();
        QVERIFY(loaded.has_value() && same(**loaded, index));
        qInfo("172,800 frames: %lld bytes, loaded in %lld ms",
              static_cast<long long>(QFile(path).size()), static_cast<long long>(taken));
        QVERIFY(taken < 400);  // wanted: 100 on a machine that does nothing else
    }

    void aWaveformComesBackWhole() {
        const QString path = m_folder.filePath("waveform");
        std::vector<float> samples(16000 * 7 + 5);
        for (std::size_t i = 0; i < samples.size(); ++i) {
            samples[i] = static_cast<float>(std::sin(0.01 * static_cast<double>(i)) *
                                            std::sin(0.0001 * static_cast<double>(i)));
        }
        const auto made = media::Waveform::fromSamples(samples);
        QVERIFY(made.save(fsPath(path)).has_value());
        const auto loaded = media::Waveform::load(fsPath(path));
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->seconds(), made.seconds());
        QCOMPARE(loaded->levels(), made.levels());
        const auto a = made.peaks(0.5, 6.5, 300);
        const auto b = loaded->peaks(0.5, 6.5, 300);
        QVERIFY(std::ranges::equal(a, b, [](media::Peak x, media::Peak y) {
            return x.minimum == y.minimum && x.maximum == y.maximum;
        }));
        QVERIFY(!media::loadFrameIndex(fsPath(path), {}).has_value());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestCacheFiles)
#include "tst_cachefiles.moc"
