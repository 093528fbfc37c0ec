#include "gradus/store/verifications.hpp"

#include "store_fixture.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::store::verifications_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;

namespace {

journal::Verification found(const journal::Entry& entry, const std::string& result) {
  return {.entry = entry.id,
          .at = calendar::Moment::parse("2026-12-06T19:00+01:00").value(),
          .commit = "abc1234",
          .result = result};
}

}  // namespace

TEST_CASE("of an entry the newest verification is kept", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto entry = delivery("w1-gist", "Mine");
  {
    auto store = Store::write(file);
    store::add_entry(store, active(store), entry);
    store::save_verification(store, found(entry, "[]"));
    auto newer = found(entry, "[1]");
    newer.commit.reset();
    store::save_verification(store, newer);
    store.commit(step_named("verify"));
  }
  const auto store = Store::read(file);
  const auto list = store::verifications(store, active(store));
  REQUIRE(list.size() == 1);
  CHECK(list[0].entry == entry.id);
  CHECK(list[0].at.iso() == "2026-12-06T19:00+01:00");
  CHECK_FALSE(list[0].commit.has_value());
  CHECK(list[0].result == "[1]");
}

TEST_CASE("an entry that is replaced keeps its verification, one removed does not", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  auto entry = delivery("w1-gist", "Mine");
  auto store = Store::write(file);
  store::add_entry(store, active(store), entry);
  store::save_verification(store, found(entry, "[]"));
  entry.note = "another";
  store::replace_entry(store, active(store), entry);
  CHECK(store::verifications(store, active(store)).size() == 1);
  store::remove_entry(store, active(store), {entry.id, {}});
  CHECK(store::verifications(store, active(store)).empty());
  CHECK(store::stray_verifications(store) == 0);
}

TEST_CASE("a verification without its entry is stray, and no track's", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  store::save_verification(store, found(delivery("w1-gist", "Mine"), "[]"));
  CHECK(store::stray_verifications(store) == 1);
  CHECK(store::verifications(store, active(store)).empty());
}

}  // namespace gradus::store::verifications_test
