#pragma once

#include "gradus/insight/checkup.hpp"
#include "gradus/report/document.hpp"

#include <string>

namespace gradus::report {

using insight::Checkup;

[[nodiscard]] Document view(const Checkup& checkup);
// {"store": FILE, "sound": false, "fixed": […], "findings": [{"code", "message", "remedy",
// "hint"}],
//  "backups": [{"file", "good", "fault"}]}; a remedy is fix, restore or by_hand.
[[nodiscard]] std::string json(const Checkup& checkup);

}  // namespace gradus::report
