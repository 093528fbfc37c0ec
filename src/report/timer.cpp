#include "gradus/report/timer.hpp"

#include "report/ansi.hpp"
#include "report/bar.hpp"
#include "report/phrases.hpp"
#include "report/timer_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace gradus::report {
namespace {

constexpr std::size_t most_cells = 40;

// When it was started, or paused; with the day, where that is no longer today.
std::string since(const calendar::Moment& moment, const calendar::Minutes ago) {
  const bool past_midnight = moment.time.since_midnight() + ago >= calendar::Days{1};
  return fmt::format("since {}{}", past_midnight ? day_text(moment.on) + " " : "",
                     moment.time.text());
}

}  // namespace

std::string describe(const journal::Timer& timer) {
  if (!timer.topic) return std::string(name(timer.kind));
  return fmt::format("{} on {}", name(timer.kind), timer.topic->text());
}

std::string describe(const journal::RunningTimer& running) {
  const auto& [timer, ran, paused] = running;
  const auto& watch = timer.watch;
  const auto studied = calendar::format_duration(ran);
  const auto since_start = ran + paused;
  if (!watch.paused())
    return fmt::format("{} {} ({})", describe(timer), since(watch.started(), since_start), studied);
  const auto since_pause = since_start - (watch.since() - watch.started());
  return fmt::format("{}, paused {}, {} so far", describe(timer), since(watch.since(), since_pause),
                     studied);
}

Json to_json(const journal::RunningTimer& running) {
  const auto id_or_null = [](const auto& id) { return id ? Json(id->text()) : Json(); };
  const auto& timer = running.timer;
  const auto& watch = timer.watch;
  return {{"track", timer.track},
          {"kind", name(timer.kind)},
          {"topic", id_or_null(timer.topic)},
          {"week", id_or_null(timer.week)},
          {"note", timer.note},
          {"started", watch.started().iso()},
          {"minutes", running.ran.count()},
          {"paused_at", watch.paused() ? Json(watch.since().iso()) : Json()},
          {"paused_minutes", running.paused.count()}};
}

std::string timer_json(const journal::RunningTimer& running) {
  return to_text(to_json(running));
}

std::string countdown_line(const std::string& label, std::chrono::seconds left,
                           std::chrono::seconds total, const TextStyle& style) {
  const auto clock = fmt::format("{:02}:{:02}", left.count() / 60, left.count() % 60);
  // Two blanks on each side of the bar, and the last column free: some terminals wrap there.
  const std::size_t words = display_width(label) + clock.size() + 5;
  const std::size_t width = style.width.value_or(words + most_cells);
  if (width <= words) return clock.substr(0, width);
  const auto gone = static_cast<double>((total - left).count());
  const auto bar = draw_bar(Bar{label, gone, static_cast<double>(total.count()), {}}.share(),
                            std::min(most_cells, width - words), {"█", "░"});
  return fmt::format("{}  {}  {}", label, paint(bar, Tone::good, style.colour), clock);
}

}  // namespace gradus::report
