#include "gradus/journal/entry.hpp"
#include "gradus/journal/error.hpp"

#include <fmt/core.h>
#include <utf8proc.h>

#include <cmath>

namespace gradus::journal {
namespace {

using curriculum::Field;
using curriculum::Range;

std::string spelled(const Range& range) {
  if (std::isinf(range.most)) return fmt::format("{} or more", range.least);
  return fmt::format("from {} to {}", range.least, range.most);
}

// The position where the text stops being UTF-8; nullopt when all of it is.
std::optional<std::size_t> first_bad_byte(std::string_view text) {
  std::size_t position = 0;
  while (position < text.size()) {
    utf8proc_int32_t codepoint = 0;
    const auto rest = text.substr(position);
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(rest.data());
    const auto length =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(rest.size()), &codepoint);
    if (length < 1) return position;
    position += static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

// Called with each field of an entry.
struct FieldCheck {
  static void number(const Field& field, double value) {
    const Range& range = field.range;
    if (value >= range.least && value <= range.most) return;  // false for NaN
    throw Error(fmt::format("{} is {}; it must be {}", field.name, value, spelled(range)),
                std::string(field.hint));
  }

  void operator()(const Field& field, double value) const { number(field, value); }
  void operator()(const Field& field, int value) const { number(field, value); }
  void operator()(const Field& field, curriculum::Usd value) const {
    number(field, value.dollars());
  }
  template <class Rep, class Period>
  void operator()(const Field& field, std::chrono::duration<Rep, Period> value) const {
    number(field, static_cast<double>(value.count()));
  }
  void operator()(const Field& field, const std::map<std::string, double>& shares) const {
    for (const auto& [domain, share] : shares) {
      check_text(field, domain);
      number(field, share);
    }
  }

  void operator()(const Field& field, const std::string& text) const {
    check_text(field, text);
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (blank && !field.may_be_left_out)
      throw Error(fmt::format("{} is empty", field.name), "it needs some text, not only blanks");
  }
  void operator()(const Field& field, const std::optional<std::string>& text) const {
    if (text) check_text(field, *text);
  }
  void operator()(const Field& field, const std::optional<double>& value) const {
    if (value) number(field, *value);
  }
  template <class Rep, class Period>
  void operator()(const Field& field,
                  const std::optional<std::chrono::duration<Rep, Period>>& value) const {
    if (value) (*this)(field, *value);
  }
  template <class Tag>
  void operator()(const Field& field, const curriculum::Id<Tag>& id) const {
    check_text(field, id.text());
  }
  template <class Tag>
  void operator()(const Field& field, const std::optional<curriculum::Id<Tag>>& id) const {
    if (id) check_text(field, id->text());
  }

  // Types that can't be out of range.
  void operator()(const Field&, bool) const {}
  void operator()(const Field&, const EntryId&) const {}
  void operator()(const Field&, SessionKind) const {}
  void operator()(const Field&, ExpenseKind) const {}
  void operator()(const Field&, ReviewOf) const {}
  void operator()(const Field&, curriculum::Difficulty) const {}
};

void check_day(const Entry& entry) {
  if (!entry.at || entry.at->on == entry.on) return;
  const auto& [on, time, offset] = *entry.at;
  const bool in_night_after = on != calendar::Date::first() && on - calendar::Days{1} == entry.on &&
                              time.since_midnight() < calendar::latest_day_start;
  if (in_night_after) return;
  throw Error(fmt::format("at is {} on {}, but the entry is on {}; it must be that day, or before "
                          "12:00 on the next",
                          time.text(), on.iso(), entry.on.iso()),
              "a session past midnight counts for the day it began");
}

// A problem is named by the id of one of its solutions, spelt as all ids are.
void check_item(const Entry& entry) {
  const auto* const review = std::get_if<Review>(&entry.what);
  if (review == nullptr || review->of != ReviewOf::problem) return;
  const auto id = EntryId::parse(review->item);
  if (id && id->text() == review->item) return;
  throw Error(fmt::format("item is \"{}\", which is no entry's id", review->item),
              "a review of a problem names the id of its entry (`gradus entries --json` shows it "
              "in full); of a drill: of is drill");
}

}  // namespace

void check_text(std::string_view field, std::string_view text) {
  if (text.size() > max_text_bytes) {
    throw Error(fmt::format("{} has {} bytes; the limit is {} (64 KiB)", field, text.size(),
                            max_text_bytes),
                "keep long text in a file and record its path or link");
  }
  if (const auto bad = first_bad_byte(text)) {
    throw Error(fmt::format("{} is not UTF-8 text (byte {} is 0x{:02x})", field, *bad + 1,
                            static_cast<unsigned char>(text[*bad])),
                "save the text as UTF-8 and try again");
  }
}

void check(const Entry& entry) {
  check_day(entry);
  if (entry.week) check_text(field::week, entry.week->text());
  if (entry.tier) check_text(field::tier, entry.tier->text());
  check_text(field::note, entry.note);
  const FieldCheck check_field;
  std::visit([&](const auto& what) { what.fields(what, check_field); }, entry.what);
  check_item(entry);
}

}  // namespace gradus::journal
