#include "engine/speech/phoneposteriors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <numbers>

using namespace lipwright::speech;

namespace {

/// As golden/make_phones.py: 2 s of a buzz with noise.
std::vector<float> buzz(double seconds = 2.0) {
    std::vector<float> samples;
    for (std::uint64_t n = 0; n < static_cast<std::uint64_t>(seconds * 16000); ++n) {
        const double t = static_cast<double>(n) / 16000.0;
        const double noise =
            static_cast<double>((n * 1103515245U + 12345U) % 65536U) / 32768.0 - 1.0;
        double sum = 0.0;
        for (int k = 1; k < 30; ++k) {
            sum += std::sin(2 * std::numbers::pi * 120 * k * t) / k;
        }
        samples.push_back(static_cast<float>(
            0.1 * sum * (1.2 + std::sin(2 * std::numbers::pi * 3 * t)) + 0.02 * noise));
    }
    return samples;
}

std::shared_ptr<const AcousticModel> model() {
    static const auto loaded = AcousticModel::load();
    return loaded ? *loaded : nullptr;
}

}  // namespace

class TestPhonePosteriors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modelHasItsPhones() {
        QVERIFY2(model() != nullptr, "the package pocketsphinx-en-us is needed");
        QCOMPARE(model()->phones().size(), std::size_t{42});
        QCOMPARE(model()->phones()[2], std::string("AA"));
        QCOMPARE(model()->phones()[32], std::string("SIL"));
    }

    void equalsTheGoldenValues() {
        const auto rows = PhonePosteriors::of(buzz(), model());
        QFile file(QStringLiteral(LIPWRIGHT_GOLDEN_DIR "/phones.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        float largest = 0.0F;
        int row = 0;
        for (; !file.atEnd(); row += 20) {
            const auto values = file.readLine().simplified().split(' ');
            QCOMPARE(values.size(), 42);
            for (int p = 0; p < 42; ++p) {
                const float ours = rows.at(static_cast<std::size_t>(row * 42 + p));
                largest = std::max(largest, std::abs(ours - values[p].toFloat()));
            }
        }
        QVERIFY(row >= 180);
        QVERIFY2(largest < 2e-3F, qPrintable(QString::number(largest)));
    }

    void streamedEqualsWhole() {
        const auto samples = buzz(1.0);
        const auto whole = PhonePosteriors::of(samples, model());
        PhonePosteriors phones(model());
        for (std::size_t at = 0; at < samples.size(); at += 777) {
            phones.push(
                std::span(samples).subspan(at, std::min<std::size_t>(777, samples.size() - at)));
        }
        phones.finish();
        QCOMPARE(phones.posteriors(0, phones.rows()), whole);
        const auto part = phones.posteriors(30, 32);
        QVERIFY(std::equal(part.begin(), part.end(), whole.begin() + 30 * 42));
    }

    void rowsSumToOneAndReachBeyondTheEnds() {
        PhonePosteriors phones(model());
        phones.push(buzz(0.5));
        phones.finish();
        const auto rows = phones.posteriors(-5, phones.rows() + 5);
        QCOMPARE(static_cast<std::int64_t>(rows.size()), (phones.rows() + 10) * 42);
        for (std::size_t r = 0; r < rows.size(); r += 42) {
            float sum = 0.0F;
            for (std::size_t p = 0; p < 42; ++p) {
                sum += rows[r + p];
            }
            QVERIFY(std::abs(sum - 1.0F) < 1e-4F);
        }
    }

    void levelDoesNotMatter() {
        auto samples = buzz(1.0);
        const auto loud = PhonePosteriors::of(samples, model());
        for (float& sample : samples) {
            sample *= 0.25F;
        }
        const auto quiet = PhonePosteriors::of(samples, model());
        for (std::size_t i = 0; i < loud.size(); ++i) {
            QVERIFY(std::abs(loud[i] - quiet[i]) < 1e-3F);
        }
    }

    void silenceAndNothingAreNoErrors() {
        QVERIFY(PhonePosteriors::of({}, model()).empty());
        const auto rows = PhonePosteriors::of(std::vector<float>(8000, 0.0F), model());
        QVERIFY(!rows.empty());
        for (const float value : rows) {
            QVERIFY(std::isfinite(value));
        }
        QVERIFY(!PhonePosteriors::of(std::vector<float>(100, 0.1F), model()).empty());
    }

    void missingModelNamesThePackage() {
        QTemporaryDir folder;
        const auto none = AcousticModel::load(folder.path().toStdString());
        QVERIFY(!none.has_value());
        QVERIFY(none.error().remedy.find("pocketsphinx-en-us") != std::string::npos);
        for (const char* name : {"mdef", "means", "variances", "sendump"}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("endhdr\nthis is no model at all");
        }
        const auto garbage = AcousticModel::load(folder.path().toStdString());
        QVERIFY(!garbage.has_value());
        QCOMPARE(garbage.error().code, lipwright::core::ErrorCode::modelInvalid);
    }
};

QTEST_GUILESS_MAIN(TestPhonePosteriors)
#include "tst_phoneposteriors.moc"
