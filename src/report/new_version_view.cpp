#include "gradus/report/new_version.hpp"
#include "gradus/report/plan_changes.hpp"
#include "gradus/report/views.hpp"

#include "report/new_version_words.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace gradus::report {
namespace {

using curriculum::ItemKind;
using curriculum::ItemShift;

constexpr std::array<std::string_view, curriculum::item_kinds.size()> plurals{
    "tiers", "weeks", "artefacts", "criteria", "topics", "resources", "stacks"};

constexpr auto not_required = "not required";
constexpr auto no_longer_required = "no longer required";

std::string result_text(const std::optional<rules::CriterionResult>& result,
                        std::string_view absent) {
  if (!result) return std::string(absent);
  return fmt::format("{}: {}", rules::name(result->status), describe(result->outcome));
}

std::string figures_text(const curriculum::Item& week) {
  const auto time = calendar::format_duration(week.minutes);
  return week.problems == 0 ? time : fmt::format("{}, {}", time, counted(week.problems, "problem"));
}

Paragraph version_text(const NewVersion& version) {
  const auto order = curriculum::compare_versions(version.from, version.to);
  if (order == std::strong_ordering::equal) return {"Same version number, different content."};
  if (order == std::strong_ordering::greater)
    return {fmt::format("{} looks older than {}, which the track has.", version.to, version.from)};
  return {"Everything you logged is kept, and passed tiers stay passed."};
}

std::string kept_text(const std::vector<ItemShift>& items) {
  std::string text;
  for (const ItemKind kind : curriculum::item_kinds) {
    const auto number = std::ranges::count_if(
        items, [kind](const auto& shift) { return shift.kept() && shift.item().kind == kind; });
    if (number == 0) continue;
    text += (text.empty() ? "" : ", ") +
            counted(number, curriculum::name(kind), plurals.at(static_cast<size_t>(kind)));
  }
  return text;
}

// One point for each thing that changed about an item.
class Points {
 public:
  explicit Points(const NewVersion& version) : version_(version) {}

  void add(const ItemShift& shift) {
    if (shift.added()) add("NEW", Tone::good, shift, shift.was ? "back again" : place_of(shift));
    if (shift.retired()) add("RETIRED", Tone::faint, shift, "");
    if (shift.gone() && !shift.was->retired) add("GONE", Tone::faint, shift, "");
    if (shift.retitled()) add("RETITLED", Tone::plain, shift, "was: " + shift.was->title);
    if (shift.moved()) add("MOVED", Tone::strong, shift, moved_text(shift));
    if (shift.changed()) add("CHANGED", Tone::strong, shift, changed_text(shift));
  }

  [[nodiscard]] ItemList list() && { return std::move(list_); }

 private:
  void add(const char* mark, Tone tone, const ItemShift& shift, const std::string& detail) {
    const auto& item = shift.item();
    Item point{
        mark, tone, fmt::format("{} {}: {}", curriculum::name(item.kind), item.id, item.title), {}};
    if (!detail.empty()) point.details.push_back(detail);
    list_.items.push_back(std::move(point));
  }

  static std::string place_of(const ItemShift& shift) {
    return shift.now->place.empty() ? "" : "in " + shift.now->place;
  }

  [[nodiscard]] std::string moved_text(const ItemShift& shift) const {
    const auto& from = shift.was->place;
    const auto text = fmt::format("from {} to {}", from, shift.now->place);
    const bool recorded = shift.now->kind == ItemKind::week &&
                          version_.recorded.contains(curriculum::WeekId(shift.now->id));
    return recorded ? fmt::format("{}; what is recorded for it still counts for {}", text, from)
                    : text;
  }

  [[nodiscard]] std::string changed_text(const ItemShift& shift) const {
    const auto words = asked(version_, shift);
    if (words.after.empty()) return "its tier is passed, and stays passed";
    // The numbers may be the same although different entries count.
    if (words.before == words.after) return "requires something else; " + words.after;
    return fmt::format("{} → {}", words.before, words.after);
  }

  const NewVersion& version_;
  ItemList list_{};
};

std::string state_or_dash(const rules::TierStates& states, const curriculum::TierId& tier,
                          bool retired) {
  const auto found = states.find(tier);
  if (found == states.end()) return "-";
  if (!retired) return std::string(rules::name(found->second));
  return found->second == rules::TierState::passed ? "passed, retired" : "retired";
}

// For a tier that was open and no longer is.
std::vector<Paragraph> postponed(const NewVersion& version) {
  const auto& curriculum = version.plan.after.curriculum;
  const auto* const open = rules::open_tier(curriculum, version.now);
  std::vector<Paragraph> paragraphs;
  for (const auto& tier : curriculum.tiers) {
    if (tier.retired || open == nullptr) continue;
    if (rules::state_of(version.was, tier.id) != rules::TierState::open || tier.id == open->id)
      continue;
    paragraphs.push_back(
        {fmt::format("{} now comes after {} and waits until that is passed. Work done for it is "
                     "kept, and counts once it opens.",
                     tier.title, open->title)});
  }
  return paragraphs;
}

Section states_section(const NewVersion& version) {
  Table table{{{"tier"}, {"was"}, {"now"}}, {}};
  for (const auto& shift : version.items) {
    const auto& item = shift.item();
    if (item.kind != ItemKind::tier) continue;
    const curriculum::TierId id(item.id);
    auto was = state_or_dash(version.was, id, shift.was && shift.was->retired);
    auto now = state_or_dash(version.now, id, shift.now && shift.now->retired);
    if (was != now) table.rows.push_back({{item.title}, {std::move(was)}, {std::move(now)}});
  }
  if (table.rows.empty()) return {};
  Section section{"Tiers", {std::move(table)}};
  for (auto& paragraph : postponed(version)) section.parts.emplace_back(std::move(paragraph));
  return section;
}

Section gate_section(const GateShift& gate) {
  Table table{{{"criterion"}, {"was"}, {"now"}}, {}};
  for (const auto& [was, now] : gate.criteria)
    table.rows.push_back({{now ? now->title : was->title},
                          {result_text(was, not_required)},
                          {result_text(now, no_longer_required)}});
  return {"Gate: " + gate.title, {std::move(table)}};
}

Section plan_section(const NewVersion& version) {
  ItemList notes;
  for (const auto& note : version.notes) notes.items.push_back(plain_item(note));
  Section section{"Plan", {std::move(notes)}};
  auto change = view(version.plan);
  std::ranges::move(change.parts, std::back_inserter(section.parts));
  return section;
}

}  // namespace

const rules::CriterionShift* find_shift(const NewVersion& version, const std::string& id) {
  const auto slash = id.find('/');
  const auto gate = std::ranges::find(version.gates, id.substr(0, slash), &GateShift::gate);
  if (gate == version.gates.end()) return nullptr;
  const auto wanted = id.substr(slash + 1);
  const auto found = std::ranges::find_if(gate->criteria, [&](const auto& shift) {
    return (shift.now ? *shift.now : *shift.was).id.text() == wanted;
  });
  return found == gate->criteria.end() ? nullptr : &*found;
}

Asked asked(const NewVersion& version, const ItemShift& shift) {
  if (shift.now->kind == ItemKind::week)
    return {figures_text(*shift.was), figures_text(*shift.now)};
  const auto* const criterion = find_shift(version, shift.now->id);
  if (criterion == nullptr) return {};
  return {result_text(criterion->was, not_required),
          result_text(criterion->now, no_longer_required)};
}

Document view(const NewVersion& version) {
  Points points(version);
  for (const auto& shift : version.items) points.add(shift);
  auto list = std::move(points).list();
  auto changes = list.items.empty()
                     ? Part{Paragraph{"It has the same ids, titles and requirements."}}
                     : Part{std::move(list)};
  Section section{
      fmt::format("{}: {} → {}", version.plan.after.curriculum.title, version.from, version.to),
      {version_text(version), FactList{{{"Kept", kept_text(version.items)}}}, std::move(changes),
       states_section(version)}};
  for (const auto& gate : version.gates)
    if (gate.at_hand) section.parts.emplace_back(gate_section(gate));
  section.parts.emplace_back(plan_section(version));
  return {{std::move(section)}};
}

}  // namespace gradus::report
