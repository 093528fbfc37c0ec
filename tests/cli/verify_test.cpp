#include "support/program.hpp"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace gradus::cli::verify_test {

using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using gradus::testing::Answer;
using gradus::testing::Folder;
using gradus::testing::Program;
using nlohmann::json;

namespace {

// A learner at the end of 2026-12-06, with a track since 2026-11-30, and a folder of work.
class Learner {
 public:
  Learner() {
    REQUIRE(program_.run("init --start 2026-11-30 --stack us").code == 0);
    program_.set_today("2026-12-06");
    program_.set_environment("HOME", work_.path().string());
  }

  Answer run(const std::string& words) { return program_.run(words); }
  Answer run(const std::vector<std::string>& args) { return program_.run(args); }
  Answer in_work(const std::string& words) { return run(words + " --path " + path()); }
  json answer(const std::string& words) { return json::parse(run(words + " --json").out); }
  json artefact(const std::string& id) {
    for (const auto& each : answer("artefact list"))
      if (each["id"] == id) return each;
    return nullptr;
  }

  [[nodiscard]] std::string path() const { return work_.path().string(); }
  void write(const std::string& file, const std::string& text = "x") const {
    std::filesystem::create_directories((work_.path() / file).parent_path());
    std::ofstream(work_.path() / file) << text;
  }
  void package() const {
    for (const char* file : {"pyproject.toml", "README.md", "src/loader/__init__.py",
                             "tests/test_loader.py", "explore.ipynb"})
      write(file);
  }
  void notebooks() const {
    write("week7.ipynb");
    write("week8.ipynb");
  }
  void commit(const std::string& day) const {
    const std::string line =
        "cd '" + path() +
        "' && export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b "
        "GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@b GIT_AUTHOR_DATE=" +
        day +
        "T12:00:00Z && exec >/dev/null 2>&1; git init -q; git add -A; git commit -q --allow-empty "
        "-m work";
    REQUIRE(std::system(line.c_str()) == 0);
  }
  Program& program() { return program_; }

 private:
  Program program_;
  Folder work_;
};

}  // namespace

TEST_CASE("a packaged, tested repository is verified", "[cli]") {
  Learner learner;
  learner.package();
  learner.commit("2026-12-02");
  REQUIRE(learner.in_work("artefact add w10-package").code == 0);
  CHECK(learner.artefact("w10-package")["verified"] == false);

  const auto answer = learner.run("artefact verify w10-package");
  CHECK(answer.code == 0);
  CHECK(answer.err.empty());
  CHECK_THAT(answer.out, Contains("w10-package: 5 of 5 things found") && Contains("PASS"));
  CHECK_THAT(answer.out, !Contains("FAIL"));
  CHECK_THAT(answer.out, Contains("Recorded w10-package as verified at commit ") &&
                             EndsWith("Undo: gradus undo\n"));
  const auto listed = learner.artefact("w10-package");
  CHECK(listed["verified"] == true);
  CHECK(listed["verified_on"] == "2026-12-06");
  CHECK(listed["commit"].get<std::string>().size() == 40);
  CHECK_THAT(learner.run("artefact list").out, Contains("verified 2026-12-06 (commit "));
  CHECK(learner.run("doctor").code == 0);
}

TEST_CASE("a folder of notebooks is not, and the reasons are said", "[cli]") {
  Learner learner;
  learner.notebooks();
  REQUIRE(learner.in_work("artefact add w10-package").code == 0);
  const auto answer = learner.run("artefact verify w10-package");
  CHECK(answer.code == 1);
  for (const char* reason :
       {"no file matches pyproject.toml", "0 match **/*.py and 2 match", "there is no README",
        "no file is a test by its name", "Recorded w10-package as not verified"})
    CHECK_THAT(answer.out, Contains(reason));
  CHECK(learner.artefact("w10-package")["verified"] == false);

  const auto found = learner.answer("artefact verify w10-package");
  CHECK(found["artefact"] == "w10-package");
  CHECK(found["verified"] == false);
  CHECK(found["commit"].is_null());
  REQUIRE(found["checks"].size() == 5);
  CHECK(found["checks"][0]["what"] == "files pyproject.toml");
  CHECK(found["checks"][0]["status"] == "fail");
  CHECK(found["checks"][0]["have"] == "0 files");
  CHECK(found["checks"][0]["need"] == "at least 1");
  CHECK(found["checks"][0]["reason"] == "no file matches pyproject.toml");
  CHECK(found["checks"][4]["status"] == "pass");
  CHECK(found["checks"][4]["reason"].is_null());
}

TEST_CASE("what no longer passes is no longer verified, and undo takes one step", "[cli]") {
  Learner learner;
  learner.package();
  REQUIRE(learner.in_work("artefact add w10-package").code == 0);
  REQUIRE(learner.run("artefact verify w10-package").code == 0);
  std::filesystem::remove_all(learner.path() + "/tests");
  REQUIRE(learner.run("artefact verify w10-package").code == 1);
  CHECK(learner.artefact("w10-package")["verified"] == false);
  CHECK_THAT(learner.run("undo").out, Contains("artefact verify w10-package"));
  CHECK(learner.artefact("w10-package")["verified"] == true);
  CHECK(learner.artefact("w10-package")["verified_on"] == "2026-12-06");
  CHECK(learner.run("undo").code == 0);
  CHECK(learner.artefact("w10-package")["verified"] == false);
  CHECK(learner.artefact("w10-package")["verified_on"].is_null());
  CHECK(learner.run("redo").code == 0);
  CHECK(learner.artefact("w10-package")["verified"] == true);
}

TEST_CASE("what was found goes with its entry, and comes back with it", "[cli]") {
  Learner learner;
  learner.package();
  const auto id =
      json::parse(learner.in_work("artefact add w10-package --json").out)["id"].get<std::string>();
  REQUIRE(learner.run("artefact verify w10-package").code == 0);
  REQUIRE(learner.run("rm " + id).code == 0);
  CHECK(learner.run("doctor").code == 0);
  REQUIRE(learner.run("undo").code == 0);
  CHECK(learner.artefact("w10-package")["verified_on"] == "2026-12-06");

  REQUIRE(learner.run("edit " + id + " --note 'more tests'").code == 0);
  CHECK(learner.artefact("w10-package")["verified_on"] == "2026-12-06");
  REQUIRE(learner.run("edit " + id + " --path /elsewhere").code == 0);
  CHECK(learner.artefact("w10-package")["verified"] == false);
}

TEST_CASE("doctor finds the result of a verification whose entry is missing", "[cli]") {
  Learner learner;
  SQLite::Database(learner.program().store().string(), SQLite::OPEN_READWRITE)
      .exec("INSERT INTO verification VALUES ('x', '2026-12-01', '19:00', 60, NULL, '[]')");
  const auto answer = learner.run("doctor");
  CHECK(answer.code == 1);
  CHECK_THAT(answer.out,
             Contains("1 result of `artefact verify` for an entry that does not exist"));
}

TEST_CASE("commits count from the day the tier began", "[cli]") {
  Learner learner;
  learner.write("dag.py");
  learner.write("README.md");
  for (const char* day : {"2026-11-29", "2026-12-01", "2026-12-01", "2026-12-02", "2026-12-03"})
    learner.commit(day);
  REQUIRE(learner.in_work("artefact add w22-pipeline").code == 0);
  // Its tier lies ahead: all days of the track count.
  CHECK_THAT(learner.run("artefact verify w22-pipeline").out,
             Contains("there are 4 commits on 3 days from 2026-11-30 to 2026-12-06, but at least 5 "
                      "commits on 3 days are needed"));
  learner.commit("2026-12-06");
  CHECK(learner.run("artefact verify w22-pipeline").code == 0);
  // Once it has begun, its own days do.
  learner.program().set_today("2027-05-20");
  CHECK_THAT(learner.run("artefact verify w22-pipeline").out, Contains("0 commits on 0 days"));
}

TEST_CASE("a README of the portfolio is read for its headings", "[cli]") {
  Learner learner;
  learner.write("README.md", "# Problem\n# Architecture\n# Tools\n# Costs\n# Next steps\n");
  REQUIRE(learner.in_work("artefact add w23-repo").code == 0);
  CHECK_THAT(learner.run("artefact verify w23-repo").out,
             Contains("README.md has no heading with slo or sla or service level"));
  // All of it, but not a word on why these tools.
  const std::string sections = "# Problem\n# Architecture\n# Tools\n# Costs\n# SLO\n";
  learner.write("README.md", sections + "# What I'd improve\n");
  CHECK_THAT(learner.run("artefact verify w23-repo").out, Contains("why or because"));
  learner.write("README.md", sections + "Postgres instead of a warehouse: 2 GB.\n");
  CHECK_THAT(learner.run("artefact verify w23-repo").out, Contains("improve or improvement"));
  for (const char* last : {"What I'd improve", "Improvements", "Limitations", "Next steps"}) {
    learner.write("README.md", sections + "Postgres instead of a warehouse: 2 GB.\n# " + last);
    CHECK(learner.run("artefact verify w23-repo").code == 0);
  }
}

TEST_CASE("what can't be verified is said, and nothing is recorded", "[cli]") {
  Learner learner;
  CHECK(learner.run("artefact verify").code == 0);
  CHECK_THAT(learner.run("artefact verify").out, Contains("Nothing was verified"));
  CHECK(learner.run("artefact verify --json").out == "[]\n");

  const auto early = learner.run("artefact verify w10-package");
  CHECK(early.code == 2);
  CHECK_THAT(early.err, Contains("w10-package has not been delivered yet") &&
                            Contains("gradus artefact add w10-package --path DIR"));
  CHECK_THAT(learner.run("artefact verify w10-packag").err, Contains("w10-package"));

  REQUIRE(learner.run("artefact add w10-package --url https://example.org/you").code == 0);
  const auto url = learner.run("artefact verify w10-package");
  CHECK(url.code == 2);
  CHECK_THAT(url.err, Contains("without a path") &&
                          Contains("gradus artefact verify w10-package --path DIR"));
  const auto missing = learner.run("artefact verify w10-package --path /nonexistent/work");
  CHECK(missing.code == 2);
  CHECK_THAT(missing.err, Contains("there is no folder /nonexistent/work"));
  CHECK(learner.run("artefact verify --path /tmp").code == 2);

  REQUIRE(learner.in_work("artefact add w1-group-by").code == 0);
  const auto unasked = learner.run("artefact verify w1-group-by");
  CHECK(unasked.code == 1);
  CHECK_THAT(unasked.out, Contains("there is nothing to verify"));
  CHECK(learner.answer("artefact verify w1-group-by")["verified"] == false);
  CHECK_THAT(learner.run("undo --list").out, !Contains("artefact verify"));
}

TEST_CASE("a path given to verify becomes the delivery's", "[cli]") {
  Learner learner;
  learner.package();
  REQUIRE(learner.run("artefact add w10-package --url https://example.org/you").code == 0);
  REQUIRE(learner.in_work("artefact verify w10-package").code == 0);
  const auto listed = learner.artefact("w10-package");
  CHECK(listed["path"] == learner.path());
  CHECK(listed["url"] == "https://example.org/you");
  CHECK(listed["verified"] == true);
}

TEST_CASE("without an id, all that have a folder are verified in one step", "[cli]") {
  Learner learner;
  learner.package();
  REQUIRE(learner.in_work("artefact add w10-package").code == 0);
  REQUIRE(learner.run("artefact add w14-spark-job --path ~/job").code == 0);
  REQUIRE(learner.in_work("artefact add w6-explain-walkthrough").code == 0);
  const auto answer = learner.run("artefact verify");
  CHECK(answer.code == 1);
  CHECK_THAT(answer.err, Contains("w14-spark-job: there is no folder"));
  CHECK_THAT(answer.out, Contains("w10-package: 5 of 5") && Contains("w6-explain-walkthrough:"));
  CHECK(learner.artefact("w10-package")["verified"] == true);
  CHECK(learner.run("undo").code == 0);
  CHECK(learner.artefact("w10-package")["verified"] == false);
}

TEST_CASE("a home is ~, and what lies outside it is said", "[cli]") {
  Learner learner;
  learner.package();
  REQUIRE(learner.run("artefact add w10-package --path '~'").code == 0);
  const auto inside = learner.run("artefact verify w10-package");
  CHECK(inside.code == 0);
  CHECK(inside.err.empty());
  learner.program().set_environment("HOME", "/nonexistent/home");
  const auto outside = learner.in_work("artefact verify w10-package");
  CHECK(outside.code == 0);
  CHECK_THAT(outside.err, Contains("is outside your home folder"));
}

TEST_CASE("names in a learner's folder can't drive the terminal", "[cli]") {
  Learner learner;
  learner.write("a\x1b[2J/pyproject.toml");
  REQUIRE(learner.run({"artefact", "add", "w10-package", "--path", learner.path() + "/a\x1b[2J"})
              .code == 0);
  CHECK_THAT(learner.run("artefact verify w10-package").out, !Contains("\x1b"));
  CHECK_THAT(learner.run("artefact verify w10-package --json").out, !Contains("\x1b"));
}

}  // namespace gradus::cli::verify_test
