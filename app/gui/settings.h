// What is remembered between runs: preferences, recent projects, window layout. Wraps the QSettings
// it is given.
#pragma once

#include "widgets/dialogs/preferences.h"

#include <QByteArray>
#include <QStringList>
#include <memory>

class QSettings;

namespace lipwright::app {

class Settings {
public:
    explicit Settings(std::unique_ptr<QSettings> store);
    ~Settings();

    [[nodiscard]] widgets::Preferences preferences() const;
    void setPreferences(const widgets::Preferences& preferences);

    /// Newest first, at most 12.
    [[nodiscard]] QStringList recentProjects() const;
    void addRecentProject(const QString& file);
    void removeRecentProject(const QString& file);

    [[nodiscard]] QByteArray value(const QString& key) const;
    void setValue(const QString& key, const QByteArray& value);
    /// The folder last used for this purpose ("open", "export"), or `fallback`.
    [[nodiscard]] QString folder(const QString& purpose, const QString& fallback) const;
    void setFolder(const QString& purpose, const QString& folder);

private:
    std::unique_ptr<QSettings> m_store;
};

}  // namespace lipwright::app
