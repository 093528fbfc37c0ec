#include "gradus/curriculum/document.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/curriculum/nearest.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/journal/error.hpp"

#include "exchange/value.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <istream>
#include <streambuf>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::exchange {
namespace {

using curriculum::EntryType;
using curriculum::Node;

// Fields of an entry's own that a line may leave out though they always have a value.
constexpr std::array<std::string_view, 7> with_usual_value{
    "attempts", "help_used", "verified", "timed", "domains", "evidence", "placement"};

// The members of a line's object, asked for one by one.
class Members {
 public:
  Members(const Node& object, const Place& place) : object_(object), place_(place) {
    std::vector<std::string_view> keys;
    for (const auto& [key, value] : object.members()) keys.emplace_back(key);
    std::ranges::sort(keys);
    const auto twice = std::ranges::adjacent_find(keys);
    if (twice != keys.end()) throw place.error(fmt::format("{} stands twice", *twice));
  }

  template <class T>
  [[nodiscard]] std::optional<T> optional(const std::string& field) {
    known_.push_back(field);
    const auto* const node = object_.find(field);
    if (node == nullptr || node->kind() == Node::Kind::null) return std::nullopt;
    return FieldValue{place_, field, *node}.template as<T>();
  }

  template <class T>
  [[nodiscard]] T required(const std::string& field) {
    auto value = optional<T>(field);
    if (!value) throw absent(field);
    return *std::move(value);
  }

  // For the `fields` of an entry's own part.
  template <class T>
  void operator()(const std::string& field, std::optional<T>& value) {
    value = optional<T>(field);
  }
  template <class T>
  void operator()(const std::string& field, T& value) {
    if (auto given = optional<T>(field)) {
      value = *std::move(given);
    } else if (std::ranges::find(with_usual_value, field) == with_usual_value.end()) {
      missing_.push_back(field);
    }
  }

  // Throws when the object has a member that nobody asked for, or lacks one that has to be there:
  // in this order, since a misspelt field is both.
  void finish(EntryType type) const {
    for (const auto& [key, value] : object_.members()) {
      if (std::ranges::find(known_, key) != known_.end()) continue;
      throw place_.error(fmt::format("{} is no field of a {}", key, curriculum::name(type)),
                         curriculum::did_you_mean(key, known_));
    }
    if (!missing_.empty()) throw absent(missing_.front());
  }

 private:
  [[nodiscard]] Error absent(const std::string& field) const {
    return place_.error(fmt::format("{} is missing", field));
  }

  const Node& object_;
  const Place& place_;
  std::vector<std::string> known_;
  std::vector<std::string> missing_;
};

// The hash's first 16 bytes, from 32 hexadecimal digits.
journal::EntryId id_from(std::string_view hash) {
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto digits = hash.substr(2 * i, 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), bytes.at(i), 16);
  }
  return journal::EntryId::from_hash(bytes);
}

// The id of the line's n-th occurrence without one, from 1. No line holds a line end.
journal::EntryId derived_id(std::string_view line, std::uint32_t occurrence) {
  if (occurrence == 1) return id_from(curriculum::content_hash(line));
  return id_from(curriculum::content_hash(fmt::format("{}\n{}", line, occurrence)));
}

struct ReadLine {
  journal::Entry entry;
  bool id_derived;
};

ReadLine read_entry(std::string_view line, const Place& place) {
  const auto document = curriculum::parse_document(line);
  if (document.failure) throw place.error(document.failure->message);
  if (document.root.kind() != Node::Kind::object) throw place.error("an entry is one JSON object");

  Members members(document.root, place);
  const auto type = members.required<EntryType>("type");
  const auto id = members.optional<journal::EntryId>("id");
  journal::Entry entry{.id = id ? *id : derived_id(line, 1),
                       .on = members.required<calendar::Date>("on"),
                       .at = members.optional<calendar::Moment>("at"),
                       .week = members.optional<curriculum::WeekId>("week"),
                       .tier = members.optional<curriculum::TierId>("tier"),
                       .note = members.optional<std::string>("note").value_or(""),
                       .what = journal::blank(type)};
  std::visit([&](auto& what) { what.fields(what, members); }, entry.what);
  members.finish(type);
  try {
    journal::check(entry);
  } catch (const journal::Error& error) {
    throw place.error(error.what(), error.hint());
  }
  return {std::move(entry), !id};
}

// Moves the bytes up to the next line end into `line`; false when none are left.
bool take_line(std::streambuf& bytes, std::string& line, const Place& place) {
  using Traits = std::streambuf::traits_type;
  line.clear();
  auto byte = bytes.sbumpc();
  if (byte == Traits::eof()) return false;
  for (; byte != Traits::eof() && byte != '\n'; byte = bytes.sbumpc()) {
    if (line.size() == max_line_bytes) {
      throw place.error(fmt::format("the line is longer than {} MiB", max_line_bytes / 1024 / 1024),
                        "every entry stands on a line of its own");
    }
    line += Traits::to_char_type(byte);
  }
  return true;
}

}  // namespace

journal::Entry from_json(std::string_view line, std::size_t line_number, const std::string& file) {
  return read_entry(line, Place{file, line_number}).entry;
}

JsonlReader::JsonlReader(std::istream& in, std::string file) : in_(in), file_(std::move(file)) {}

// The next line without its end, in line_; false when there is none.
bool JsonlReader::read_line() {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  ++line_number_;
  const Place place{file_, line_number_};
  try {
    if (!take_line(*in_.rdbuf(), line_, place)) return false;
  } catch (const std::ios_base::failure&) {  // a folder, or a disk at fault
    throw place.error("the file can't be read");
  }
  if (line_.ends_with('\r')) line_.pop_back();
  if (line_number_ == 1 && line_.starts_with(byte_order_mark)) {
    line_.erase(0, byte_order_mark.size());
  }
  return true;
}

std::optional<journal::Entry> JsonlReader::next() {
  while (read_line()) {
    if (line_.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto [entry, id_derived] = read_entry(line_, Place{file_, line_number_});
    if (id_derived) {
      // Two lines that share these 64 bits would count as identical: their ids stay distinct.
      std::uint64_t key = 0;
      const auto hash = curriculum::content_hash(line_);
      std::from_chars(hash.data(), hash.data() + 16, key, 16);
      const auto occurrence = ++seen_[key];
      if (occurrence > 1) entry.id = derived_id(line_, occurrence);
    }
    return std::move(entry);
  }
  return std::nullopt;
}

}  // namespace gradus::exchange
