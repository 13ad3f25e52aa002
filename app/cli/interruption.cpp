#include "app/cli/interruption.h"

#include <ctime>

namespace lipwright::cli {

Interruption::Interruption() {
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    // Writing to a closed pipe is an error like any other, told by the write itself.
    std::signal(SIGPIPE, SIG_IGN);
    m_waiter = std::jthread([this](const std::stop_token& over) {
        constexpr timespec kPatience{0, 100'000'000};
        bool asked = false;
        while (!over.stop_requested()) {
            if (sigtimedwait(&m_signals, nullptr, &kPatience) < 0) {
                continue;
            }
            if (asked) {  // a second Ctrl+C: the user does not want to wait
                std::_Exit(130);
            }
            asked = true;
            m_source.request_stop();
        }
    });
}

Interruption::~Interruption() = default;

}  // namespace lipwright::cli
