#include "engine/nets/batchhalving_p.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <new>
#include <string_view>

namespace lipwright::nets {

bool ranOutOfMemory(const std::exception& exception) {
    if (dynamic_cast<const c10::OutOfMemoryError*>(&exception) != nullptr ||
        dynamic_cast<const std::bad_alloc*>(&exception) != nullptr) {
        return true;
    }
    const std::string_view what = exception.what();
    return what.find("out of memory") != std::string_view::npos ||
           what.find("not enough memory") != std::string_view::npos;
}

int inBatches(int items, int batch, const std::function<void(int, int)>& work) {
    batch = std::max(batch, 1);
    for (int first = 0; first < items;) {
        const int count = std::min(batch, items - first);
        try {
            work(first, count);
            first += count;
        } catch (const std::exception& exception) {
            if (count == 1 || !ranOutOfMemory(exception)) {
                throw;
            }
            batch = count / 2;
        }
    }
    return batch;
}

}  // namespace lipwright::nets
