#include "gradus/calendar/named.hpp"

#include <catch2/catch.hpp>

#include <vector>

namespace gradus::named_test {
namespace {

enum class Colour { red, green, dark_blue };
constexpr auto colours = named<Colour>(
    {{Colour::green, "green"}, {Colour::red, "red"}, {Colour::dark_blue, "dark-blue"}});
static_assert(colours.size() == 3);
static_assert(colours.name(Colour::dark_blue) == "dark-blue");
static_assert(colours.parse("red") == Colour::red);

TEST_CASE("a table of named values lists them in its own order", "[calendar]") {
  const std::vector<Colour> listed(colours.begin(), colours.end());
  CHECK((listed == std::vector{Colour::green, Colour::red, Colour::dark_blue}));
  CHECK(colours.names()[1] == "red");
}

TEST_CASE("a table of named values knows only what it holds", "[calendar]") {
  CHECK_FALSE(colours.parse("").has_value());
  CHECK_FALSE(colours.parse("Red").has_value());
  CHECK(colours.name(static_cast<Colour>(7)).empty());
}

}  // namespace
}  // namespace gradus::named_test
