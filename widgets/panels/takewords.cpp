#include "widgets/panels/settingwords_p.h"
#include "widgets/panels/takewords_p.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace lipwright::widgets {
namespace {

using project::SyncSummary;
using project::Take;

struct TakeWords {
    Q_DECLARE_TR_FUNCTIONS(TakeWords)
};

constexpr int kShortHash = 7;

QString whenOf(const Take& take) {
    const auto time = QDateTime::fromString(QString::fromStdString(take.created), Qt::ISODate);
    if (!time.isValid()) {
        return QString::fromStdString(take.created);
    }
    const QDateTime local = time.toLocalTime();
    return local.date() == QDate::currentDate()
               ? QLocale().toString(local.time(), QLocale::ShortFormat)
               : QLocale().toString(local, QLocale::ShortFormat);
}

QString shortHash(const std::string& hash) {
    return QString::fromStdString(hash).left(kShortHash);
}

/// Of the networks that move and make the mouth; of whatever there is without these.
QString hashesOf(const Take& take) {
    QStringList hashes;
    for (const char* role : {"shape-network", "mouth-mender", "mouth-generator"}) {
        if (const auto model = take.models.find(role); model != take.models.end()) {
            hashes << shortHash(model->second);
        }
    }
    return hashes.isEmpty() && !take.models.empty() ? shortHash(take.models.begin()->second)
                                                    : hashes.join(QStringLiteral(" + "));
}

QString number(double value) {
    return QLocale().toString(value, 'f', 2);
}

QString scoreLine(const QString& judge, const SyncSummary& sync) {
    return TakeWords::tr("%1: confidence %2, LSE-C %3, LSE-D %4, offset %n frame(s), %5 % measured",
                         nullptr, sync.offsetFrames)
        .arg(judge, number(sync.confidence), number(sync.lseC), number(sync.lseD),
             QLocale().toString(sync.coverage * 100.0, 'f', 0));
}

}  // namespace

QString sizeText(std::int64_t bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString takeDetail(const Take& take, const project::SegmentSettings& settings) {
    const QStringList differing = differingSettings(take.settings, settings);
    QStringList parts{whenOf(take)};
    if (!differing.isEmpty()) {
        parts << differing.join(QStringLiteral(", "));
    }
    if (const QString hashes = hashesOf(take); !hashes.isEmpty()) {
        parts << hashes;
    }
    if (take.bytes > 0) {
        parts << sizeText(take.bytes);
    }
    return parts.join(QStringLiteral(" · "));
}

QString takeScore(const Take& take) {
    return take.scores ? TakeWords::tr("%1 / %2", "expert's and judge's confidence")
                             .arg(number(take.scores->expert.confidence),
                                  number(take.scores->judge.confidence))
                       : QString();
}

QString takeTip(const Take& take, const project::SegmentSettings& settings) {
    QStringList lines;
    const QStringList differing = differingSettings(take.settings, settings);
    lines << (differing.isEmpty() ? TakeWords::tr("Made with the settings the segment has now.")
                                  : TakeWords::tr("Made with other settings than now: %1.")
                                        .arg(differing.join(QStringLiteral(", "))));
    if (take.scores) {
        lines << scoreLine(TakeWords::tr("Expert"), take.scores->expert)
              << scoreLine(TakeWords::tr("Second judge"), take.scores->judge);
    } else {
        lines << TakeWords::tr("Not yet measured.");
    }
    lines << TakeWords::tr("Engine %1, rendered in %2 s, %3")
                 .arg(QString::fromStdString(take.engine), QLocale().toString(take.seconds, 'f', 1),
                      sizeText(take.bytes));
    for (const auto& [role, hash] : take.models) {
        lines << QStringLiteral("%1: %2").arg(QString::fromStdString(role),
                                              QString::fromStdString(hash));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace lipwright::widgets
