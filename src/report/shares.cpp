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

namespace gradus::report {
namespace {

using insight::ProgressReport;

std::string delivered_words(const ProgressReport& progress) {
  const auto verified =
      std::ranges::count(progress.artefacts, true, &insight::DeliveredArtefact::verified);
  if (progress.artefacts.empty()) return {};
  return fmt::format("{} delivered{}", counted(progress.artefacts.size(), "artefact"),
                     verified > 0 ? fmt::format(", {} verified", verified) : "");
}

}  // namespace

std::string share_lines(const ProgressReport& progress) {
  constexpr std::size_t cells = 12;
  constexpr std::size_t name_columns = 10;
  std::string text =
      visible(progress.curriculum_title) + "\n" + visible(where_words(progress)) + "\n\n";
  for (const auto& each : what_is_measured(progress))
    text += pad(std::string(each.name), name_columns) + draw_bar(each.share(), cells, {"▓", "░"}) +
            " " + each.words + "\n";
  text += pad("Weeks", name_columns) + last_weeks(progress) + "\n";
  if (progress.now.streak_weeks > 1)
    text += pad("Streak", name_columns) + counted(progress.now.streak_weeks, "week") + "\n";
  if (const auto words = delivered_words(progress); !words.empty())
    text += pad("Proven", name_columns) + words + "\n";
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
