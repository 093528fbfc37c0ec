#include "cli/study/answer.hpp"

#include "gradus/calendar/lower.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string_view>

namespace gradus::cli {
namespace {

using std::chrono::seconds;

constexpr std::size_t most_points = 99;
constexpr seconds longest_answer{3 * 3600};

std::optional<std::size_t> whole_number_in(std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, number);
  if (failed != std::errc{} || stop != end) return std::nullopt;
  return number;
}

// Adds "3", or "1-3"; false for anything else.
bool add_points(std::string_view piece, std::vector<std::size_t>& points) {
  const auto dash = piece.find('-');
  const auto from = whole_number_in(piece.substr(0, dash));
  const auto to = dash == piece.npos ? from : whole_number_in(piece.substr(dash + 1));
  if (!from || !to || *from < 1 || *from > *to || *to > most_points) return false;
  for (auto point = *from; point <= *to; ++point) points.push_back(point);
  return true;
}

// Of "1m35s" in front: a number with this unit, taken off the text; 0 if it isn't there.
std::optional<std::size_t> take_unit(std::string_view& text, char unit) {
  const auto at = text.find(unit);
  if (at == text.npos) return 0;
  const auto number = whole_number_in(text.substr(0, at));
  text.remove_prefix(at + 1);
  return number;
}

// "1:35", "1:02:05"
std::optional<std::size_t> read_clock(std::string_view text) {
  std::size_t total = 0;
  std::size_t parts = 0;
  while (true) {
    const auto colon = text.find(':');
    const auto part = whole_number_in(text.substr(0, colon));
    if (!part || *part > 1'000'000 || (parts > 0 && *part > 59) || ++parts > 3) return std::nullopt;
    total = total * 60 + *part;
    if (colon == text.npos) return total;
    text.remove_prefix(colon + 1);
  }
}

std::optional<std::size_t> read_units(std::string_view text) {
  std::size_t total = 0;
  struct Unit {
    char letter;
    std::size_t length;
  };
  for (const auto& [letter, length] : std::array{Unit{'h', 3600}, Unit{'m', 60}, Unit{'s', 1}}) {
    const auto number = take_unit(text, letter);
    if (!number || *number > 100'000) return std::nullopt;
    total += *number * length;
  }
  if (!text.empty()) return std::nullopt;
  return total;
}

}  // namespace

std::size_t Said::count_of(const curriculum::Question& question) const {
  const auto has = question.points.size();
  if (all) return has;
  for (const auto point : points)
    if (point > has)
      throw Error(fmt::format("there is no point {}: {} has {}", point, question.id.text(), has),
                  fmt::format("name the points you said by their numbers, 1 to {}", has));
  return points.size();
}

double Said::share_of(const curriculum::Question& question) const {
  return static_cast<double>(count_of(question)) / static_cast<double>(question.points.size());
}

Said read_said(const Typed& typed) {
  auto text = lower(typed.text);
  if (text == "all") return {.all = true};
  if (text == "none" || text == "0") return {};
  std::ranges::replace(text, ',', ' ');
  std::ranges::replace(text, ';', ' ');
  Said said;
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto blank = std::min(rest.find(' '), rest.size());
    const auto piece = rest.substr(0, blank);
    rest.remove_prefix(std::min(blank + 1, rest.size()));
    if (!piece.empty() && !add_points(piece, said.points))
      throw Error(fmt::format("{} \"{}\" doesn't say which points", typed.name, typed.text),
                  "write all, none, or their numbers, such as 1,3");
  }
  std::ranges::sort(said.points);
  said.points.erase(std::unique(said.points.begin(), said.points.end()), said.points.end());
  return said;
}

GivenScore read_drill_score(const Typed& typed) {
  const auto share = read_exam_score(typed);
  const bool bare = typed.text.find_first_of("%/") == std::string::npos;
  return {share, bare && read_decimal(typed, "0.8") > 1};
}

seconds read_taken(const Typed& typed) {
  const auto text = lower(typed.text);
  const bool has_units = text.find_first_of("hms") != std::string::npos;
  const auto read = has_units ? read_units(text) : read_clock(text);
  if (!read)
    throw Error(fmt::format("{} \"{}\" is not how long an answer takes", typed.name, typed.text),
                "write seconds, or minutes and seconds: 95, 1:35 or 3m");
  const seconds taken{static_cast<seconds::rep>(*read)};
  if (taken >= seconds{1} && taken <= longest_answer) return taken;
  throw Error(fmt::format("{} \"{}\" is {} seconds, but an answer takes 1 to {}", typed.name,
                          typed.text, *read, longest_answer.count()),
              "write seconds, or minutes and seconds: 95, 1:35 or 3m");
}

}  // namespace gradus::cli
