#pragma once

#include "gradus/insight/today.hpp"

#include <string>
#include <string_view>

namespace gradus::report {

// What a prompt or a bar shows, as one line of fields without a space in any: "day=2026-12-01
// track=de-roadmap tier=sql week=w4 studied=1h55m planned=7h problems=9/37 today=1h criteria=2/7
// streak=4 timer=-". "-" stands for what there is none of; a blank in the track's name is "_", what
// could drive a terminal is made visible. More fields may follow one day.
[[nodiscard]] std::string status_line(const insight::Today& today, std::string_view track);

}  // namespace gradus::report
