// How figures of clips become one figure of an engine.
#include "engine/assessment/metrics.h"

#include <QtTest>
#include <algorithm>

using namespace lipwright::assessment;

namespace {

const Metric& metricOf(const char* key) {
    return *std::ranges::find_if(
        metrics(), [key](const Metric& metric) { return std::string(metric.key) == key; });
}

/// Expert loss of the dub and of the footage, and the footage's own offset.
ClipResult clip(const char* id, double dubbed, double real, double offset) {
    ClipResult result;
    result.id = id;
    result.baseline = {{"real.expert_loss", real}, {"real.expert_offset", offset}};
    result.engines["warped"].measures = {{"crossdub.expert_loss", dubbed},
                                         {"reconstruction.psnr", 20.0 * dubbed}};
    return result;
}

}  // namespace

class TestAggregation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRatioIsThatOfTheMeans() {
        const Results results{"test", {"warped"}, {clip("a", 1.0, 0.5, 0), clip("b", 2.0, 2.5, 1)}};
        const auto sum = aggregate(results, "warped", metricOf("crossdub.expert_loss_ratio"));
        QCOMPARE(sum.n, 2);
        QCOMPARE(sum.mean, 3.0 / 3.0);
        QCOMPARE(sum.median, (2.0 + 0.8) / 2.0);
        QCOMPARE(sum.values, (std::vector<double>{2.0, 0.8}));
        QCOMPARE(sum.ids, (std::vector<std::string>{"a", "b"}));
    }

    void clipsThatWereNeverInSyncDoNotFlatterTheDub() {
        const Results results{
            "test", {"warped"}, {clip("a", 1.0, 0.5, 1), clip("late", 1.0, 4.0, 6)}};
        QCOMPARE(aggregate(results, "warped", metricOf("crossdub.expert_loss_ratio")).ids,
                 (std::vector<std::string>{"a"}));
        QCOMPARE(aggregate(results, "warped", metricOf("reconstruction.psnr")).n, 2);
    }

    void whatWasNotMeasuredIsLeftOut() {
        Results results{"test", {"warped"}, {clip("a", 1.0, 0.5, 0), clip("b", 3.0, 1.0, 0)}};
        results.clips[0].engines["warped"].measures.erase("reconstruction.psnr");
        const auto& psnr = metricOf("reconstruction.psnr");
        const auto sum = aggregate(results, "warped", psnr);
        QCOMPARE(sum.n, 1);
        QCOMPARE(sum.mean, 60.0);
        QCOMPARE(aggregate(results, "painted", psnr).n, 0);
        QVERIFY(!reached(psnr, aggregate(results, "painted", psnr)).has_value());
    }

    void wantedValuesHaveADirection() {
        const Results good{"test", {"warped"}, {clip("a", 1.0, 1.0, 0)}};
        const Results bad{"test", {"warped"}, {clip("a", 0.9, 0.5, 0)}};
        const auto& psnr = metricOf("reconstruction.psnr");
        const auto& loss = metricOf("crossdub.expert_loss_ratio");
        QCOMPARE(reached(psnr, aggregate(good, "warped", psnr)), std::optional(true));
        QCOMPARE(reached(psnr, aggregate(bad, "warped", psnr)), std::optional(false));
        QCOMPARE(reached(loss, aggregate(good, "warped", loss)), std::optional(true));
        QCOMPARE(reached(loss, aggregate(bad, "warped", loss)), std::optional(false));
    }
};

QTEST_GUILESS_MAIN(TestAggregation)
#include "tst_aggregation.moc"
