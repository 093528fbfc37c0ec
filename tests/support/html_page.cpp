#include "support/html_page.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

namespace gradus::testing {
namespace {

using Names = std::set<std::string, std::less<>>;

const Names void_elements{"meta", "br", "hr", "wbr", "link", "img"};

// What may hold an element, for those that need a certain one.
const std::map<std::string, Names, std::less<>> parents{{"li", {"ul", "ol"}},
                                                        {"dt", {"dl"}},
                                                        {"dd", {"dl"}},
                                                        {"caption", {"table"}},
                                                        {"thead", {"table"}},
                                                        {"tbody", {"table"}},
                                                        {"tr", {"thead", "tbody"}},
                                                        {"th", {"tr"}},
                                                        {"td", {"tr"}},
                                                        {"summary", {"details"}},
                                                        {"figcaption", {"figure"}},
                                                        {"section", {"main", "section"}}};

// What an element may hold, for those that hold only certain ones.
const Names phrases{"a", "bdi", "code", "span", "strong", "svg"};
const std::map<std::string, Names, std::less<>> children{
    {"ul", {"li"}},         {"ol", {"li"}},
    {"dl", {"dt", "dd"}},   {"table", {"caption", "thead", "tbody"}},
    {"thead", {"tr"}},      {"tbody", {"tr"}},
    {"tr", {"th", "td"}},   {"p", phrases},
    {"h1", phrases},        {"h2", phrases},
    {"h3", phrases},        {"summary", phrases},
    {"a", {"bdi", "span"}}, {"title", {}}};

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view text) : rest_(text), size_(text.size()) {}

  HtmlPage read() {
    expect("<!doctype html>\n");
    while (!rest_.empty()) {
      if (rest_.starts_with("</"))
        end_tag();
      else if (rest_.starts_with("<"))
        start_tag();
      else
        add_text(unescaped(take(std::min(rest_.find('<'), rest_.size()))));
    }
    if (!open_.empty()) fail(page_.elements[open_.back()].name + " is never closed");
    return std::move(page_);
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw HtmlError(why + " at byte " + std::to_string(size_ - rest_.size()) + ": " +
                    std::string(rest_.substr(0, 60)));
  }

  std::string_view take(std::size_t length) {
    const auto taken = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return taken;
  }

  void expect(std::string_view text) {
    if (!rest_.starts_with(text)) fail("expected " + std::string(text));
    take(text.size());
  }

  std::string name() {
    const auto* const end = std::ranges::find_if_not(
        rest_, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == ':'; });
    if (end == rest_.begin()) fail("expected a name");
    return std::string(take(static_cast<std::size_t>(end - rest_.begin())));
  }

  std::string unescaped(std::string_view text) const {
    static const std::array<std::pair<std::string_view, char>, 5> entities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
    std::string out;
    while (!text.empty()) {
      const auto* const entity = std::ranges::find_if(
          entities, [&](const auto& each) { return text.starts_with(each.first); });
      if (entity == entities.end() && std::string_view("&<>").find(text.front()) != text.npos)
        fail("an unescaped " + std::string(text.substr(0, 20)));
      out += entity == entities.end() ? text.front() : entity->second;
      text.remove_prefix(entity == entities.end() ? 1 : entity->first.size());
    }
    return out;
  }

  void add_text(const std::string& text) {
    for (const auto element : open_) page_.elements[element].text += text;
  }

  void start_tag() {
    expect("<");
    HtmlElement element{name(), {}, {}, {}};
    while (rest_.starts_with(" ")) add_attribute(element);
    const bool closed = rest_.starts_with("/>");
    expect(closed ? "/>" : ">");
    if (!open_.empty()) element.parent = open_.back();
    check_place(element);
    const auto place = page_.elements.size();
    page_.elements.push_back(element);
    if (closed && !page_.within(place, "svg")) fail(element.name + " closes itself outside of svg");
    if (closed || void_elements.contains(element.name)) return;
    open_.push_back(place);
    if (element.name == "style") add_text(std::string(take(rest_.find("</style>"))));
  }

  void add_attribute(HtmlElement& element) {
    expect(" ");
    const auto key = name();
    std::string value;
    if (rest_.starts_with("=")) {
      expect("=\"");
      value = unescaped(take(std::min(rest_.find('"'), rest_.size())));
      expect("\"");
    }
    if (!element.attributes.emplace(key, value).second) fail(key + " is given twice");
  }

  void end_tag() {
    expect("</");
    const auto closed = name();
    expect(">");
    if (open_.empty() || page_.elements[open_.back()].name != closed)
      fail(closed + " closes what is not open");
    open_.pop_back();
  }

  void check_place(const HtmlElement& element) const {
    if (!element.parent) {
      if (element.name != "html") fail(element.name + " outside of html");
      return;
    }
    const auto& parent = page_.elements[*element.parent].name;
    const auto needed = parents.find(element.name);
    if (needed != parents.end() && !needed->second.contains(parent))
      fail(element.name + " within " + parent);
    const auto held = children.find(parent);
    if (held != children.end() && !held->second.contains(element.name))
      fail(element.name + " within " + parent);
  }

  std::string_view rest_;
  std::size_t size_;
  std::vector<std::size_t> open_;
  HtmlPage page_;
};

bool may_be_followed(const std::string& address) {
  return address.starts_with("#") || address.starts_with("https://") ||
         address.starts_with("http://") || address.starts_with("mailto:");
}

void add_dangers(const HtmlElement& element, std::vector<std::string>& found) {
  static const Names active{"script", "iframe",        "object",  "embed", "link",    "base",
                            "form",   "input",         "img",     "image", "video",   "audio",
                            "use",    "foreignObject", "animate", "set",   "template"};
  if (active.contains(element.name)) found.push_back("<" + element.name + ">");
  for (const auto& [key, value] : element.attributes) {
    const bool handler = key.starts_with("on");
    const bool loads = key == "src" || key == "srcset" || key == "action" || key == "data" ||
                       key == "xlink:href" || key == "background" || key == "ping";
    const bool leads_away = key == "href" && !may_be_followed(value);
    const bool far_paint = value.starts_with("url(") && !value.starts_with("url(#");
    if (handler || loads || leads_away || far_paint || key == "style")
      found.push_back(key + "=" + value.substr(0, 80));
  }
}

}  // namespace

std::string HtmlElement::attribute(const std::string& key) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? "" : found->second;
}

std::vector<HtmlElement> HtmlPage::named(std::string_view name) const {
  std::vector<HtmlElement> found;
  std::ranges::copy_if(elements, std::back_inserter(found),
                       [name](const HtmlElement& each) { return each.name == name; });
  return found;
}

bool HtmlPage::within(std::size_t element, std::string_view name) const {
  for (auto outer = elements[element].parent; outer; outer = elements[*outer].parent)
    if (elements[*outer].name == name) return true;
  return false;
}

HtmlPage read_html(std::string_view text) {
  return HtmlReader(text).read();
}

std::vector<std::string> dangers(const HtmlPage& page) {
  std::vector<std::string> found;
  std::set<std::string> ids;
  for (const auto& element : page.elements) {
    add_dangers(element, found);
    const auto id = element.attribute("id");
    if (!id.empty() && !ids.insert(id).second) found.push_back("two of id " + id);
  }
  return found;
}

}  // namespace gradus::testing
