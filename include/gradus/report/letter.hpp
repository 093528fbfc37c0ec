#pragma once

#include "gradus/insight/letter.hpp"
#include "gradus/report/document.hpp"
#include "gradus/report/views.hpp"

#include <string>

namespace gradus::report {

// A letter to a mentor, for mail too: tables and bars, no pictures.
[[nodiscard]] Document view(const insight::Letter& letter, const ReportHead& head = {});
[[nodiscard]] std::string json(const insight::Letter& letter, const ReportHead& head = {});

}  // namespace gradus::report
