// Runs a program to its end and keeps what it said.
#pragma once

#include <QString>
#include <QStringList>

namespace lipwright::testsupport {

/// Exit codes of lipwright-cli, as docs/CLI.md has them.
inline constexpr int kUsage = 2;
inline constexpr int kBadInput = 3;
inline constexpr int kBadOutput = 4;
inline constexpr int kNothingToDo = 5;

struct Finished {
    int exitCode = -1;
    bool crashed = false;
    bool timedOut = false;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] bool ok() const { return !crashed && !timedOut && exitCode == 0; }
    /// For QVERIFY2: how it ended and what it said.
    [[nodiscard]] QByteArray summary() const;
};

[[nodiscard]] Finished run(const QString& program, const QStringList& arguments,
                           int timeoutMs = 300'000);
[[nodiscard]] Finished runCli(const QStringList& arguments, int timeoutMs = 300'000);
[[nodiscard]] Finished runPresenter(const QStringList& arguments, int timeoutMs = 300'000);
/// Path of a program of this build.
[[nodiscard]] QString programPath(const QString& name);

}  // namespace lipwright::testsupport
