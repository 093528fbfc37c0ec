#include "gradus/curriculum/load.hpp"

#include <catch2/catch.hpp>

namespace gradus::curriculum::content_hash_test {

using namespace gradus::curriculum;

TEST_CASE("a content hash is the text's XXH3 in 32 digits, the same on every machine",
          "[curriculum]") {
  // The value xxhsum -H2 gives for no input.
  CHECK(content_hash("") == "99aa06d3014798d86001c324468d497f");
  CHECK(content_hash("a").size() == 32);
  CHECK(content_hash("a") != content_hash("b"));
  CHECK(content_hash("{}") != content_hash("{} "));
}

}  // namespace gradus::curriculum::content_hash_test
