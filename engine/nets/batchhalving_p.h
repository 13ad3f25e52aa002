// What to do when memory does not suffice for a batch: try half of it and go on. For engine/nets
// only.
#pragma once

#include <exception>
#include <functional>

namespace lipwright::nets {

/// LibTorch's own exception, std::bad_alloc, or one whose text says so.
[[nodiscard]] bool ranOutOfMemory(const std::exception& exception);

/// Calls work(first, count) for consecutive pieces of `items`, `batch` at a time at most, and
/// returns the batch that memory sufficed for. A piece that runs out of memory is begun again with
/// half the batch; with a single item the exception goes on, as any other does at once.
[[nodiscard]] int inBatches(int items, int batch, const std::function<void(int, int)>& work);

}  // namespace lipwright::nets
