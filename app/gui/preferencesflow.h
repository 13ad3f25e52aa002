// Preferences: the dialog, the device's self-test, the cache, and putting changes into effect.
#pragma once

#include "widgets/dialogs/preferences.h"

#include <QObject>
#include <QPointer>
#include <filesystem>

class QWidget;

namespace lipwright::widgets {
class PreferencesDialog;
}

namespace lipwright::app {

class Commands;
class Editor;
class Player;
class Settings;

class PreferencesFlow : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Settings& settings;
        Commands& commands;
        QWidget& window;
    };
    explicit PreferencesFlow(const Parts& parts);

    /// Puts the stored preferences into effect.
    void apply();
    /// Where analyses are kept, by the preferences.
    [[nodiscard]] static std::filesystem::path cacheFolder(const widgets::Preferences& preferences);

Q_SIGNALS:
    void applied(const lipwright::widgets::Preferences& preferences);

private:
    void show();
    void selfTest(const QString& device, int threads);
    void measureCache();
    void clearCache();

    Parts m_parts;
    QPointer<widgets::PreferencesDialog> m_dialog;
    qint64 m_selfTest = 0;
};

}  // namespace lipwright::app
