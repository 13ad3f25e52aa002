#include "widgets/panels/stagename.h"

#include <QCoreApplication>
#include <QHash>

namespace lipwright::widgets {
namespace {

struct StageNames {
    Q_DECLARE_TR_FUNCTIONS(StageNames)
};

}  // namespace

QString stageName(const QString& stage) {
    const QHash<QString, QString> names = {
        {QStringLiteral("listen"), StageNames::tr("listening")},
        {QStringLiteral("gather"), StageNames::tr("gathering pictures")},
        {QStringLiteral("compare"), StageNames::tr("comparing sound and mouth")},
        {QStringLiteral("shape"), StageNames::tr("learning the movement")},
        {QStringLiteral("mouth"), StageNames::tr("learning to paint the mouth")}};
    return names.value(stage, stage);
}

}  // namespace lipwright::widgets
