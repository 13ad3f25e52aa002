#include "widgets/panels/syncmeasures_p.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

struct SyncMeasures {
    Q_DECLARE_TR_FUNCTIONS(SyncMeasures)
};

constexpr double kMostOffset = 15.0;  ///< frames that the meter looks around
/// A bar reaches beyond what is usual, so that better is seen too.
constexpr double kBarOverUsual = 1.6;

QString dash() {
    return QStringLiteral("—");
}

}  // namespace

QString measureText(const ShownSync& sync, SyncMeasure measure) {
    return sync ? QLocale().toString((*sync).*measure, 'f', 2) : dash();
}

QString confidenceText(const ShownSync& sync) {
    return measureText(sync, &project::SyncSummary::confidence);
}

QString coverageText(const ShownSync& sync) {
    return sync ? SyncMeasures::tr("%1 %").arg(std::lround(sync->coverage * 100.0)) : dash();
}

QString offsetFramesText(const OffsetFacts& offset) {
    const QString frames =
        (offset.frames > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(offset.frames);
    return offset.certain ? SyncMeasures::tr("%1 fr", "frames").arg(frames)
                          : SyncMeasures::tr("%1 fr ?", "frames, doubtful").arg(frames);
}

SyncBar confidenceBar(const ShownSync& now, const ShownSync& before, const SyncScale& scale) {
    const double full = scale.known() ? scale.usual * kBarOverUsual : 1.0;
    const auto length = [full](const ShownSync& sync) {
        return sync ? std::clamp(sync->confidence / full, 0.0, 1.0) : -1.0;
    };
    SyncBar bar;
    bar.value = length(now);
    bar.before = length(before);
    bar.usual = scale.known() ? scale.usual / full : -1.0;
    bar.rating = now ? rate(now->confidence, scale) : SyncRating::unknown;
    return bar;
}

SyncBar measureBar(const project::SyncSummary& now, const ShownSync& baseline,
                   SyncMeasure measure) {
    const double usual = baseline ? (*baseline).*measure : 0.0;
    const double full = std::max({usual * kBarOverUsual, now.*measure, 1e-6});
    SyncBar bar;
    bar.value = now.*measure / full;
    bar.usual = usual > 0.0 ? usual / full : -1.0;
    return bar;
}

SyncBar offsetBar(const OffsetFacts& offset) {
    SyncBar bar;
    bar.centred = true;
    bar.value = 0.5 + offset.frames / (2.0 * kMostOffset);
    bar.rating = offset.certain && offset.frames != 0 ? SyncRating::poor : SyncRating::unknown;
    return bar;
}

}  // namespace lipwright::widgets
