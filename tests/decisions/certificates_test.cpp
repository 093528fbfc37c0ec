#include "gradus/decisions/certificates.hpp"

#include "gradus/curriculum/builtin.hpp"

#include <catch2/catch.hpp>

namespace gradus::decisions::certificates_test {
namespace {

std::string catalogue_of(const std::string& certificates) {
  return R"({"format": 1, "as_of": "2026-05-31", "source": "A guide",
"certificates": [)" +
         certificates + "]}";
}

std::string message_for(const std::string& json) {
  try {
    (void)read_certificates(json);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST_CASE("a certificate is read with all it says", "[advice]") {
  const auto catalogue = read_certificates(catalogue_of(
      R"({"id": "c", "title": "C", "vendor": "V", "exam_usd": 99.5, "prep_hours": [30, 42],
          "markets": ["us", "emea"], "pairs_with": "A project", "domains": [{"id": "a", "title": "A", "weight": 0.6}, {"id": "b", "title": "B", "weight": 0.4}],
          "retired_on": "2025-03-31", "successor": "d"})"));
  CHECK(catalogue.as_of == calendar::Date::parse("2026-05-31"));
  CHECK(catalogue.source == "A guide");
  REQUIRE(catalogue.certificates.size() == 1);
  const auto& certificate = catalogue.certificates[0];
  CHECK(certificate.id == "c");
  CHECK(certificate.title == "C");
  CHECK(certificate.exam_usd == curriculum::Usd(9950));
  CHECK(certificate.prep_hours == std::array{30, 42});
  CHECK(certificate.markets == std::vector<std::string>{"us", "emea"});
  CHECK(certificate.pairs_with == "A project");
  CHECK(certificate.retired_on == calendar::Date::parse("2025-03-31"));
  CHECK(certificate.successor == "d");
  REQUIRE(certificate.domains.size() == 2);
  CHECK(certificate.domains[1].id.text() == "b");
  CHECK(certificate.domains[1].weight == 0.4);
}

TEST_CASE("the weights of a certificate's domains sum to 1", "[advice]") {
  CHECK_THAT(message_for(catalogue_of(
                 R"({"id": "c", "title": "C", "markets": [],
                     "domains": [{"id": "a", "title": "A", "weight": 0.6}]})")),
             Catch::Matchers::Contains("has weights that sum to 0.6"));
}

TEST_CASE("what a certificate doesn't say is unknown, never zero", "[advice]") {
  const auto catalogue = read_certificates(catalogue_of(
      R"({"id": "c", "title": "C", "exam_usd": null, "prep_hours": null, "markets": []})"));
  const auto& certificate = catalogue.certificates.at(0);
  CHECK_FALSE(certificate.exam_usd);
  CHECK_FALSE(certificate.prep_hours);
  CHECK(certificate.pairs_with.empty());
  CHECK_FALSE(certificate.retired_on);
  CHECK_FALSE(certificate.successor);
}

TEST_CASE("a catalogue that can't be read names line and place", "[advice]") {
  CHECK(message_for("[]") == "line 1: the file must be an object, not a list");
  CHECK(message_for(R"({"format": 2})") == "line 1: /format must be 1, the only format");
  CHECK(message_for("{\"format\": 1,\n\"as_of\": \"soon\"}") ==
        "line 2: /as_of must be a date (YYYY-MM-DD)");
  CHECK(message_for(R"({"format": 1, "as_of": "2026-05-31"})") ==
        "line 1: the file has no \"source\"");
  CHECK(message_for("{").substr(0, 6) == "line 1");

  const auto message = [](const std::string& members) {
    return message_for(catalogue_of(R"({"id": "c", "title": "C", "markets": [])" + members + "}"));
  };
  CHECK(message_for(catalogue_of("7")) == "line 2: /certificates/0 must be an object, not 7");
  CHECK(message_for(catalogue_of(R"({"id": "c", "markets": []})")) ==
        "line 2: /certificates/0 has no \"title\"");
  CHECK(message(R"(, "pairs_with": 7)") ==
        "line 2: /certificates/0/pairs_with must be text, not 7");
  CHECK(message(R"(, "successor": [])") ==
        "line 2: /certificates/0/successor must be text, not a list");
  CHECK(message(R"(, "exam_usd": "300")") ==
        "line 2: /certificates/0/exam_usd must be a number, not the text \"300\"");
  CHECK(message(R"(, "exam_usd": -1)") ==
        "line 2: /certificates/0/exam_usd must be an amount of dollars with at most 2 decimals");
  CHECK(message(R"(, "prep_hours": 30)") ==
        "line 2: /certificates/0/prep_hours must be a list, not 30");
  CHECK(message(R"(, "prep_hours": [30])") ==
        "line 2: /certificates/0/prep_hours must be two numbers: the minimum and maximum hours");
  CHECK(message(R"(, "prep_hours": [42, 30])") ==
        "line 2: /certificates/0/prep_hours must have the lower number first");
  CHECK(message(R"(, "prep_hours": [1.5, 30])") ==
        "line 2: /certificates/0/prep_hours/0 must be a whole number, not 1.5");
}

TEST_CASE("two certificates of one id are refused", "[advice]") {
  const std::string one = R"({"id": "c", "title": "C", "markets": []})";
  CHECK(message_for(catalogue_of(one + ",\n" + one)) == "line 3: /certificates/1 repeats the id c");
}

TEST_CASE("a certificate is found by its id, or the nearest ones are named", "[advice]") {
  const auto catalogue =
      read_certificates(catalogue_of(R"({"id": "dea-c01", "title": "C", "markets": []})"));
  CHECK(find_certificate(catalogue, "dea-c01").title == "C");
  try {
    (void)find_certificate(catalogue, "dea-co1");
    FAIL("found what is not there");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) == "there is no certificate dea-co1");
    CHECK(error.hint().find("dea-c01") != std::string::npos);
  }
}

TEST_CASE("the catalogue that comes with the program can be read", "[advice]") {
  const auto catalogue = read_certificates(curriculum::builtin_text("catalog/certificates.json"));
  CHECK_FALSE(catalogue.certificates.empty());
  for (const auto& certificate : catalogue.certificates) {
    if (certificate.successor) {
      CHECK(find_certificate(catalogue, *certificate.successor).id == *certificate.successor);
    }
  }
}

}  // namespace
}  // namespace gradus::decisions::certificates_test
