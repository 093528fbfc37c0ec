#pragma once

#include "gradus/calendar/date.hpp"

#include "exchange/klog_entry.hpp"
#include "exchange/lines.hpp"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::exchange::klog {

struct Entry {
  std::size_t line;
  std::string words;  // the value as written
  Value value;
  std::string first;    // line of the summary
  std::string summary;  // all of it
};

struct Record {
  std::size_t line;
  calendar::Date on;
  bool target;
  std::string summary{};
  std::vector<Entry> entries{};
};

// The records of a file, one at a time.
class Records {
 public:
  // Keeps references to both.
  Records(std::istream& in, const std::string& file) : file_(file), lines_(in, file) {}

  // The next record; nullopt at the end. Throws Error for anything else, and continues after the
  // next blank line when called again.
  [[nodiscard]] std::optional<Record> next();

 private:
  struct Line {
    std::size_t number;
    std::string text;
  };

  [[nodiscard]] bool read_block();
  [[nodiscard]] Record begin_record() const;
  void read_entries(Record& record, std::size_t next) const;
  [[nodiscard]] Entry read_entry(const Line& line, std::string_view step) const;
  [[nodiscard]] std::string_view indentation(const Line& line) const;
  [[nodiscard]] Error badly_indented(const Line& line) const;
  [[nodiscard]] Place at(const Line& line) const { return {file_, line.number}; }

  const std::string& file_;
  Lines lines_;
  std::vector<Line> block_;  // the record's
};

}  // namespace gradus::exchange::klog
