// Guards the architecture: who may include what.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace {

struct Owner {
    const char* pattern;    ///< of an #include line
    QStringList folders;    ///< that may include it
    bool privateFilesOnly;  ///< only .cpp and *_p.h
};

const QList<Owner> kOwners{
    {"^#include <(Q[A-Z]|Qt)",
     {"app/cli/plot", "app/gui", "app/document", "app/jobs", "app/playback", "app/session",
      "widgets", "tests"},
     false},
    {"^#include [<\"](libav|libsw)", {"engine/media", "tests"}, true},
    {"^#include <dlib/", {"engine/face", "tests"}, true},
    {"^#include [<\"](torch|c10|ATen)/", {"engine/nets", "engine/training", "tests"}, true},
    {"^#include <webrtc/", {"engine/speech"}, true},
    {"^#include <openssl/", {"engine/core"}, true},
    {"^#include <espeak-ng/", {"engine/voice"}, true},
    {"^#include \"app/", {"app", "tests"}, false},
    {"^#include \"(widgets)/", {"app", "widgets", "tests"}, false},
};

bool isPrivate(const QString& file) {
    return file.endsWith(".cpp") || file.endsWith("_p.h");
}

QStringList includesOf(const QString& path) {
    QFile file(path);
    QStringList lines;
    if (file.open(QIODevice::ReadOnly)) {
        const auto all = QString::fromUtf8(file.readAll()).split('\n');
        for (const QString& line : all) {
            if (line.startsWith("#include")) {
                lines << line;
            }
        }
    }
    return lines;
}

/// The engine's folders from bottom to top: a folder includes only itself and those before it.
const QStringList kEngineOrder{
    "core", "page",      "project",    "media",    "speech",  "voice",  "face",       "models",
    "nets", "synthesis", "evaluation", "training", "dubbing", "report", "assessment", "adaptation"};

}  // namespace

class TestLayering : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thirdPartyHeadersStayWithTheirOwners() {
        int checked = 0;
        for (const QString& file : sources()) {
            for (const QString& line : includesOf(m_root + file)) {
                ++checked;
                for (const Owner& owner : kOwners) {
                    if (!QRegularExpression(owner.pattern).match(line).hasMatch()) {
                        continue;
                    }
                    const bool allowed = std::any_of(
                        owner.folders.begin(), owner.folders.end(),
                        [&](const QString& folder) { return file.startsWith(folder + "/"); });
                    QVERIFY2(allowed && (!owner.privateFilesOnly || isPrivate(file)),
                             qPrintable(file + ": " + line));
                }
            }
        }
        QVERIFY(checked > 100);
    }

    void engineFoldersDependDownwards() {
        const QRegularExpression engineInclude("^#include \"engine/(\\w+)/");
        for (const QString& file : sources()) {
            const int own = kEngineOrder.indexOf(file.section('/', 1, 1));
            if (!file.startsWith("engine/")) {
                continue;
            }
            QVERIFY2(own >= 0, qPrintable(file + ": a folder without a place in the order"));
            for (const QString& line : includesOf(m_root + file)) {
                const auto match = engineInclude.match(line);
                if (match.hasMatch()) {
                    const int other = kEngineOrder.indexOf(match.captured(1));
                    QVERIFY2(other >= 0 && other <= own, qPrintable(file + ": " + line));
                }
            }
        }
    }

    void widgetsKnowOnlyValues() {
        const QRegularExpression engineInclude("^#include \"(engine/[^\"]+)\"");
        const QRegularExpression value(
            "^engine/(core/.*|project/(project|retouchkeys)\\.h|media/(frameindex|waveform)\\.h|"
            "dubbing/exportsettings\\.h)$");
        int checked = 0;
        for (const QString& file : sources()) {
            if (!file.startsWith("widgets/")) {
                continue;
            }
            for (const QString& line : includesOf(m_root + file)) {
                const auto match = engineInclude.match(line);
                QVERIFY2(!match.hasMatch() || value.match(match.captured(1)).hasMatch(),
                         qPrintable(file + ": " + line));
                ++checked;
            }
        }
        QVERIFY(checked > 50);
    }

    void nobodyReachesAnybodyThroughAGlobal() {
        const QRegularExpression global("\\b(qApp\\b|Q_GLOBAL_STATIC|static \\w+& instance\\()");
        for (const QString& file : sources()) {
            if (file.startsWith("tests/")) {
                continue;
            }
            QFile text(m_root + file);
            QVERIFY(text.open(QIODevice::ReadOnly));
            QVERIFY2(!global.match(QString::fromUtf8(text.readAll())).hasMatch(), qPrintable(file));
        }
    }

private:
    QStringList sources() const {
        QStringList files;
        for (const char* top : {"engine", "app", "widgets", "tests"}) {
            QDirIterator entries(m_root + top, {"*.h", "*.cpp"}, QDir::Files,
                                 QDirIterator::Subdirectories);
            while (entries.hasNext()) {
                files << entries.next().mid(m_root.size());
            }
        }
        return files;
    }

    const QString m_root = QStringLiteral(LIPWRIGHT_SOURCE_FOLDER "/");
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
