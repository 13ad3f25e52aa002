// Something to choose by name: what the project keeps, and what the user reads.
#pragma once

#include <QString>
#include <string>

namespace lipwright::widgets {

struct NamedChoice {
    std::string id;
    QString name;
    friend bool operator==(const NamedChoice&, const NamedChoice&) = default;
};

}  // namespace lipwright::widgets
