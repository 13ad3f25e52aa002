// Lets LibTorch compute in bfloat16 where that is safe.
#pragma once

#include "engine/training/trainingreport.h"

namespace lipwright::training {

/// In force while it lives, on its thread; does nothing for full precision.
class Autocast {
public:
    explicit Autocast(Precision precision);
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;
    ~Autocast();

private:
    bool m_on;
};

}  // namespace lipwright::training
