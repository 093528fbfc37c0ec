#include "text/type_hint.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace gradus::text {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<calendar::Minutes> duration(std::string_view text) {
  try {
    return calendar::read_duration(text);
  } catch (const calendar::Error&) {
    return std::nullopt;
  }
}

// The number that the text begins with, as written: "30" for "30 problems".
std::string_view leading_number(std::string_view text) {
  constexpr std::size_t longest = 15;
  const auto* const end =
      std::ranges::find_if(text, [](char c) { return !is_digit(c) && c != '.'; });
  const std::string_view number{text.begin(), end};
  const bool plain = !number.empty() && is_digit(number.front()) && is_digit(number.back()) &&
                     std::ranges::count(number, '.') < 2 && number.size() <= longest;
  return plain ? number : std::string_view{};
}

std::string as_number(std::string_view text) {
  constexpr std::size_t longest = 20;
  const std::string_view number = leading_number(text);
  if (!number.empty() && number.size() == text.size())
    return fmt::format("write {}, without the quotes", number);
  if (const auto minutes = text.size() <= longest ? duration(text) : std::nullopt)
    return fmt::format("write {}, just the minutes, without quotes", minutes->count());
  if (!number.empty()) return fmt::format("write just {}, without quotes", number);
  return "write a number, without quotes";
}

std::string as_flag(const Node& node) {
  constexpr std::array yes{"true", "True", "yes", "on"};
  constexpr std::array no{"false", "False", "no", "off"};
  if (std::ranges::find(yes, node.text()) != yes.end()) return "write true, without quotes";
  if (std::ranges::find(no, node.text()) != no.end()) return "write false, without quotes";
  return "write true or false, without quotes";
}

std::string as_text(const Node& node) {
  if (node.kind() == Node::Kind::number) return fmt::format("write \"{}\"", node.number());
  if (node.kind() == Node::Kind::flag) return fmt::format("write \"{}\"", node.flag());
  return "write text between quotes";
}

}  // namespace

std::string type_hint(const Node& node, Node::Kind wanted) {
  switch (wanted) {
    case Node::Kind::number:
      return as_number(node.text());
    case Node::Kind::flag:
      return as_flag(node);
    case Node::Kind::text:
      return as_text(node);
    case Node::Kind::list:
      return node.kind() == Node::Kind::null ? "write [ and ] around its items"
                                             : "put it between [ and ]";
    case Node::Kind::object:
    case Node::Kind::null:
      break;
  }
  return "write { and } around its keys";
}

std::string whole_near(const Node& number) {
  constexpr double most = 1e15;  // doubles still hold every whole number up to here
  const double below = std::floor(number.number());
  if (std::abs(below) > most) return "write a smaller number, without a point or an exponent";
  if (below == number.number())
    return fmt::format("write {:.0f}, without a point or an exponent", below);
  return fmt::format("write {:.0f} or {:.0f}", below, below + 1);
}

}  // namespace gradus::text
