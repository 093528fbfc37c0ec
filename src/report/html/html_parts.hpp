#pragma once

#include "gradus/report/document.hpp"
#include "gradus/report/writers.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The parts of a document as elements of a page, each with its line end.
namespace gradus::report {

// Names that no two regions of a page share: "Tiers", then "Tiers (2)".
class UniqueNames {
 public:
  [[nodiscard]] std::string next(const std::string& name);

 private:
  std::map<std::string, std::size_t> used_;
};

[[nodiscard]] std::string html_facts(const FactList& list);
// A table of many columns scrolls within itself, where a screen is too narrow for it.
[[nodiscard]] std::string html_table(const Table& table, const std::string& caption,
                                     UniqueNames& names);
// What may be wider than its place scrolls in it, by keyboard as well. `name`: no other region's.
[[nodiscard]] std::string html_scroll(const std::string& markup, const std::string& name);
[[nodiscard]] std::string html_bars(const BarList& list, const HtmlStyle& style);
[[nodiscard]] std::string html_items(const std::vector<Item>& items);
[[nodiscard]] std::string html_command(const Command& command);
// Something to be opened. `summary` is a text; `look` a class, if any.
[[nodiscard]] std::string html_details(std::string_view summary, std::string_view markup,
                                       std::string_view look = {});

// ` class="good"`: nothing for a plain tone.
[[nodiscard]] std::string_view tone_class(Tone tone);

}  // namespace gradus::report
