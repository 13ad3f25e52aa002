// What a presenter says and when: sentences with pauses, cut to the wanted length.
#pragma once

#include "app/presenter/identity.h"
#include "app/presenter/presenter.h"
#include "engine/voice/espeakvoice.h"

namespace lipwright::presenter {

struct Script {
    int sampleRate = 22050;
    double seconds = 0.0;
    std::vector<float> samples;  ///< as long as `seconds`
    std::vector<voice::Phoneme> phonemes;
};

[[nodiscard]] core::Result<Script> recite(const PresenterOptions& options,
                                          const Identity& identity);

}  // namespace lipwright::presenter
