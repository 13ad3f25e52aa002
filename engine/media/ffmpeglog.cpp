#include "engine/media/ffmpeg_p.h"
#include "engine/media/ffmpeglog_p.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <unordered_set>

namespace lipwright::media {
namespace {

struct Registry {
    std::mutex mutex;
    std::unordered_set<MessageLog*> logs;
};

Registry& registry() {
    static Registry* const instance = new Registry;  // outlives every static that may still log
    return *instance;
}

/// The `opaque` of a format or codec context: our contexts keep their MessageLog there.
void* opaqueOf(void* object) {
    if (object == nullptr) {
        return nullptr;
    }
    const AVClass* const type = *static_cast<const AVClass* const*>(object);
    if (type == nullptr) {
        return nullptr;
    }
    if (type == avcodec_get_class()) {
        return static_cast<AVCodecContext*>(object)->opaque;
    }
    if (type == avformat_get_class()) {
        return static_cast<AVFormatContext*>(object)->opaque;
    }
    return nullptr;
}

void receive(void* object, int level, const char* format, va_list arguments) {
    if (level > AV_LOG_WARNING) {
        return;
    }
    void* const opaque = opaqueOf(object);
    if (opaque == nullptr) {
        return;
    }
    char text[512];
    std::vsnprintf(text, sizeof text, format, arguments);
    Registry& all = registry();
    const std::scoped_lock lock(all.mutex);
    const auto found = all.logs.find(static_cast<MessageLog*>(opaque));
    if (found != all.logs.end()) {
        (*found)->add(level, text);
    }
}

}  // namespace

MessageLog::MessageLog() {
    static const bool installed = [] {
        av_log_set_callback(receive);
        return true;
    }();
    (void)installed;
    const std::scoped_lock lock(registry().mutex);
    registry().logs.insert(this);
}

MessageLog::~MessageLog() {
    const std::scoped_lock lock(registry().mutex);
    registry().logs.erase(this);
}

std::string MessageLog::last() const {
    const std::scoped_lock lock(m_mutex);
    return m_last;
}

int MessageLog::errorCount() const {
    const std::scoped_lock lock(m_mutex);
    return m_errors;
}

bool MessageLog::saidTruncated() const {
    const std::scoped_lock lock(m_mutex);
    return m_truncated;
}

void MessageLog::clear() {
    const std::scoped_lock lock(m_mutex);
    m_last.clear();
    m_errors = 0;
    m_truncated = false;
}

void MessageLog::add(int level, const std::string& message) {
    const std::scoped_lock lock(m_mutex);
    m_last = message.substr(0, message.find_last_not_of("\r\n .") + 1);
    std::replace(m_last.begin(), m_last.end(), '\n', ' ');
    m_errors += level <= AV_LOG_ERROR ? 1 : 0;
    for (const char* const phrase : {"ended prematurely", "partial file", "Packet corrupt"}) {
        m_truncated = m_truncated || message.find(phrase) != std::string::npos;
    }
}

}  // namespace lipwright::media
