#include "gradus/journal/entry_id.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace gradus::journal::entry_id_test {

using gradus::journal::EntryId;

namespace {

using Bytes = std::array<std::uint8_t, 16>;

Bytes filled(std::uint8_t byte) {
  Bytes bytes{};
  bytes.fill(byte);
  return bytes;
}

}  // namespace

TEST_CASE("a random id is a version 4 UUID whatever the bytes", "[journal]") {
  CHECK(EntryId::from_random(filled(0x00)).text() == "00000000-0000-4000-8000-000000000000");
  CHECK(EntryId::from_random(filled(0xff)).text() == "ffffffff-ffff-4fff-bfff-ffffffffffff");
}

TEST_CASE("an id from a hash is a version 8 UUID whatever the bytes", "[journal]") {
  CHECK(EntryId::from_hash(filled(0x00)).text() == "00000000-0000-8000-8000-000000000000");
  CHECK(EntryId::from_hash(filled(0xff)).text() == "ffffffff-ffff-8fff-bfff-ffffffffffff");
}

TEST_CASE("a random id writes its bytes in order", "[journal]") {
  Bytes bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes.at(i) = static_cast<std::uint8_t>(i * 0x11);
  CHECK(EntryId::from_random(bytes).text() == "00112233-4455-4677-8899-aabbccddeeff");
}

TEST_CASE("an id is read in any case and of any version", "[journal]") {
  const auto text =
      GENERATE(as<std::string>{}, "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0",
               "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "00000000-0000-0000-0000-000000000000");
  auto expected = text;
  std::ranges::transform(expected, expected.begin(), [](char c) {
    return c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  const auto id = EntryId::parse(text);
  REQUIRE(id);
  CHECK(id->text() == expected);
}

TEST_CASE("what is no UUID is no id", "[journal]") {
  const auto text =
      GENERATE(as<std::string>{}, "", "2489e9ad", "2489e9ad2ee28e008ec932d5f69181c0",
               "2489e9ad-2ee2-8e00-8ec9-32d5f69181c", "2489e9ad-2ee2-8e00-8ec9-32d5f69181c00",
               "2489e9ad-2ee2-8e00-8ec9-32d5f69181cg", "2489e9ad-2ee2-8e00-8ec932-d5f69181c0",
               "2489e9ad02ee2-8e00-8ec9-32d5f69181c0", "{2489e9ad-2ee2-8e00-8ec9-32d5f6918}",
               " 2489e9ad-2ee2-8e00-8ec9-32d5f69181c");
  CHECK_FALSE(EntryId::parse(text));
}

TEST_CASE("an id is read back from its own text", "[journal]") {
  REQUIRE(rc::check("parse undoes text", [](const Bytes& bytes) {
    const auto id = EntryId::from_random(bytes);
    RC_ASSERT(EntryId::parse(id.text()) == id);
  }));
}

}  // namespace gradus::journal::entry_id_test
