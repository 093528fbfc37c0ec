#pragma once

#include "gradus/insight/module_page.hpp"
#include "gradus/report/document.hpp"

#include <string>
#include <vector>

namespace gradus::report {

// `module list`: [{"id", "title", "weeks", "minutes", "requires", "planned", "passed"}]; the last
// two are null without a track.
[[nodiscard]] Document view(const std::vector<insight::ModuleState>& modules);
[[nodiscard]] std::string json(const std::vector<insight::ModuleState>& modules);

// `module show`: all of it.
[[nodiscard]] Document view(const insight::ModulePage& page);
[[nodiscard]] std::string json(const insight::ModulePage& page);

// `module ready`: its checks as a gate.
struct ModuleGate {
  insight::ModuleState state;  // with a verdict
};
[[nodiscard]] Document view(const ModuleGate& gate);
[[nodiscard]] std::string json(const ModuleGate& gate);

}  // namespace gradus::report
