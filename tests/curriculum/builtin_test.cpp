#include "gradus/curriculum/builtin.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace gradus::curriculum::builtin_test {

using namespace gradus::curriculum;

TEST_CASE("each data file is built in byte for byte", "[curriculum]") {
  namespace fs = std::filesystem;
  const fs::path data = fs::path{GRADUS_SOURCE_DIR} / "data";
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator{data}) {
    if (entry.path().extension() != ".json") continue;
    ++files;
    const std::string path = entry.path().lexically_relative(data).generic_string();
    std::ifstream in{entry.path(), std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    INFO(path);
    CHECK_FALSE(bytes.empty());
    CHECK((builtin_text(path) == bytes));
  }
  CHECK(files == builtin_files().size());
  CHECK_FALSE(builtin_text("curricula/de-roadmap.json").empty());
}

TEST_CASE("a path that no data file has gives an empty text", "[curriculum]") {
  CHECK(builtin_text("curricula/none.json").empty());
}

}  // namespace gradus::curriculum::builtin_test
