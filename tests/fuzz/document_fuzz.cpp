#include "gradus/report/chart.hpp"
#include "gradus/report/document.hpp"
#include "gradus/report/writers.hpp"

#include "fuzz/expect.hpp"
#include "support/html_page.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace gradus::report;
using gradus::testing::expect;

// The text wherever a learner's own words may stand.
Document everywhere(const std::string& text) {
  const Bar bar{text, 1, 2, text};
  const Table table{{{text}, {text}}, {{{text}, {text, Tone::bad}}}};
  const ItemList items{
      {{text, Tone::good, text, {text, Link{text, text}}}, {"", Tone::plain, Link{"", text}, {}}}};
  const Chart chart{text, text, StackedBars{{text}, {{text, {1}, text}}, text, true}, table};
  const Section inner{text, {table, items, chart}};
  return {{Section{
      text,
      {Paragraph{text}, FactList{{{text, text}}}, BarList{{bar}}, inner, Command{text, text}}}}};
}

// No byte that drives a terminal, but line feeds; no C1 control, which UTF-8 begins with 0xC2.
void expect_tame(std::string_view written) {
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto byte = static_cast<unsigned char>(written[i]);
    expect((byte >= 0x20 || byte == '\n') && byte != 0x7F, "no control character is written");
    if (byte == 0xC2 && i + 1 < written.size())
      expect(static_cast<unsigned char>(written[i + 1]) >= 0xA0, "no C1 control is written");
  }
}

void expect_harmless(const std::string& page) {
  try {
    expect(gradus::testing::dangers(gradus::testing::read_html(page)).empty(),
           "a page runs and loads nothing");
  } catch (const gradus::testing::HtmlError& error) {
    expect(false, error.what());
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = everywhere({reinterpret_cast<const char*>(data), size});
  for (const auto& style :
       {TextStyle{}, TextStyle{.width = 40}, TextStyle{.width = 80, .ascii = true}})
    expect_tame(write_text(document, style));
  expect_tame(write_markdown(document));
  for (const bool drawings : {true, false}) {
    const auto page = write_html(document, {.drawings = drawings});
    expect_tame(page);
    expect_harmless(page);
  }
  return 0;
}
