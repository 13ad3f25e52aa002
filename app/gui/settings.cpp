#include "app/gui/settings.h"

#include <QSettings>
#include <algorithm>

namespace lipwright::app {
namespace {

constexpr int kRecentProjects = 12;

constexpr const char* kThemes[] = {"system", "dark", "light"};

QMap<QString, QList<QKeySequence>> readKeys(QSettings& store) {
    QMap<QString, QList<QKeySequence>> keys;
    store.beginGroup(QStringLiteral("keys"));
    for (const QString& name : store.childKeys()) {
        QList<QKeySequence> list;
        for (const QString& key : store.value(name).toStringList()) {
            list << QKeySequence::fromString(key, QKeySequence::PortableText);
        }
        keys.insert(name, list);
    }
    store.endGroup();
    return keys;
}

void writeKeys(QSettings& store, const QMap<QString, QList<QKeySequence>>& keys) {
    store.remove(QStringLiteral("keys"));
    store.beginGroup(QStringLiteral("keys"));
    for (auto entry = keys.cbegin(); entry != keys.cend(); ++entry) {
        QStringList list;
        for (const QKeySequence& key : entry.value()) {
            list << key.toString(QKeySequence::PortableText);
        }
        store.setValue(entry.key(), list);
    }
    store.endGroup();
}

}  // namespace

Settings::Settings(std::unique_ptr<QSettings> store) : m_store(std::move(store)) {}
Settings::~Settings() = default;

widgets::Preferences Settings::preferences() const {
    QSettings& store = *m_store;
    widgets::Preferences value;
    value.language = store.value("language", value.language).toString();
    const auto theme = store.value("theme", kThemes[static_cast<int>(value.theme)]).toString();
    for (int i = 0; i < 3; ++i) {
        if (theme == QLatin1String(kThemes[i])) {
            value.theme = static_cast<widgets::Theme>(i);
        }
    }
    value.keys = readKeys(store);
    value.device = store.value("device", value.device).toString();
    value.threads = std::clamp(store.value("threads", value.threads).toInt(), 0, 256);
    value.memoryBudget =
        std::max<qint64>(store.value("memoryBudget", value.memoryBudget).toLongLong(), 64 << 20);
    value.cacheFolder = store.value("cacheFolder", value.cacheFolder).toString();
    value.cacheLimit =
        std::max<qint64>(store.value("cacheLimit", value.cacheLimit).toLongLong(), 256 << 20);
    value.autosaveSeconds =
        std::clamp(store.value("autosaveSeconds", value.autosaveSeconds).toInt(), 5, 60);
    value.preRollSeconds =
        std::clamp(store.value("preRollSeconds", value.preRollSeconds).toDouble(), 0.0, 10.0);
    value.postRollSeconds =
        std::clamp(store.value("postRollSeconds", value.postRollSeconds).toDouble(), 0.0, 10.0);
    return value;
}

void Settings::setPreferences(const widgets::Preferences& preferences) {
    QSettings& store = *m_store;
    store.setValue("language", preferences.language);
    store.setValue("theme", QLatin1String(kThemes[static_cast<int>(preferences.theme)]));
    writeKeys(store, preferences.keys);
    store.setValue("device", preferences.device);
    store.setValue("threads", preferences.threads);
    store.setValue("memoryBudget", preferences.memoryBudget);
    store.setValue("cacheFolder", preferences.cacheFolder);
    store.setValue("cacheLimit", preferences.cacheLimit);
    store.setValue("autosaveSeconds", preferences.autosaveSeconds);
    store.setValue("preRollSeconds", preferences.preRollSeconds);
    store.setValue("postRollSeconds", preferences.postRollSeconds);
}

QStringList Settings::recentProjects() const {
    return m_store->value("recentProjects").toStringList();
}

void Settings::addRecentProject(const QString& file) {
    QStringList recent = recentProjects();
    recent.removeAll(file);
    recent.prepend(file);
    m_store->setValue("recentProjects", QStringList(recent.mid(0, kRecentProjects)));
}

void Settings::removeRecentProject(const QString& file) {
    QStringList recent = recentProjects();
    recent.removeAll(file);
    m_store->setValue("recentProjects", recent);
}

QByteArray Settings::value(const QString& key) const {
    return m_store->value("window/" + key).toByteArray();
}

void Settings::setValue(const QString& key, const QByteArray& value) {
    m_store->setValue("window/" + key, value);
}

QString Settings::folder(const QString& purpose, const QString& fallback) const {
    return m_store->value("folders/" + purpose, fallback).toString();
}

void Settings::setFolder(const QString& purpose, const QString& folder) {
    m_store->setValue("folders/" + purpose, folder);
}

}  // namespace lipwright::app
