#pragma once

#include "gradus/store/entries.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include "store/connection.hpp"
#include "store/values.hpp"
#include "support/entries.hpp"
#include "support/folder.hpp"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace gradus::testing {

inline store::NewTrack new_track(const std::string& name = "de-roadmap") {
  const auto number = std::hash<std::string>{}(name);
  return {.uid = entry_id(static_cast<unsigned>(number)).text(),
          .name = name,
          .curriculum = curriculum::CurriculumId("de-roadmap"),
          .version = "2026.1",
          .hash = "00ff",
          .curriculum_text = "{\"id\": \"de-roadmap\"}\n",
          .stack = curriculum::StackId("us"),
          .start = day("2026-11-30"),
          .available = calendar::Availability::parse("tue=1h@19:00,sat=3h@09:00:lab"),
          .fit = plan::Fit::weekly};
}

inline std::vector<curriculum::TierId> two_tiers() {
  return {curriculum::TierId("sql"), curriculum::TierId("python")};
}

inline calendar::Instant instant(const std::string& text) {
  return calendar::Instant::parse(text).value();
}

// A verdict that asks for nothing.
inline rules::Verdict any_verdict(const std::string& tier = "sql") {
  return {.tier = tier,
          .title = "Any",
          .state = rules::TierState::passed,
          .ready = true,
          .met = 0,
          .criteria = {}};
}

inline store::Step step_named(const std::string& name) {
  return {name, calendar::Moment::parse("2026-12-01T19:00+01:00").value()};
}

// A store with one track.
inline std::filesystem::path new_store(const Folder& folder) {
  auto file = folder.path() / "gradus.db";
  auto store = store::Store::create(file);
  (void)store::add_track(store, new_track(), two_tiers());
  store.commit(step_named("init"));
  return file;
}

inline store::TrackId active(const store::Store& store) {
  return store::find_track(store, std::nullopt).id;
}

// A plan of weeks "w1", "w2", … with these dates.
inline plan::Plan plan_of(const std::vector<plan::WeekDates>& dates) {
  plan::Plan plan{dates.front().from, dates.back().to, {}, {}};
  for (const auto& week : dates) {
    const int number = static_cast<int>(plan.weeks.size()) + 1;
    const auto key = fmt::format("w{}", number);
    plan::WeekLoad load{
        curriculum::TierId("sql"), {{curriculum::WeekId(key), {}}}, key, false, {}, {}, {}};
    load.key = key;
    plan.weeks.push_back({number, std::move(load), week});
  }
  return plan;
}

// Adds an entry as one step.
inline void record(const std::filesystem::path& file, const journal::Entry& entry,
                   const std::string& step = "log") {
  auto store = store::Store::write(file);
  store::add_entry(store, active(store), entry);
  store.commit(step_named(step));
}

inline std::size_t count_entries(const std::filesystem::path& file) {
  const auto store = store::Store::read(file);
  return store::entries(store, active(store), {}).size();
}

// The rows of every table that the history takes back.
inline std::string contents(const store::Store& store) {
  auto& database = store.connection().database();
  std::string text;
  SQLite::Statement tables(
      database,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
      "name NOT IN ('undo_step', 'set_aside', 'removed_aside', 'tally', 'study_day', "
      "'study_total', "
      "'solving_time', 'recall', 'recall_state', 'recall_topic', 'recall_median', "
      "'recall_version', 'recall_stale', 'plan_revision', 'block_event', 'due_event', "
      "'exam_event', 'sqlite_sequence') "
      "ORDER BY name");
  while (tables.executeStep()) {
    const auto table = tables.getColumn(0).getString();
    std::set<std::string> lines;  // some tables have no order of their own
    SQLite::Statement rows(database, "SELECT * FROM " + table);
    while (rows.executeStep()) {
      std::string line;
      for (int i = 0; i < rows.getColumnCount(); ++i) line += rows.getColumn(i).getString() + '|';
      lines.insert(line);
    }
    text += fmt::format("{}:\n{}\n", table, fmt::join(lines, "\n"));
  }
  return text;
}

inline std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    names.push_back(file.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

// Every field of an entry, to compare two.
struct FieldPrinter {
  std::string& text;

  void operator()(std::string_view field, const auto& member) {
    text += fmt::format("\n{}=", field);
    print(member);
  }
  void print(bool value) { text += value ? "yes" : "no"; }
  void print(int value) { text += std::to_string(value); }
  void print(double value) { text += fmt::format("{}", value); }
  void print(const std::string& value) { text += value; }
  void print(curriculum::Usd value) { text += value.text(); }
  template <class Rep, class Period>
  void print(std::chrono::duration<Rep, Period> value) {
    text += std::to_string(value.count());
  }
  template <class Value>
  void print(const std::optional<Value>& value) {
    if (value) print(*value);
  }
  template <class Value>
  requires requires(const Value& value) { store::to_text(value); }
  void print(const Value& value) { text += store::to_text(value); }
};

inline std::string described(const journal::Entry& entry) {
  std::string text =
      fmt::format("{} {} {}", entry.id.text(), entry.on.iso(), curriculum::name(entry.type()));
  FieldPrinter print{text};
  print("at", entry.at ? std::optional(entry.at->iso()) : std::nullopt);
  print("week", entry.week);
  print("tier", entry.tier);
  print("note", entry.note);
  std::visit([&](const auto& what) { what.fields(what, print); }, entry.what);
  return text;
}

inline std::vector<std::string> described(const std::vector<journal::Entry>& entries) {
  std::vector<std::string> texts;
  texts.reserve(entries.size());
  for (const auto& entry : entries) texts.push_back(described(entry));
  return texts;
}

// A process of its own that runs `work` and then waits to be ended; killed at the latest with this
// object. (SQLite's locks belong to processes: another process must hold those that matter here.)
class Neighbour {
 public:
  template <class Work>
  explicit Neighbour(Work work) {
    int ready[2] = {};
    if (::pipe(ready) != 0) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
      bool done = true;
      try {
        work([&] { hold(ready[1]); });
      } catch (...) {
        done = false;
      }
      ::_exit(done ? 0 : 1);
    }
    ::close(ready[1]);
    char byte = 0;
    holding_ = ::read(ready[0], &byte, 1) == 1;
    ::close(ready[0]);
  }
  Neighbour(const Neighbour&) = delete;
  Neighbour& operator=(const Neighbour&) = delete;
  ~Neighbour() { kill(); }

  // Whether it came to the point where it holds what it has.
  [[nodiscard]] bool holding() const { return holding_; }

  void kill() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }

 private:
  [[noreturn]] static void hold(int ready) {
    (void)!::write(ready, "", 1);
    for (;;) ::pause();
  }

  pid_t process_ = 0;
  bool holding_ = false;
};

// What `work` says in a process that may read the folder's files, but not write into the folder.
template <class Work>
std::string said_without_writing(const std::filesystem::path& folder, Work work) {
  constexpr uid_t nobody = 65534;
  const bool root = ::geteuid() == 0;  // who may write everywhere
  for (const auto& name : names_in(folder))
    if (root && ::chown((folder / name).c_str(), nobody, nobody) != 0)
      throw std::runtime_error("no chown");
  if (root && ::chown(folder.c_str(), nobody, nobody) != 0) throw std::runtime_error("no chown");
  if (::chmod(folder.c_str(), 0555) != 0) throw std::runtime_error("no chmod");
  int ends[2] = {};
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t process = ::fork();
  if (process == 0) {
    if (root && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) ::_exit(1);
    const std::string text = work();
    ::_exit(::write(ends[1], text.data(), text.size()) == std::ssize(text) ? 0 : 1);
  }
  ::close(ends[1]);
  std::string said;
  char byte = 0;
  while (::read(ends[0], &byte, 1) == 1) said += byte;
  ::close(ends[0]);
  ::waitpid(process, nullptr, 0);
  (void)::chmod(folder.c_str(), 0755);
  return said;
}

}  // namespace gradus::testing
