#include "gradus/insight/shell_word.hpp"

#include <catch2/catch.hpp>

namespace gradus::insight::shell_word_test {

using gradus::insight::shell_word;

TEST_CASE("a text becomes one word for a shell", "[insight]") {
  CHECK(shell_word("/home/ada/gradus.db") == "/home/ada/gradus.db");
  CHECK(shell_word("my store.db") == "'my store.db'");
  CHECK(shell_word("it's") == R"('it'\''s')");
  CHECK(shell_word("$HOME") == "'$HOME'");
  CHECK(shell_word("") == "''");
}

}  // namespace gradus::insight::shell_word_test
