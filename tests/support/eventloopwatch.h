// An application that knows how long each event held up its loop: what a user feels as a hitch.
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QString>
#include <algorithm>

namespace lipwright::testsupport {

class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    struct Hitch {
        double milliseconds = 0.0;
        QString what;  ///< receiver's class and name, event type
    };

    bool notify(QObject* receiver, QEvent* event) override {
        if (m_depth > 0) {
            return QApplication::notify(receiver, event);
        }
        const QString what = QStringLiteral("%1 '%2', event %3")
                                 .arg(QString::fromLatin1(receiver->metaObject()->className()),
                                      receiver->objectName())
                                 .arg(static_cast<int>(event->type()));
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const bool handled = QApplication::notify(receiver, event);
        const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        --m_depth;
        ++m_events;
        if (m_watching && milliseconds > m_longest.milliseconds) {
            m_longest = {milliseconds, what};
        }
        return handled;
    }

    /// Begins anew; what happens while not watching (a test's own work) does not count.
    void watch() {
        m_longest = {};
        m_events = 0;
        m_watching = true;
    }
    void rest() { m_watching = false; }
    [[nodiscard]] const Hitch& longest() const { return m_longest; }
    [[nodiscard]] qint64 events() const { return m_events; }

private:
    int m_depth = 0;
    qint64 m_events = 0;
    bool m_watching = false;
    Hitch m_longest;
};

}  // namespace lipwright::testsupport
