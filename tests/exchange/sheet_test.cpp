#include "gradus/exchange/sheet.hpp"

#include "gradus/exchange/error.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::exchange::sheet_test {
namespace {

std::vector<SheetRow> read(const std::string& text) {
  return read_sheet(text, "sheet.csv");
}

using Cells = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("the cells of a sheet go by the names in its first row", "[exchange]") {
  const auto rows = read("id,planned,note\r\n1,6,\"late, but done\"\n\n2,,\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].line == 2);
  CHECK(rows[0].cells == Cells{{"id", "1"}, {"planned", "6"}, {"note", "late, but done"}});
  CHECK(rows[1].line == 4);
  CHECK(rows[1].cells == Cells{{"id", "2"}});
  CHECK(read("id\n").empty());
}

TEST_CASE("a sheet without a header or with a longer row is refused by line", "[exchange]") {
  CHECK_THROWS_WITH(read(""), Catch::Matchers::Contains("the file is empty"));
  CHECK_THROWS_WITH(read("id\n1,2\n"),
                    Catch::Matchers::Contains("sheet.csv:2: the row has 2 cells, the header 1"));
  CHECK_THROWS_AS(read("id\n1\"\n"), Error);
}

}  // namespace gradus::exchange::sheet_test
