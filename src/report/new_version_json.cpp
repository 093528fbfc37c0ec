#include "gradus/report/new_version.hpp"

#include "report/json_values.hpp"
#include "report/new_version_words.hpp"
#include "report/plan_values.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace gradus::report {
namespace {

using curriculum::ItemShift;

// What can happen to an item, and its key.
struct Fate {
  const char* key;
  bool (ItemShift::*holds)() const;
};
constexpr std::array fates{
    Fate{"kept", &ItemShift::kept},       Fate{"retitled", &ItemShift::retitled},
    Fate{"moved", &ItemShift::moved},     Fate{"changed", &ItemShift::changed},
    Fate{"retired", &ItemShift::retired}, Fate{"new", &ItemShift::added},
    Fate{"gone", &ItemShift::gone}};

Json item_counts(const std::vector<ItemShift>& items) {
  auto json = Json::object();
  for (const auto kind : curriculum::item_kinds) {
    auto& of_kind = json[std::string(curriculum::name(kind))];
    for (const auto& fate : fates)
      of_kind[fate.key] = std::ranges::count_if(items, [&](const ItemShift& shift) {
        return shift.item().kind == kind && std::invoke(fate.holds, shift);
      });
  }
  return json;
}

Json listed_items(const NewVersion& version, bool (ItemShift::*holds)() const) {
  auto json = Json::array();
  for (const auto& shift : version.items) {
    if (!std::invoke(holds, shift)) continue;
    const auto& item = shift.item();
    json.push_back({{"kind", curriculum::name(item.kind)}, {"id", item.id}, {"title", item.title}});
  }
  return json;
}

// With its old and new text; null for a criterion whose gate is passed.
Json altered_items(const NewVersion& version, bool (ItemShift::*holds)() const,
                   const std::function<Asked(const ItemShift&)>& words) {
  auto json = Json::array();
  for (const auto& shift : version.items) {
    if (!std::invoke(holds, shift)) continue;
    const auto [from, to] = words(shift);
    json.push_back({{"kind", curriculum::name(shift.now->kind)},
                    {"id", shift.now->id},
                    {"from", from.empty() ? Json() : Json(from)},
                    {"to", to.empty() ? Json() : Json(to)}});
  }
  return json;
}

Json state_or_null(const rules::TierStates& states, const curriculum::TierId& tier) {
  const auto found = states.find(tier);
  return found == states.end() ? Json() : Json(rules::name(found->second));
}

Json states_of_tiers(const NewVersion& version) {
  auto json = Json::array();
  for (const auto& shift : version.items) {
    if (shift.item().kind != curriculum::ItemKind::tier) continue;
    const curriculum::TierId id(shift.item().id);
    json.push_back({{"tier", id.text()},
                    {"was", state_or_null(version.was, id)},
                    {"now", state_or_null(version.now, id)},
                    {"retired", !shift.now || shift.now->retired}});
  }
  return json;
}

Json result_or_null(const std::optional<rules::CriterionResult>& result) {
  return result ? to_json(*result) : Json();
}

Json shifts_at_hand(const NewVersion& version) {
  auto json = Json::array();
  for (const auto& gate : version.gates) {
    if (!gate.at_hand) continue;
    for (const auto& [was, now] : gate.criteria)
      json.push_back({{"gate", gate.gate},
                      {"id", (now ? *now : *was).id.text()},
                      {"before", result_or_null(was)},
                      {"after", result_or_null(now)}});
  }
  return json;
}

}  // namespace

std::string json(const NewVersion& version) {
  const auto titles = [](const ItemShift& shift) {
    return Asked{shift.was->title, shift.now->title};
  };
  const auto places = [](const ItemShift& shift) {
    return Asked{shift.was->place, shift.now->place};
  };
  const auto asks = [&](const ItemShift& shift) { return asked(version, shift); };
  auto plan = plan_change_value(version.plan);
  plan.erase("what_if");
  return to_text({{"curriculum", version.plan.after.curriculum.id.text()},
                  {"track", version.plan.after.name},
                  {"from_version", version.from},
                  {"to_version", version.to},
                  {"what_if", version.plan.what_if},
                  {"kept", std::ranges::count_if(version.items, &ItemShift::kept)},
                  {"counts", item_counts(version.items)},
                  {"retitled", altered_items(version, &ItemShift::retitled, titles)},
                  {"moved", altered_items(version, &ItemShift::moved, places)},
                  {"changed", altered_items(version, &ItemShift::changed, asks)},
                  {"retired", listed_items(version, &ItemShift::retired)},
                  {"new", listed_items(version, &ItemShift::added)},
                  {"gone", listed_items(version, &ItemShift::gone)},
                  {"tiers", states_of_tiers(version)},
                  {"criteria", shifts_at_hand(version)},
                  {"notes", version.notes},
                  {"plan", std::move(plan)}});
}

}  // namespace gradus::report
