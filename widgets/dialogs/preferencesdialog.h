// Preferences: language, theme, keys (with conflicts shown), device with a self-test, memory,
// cache.
#pragma once

#include "widgets/dialogs/preferences.h"

#include <QDialog>
#include <memory>

class QAction;

namespace lipwright::widgets {

class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    /// `actions`: every command of the program, with objectName, text and default shortcuts
    /// (property "defaultShortcuts", a QVariantList of QKeySequence).
    PreferencesDialog(const Preferences& preferences, const QList<QAction*>& actions,
                      bool cudaAvailable, QWidget* parent = nullptr);
    ~PreferencesDialog() override;

    [[nodiscard]] Preferences preferences() const;

    void setCacheUse(qint64 bytes, const QString& folder);
    void setSelfTestProgress(double share);
    void setSelfTestResult(const QString& text);  ///< "CPU, 2 threads: about 24 frames/s ..."

Q_SIGNALS:
    void selfTestRequested(const QString& device, int threads);
    void clearCacheRequested();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
