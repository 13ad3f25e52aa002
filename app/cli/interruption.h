// Turns SIGINT and SIGTERM into a stop request, so that jobs end at their next frame and remove
// what they have half-written. Construct it before any other thread, which then inherits the mask.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace lipwright::cli {

class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    sigset_t m_signals{};
    std::jthread m_waiter;
};

}  // namespace lipwright::cli
