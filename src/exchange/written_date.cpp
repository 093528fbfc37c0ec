#include "exchange/written_date.hpp"

#include "gradus/calendar/lower.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>

namespace gradus::exchange {
namespace {

constexpr std::string_view all_digits = "0123456789";

std::optional<calendar::Date> day_of(int year, int month, int day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (year < 1 || year > 9999 || !ymd.ok()) return std::nullopt;
  return calendar::Date{ymd};
}

struct Numbers {
  std::array<int, 3> value{};
  std::array<std::size_t, 3> digits{};
  char separator = 0;
  std::size_t length = 0;  // of the text they stand in
};

// Three numbers with one kind of separator between them.
std::optional<Numbers> three_numbers(std::string_view text) {
  Numbers numbers;
  std::size_t at = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto end = std::min(text.find_first_not_of(all_digits, at), text.size());
    numbers.digits.at(i) = end - at;
    if (end == at || end - at > 4) return std::nullopt;
    for (; at < end; ++at) numbers.value.at(i) = numbers.value.at(i) * 10 + (text[at] - '0');
    if (i == 2) break;
    if (at == text.size() || std::string_view("-/.").find(text[at]) == std::string_view::npos)
      return std::nullopt;
    if (i == 1 && text[at] != numbers.separator) return std::nullopt;
    numbers.separator = text[at++];
  }
  numbers.length = at;
  return numbers;
}

bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

// The month that a word names, in full or by its first three letters ("sept" too).
std::optional<int> month_named(std::string_view word) {
  const auto wanted = lower(word);
  if (wanted == "sept") return 9;
  for (unsigned month = 1; month <= 12; ++month) {
    const auto name = lower(calendar::name(std::chrono::month{month}));
    if (wanted == name || wanted == std::string_view(name).substr(0, 3))
      return static_cast<int>(month);
  }
  return std::nullopt;
}

// The parts of a date with the month in letters, one taken after the other.
class Parts {
 public:
  explicit Parts(std::string_view text) : text_(text) {}

  [[nodiscard]] std::optional<int> month() {
    const auto* const end = std::ranges::find_if_not(text_, is_letter);
    const auto word = text_.substr(0, static_cast<std::size_t>(end - text_.begin()));
    text_.remove_prefix(word.size());
    return month_named(word);
  }
  [[nodiscard]] std::optional<int> number(std::size_t least_digits, std::size_t most_digits) {
    const auto size = std::min(text_.find_first_not_of(all_digits), text_.size());
    if (size < least_digits || size > most_digits) return std::nullopt;
    int number = 0;
    for (const char c : text_.substr(0, size)) number = number * 10 + (c - '0');
    text_.remove_prefix(size);
    return number;
  }
  // What stands between two of them: at least one of these.
  [[nodiscard]] bool gap() {
    const auto size = std::min(text_.find_first_not_of(" .,-/"), text_.size());
    text_.remove_prefix(size);
    return size > 0;
  }
  [[nodiscard]] std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

// "Nov 3, 2026", "3 Nov 2026", "03-Nov-2026".
WrittenDate date_with_month_name(std::string_view text) {
  Parts parts(text);
  const bool month_first = !text.empty() && is_letter(text.front());
  const auto first = month_first ? parts.month() : parts.number(1, 2);
  if (!first || !parts.gap()) return {};
  const auto second = month_first ? parts.number(1, 2) : parts.month();
  if (!second || !parts.gap()) return {};
  const auto year = parts.number(4, 4);
  if (!year) return {};
  auto rest = parts.rest();
  if (rest.starts_with(',')) rest.remove_prefix(1);  // before a time
  return {.day = month_first ? day_of(*year, *first, *second) : day_of(*year, *second, *first),
          .rest = std::string(rest)};
}

}  // namespace

std::optional<DateOrder> read_date_order(std::string_view format) {
  std::string order;
  for (const char c : format) {
    const char letter = lower(c);
    if (std::string_view("dmy").find(letter) == std::string_view::npos) {
      if (std::string_view("%/.- ").find(c) == std::string_view::npos) return std::nullopt;
    } else if (order.empty() || order.back() != letter) {
      order += letter;
    }
  }
  if (order == "dmy") return DateOrder::dmy;
  if (order == "mdy") return DateOrder::mdy;
  if (order == "ymd") return DateOrder::ymd;
  return std::nullopt;
}

WrittenDate read_written_date(std::string_view text, std::optional<DateOrder> order) {
  const auto numbers = three_numbers(text);
  if (!numbers) return date_with_month_name(text);
  const auto& [a, b, c] = numbers->value;
  WrittenDate written{.rest = std::string(text.substr(numbers->length))};
  if (numbers->digits[0] == 4) {
    written.day = day_of(a, b, c);
    return written;
  }
  if (numbers->digits[2] != 4 || order == DateOrder::ymd) return {};
  const auto day_first = day_of(c, b, a);
  const auto month_first = day_of(c, a, b);
  if (order == DateOrder::mdy) {
    written.day = month_first;
  } else if (order || numbers->separator == '.') {
    written.day = day_first;
  } else if (day_first && month_first && day_first != month_first) {
    written.ambiguous = true;
  } else {
    written.day = day_first ? day_first : month_first;
  }
  return written;
}

}  // namespace gradus::exchange
