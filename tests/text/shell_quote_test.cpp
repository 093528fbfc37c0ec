#include "gradus/text/shell_quote.hpp"

#include <catch2/catch.hpp>

namespace gradus::text::shell_quote_test {

using gradus::text::shell_quote;

TEST_CASE("a text becomes one word for a shell", "[text]") {
  CHECK(shell_quote("/home/ada/gradus.db") == "/home/ada/gradus.db");
  CHECK(shell_quote("my store.db") == "'my store.db'");
  CHECK(shell_quote("it's") == R"('it'\''s')");
  CHECK(shell_quote("$HOME") == "'$HOME'");
  CHECK(shell_quote("") == "''");
}

}  // namespace gradus::text::shell_quote_test
