#include "gradus/report/writers.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace gradus::report {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 25> drawn_signs{
    {{"█", '#'}, {"▓", '%'}, {"░", '.'},  {"▁", '1'}, {"▂", '2'}, {"▃", '3'}, {"▄", '4'},
     {"▅", '5'}, {"▆", '6'}, {"▇", '7'},  {"▒", '='}, {"─", '-'}, {"▲", '^'}, {"◆", '*'},
     {"►", '>'}, {"→", '-'}, {"–", '-'},  {"—", '-'}, {"·", '-'}, {"×", 'x'}, {"…", '~'},
     {"“", '"'}, {"”", '"'}, {"‘", '\''}, {"’", '\''}}};

}  // namespace

std::string ascii_drawing(std::string_view text) {
  std::string drawn;
  drawn.reserve(text.size());
  while (!text.empty()) {
    const auto sign = std::ranges::find_if(
        drawn_signs, [&text](const auto& each) { return text.starts_with(each.first); });
    drawn += sign == drawn_signs.end() ? text.front() : sign->second;
    text.remove_prefix(sign == drawn_signs.end() ? 1 : sign->first.size());
  }
  return drawn;
}

}  // namespace gradus::report
