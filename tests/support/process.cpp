#include "tests/support/process.h"

#include <QProcess>

namespace lipwright::testsupport {

QByteArray Finished::summary() const {
    return "exit code " + QByteArray::number(exitCode) + (crashed ? ", crashed" : "") +
           (timedOut ? ", timed out" : "") + "\nstdout: " + out + "\nstderr: " + err;
}

Finished run(const QString& program, const QStringList& arguments, int timeoutMs) {
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    Finished finished;
    if (!process.waitForFinished(timeoutMs)) {
        finished.timedOut = process.error() == QProcess::Timedout;
        finished.err = process.errorString().toUtf8();
        process.kill();
        process.waitForFinished();
    }
    finished.crashed = process.exitStatus() == QProcess::CrashExit;
    finished.exitCode = process.exitCode();
    finished.out = process.readAllStandardOutput();
    finished.err += process.readAllStandardError();
    return finished;
}

Finished runCli(const QStringList& arguments, int timeoutMs) {
    return run(programPath("lipwright-cli"), arguments, timeoutMs);
}

Finished runPresenter(const QStringList& arguments, int timeoutMs) {
    return run(programPath("lipwright-presenter"), arguments, timeoutMs);
}

QString programPath(const QString& name) {
    return QStringLiteral(LIPWRIGHT_BIN_FOLDER "/") + name;
}

}  // namespace lipwright::testsupport
