#include "app/gui/preferencesflow.h"

#include "app/gui/commands.h"
#include "app/gui/settings.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "engine/nets/device.h"
#include "widgets/dialogs/preferencesdialog.h"

#include <QApplication>
#include <QStandardPaths>
#include <algorithm>
#include <thread>

namespace lipwright::app {
namespace {

int threadsOf(int wanted) {
    const int all = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return wanted > 0 ? wanted : std::max(1, all - 1);
}

}  // namespace

PreferencesFlow::PreferencesFlow(const Parts& parts) : QObject(&parts.window), m_parts(parts) {
    m_parts.commands.on("edit.preferences", this, [this] { show(); });
    m_parts.commands.on("help.keys", this, [this] { show(); });
}

std::filesystem::path PreferencesFlow::cacheFolder(const widgets::Preferences& preferences) {
    const QString folder =
        preferences.cacheFolder.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/lipwright"
            : preferences.cacheFolder;
    return folder.toStdString();
}

void PreferencesFlow::apply() {
    const widgets::Preferences value = m_parts.settings.preferences();
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) {
        widgets::applyTheme(*application, value.theme);
    }
    m_parts.commands.applyKeys(value.keys);
    m_parts.commands.refreshIcons();
    const auto device = nets::chooseDevice(value.device.toStdString());
    if (!device) {
        Q_EMIT m_parts.editor.failed(device.error());
    }
    m_parts.editor.setDevice(device.value_or(nets::Device::cpu), threadsOf(value.threads));
    m_parts.editor.analysis().setCache(dubbing::AnalysisCache(cacheFolder(value)));
    m_parts.editor.document().setAutosaveSeconds(value.autosaveSeconds);
    m_parts.player.setMemoryBudget(value.memoryBudget);
    Q_EMIT applied(value);
}

void PreferencesFlow::show() {
    if (m_dialog != nullptr) {
        m_dialog->raise();
        return;
    }
    m_dialog =
        new widgets::PreferencesDialog(m_parts.settings.preferences(), m_parts.commands.actions(),
                                       nets::cudaAvailable(), &m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &widgets::PreferencesDialog::selfTestRequested, this,
            &PreferencesFlow::selfTest);
    connect(m_dialog, &widgets::PreferencesDialog::clearCacheRequested, this,
            &PreferencesFlow::clearCache);
    connect(m_dialog, &QDialog::accepted, this, [this] {
        m_parts.settings.setPreferences(m_dialog->preferences());
        apply();
    });
    connect(m_dialog, &QDialog::finished, this,
            [this] { m_parts.editor.jobs().cancel(m_selfTest); });
    m_dialog->open();
    measureCache();
}

void PreferencesFlow::selfTest(const QString& device, int threads) {
    using Speed = dubbing::DeviceSpeed;
    const auto chosen = nets::chooseDevice(device.toStdString());
    if (!chosen) {
        m_dialog->setSelfTestResult(QString::fromStdString(chosen.error().text()));
        return;
    }
    const auto work = [device = *chosen, threads = threadsOf(threads),
                       models = m_parts.editor.folders().models](
                          std::stop_token stop, const core::ProgressCallback& progress) {
        return dubbing::measureDevice(device, threads, models, stop, progress);
    };
    const auto done = [this](core::Result<Speed> speed) {
        if (m_dialog == nullptr) {
            return;
        }
        if (!speed) {
            m_dialog->setSelfTestResult(QString::fromStdString(speed.error().text()));
            return;
        }
        m_dialog->setSelfTestResult(
            tr("%1: about %2 frames of 1280 × 720 per second; the networks alone %3 per second.")
                .arg(QString::fromStdString(speed->device))
                .arg(speed->renderFramesPerSecond, 0, 'f', 1)
                .arg(speed->networkFramesPerSecond, 0, 'f', 0));
    };
    m_selfTest = m_parts.editor.jobs().submit<Speed>(
        {tr("Self-test of the device"), JobLane::inference, 50}, work, done);
    connect(&m_parts.editor.jobs(), &JobQueue::jobChanged, m_dialog,
            [this](const widgets::JobStatus& status) {
                if (status.id == m_selfTest && status.total > 0 && m_dialog != nullptr) {
                    m_dialog->setSelfTestProgress(static_cast<double>(status.done) /
                                                  static_cast<double>(status.total));
                }
            });
}

void PreferencesFlow::measureCache() {
    const auto work = [cache = m_parts.editor.analysis().cache()](
                          std::stop_token, const core::ProgressCallback&) -> core::Result<qint64> {
        return cache.bytes();
    };
    const auto done = [this](core::Result<qint64> bytes) {
        if (bytes && m_dialog != nullptr) {
            m_dialog->setCacheUse(*bytes, QString::fromStdString(
                                              m_parts.editor.analysis().cache().folder().string()));
        }
    };
    m_parts.editor.jobs().submit<qint64>({tr("Measure the cache"), JobLane::disk, 0, true}, work,
                                         done);
}

void PreferencesFlow::clearCache() {
    const auto work = [cache = m_parts.editor.analysis().cache()](
                          std::stop_token, const core::ProgressCallback&) -> core::Result<qint64> {
        return cache.shrinkTo(0);
    };
    const auto done = [this](core::Result<qint64> freed) {
        if (!freed) {
            Q_EMIT m_parts.editor.failed(freed.error());
        }
        measureCache();
    };
    m_parts.editor.jobs().submit<qint64>({tr("Clear the cache"), JobLane::disk}, work, done);
}

}  // namespace lipwright::app
