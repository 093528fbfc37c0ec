#include "gradus/report/json.hpp"

#include "report/plan_values.hpp"

#include <utility>

namespace gradus::report {
namespace {

Json blocks(const std::vector<plan::BlockReason>& reasons) {
  auto json = Json::array();
  for (const auto& reason : reasons) {
    auto block = to_json(reason.block);
    block["slot"] = reason.slot ? to_json(*reason.slot) : Json();
    block["because"] = plan::name(reason.placed);
    json.push_back(std::move(block));
  }
  return json;
}

}  // namespace

std::string json(const plan::WeekReasons& reasons) {
  const auto& week = reasons.week;
  return to_text(
      {{"number", week.number},
       {"week", week.load.gate ? Json() : Json(week.load.carries.front().week.text())},
       {"tier", week.load.tier.text()},
       {"begins",
        {{"on", reasons.first_day.iso()},
         {"because", plan::name(reasons.begins)},
         {"after", reasons.before == nullptr ? Json() : Json(reasons.before->number)},
         {"moved_past", reasons.moved_past ? breaks_value({*reasons.moved_past})[0] : Json()}}},
       {"from", week.dates.from.iso()},
       {"to", week.dates.to.iso()},
       {"planned_minutes", week.load.minutes.total().count()},
       {"minutes", week.dates.minutes().count()},
       {"finished", week.dates.finished},
       {"blocks", blocks(reasons.blocks)},
       {"breaks", breaks_value(reasons.breaks)}});
}

}  // namespace gradus::report
