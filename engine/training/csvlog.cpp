#include "engine/training/csvlog.h"

#include <fstream>
#include <sstream>

namespace lipwright::training {

void CsvLog::add(const std::map<std::string, double>& row) {
    if (m_path.empty()) {
        return;
    }
    std::string header;
    if (std::ifstream existing(m_path); existing) {
        std::getline(existing, header);
    }
    std::ofstream stream(m_path, std::ios::app);
    if (header.empty()) {
        for (const auto& [name, value] : row) {
            header += (header.empty() ? "" : ",") + name;
        }
        stream << header << '\n';
    }
    std::istringstream columns(header);
    std::string name;
    for (bool first = true; std::getline(columns, name, ','); first = false) {
        const auto value = row.find(name);
        stream << (first ? "" : ",");
        if (value != row.end()) {
            stream << value->second;
        }
    }
    stream << '\n';
}

}  // namespace lipwright::training
