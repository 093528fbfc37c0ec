#include "gradus/journal/privacy.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

#include <variant>

namespace gradus::journal::privacy_test {

using namespace gradus::journal;
using gradus::curriculum::EntryType;
using gradus::testing::make_entry;

TEST_CASE("an entry for others has no note, no path and no evidence", "[journal]") {
  auto made =
      make_entry("2026-12-01", Artefact{.title = "Mine", .url = "https://x.org", .path = "~/mine"});
  made.note = "for me";
  const auto shown = without_private_fields(made);
  CHECK(shown.note.empty());
  CHECK(std::get<Artefact>(shown.what) == Artefact{.title = "Mine", .url = "https://x.org"});
  CHECK(shown.id == made.id);
  CHECK(shown.on == made.on);

  const auto signature = without_private_fields(
      make_entry("2026-12-01", Attestation{curriculum::CriterionId("explain"), "~/proof", true}));
  CHECK(std::get<Attestation>(signature.what) ==
        Attestation{curriculum::CriterionId("explain"), "", true});
  const auto check = without_private_fields(
      make_entry("2026-12-01", Check{.module = curriculum::ModuleId("tuning"),
                                     .check = curriculum::CriterionId("plan-aloud"),
                                     .passed = true,
                                     .evidence = "~/proof"}));
  CHECK_FALSE(std::get<Check>(check.what).evidence);
}

TEST_CASE("types with a path or evidence have private fields", "[journal]") {
  for (const auto type : {EntryType::artefact, EntryType::attestation, EntryType::check})
    CHECK(has_private_fields(type));
  for (const auto type : {EntryType::session, EntryType::problem, EntryType::run, EntryType::drill})
    CHECK_FALSE(has_private_fields(type));
}

}  // namespace gradus::journal::privacy_test
