#include "engine/core/boundedqueue.h"

#include <QtTest>
#include <atomic>
#include <thread>

using lipwright::core::BoundedQueue;

class TestBoundedQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsOrderAndBound() {
        BoundedQueue<int> queue(3);
        std::atomic<int> pushed = 0;
        std::jthread producer([&] {
            for (int i = 0; i < 1000; ++i) {
                queue.push(i);
                ++pushed;
            }
            queue.close();
        });
        for (int expected = 0; expected < 1000; ++expected) {
            const auto item = queue.pop();
            QVERIFY(item.has_value());
            QCOMPARE(*item, expected);
            QVERIFY(pushed <= expected + 1 + 3);
        }
        QVERIFY(!queue.pop().has_value());
    }

    void closingReleasesAWaitingProducer() {
        BoundedQueue<int> queue(1);
        QVERIFY(queue.push(1));
        std::atomic<bool> accepted = true;
        std::jthread producer([&] { accepted = queue.push(2); });
        queue.close();
        producer.join();
        QVERIFY(!accepted);
        QCOMPARE(*queue.pop(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBoundedQueue)
#include "tst_boundedqueue.moc"
