#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/insight/track.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/report/document.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/text/plural.hpp"

#include <string>
#include <string_view>
#include <vector>

// Wording that the views share.
namespace gradus::report {

using text::counted;

// A number without a needless fraction: "30", "0.8".
[[nodiscard]] std::string number_text(double number);

// "78%": a share, to the nearest whole percent.
[[nodiscard]] std::string whole_percent(double share);

// "Tue 2026-12-01".
[[nodiscard]] std::string day_text(calendar::Date date);
// "2026-11-30 → 2026-12-06".
[[nodiscard]] std::string span_text(calendar::Date from, calendar::Date to);
// "Sun 2027-05-30, 14 days later than first planned (2027-05-16)".
[[nodiscard]] std::string finish_text(const plan::Plan& plan);
// "14 days later than first planned".
[[nodiscard]] std::string slip_text(calendar::Days slip);

// "1h of 7h, 6h to go", "8h of 7h, 1h over".
[[nodiscard]] std::string done_text(calendar::Minutes done, calendar::Minutes planned);
// "19:00 read 1h".
[[nodiscard]] std::string block_text(const plan::Block& block);

// "300 USD", "15–25 USD a month", "free", "price unknown".
[[nodiscard]] std::string price_text(const curriculum::Resource& resource);

// How a criterion stands: "PASS", "OPEN", "FAIL", "UNKNOWN", "WAIVED".
struct Mark {
  std::string text;
  Tone tone;
};
// `still_open`: see rules::still_open.
[[nodiscard]] Mark mark_of(rules::Status status, bool still_open);
// What an item says about a criterion besides its status and title.
enum class Detail {
  outcome,  // its outcome
  brief,    // the same with its id
  full,     // its id, its outcome, what it takes, and what to do
};
[[nodiscard]] Item criterion_item(const rules::CriterionResult& criterion, const Mark& mark,
                                  Detail detail);
// What to do about a criterion: empty if it is met, else its waiver, or `how` to pass it.
[[nodiscard]] std::vector<Line> steps(const rules::CriterionResult& criterion,
                                      const std::string& how);
// "passed 2026-12-20", "passed 2026-12-20 with 2 criteria unmet".
[[nodiscard]] std::string passed_text(calendar::Date on, const rules::Verdict& verdict);
// "today 1 of its 7 criteria would not be met: 30 problems". `total`: of the gate.
[[nodiscard]] std::string lapsed_text(const std::vector<rules::CriterionResult>& lapsed,
                                      std::size_t total);

// A point without a mark.
[[nodiscard]] Item plain_item(Line text);

[[nodiscard]] ItemList warning_list(const std::vector<plan::Warning>& warnings);

[[nodiscard]] std::string first_to_upper(std::string_view text);

}  // namespace gradus::report
