#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// A page of gradus, read back as a browser would, but strictly: what a browser would mend is an
// error.
namespace gradus::testing {

struct HtmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;  // unescaped
  std::string text;                               // of it and of what it holds, unescaped
  std::optional<std::size_t> parent;              // its place in the page's elements

  [[nodiscard]] std::string attribute(const std::string& key) const;  // empty if it has none
};

struct HtmlPage {
  std::vector<HtmlElement> elements;  // in the order of their start tags

  [[nodiscard]] std::vector<HtmlElement> named(std::string_view name) const;
  // Whether it lies within an element of that name.
  [[nodiscard]] bool within(std::size_t element, std::string_view name) const;
};

struct HtmlError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws HtmlError for a tag that is not closed or closed by another, an attribute without quotes
// or given twice, a bare & < or >, and an element where it may not be.
[[nodiscard]] HtmlPage read_html(std::string_view text);

// Why the page is not one that may be opened without a thought: it runs, loads or sends something,
// or has a style of its own, or one id twice. Empty if it may.
[[nodiscard]] std::vector<std::string> dangers(const HtmlPage& page);

}  // namespace gradus::testing
