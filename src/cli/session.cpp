#include "cli/session.hpp"

#include "gradus/calendar/error.hpp"
#include "gradus/calendar/lower.hpp"

#include "cli/error.hpp"
#include "cli/folders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace gradus::cli {
namespace {

const calendar::TimeOfDay midnight{calendar::Minutes{0}};

// nullopt where nobody says another day than the calendar's.
std::optional<calendar::Date> told_today(const GlobalOptions& options, const World& world) {
  std::string text = options.today;
  if (text.empty()) text = world.environment("GRADUS_TODAY").value_or("");
  if (text.empty()) return std::nullopt;
  if (const auto date = calendar::Date::parse(text)) return *date;
  throw calendar::Error(fmt::format("\"{}\" can't be today's date: it is not a date", text),
                        "write it as YYYY-MM-DD, such as --today 2026-11-30");
}

std::filesystem::path resolve_store(const GlobalOptions& options, const World& world) {
  if (!options.store.empty()) return from_home(options.store, world.environment);
  if (const auto set = world.environment("GRADUS_STORE"); set && !set->empty())
    return from_home(*set, world.environment);
  const auto folder = data_home(world.environment);
  if (!folder.is_absolute())
    throw Error("there is no home folder for the store: HOME is not set",
                "set HOME, or name the store with --store FILE");
  return folder / "gradus" / "gradus.db";
}

// One that can do more than print lines.
bool is_moving_terminal(const World& world) {
  return world.terminal_width.has_value() && world.environment("TERM").value_or("") != "dumb";
}

// https://no-color.org and https://bixense.com/clicolors: set and not empty.
bool resolve_colour(Colour colour, const World& world) {
  if (colour != Colour::automatic) return colour == Colour::always;
  const auto is_set = [&](const char* name) {
    return !world.environment(name).value_or("").empty();
  };
  if (is_set("NO_COLOR")) return false;
  if (world.environment("CLICOLOR_FORCE").value_or("0") != "0") return true;
  return is_moving_terminal(world);
}

std::string in_one_line(std::string question) {
  while (question.ends_with(' ')) question.pop_back();
  std::ranges::replace(question, '\n', ' ');
  return question + '\n';
}

// The blank that parts a question from its answer stays.
std::string fitted_question(const std::string& question, const World& world) {
  auto fit = report::fitted(question, world.err_width);
  if (question.ends_with(' ') && !fit.ends_with(' ')) fit += ' ';
  return fit;
}

std::optional<std::string> ask_as_set(const std::string& question, const Session& session) {
  session.world.out.flush();  // what the question is about
  return session.world.ask(session.plain_prompts ? in_one_line(question)
                                                 : fitted_question(question, session.world));
}

// Where no variable names the locale, the terminal is likely to know UTF-8 all the same.
bool lacks_unicode(const World& world) {
  for (const auto* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto locale = lower(world.environment(name).value_or(""));
    if (!locale.empty())
      return locale.find("utf-8") == std::string::npos && locale.find("utf8") == std::string::npos;
  }
  return false;
}

// As git: $PAGER, else less; set to nothing or to cat, it is none.
std::optional<std::string> resolve_pager(const GlobalOptions& options, const World& world) {
  if (options.no_pager || options.json || !world.terminal_width) return std::nullopt;
  auto pager = world.environment("PAGER").value_or("less -FRX");
  if (pager.empty() || pager == "cat") return std::nullopt;
  return pager;
}

}  // namespace

void Session::answer(const report::Document& document) const {
  world.out << report::write_text(document, style);
}

void Session::answer(std::string_view text) const {
  world.out << text;
}

void Session::answer_in_words(std::string_view sentences) const {
  answer(report::fitted(sentences, style.width));
}

void Session::page(const report::Document& document) const {
  page(report::write_text(document, style));
}

void Session::page(std::string_view text) const {
  if (!pager || !world.page(*pager, std::string(text))) answer(text);
}

void Session::say(std::string_view line) const {
  if (json && world.aside) world.aside(line);
  if (json || quiet) return;
  const auto text = report::fitted(report::visible(line), style.width);
  world.out << (style.ascii ? report::ascii_drawing(text) : text) << '\n';
}

calendar::Date Session::study_day(calendar::Date on, calendar::TimeOfDay time) const {
  return calendar::study_day(on, time, day_start);
}

calendar::Moment Session::now() const {
  auto now = world.now();
  if (calendar_day == world.today) return now;
  now.on = now.on + (calendar_day - world.today);
  now.offset = world.local_offset(now.on, now.time).east;
  return now;
}

calendar::Moment Session::known_time() const {
  if (calendar_day == world.today) return world.now();
  return {calendar_day, midnight, world.local_offset(calendar_day, midnight).east};
}

bool Session::may_ask() const {
  return world.terminal_width.has_value() && !no_input && !json && !quiet;
}

std::optional<std::string> Session::ask(const std::string& question) const {
  if (no_input) return std::nullopt;
  auto answer = ask_as_set(question, *this);
  return answer == ctrl_d ? std::string() : answer;
}

std::optional<std::string> Session::offer(const std::string& question) const {
  if (no_input) return std::nullopt;
  auto answer = ask_as_set(question, *this);
  return answer == ctrl_d ? std::nullopt : answer;
}

void Session::warn(std::string_view message) const {
  if (quiet) return;
  if (held_back != nullptr)
    held_back->emplace_back(message);
  else
    world.err << report::fitted("gradus: warning: " + report::visible(message), world.err_width)
              << '\n';
}

Session open_session(const GlobalOptions& options, const World& world) {
  std::optional<std::string> track;
  if (!options.track.empty()) track = options.track;
  std::function<void(const std::string&)> tell;
  if (!options.quiet && !options.json)
    tell = [&world](const std::string& message) {
      world.err << report::fitted("gradus: " + report::visible(message), world.err_width)
                << std::endl;
    };
  const auto told = told_today(options, world);
  const auto calendar_day = told.value_or(world.today);
  // A day that was told is meant as it is.
  const auto day_start = told ? midnight : options.preferences.day_start;
  return {
      .world = world,
      .today = calendar::study_day(calendar_day, world.now().time, day_start),
      .calendar_day = calendar_day,
      .day_is_told = told.has_value(),
      .day_start = day_start,
      .store = {resolve_store(options, world), tell},
      .curricula = data_home(world.environment) / "gradus" / "curricula",
      .track = track,
      .style = {.colour = resolve_colour(options.colour, world),
                .width = world.terminal_width,
                .ascii = lacks_unicode(world)},
      .json = options.json,
      .quiet = options.quiet,
      .no_input = options.no_input,
      .pager = resolve_pager(options, world),
      .warnings = options.warnings,
      .retention = options.preferences.retention,
      .plain_prompts = options.preferences.plain_prompts,
      .animation = options.preferences.animation && !options.json && !options.quiet &&
                   is_moving_terminal(world),
  };
}

calendar::OffsetOf local_offsets(const Session& session) {
  return [&world = session.world](calendar::Date day, calendar::TimeOfDay time) {
    return world.local_offset(day, time).east;
  };
}

}  // namespace gradus::cli
