#pragma once

#include "gradus/exchange/jsonl.hpp"
#include "gradus/exchange/reader.hpp"

#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gradus::testing {

// A file to be read, in memory, with what its reader asks and tells.
class ForeignFile {
 public:
  ForeignFile(std::string name, const std::string& text) : name_(std::move(name)), in_(text) {}

  [[nodiscard]] exchange::Source source() {
    return {in_, name_, [this](const journal::EntryId& id) { return ++counts_[id]; },
            [this](const std::string& message) { told_.push_back(message); }};
  }
  [[nodiscard]] const std::vector<std::string>& told() const { return told_; }

 private:
  std::string name_;
  std::istringstream in_;
  std::map<journal::EntryId, std::uint32_t> counts_;
  std::vector<std::string> told_;
};

inline std::vector<exchange::Read> read_all(exchange::Reader& reader) {
  std::vector<exchange::Read> all;
  while (auto read = reader.next()) all.push_back(*std::move(read));
  return all;
}

// The entry of a line of the exchange format.
inline journal::Entry read_line(const std::string& line, std::string file = "written.jsonl") {
  ForeignFile lines(std::move(file), line);
  return exchange::read_jsonl(lines.source())->next().value().entry;
}

// What the reader says of the first thing that it does not take.
inline std::string refusal(exchange::Reader& reader) {
  try {
    (void)read_all(reader);
  } catch (const exchange::Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace gradus::testing
