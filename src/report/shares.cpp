#include "gradus/report/shares.hpp"

#include "gradus/report/writers.hpp"

#include "report/bar.hpp"
#include "report/json_values.hpp"
#include "report/phrases.hpp"
#include "report/share_parts.hpp"
#include "report/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace gradus::report {
namespace {

using insight::ProgressReport;

constexpr std::size_t narrow_post = 40;  // columns: no line is wider, but for a long title

std::string delivered_words(const ProgressReport& progress) {
  const auto verified =
      std::ranges::count(progress.artefacts, true, &insight::DeliveredArtefact::verified);
  if (progress.artefacts.empty()) return {};
  return fmt::format("{} {}", counted(progress.artefacts.size(), "artefact"),
                     verified > 0 ? fmt::format("made, {} verified", verified) : "delivered");
}

// In two lines where one is wider than a narrow terminal: ten lines have room for that.
std::string where_lines(const ProgressReport& progress) {
  const auto words = visible(where_words(progress));
  const auto lines = wrap(words, narrow_post);
  return lines.size() == 2 ? lines.front() + "\n" + lines.back() + "\n" : words + "\n";
}

}  // namespace

std::string share_lines(const ProgressReport& progress) {
  constexpr std::size_t name_columns = 10;
  constexpr std::size_t fewest = 6;
  constexpr std::size_t widest_bar = 12;
  const auto measured = what_is_measured(progress);
  std::size_t words = 0;
  for (const auto& each : measured) words = std::max(words, display_width(each.words));
  const auto taken = name_columns + 1 + words;
  const auto cells = std::clamp(taken < narrow_post ? narrow_post - taken : 0, fewest, widest_bar);

  std::string text = visible(progress.curriculum_title) + "\n" + where_lines(progress) + "\n";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += pad(std::string(name), name_columns) + value + "\n";
  };
  for (const auto& each : measured)
    add(each.name, draw_bar(each.share(), cells, {"▓", "░"}) + " " + each.words);
  add("Weeks", last_weeks(progress));
  if (progress.now.streak_weeks > 1) add("Streak", counted(progress.now.streak_weeks, "week"));
  add("Proven", delivered_words(progress));
  return text;
}

std::string badge(const ProgressReport& progress) {
  const bool finished = progress.finished_on.has_value();
  const auto message = finished ? std::string("finished")
                                : fmt::format("tier {} of {} · {} of {} h", progress.tier_number,
                                              progress.tiers.size(), whole_hours(progress.actual),
                                              whole_hours(progress.planned));
  return to_text(Json{{"schemaVersion", 1},
                      {"label", visible(progress.curriculum_title)},
                      {"message", message},
                      {"color", finished ? "brightgreen" : "blue"}});
}

}  // namespace gradus::report
