#include "app/cli/plot/plotimage.h"

#include "engine/core/atomicfile.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QImageWriter>
#include <cctype>
#include <cstdio>
#include <memory>

namespace lipwright::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kMargin = 14;

/// No display is asked for, and numbers look the same everywhere.
void makeIndependentOfTheDesktop() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("QT_SCALE_FACTOR");
    qunsetenv("QT_FONT_DPI");
    qunsetenv("QT_STYLE_OVERRIDE");
}

/// Qt's advice on the desktop session is of no use on a command line.
void dropAdvice(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        std::fprintf(stderr, "%s\n", message.toUtf8().constData());
    }
}

/// Lives as long as the picture is drawn, unless there is an application already.
class PlotApplication {
public:
    PlotApplication() {
        if (QCoreApplication::instance() == nullptr) {
            makeIndependentOfTheDesktop();
            m_previous = qInstallMessageHandler(&dropAdvice);
            m_application = std::make_unique<QApplication>(m_count, m_arguments);
        }
    }
    ~PlotApplication() {
        if (m_application) {
            m_application.reset();
            qInstallMessageHandler(m_previous);
        }
    }
    PlotApplication(const PlotApplication&) = delete;
    PlotApplication& operator=(const PlotApplication&) = delete;

private:
    char m_name[14] = "lipwright-cli";
    char* m_arguments[2] = {m_name, nullptr};
    int m_count = 1;
    QtMessageHandler m_previous = nullptr;
    std::unique_ptr<QApplication> m_application;
};

QImage drawn(const std::function<void(QCustomPlot&)>& draw) {
    QCustomPlot plot;
    plot.setBackground(QBrush(Qt::white));
    plot.setAutoAddPlottableToLegend(false);
    plot.plotLayout()->clear();
    plot.plotLayout()->setRowSpacing(2);
    plot.plotLayout()->setMargins({kMargin, kMargin, kMargin, kMargin});
    draw(plot);
    return plot.toPixmap(kPlotWidth, kPlotHeight).toImage();
}

bool isPngName(const fs::path& target) {
    std::string extension = target.extension().string();
    for (char& letter : extension) {
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return extension == ".png";
}

}  // namespace

core::Result<void> checkPlotTarget(const fs::path& target, bool overwrite) {
    if (!isPngName(target)) {
        return core::fail(core::ErrorCode::invalidArgument, "plots are written as PNG only",
                          target.string(), "Choose a name that ends in .png");
    }
    std::error_code ignored;
    if (fs::exists(target, ignored) && !overwrite) {
        return core::fail(core::ErrorCode::invalidArgument, "the plot exists already",
                          target.string(), "Choose another name, or use --overwrite");
    }
    const auto file = core::AtomicFile::create(target);  // leaves nothing behind
    return file ? core::Result<void>() : core::passOn(file);
}

core::Result<void> writePlot(const fs::path& target,
                             const std::function<void(QCustomPlot&)>& draw) {
    const PlotApplication application;
    auto file = core::AtomicFile::create(target);
    if (!file) {
        return core::passOn(file);
    }
    QImageWriter writer(QString::fromStdString(file->temporaryPath().string()), "png");
    if (!writer.write(drawn(draw))) {
        return core::fail(core::ErrorCode::ioFailure,
                          "the plot can not be written: " + writer.errorString().toStdString(),
                          target.string(), "Check the free disk space and the folder");
    }
    return file->commit();
}

}  // namespace lipwright::cli
