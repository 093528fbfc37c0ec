#include "exchange/written_date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace gradus::exchange {
namespace {

constexpr std::string_view digits = "0123456789";

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
    const auto end = std::min(text.find_first_not_of(digits, at), text.size());
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

}  // namespace

std::optional<DateOrder> read_date_order(std::string_view format) {
  std::string order;
  for (const char c : format) {
    const char letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
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
  if (!numbers) return {};
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
