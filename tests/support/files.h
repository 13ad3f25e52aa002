// Whole small files in one call, for tests.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace lipwright::testsupport {

/// Empty when it can not be read.
[[nodiscard]] QByteArray contents(const QString& path);
[[nodiscard]] bool write(const QString& path, const QByteArray& bytes);
[[nodiscard]] QJsonObject parsed(const QByteArray& json);

}  // namespace lipwright::testsupport
