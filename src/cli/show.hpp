#pragma once

#include "gradus/report/advice.hpp"
#include "gradus/report/checkup.hpp"
#include "gradus/report/decisions.hpp"
#include "gradus/report/drills.hpp"
#include "gradus/report/exam.hpp"
#include "gradus/report/explanation.hpp"
#include "gradus/report/history.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/lists.hpp"
#include "gradus/report/modules.hpp"
#include "gradus/report/new_version.hpp"
#include "gradus/report/pace.hpp"
#include "gradus/report/plan_changes.hpp"
#include "gradus/report/review.hpp"
#include "gradus/report/table_drill.hpp"
#include "gradus/report/verification.hpp"
#include "gradus/report/views.hpp"
#include "gradus/report/welcome.hpp"

#include "cli/session.hpp"

namespace gradus::cli {

// Apart from session.hpp, so that only what shows a value pays for every report's header.
template <typename... Value>
void Session::show(const Value&... value) const {
  if (json)
    answer(report::json(value...));
  else
    answer(report::view(value...));
}

template <typename... Value>
void Session::show_paged(const Value&... value) const {
  if (json)
    answer(report::json(value...));
  else
    page(report::view(value...));
}

}  // namespace gradus::cli
