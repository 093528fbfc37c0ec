#pragma once

#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/instant.hpp"

#include "support/folder.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gradus::testing {

struct Answer {
  int code;
  std::string out;
  std::string err;
  std::string shown;    // both as a terminal shows them, in the order of writing
  std::string pager{};  // what showed the answer; mostly empty
};

// The whole program, in this process: a store of its own, a fixed date and time, and ids that count
// up.
class Program {
 public:
  explicit Program(std::string today = "2026-11-30");

  [[nodiscard]] Answer run(const std::vector<std::string>& args);
  // Words as in a shell: separated by blanks, kept together by single or double quotes; $FOLDER is
  // the test's folder.
  [[nodiscard]] Answer run(const std::string& words);

  void set_today(std::string today) { today_ = std::move(today); }
  // What the local clock shows, HH:MM; 19:00 without it.
  void set_clock(const std::string& time);
  // The real time, in UTC; it goes on by a microsecond each time it is asked for.
  void set_real_time(const std::string& time) {
    real_time_ = calendar::Instant::parse(time).value();
  }
  void set_environment(const std::string& name, const std::string& value) {
    environment_[name] = value;
  }
  // The next id is made of this number: two programs that are to meet need ids of their own.
  void count_ids_from(std::uint32_t number) { ids_ = number - 1; }
  // There is a terminal to ask on, and each question is answered with this line.
  void set_input(const std::string& line) { input_ = line; }
  // The same, with a line for each question; after these, nobody answers.
  void set_inputs(std::vector<std::string> lines) { inputs_ = std::move(lines); }
  // Ctrl-C is pressed once the program has waited so long.
  void interrupt_after(std::chrono::seconds time) { interrupt_ = time; }
  // Enter is pressed so long after each time the program begins to listen; without it nobody is
  // there any more.
  void press_enter_after(std::chrono::seconds time) { enter_ = time; }
  // What stands on standard input; nothing unless set.
  void set_standard_input(std::string bytes);
  // The same, from a function that fills in bytes as they come; 0 at the end.
  void set_standard_input(std::function<std::size_t(char*, std::size_t)> read) {
    read_ = std::move(read);
  }
  // How far the clocks stand east of UTC, all year round; an hour unless set.
  void set_offset(int minutes) { offset_ = minutes; }
  // There is such a program, and it does what it is told.
  void add_program(const std::string& name) { programs_.insert(name); }
  // The programs that were to be run, with their words; whether there is one or not.
  [[nodiscard]] const std::vector<std::string>& launched() const { return launched_; }
  void set_terminal_width(std::size_t width) { width_ = width; }

  [[nodiscard]] const Folder& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path store() const { return folder_.path() / "gradus.db"; }

 private:
  Folder folder_;
  std::string today_;
  calendar::TimeOfDay clock_{calendar::Minutes{19 * 60}};
  calendar::Instant real_time_ = calendar::Instant::parse("2026-11-30T18:00:00Z").value();
  std::map<std::string, std::string> environment_;
  std::function<std::size_t(char*, std::size_t)> read_ = [](char*, std::size_t) {
    return std::size_t{0};
  };
  std::optional<std::string> input_;
  std::vector<std::string> inputs_;
  std::optional<std::chrono::seconds> interrupt_;
  std::optional<std::chrono::seconds> enter_;
  std::set<std::string> programs_;
  std::vector<std::string> launched_;
  int offset_ = 60;
  std::size_t width_ = 0;  // 0: not a terminal
  // The first is that of the first track, and made of zeros.
  std::uint32_t ids_ = std::numeric_limits<std::uint32_t>::max();
};

}  // namespace gradus::testing
