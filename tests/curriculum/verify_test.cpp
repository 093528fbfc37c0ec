#include "gradus/curriculum/verify.hpp"

#include "gradus/curriculum/builtin.hpp"

#include "support/curriculum_sample.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gradus::curriculum::verify_test {

using namespace gradus::curriculum;
using Catch::Matchers::Contains;

namespace {

std::string asking(std::string_view verify) {
  return sample::with(R"("title": "A recording"})",
                      R"("title": "A recording", "verify": )" + std::string(verify) + "}");
}

Verify decoded(std::string_view verify) {
  const Loaded loaded = load(asking(verify));
  INFO(verify);
  REQUIRE(loaded.findings.empty());
  return loaded.curriculum->tiers[0].weeks[0].artefacts[0].verify.value();
}

std::string complaint(std::string_view verify) {
  const Loaded loaded = load(asking(verify));
  INFO(verify);
  REQUIRE(loaded.findings.size() == 1);
  return loaded.findings[0].message;
}

}  // namespace

TEST_CASE("an artefact says what its folder must hold", "[curriculum]") {
  CHECK(decoded(R"({"files": [{"glob": "*.py"}, {"glob": "b/**", "at_least": 2, "at_most": 3},
                              {"glob": "*.ipynb", "at_most": 0}],
                    "more": {"glob": "*.py", "than": "*.ipynb"}, "tests": true, "max_mib": 5,
                    "readme": {"headings": ["a", ["b", "c"]], "words": ["d"]},
                    "commits": {"at_least": 5, "days": 2}})") ==
        Verify{.files = {{"*.py", 1, {}}, {"b/**", 2, 3}, {"*.ipynb", 0, 0}},
               .more = Verify::More{"*.py", "*.ipynb"},
               .readme = Verify::Readme{{{"a"}, {"b", "c"}}, {{"d"}}},
               .commits = Verify::Commits{5, 2},
               .tests = true,
               .max_mib = 5});
}

TEST_CASE("what verify leaves out has a plain meaning", "[curriculum]") {
  CHECK(decoded(R"({"commits": {"days": 3}})").commits == Verify::Commits{3, 3});
  CHECK(decoded(R"({"commits": {}})").commits == Verify::Commits{1, 1});
  CHECK(decoded(R"({"readme": {}})").readme == Verify::Readme{});
  CHECK_FALSE(load(sample::text).curriculum->tiers[0].weeks[0].artefacts[0].verify.has_value());
}

TEST_CASE("what verify can't mean is told", "[curriculum]") {
  CHECK_THAT(complaint("{}"), Contains("looks for nothing"));
  CHECK_THAT(complaint(R"({"tests": false})"), Contains("looks for nothing"));
  CHECK_THAT(complaint(R"({"files": [{"glob": "/a"}]})"), Contains("begins with /"));
  CHECK_THAT(complaint(R"({"files": [{"glob": "a/"}]})"), Contains("ends with /"));
  for (const auto* glob : {"..", "../a", "a/../b", "./a", "a/."})
    CHECK_THAT(complaint(R"({"files": [{"glob": ")" + std::string(glob) + R"("}]})"),
               Contains("is not allowed"));
  CHECK(decoded(R"({"files": [{"glob": "..a/b..c/.d"}]})").files[0].glob == "..a/b..c/.d");
  CHECK_THAT(complaint(R"({"files": [{"glob": ")" + std::string(201, 'a') + R"("}]})"),
             Contains("longer than 200 bytes"));
  CHECK_THAT(complaint(R"({"commits": {"at_least": 1, "days": 2}})"), Contains("above"));
  CHECK_THAT(complaint(R"({"max_mib": 1e400})"), Contains("too large"));
  CHECK_THAT(complaint(R"({"readme": {"words": [""]}})"), Contains("is empty"));
}

TEST_CASE("the built-in roadmap says what to verify, in every stack", "[curriculum]") {
  const auto roadmap = load_or_throw(builtin_text("curricula/de-roadmap.json"), "de-roadmap");
  std::vector<Curriculum> all{roadmap};
  for (const auto& stack : roadmap.stacks) all.push_back(with_stack(roadmap, stack.id));
  for (const auto& curriculum : all) {
    for (const char* id :
         {"w6-explain-walkthrough", "w10-package", "w14-spark-job", "w22-pipeline", "w23-repo"}) {
      INFO(id);
      CHECK(find_artefact(curriculum, id).verify.has_value());
    }
  }
}

}  // namespace gradus::curriculum::verify_test
