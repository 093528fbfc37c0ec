#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/moment.hpp"
#include "gradus/cli/run.hpp"
#include "gradus/report/document.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/store/store.hpp"

#include "cli/config.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli {

enum class Colour { automatic, always, never };

// The options every command takes.
struct GlobalOptions {
  std::string store;
  std::string today;
  std::string track;
  Colour colour = Colour::automatic;
  bool json = false;
  bool quiet = false;
  bool no_input = false;
  bool no_pager = false;
  track::Warnings warnings;
  Preferences preferences;
};

// One request's surroundings, with options, environment and defaults settled in this order.
struct Session {
  const World& world;
  calendar::Date today;         // the study day: until `day_start` that of the evening before
  calendar::Date calendar_day;  // what the local calendar shows, or --today says
  bool day_is_told;             // by --today or GRADUS_TODAY
  calendar::TimeOfDay day_start;
  store::Location store;
  std::filesystem::path curricula;  // the learner's own curriculum files, ID.json
  std::optional<std::string> track;
  report::TextStyle style;
  bool json;
  bool quiet;
  bool no_input;
  std::optional<std::string> pager;  // the command, if long answers go through one
  track::Warnings warnings;
  recall::Retention retention;
  bool plain_prompts;
  bool animation;  // whatever moves may be drawn: on a terminal that can, and nobody minds
  std::vector<std::string>* held_back = nullptr;  // with --json: warnings until the command is done

  // The answer, on stdout.
  void answer(const report::Document& document) const;
  void answer(std::string_view text) const;
  // Sentences, each with its line end, as wide as the terminal.
  void answer_in_words(std::string_view sentences) const;
  // The same of an answer that may be long: on a terminal through $PAGER, as git's are.
  void page(const report::Document& document) const;
  void page(std::string_view text) const;
  // The same for a value of report's: its JSON with --json, its view otherwise (cli/show.hpp).
  template <typename... Value>
  void show(const Value&... value) const;
  template <typename... Value>
  void show_paged(const Value&... value) const;
  // One line that only people need; not with --json or --quiet. With --json it is an aside.
  void say(std::string_view line) const;
  // The day that study at this time of the local clock belongs to.
  [[nodiscard]] calendar::Date study_day(calendar::Date on, calendar::TimeOfDay time) const;
  // What the local clock shows, on the session's day.
  [[nodiscard]] calendar::Moment now() const;
  // What the local clock shows; of another day that --today names, its beginning, since its clock
  // is unknown.
  [[nodiscard]] calendar::Moment known_time() const;
  // Whether somebody sits at a terminal and wants to be asked.
  [[nodiscard]] bool may_ask() const;
  // The line a person types; nothing when none may be asked, or none is there. With plain prompts a
  // question is one line, and the answer another.
  [[nodiscard]] std::optional<std::string> ask(const std::string& question) const;
  // The same where Enter alone agrees to what is offered: nothing for Ctrl-D, which doesn't.
  [[nodiscard]] std::optional<std::string> offer(const std::string& question) const;
  // On stderr; with --json once the command has succeeded, or in the error's document.
  void warn(std::string_view message) const;
};

// Throws calendar::Error for a --today that is no date.
[[nodiscard]] Session open_session(const GlobalOptions& options, const World& world);

// How far local clocks stand east of UTC, as readers and writers of foreign formats ask for it.
[[nodiscard]] calendar::OffsetOf local_offsets(const Session& session);

}  // namespace gradus::cli
