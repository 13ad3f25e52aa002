#include "engine/report/reportjob.h"

#include "engine/core/utctime.h"
#include "engine/report/worstmoments.h"

namespace lipwright::report {

using core::ErrorCode;
using core::Result;

namespace {

constexpr std::size_t kWorstMoments = 6;

Result<Measured> measure(dubbing::SegmentMeter& meter, const ReportOrder& order,
                         project::Id segment, const std::stop_token& stop) {
    const auto wanted = dubbing::syncOrder(order.project, segment, order.source.takes);
    if (!wanted) {
        return Measured{{}, wanted.error().text()};
    }
    auto sync = meter.measure(*wanted, stop);
    if (sync) {
        return Measured{std::move(*sync), {}};
    }
    if (sync.error().code == ErrorCode::cancelled || sync.error().code == ErrorCode::modelInvalid) {
        return core::passOn(sync);
    }
    return Measured{{}, sync.error().text()};
}

Result<std::map<project::Id, Measured>> measureAll(const ReportOrder& order,
                                                   const std::stop_token& stop,
                                                   const core::ProgressCallback& progress) {
    std::map<project::Id, Measured> all;
    auto meter = dubbing::SegmentMeter::open(order.source, order.cache);
    if (!meter) {
        return core::passOn(meter);
    }
    std::int64_t total = 0;
    for (const project::Segment& segment : order.project.segments) {
        total += segment.frames.length();
    }
    std::int64_t done = 0;
    for (const project::Segment& segment : order.project.segments) {
        core::report(progress, {"measure", done, total});
        auto measured = measure(*meter, order, segment.id, stop);
        if (!measured) {
            return core::passOn(measured);
        }
        all[segment.id] = std::move(*measured);
        done += segment.frames.length();
    }
    core::report(progress, {"measure", total, total});
    return all;
}

}  // namespace

Result<QcReport> makeReport(const ReportOrder& order, std::stop_token stop,
                            const core::ProgressCallback& progress) {
    const auto measured = measureAll(order, stop, progress);
    if (!measured) {
        return core::passOn(measured);
    }
    QcReport report = gatherReport(order.project, *measured, order.title, core::utcText());
    report.worst = findWorstMoments(report, kWorstMoments);
    if (auto drawn = drawWorstMoments(report, order.source, stop, progress); !drawn) {
        return core::passOn(drawn);
    }
    return report;
}

}  // namespace lipwright::report
