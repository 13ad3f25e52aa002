// The most memory this program held since forget(): Linux keeps the figure. Where it can not
// be asked there is none.
#pragma once

#include <fstream>
#include <optional>
#include <string>

namespace lipwright::assessment {

class PeakMemory {
public:
    static void forget() { std::ofstream("/proc/self/clear_refs") << "5"; }

    [[nodiscard]] static std::optional<double> megabytes() {
        std::ifstream status("/proc/self/status");
        for (std::string word; status >> word;) {
            double kibibytes = 0.0;
            if (word == "VmHWM:" && status >> kibibytes) {
                return kibibytes * 1024.0 / 1e6;
            }
        }
        return {};
    }
};

}  // namespace lipwright::assessment
