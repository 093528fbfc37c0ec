#pragma once

#include "gradus/insight/module_page.hpp"
#include "gradus/report/document.hpp"

#include "report/json_values.hpp"

#include <string>
#include <vector>

// What the views of a module and of a week that carries one have in common.
namespace gradus::report {

[[nodiscard]] ItemList topic_items(const insight::ModulePage& page);
// Each with its mark, where there is a verdict, and what to type while it is open.
[[nodiscard]] ItemList check_items(const insight::ModulePage& page);
[[nodiscard]] ItemList lab_items(const curriculum::Module& module);
// "2 of 6 passed"; "6 checks" where there is no track.
[[nodiscard]] std::string checks_text(const insight::ModuleState& state);

[[nodiscard]] Json topics_value(const insight::ModulePage& page);
[[nodiscard]] Json checks_value(const insight::ModulePage& page);
[[nodiscard]] Json labs_value(const curriculum::Module& module);
// A module as its week has it: without prompts and notes.
[[nodiscard]] Json module_in_week(const insight::ModulePage& page);

}  // namespace gradus::report
