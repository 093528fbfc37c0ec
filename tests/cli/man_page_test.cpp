#include "cli/shell/man_page.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::cli::man_page_test {

using namespace gradus::cli;

TEST_CASE("text in the manual page can't be taken for man(7)", "[cli]") {
  const CommandHelp command{.name = "log",
                            .description = ".SH of a line\n'quoted' and a \\ with a-dash",
                            .examples = "  gradus log\n"};
  const CommandHelp gradus{
      .name = "gradus", .description = "", .examples = "  gradus\n", .commands = {command}};
  const auto page = man_page(gradus);
  CHECK(page.find("\\&.SH of a line\n\\&'quoted' and a \\e with a\\-dash\n") != std::string::npos);
}

}  // namespace gradus::cli::man_page_test
