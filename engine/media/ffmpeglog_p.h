// Collects what FFmpeg says about one of our contexts instead of letting it print. FFmpeg's log
// callback is one per process: it is taken over once, and everything that belongs to no MessageLog
// is dropped. Messages may come from FFmpeg's own threads.
#pragma once

#include <mutex>
#include <string>

namespace lipwright::media {

class MessageLog {
public:
    MessageLog();
    ~MessageLog();
    MessageLog(const MessageLog&) = delete;
    MessageLog& operator=(const MessageLog&) = delete;

    /// The last error or warning, without its line end; empty when there was none.
    [[nodiscard]] std::string last() const;
    /// Errors (not warnings) so far.
    [[nodiscard]] int errorCount() const;
    /// True when a message contained "ended prematurely", "partial file" or the like.
    [[nodiscard]] bool saidTruncated() const;
    void clear();

    void add(int level, const std::string& message);

private:
    mutable std::mutex m_mutex;
    std::string m_last;
    int m_errors = 0;
    bool m_truncated = false;
};

}  // namespace lipwright::media
