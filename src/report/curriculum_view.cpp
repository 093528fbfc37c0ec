#include "gradus/report/views.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace gradus::report {
namespace {

template <class Item>
std::size_t in_use(const std::vector<Item>& items) {
  return static_cast<std::size_t>(std::ranges::count(items, false, &Item::retired));
}

calendar::Minutes minutes_of(const curriculum::Tier& tier) {
  calendar::Minutes total{0};
  for (const auto& week : tier.weeks) {
    if (!week.retired) total += week.minutes.total();
  }
  return total;
}

FactList facts(const curriculum::Curriculum& curriculum) {
  std::size_t weeks = 0;
  calendar::Minutes minutes{0};
  for (const auto& tier : curriculum.tiers) {
    if (tier.retired) continue;
    weeks += in_use(tier.weeks);
    minutes += minutes_of(tier);
  }
  FactList list{{{"Id", curriculum.id.text()}, {"Version", curriculum.version}}};
  if (!curriculum.source.empty()) list.facts.emplace_back("Source", curriculum.source);
  if (curriculum.as_of) list.facts.emplace_back("Figures as of", curriculum.as_of->iso());
  list.facts.emplace_back(
      "Time",
      fmt::format("{} in {}, {} a week", calendar::format_duration(minutes), counted(weeks, "week"),
                  calendar::format_duration(curriculum.minutes.total())));
  return list;
}

Table weeks_table(const curriculum::Tier& tier) {
  Table table{{{"week"},
               {"title"},
               {"hours", Align::right},
               {"problems", Align::right},
               {"artefacts", Align::right}},
              {}};
  for (const auto& week : tier.weeks) {
    if (week.retired) continue;
    int problems = 0;
    for (const auto& target : week.problems) problems += target.count;
    const auto artefacts = in_use(week.artefacts);
    table.rows.push_back({{week.id.text()},
                          {week.title},
                          {calendar::format_duration(week.minutes.total())},
                          {problems > 0 ? std::to_string(problems) : ""},
                          {artefacts > 0 ? std::to_string(artefacts) : ""}});
  }
  return table;
}

ItemList criteria(const std::vector<curriculum::Criterion>& exit) {
  ItemList list;
  for (const auto& criterion : exit) {
    if (criterion.retired) continue;
    list.items.push_back({std::string(name(criterion.kind)), Tone::faint, criterion.title, {}});
  }
  return list;
}

std::string compress_text(const curriculum::Tier& tier) {
  return tier.compress == curriculum::Compress::never ? "can't be compressed" : "may be compressed";
}

Section tier_section(const curriculum::Tier& tier, const std::string& label) {
  auto text = fmt::format("{}, {}; {}", counted(in_use(tier.weeks), "week"),
                          calendar::format_duration(minutes_of(tier)), compress_text(tier));
  if (tier.deep_hours) {
    text += fmt::format("; deep practice in the source: {}h, optional", *tier.deep_hours);
  }
  return {label + tier.title,
          {Paragraph{text + "."}, weeks_table(tier), Section{"To pass it", {criteria(tier.exit)}}}};
}

Table stacks_table(const std::vector<curriculum::Stack>& stacks) {
  Table table{{{"stack"}, {"services"}, {"certificate"}, {"other weeks", Align::right}}, {}};
  for (const auto& stack : stacks) {
    table.rows.push_back({{stack.id.text()},
                          {stack.title},
                          {stack.certificate.value_or("none needed")},
                          {std::to_string(stack.weeks.size())}});
  }
  return table;
}

Table resources_table(const std::vector<curriculum::Resource>& resources) {
  Table table{{{"resource"}, {"price"}, {"for"}}, {}};
  for (const auto& resource : resources) {
    if (resource.retired) continue;
    std::string tiers;
    for (const auto& tier : resource.tiers) tiers += (tiers.empty() ? "" : ", ") + tier.text();
    table.rows.push_back({{resource.title + (resource.starter ? " (starter kit)" : "")},
                          {price_text(resource)},
                          {tiers}});
  }
  return table;
}

}  // namespace

Document view(const curriculum::Curriculum& curriculum) {
  Section section{curriculum.title, {facts(curriculum)}};
  auto& parts = section.parts;
  if (curriculum.beginner)
    parts.emplace_back(tier_section(*curriculum.beginner, "For beginners: "));
  int number = 0;
  for (const auto& tier : curriculum.tiers) {
    if (!tier.retired) parts.emplace_back(tier_section(tier, fmt::format("{}. ", ++number)));
  }
  parts.emplace_back(Section{"Required at the end", {criteria(curriculum.finish)}});
  parts.emplace_back(Section{"Stacks", {stacks_table(curriculum.stacks)}});
  parts.emplace_back(Section{"Resources", {resources_table(curriculum.resources)}});
  return {{std::move(section)}};
}

}  // namespace gradus::report
