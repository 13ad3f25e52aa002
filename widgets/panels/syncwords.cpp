#include "widgets/panels/syncwords_p.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

using project::SyncSummary;

struct SyncWords {
    Q_DECLARE_TR_FUNCTIONS(SyncGroup)
};

std::optional<SyncSummary> mean(const std::vector<SyncFacts>& facts,
                                std::optional<SyncSummary> SyncFacts::*which) {
    SyncSummary sum;
    double count = 0.0;
    for (const SyncFacts& one : facts) {
        if (const auto& sync = one.*which) {
            sum.lseC += sync->lseC;
            sum.lseD += sync->lseD;
            sum.confidence += sync->confidence;
            sum.coverage += sync->coverage;
            ++count;
        }
    }
    if (count == 0.0) {
        return std::nullopt;
    }
    for (double SyncSummary::*member : {&SyncSummary::lseC, &SyncSummary::lseD,
                                        &SyncSummary::confidence, &SyncSummary::coverage}) {
        sum.*member /= count;
    }
    return sum;
}

QString lateOrEarly(const OffsetFacts& offset) {
    const int milliseconds = static_cast<int>(std::llround(std::abs(offset.frames) * 40.0));
    if (offset.frames == 0) {
        return SyncWords::tr("Mouth and voice meet within a frame.");
    }
    return offset.frames > 0
               ? SyncWords::tr("The mouth is late by %1 ms (%n frame(s)).", nullptr, offset.frames)
                     .arg(milliseconds)
               : SyncWords::tr("The mouth is early by %1 ms (%n frame(s)).", nullptr,
                               -offset.frames)
                     .arg(milliseconds);
}

QString offsetOfOne(const SyncFacts& facts) {
    if (!facts.offset) {
        return {};
    }
    if (!facts.offset->certain) {
        return SyncWords::tr("The offset is doubtful: %1.").arg(facts.offset->doubt);
    }
    const QString measured = lateOrEarly(*facts.offset);
    const bool applied = facts.after && facts.offset->frames != 0 && !facts.hasOffsetToApply();
    return applied ? SyncWords::tr("%1 That is applied; render to see it.").arg(measured)
                   : measured;
}

}  // namespace

SyncFacts meanOf(const std::vector<SyncFacts>& facts) {
    if (facts.size() == 1) {
        return facts.front();
    }
    SyncFacts all;
    for (const SyncFacts& one : facts) {
        all.measured = all.measured || one.measured;
        all.scale = one.scale;
    }
    for (const auto which :
         {&SyncFacts::baseline, &SyncFacts::before, &SyncFacts::after, &SyncFacts::judge}) {
        all.*which = mean(facts, which);
    }
    return all;
}

QString verdictText(const SyncFacts& facts, std::size_t segments) {
    if (!facts.measured) {
        return SyncWords::tr("Being measured …");
    }
    const auto& shown = facts.after ? facts.after : facts.before;
    if (!shown) {
        return facts.gap == SyncGap::none ? SyncWords::tr("Too short to be measured.")
                                          : gapExplanation(facts.gap);
    }
    const QString rating = facts.scale.known() ? ratingName(rate(shown->confidence, facts.scale))
                                               : SyncWords::tr("No measure for this film yet");
    if (segments > 1) {
        return SyncWords::tr("On average: %1", "of several segments").arg(rating);
    }
    return facts.after ? rating : SyncWords::tr("Without a take: %1").arg(rating);
}

QString offsetText(const std::vector<SyncFacts>& facts) {
    if (facts.size() == 1) {
        return offsetOfOne(facts.front());
    }
    const auto off = static_cast<int>(std::ranges::count_if(facts, &SyncFacts::hasOffsetToApply));
    return off > 0 ? SyncWords::tr("%n of them are certainly early or late.", nullptr, off)
                   : QString();
}

}  // namespace lipwright::widgets
