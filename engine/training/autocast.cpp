#include "engine/training/autocast_p.h"

#include <ATen/autocast_mode.h>

namespace lipwright::training {

Autocast::Autocast(Precision precision) : m_on(precision == Precision::mixed) {
    if (m_on) {
        at::autocast::set_cpu_enabled(true);
        at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
        at::autocast::set_enabled(true);
        at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
    }
}

Autocast::~Autocast() {
    if (m_on) {
        at::autocast::clear_cache();
        at::autocast::set_cpu_enabled(false);
        at::autocast::set_enabled(false);
    }
}

}  // namespace lipwright::training
