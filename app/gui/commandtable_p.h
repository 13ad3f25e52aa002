// The table of commands, in the order of the menus.
#pragma once

#include <span>

namespace lipwright::app {

struct CommandRow {
    const char* menu;  ///< as shown, with its access key; translated in context "Commands"
    const char* name;  ///< "" a separator, "-recent" the submenu of that name
    const char* text;
    const char* icon;  ///< "" none
    const char* keys;  ///< portable text, alternatives separated by a blank; "" none
    const char* tip;   ///< longer help, may be ""
    bool checkable = false;
};

[[nodiscard]] std::span<const CommandRow> commandTable();

}  // namespace lipwright::app
