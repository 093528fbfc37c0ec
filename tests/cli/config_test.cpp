#include "cli/config.hpp"

#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>

namespace gradus::cli::config_test {

using namespace gradus;
using Catch::Contains;
using testing::Program;

namespace {

void configure(const Program& program, const std::string& text) {
  program.folder().write(".config/gradus/config.toml", text);
}

// The first line of a refusal, without the folder.
std::string refusal(Program& program, const std::string& text) {
  configure(program, text);
  const auto answer = program.run("today");
  INFO(text);
  CHECK(answer.code == 2);
  CHECK(answer.out.empty());
  const std::string file = (program.folder().path() / ".config/gradus/config.toml").string();
  const std::string start = "gradus: " + file;
  REQUIRE(answer.err.starts_with(start));
  return answer.err.substr(start.size(), answer.err.find('\n') - start.size());
}

bool answers_json(Program& program, const std::string& words) {
  return nlohmann::json::accept(program.run(words).out);
}

}  // namespace

TEST_CASE("option, variable, config file, default: the first that speaks counts", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  const auto today = [&](const std::string& words) {
    return nlohmann::json::parse(program.run(words + " --json").out).at("date");
  };
  CHECK(today("today") == "2026-11-30");
  configure(program, "today = 2026-12-03\n");
  CHECK(today("today") == "2026-12-03");
  program.set_environment("GRADUS_TODAY", "2026-12-02");
  CHECK(today("today") == "2026-12-02");
  CHECK(today("today --today 2026-12-01") == "2026-12-01");
}

TEST_CASE("the store and colour of the config file yield to variables", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  configure(program, "store = \"~/none.db\"\ncolor = \"always\"\n");
  const auto in_colour = [&] { return program.run("today").out.find('\x1b') != std::string::npos; };
  CHECK(in_colour());
  program.set_environment("NO_COLOR", "1");
  CHECK_FALSE(in_colour());

  program.set_environment("GRADUS_STORE", "");
  const auto answer = program.run("today");
  CHECK(answer.code == 3);
  const auto file = (program.folder().path() / "none.db").string();
  CHECK(answer.err.find("there is no store at " + file) != std::string::npos);
}

TEST_CASE("a switch of the config file can be taken back by the option", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  configure(program, "json = true\n");
  CHECK(answers_json(program, "today"));
  CHECK_FALSE(answers_json(program, "today --json=false"));
  CHECK(nlohmann::json::accept(program.run("week w99").err));
}

TEST_CASE("a table sets options of its command only", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  configure(program,
            "[log]\n"
            "topic = \"joins\"  # for now\n"
            "[solve]\n"
            "difficulty = \"hard\"\n"
            "language = \"sql # really\"\n"
            "[plan.stretch]\n"
            "what-if = true\n");
  const auto entry = [&](const std::string& words) {
    const auto answer = program.run(words + " --json");
    INFO(answer.err);
    REQUIRE(answer.code == 0);
    return nlohmann::json::parse(answer.out);
  };
  CHECK(entry("log 1h read").at("topic") == "joins");
  CHECK(entry("log 1h read --topic aggregation").at("topic") == "aggregation");

  // A required option that the file gives need not be typed.
  const auto solved = entry("solve \"Top earners\" --topic aggregation --minutes 7");
  CHECK(solved.at("difficulty") == "hard");
  CHECK(solved.at("language") == "sql # really");
  CHECK(entry("solve \"Top earners\" 7").at("topic") == "window-functions");

  const auto before = testing::read_file(program.store());
  CHECK(program.run("plan stretch sql --to 8").code == 0);
  CHECK(testing::read_file(program.store()) == before);
  CHECK(program.run("plan stretch sql --to 8 --what-if=false").code == 0);
  CHECK(testing::read_file(program.store()) != before);
}

TEST_CASE("a table runs no command", "[cli]") {
  Program program;
  configure(program, "[init]\nstack = \"eu\"\n[curriculum.list]\n[log]\ntopic = \"joins\"\n");
  CHECK(program.run("today").code == 3);
  CHECK(program.run("curriculum list").code == 0);
  CHECK_FALSE(std::filesystem::exists(program.store()));
}

TEST_CASE("a config file that makes no sense is refused with line and key", "[cli]") {
  Program program;
  REQUIRE(program.run("init").code == 0);
  CHECK(refusal(program, "\ncolour = \"never\"\n") == ":2: gradus has no option \"colour\"");
  CHECK(refusal(program, "[log]\ntopik = \"joins\"\n") == ":2: [log] has no option \"topik\"");
  CHECK(refusal(program, "[lgo]\ntopic = \"joins\"\n") == ":2: topic: there is no command [lgo]");
  CHECK(refusal(program, "color = \"sometimes\"\n") ==
        ":1: color: \"sometimes\" is not one of auto, always, never");
  CHECK(refusal(program, "quiet = \"maybe\"\n") == ":1: quiet: it must be true or false");
  CHECK(refusal(program, "store = [\"a\", \"b\"]\n") ==
        ":1: store: it takes one value, not a list");
  CHECK(refusal(program, "color = []\n") == ":1: color: it takes one value, not a list");
  CHECK(refusal(program, "quiet = []\n") == ":1: quiet: it must be true or false");
  CHECK(refusal(program, "version = true\n") == ":1: gradus has no option \"version\"");
  CHECK(refusal(program, "[log]\nKIND = \"lab\"\n") == ":2: [log] has no option \"KIND\"");
  CHECK(refusal(program, "quiet = true\ncolor = {}\n") ==
        ":2: {inline tables} are not understood here");
  CHECK(refusal(program, "[warnings]\nweather = false\n") == ":2: there is no warning \"weather\"");
  CHECK(refusal(program, "[warnings]\noverlap = 2\n") == ":2: overlap must be true or false");
  CHECK(refusal(program, "# " + std::string(1U << 20U, 'x')) == " is larger than 1 MiB, the limit");
}

TEST_CASE("a refusal of the config file says what to do", "[cli]") {
  Program program;
  configure(program, "[log]\ntopik = \"joins\"\n");
  CHECK(program.run("today").err.find("did you mean topic?") != std::string::npos);
  configure(program, "[log]\njson = true\n");
  CHECK(program.run("today").err.find("above the first [table]") != std::string::npos);
}

TEST_CASE("help, version and completion work beside a broken config file", "[cli]") {
  Program program;
  configure(program, "[log\ntopic = [] nonsense");
  CHECK(program.run("--version").code == 0);
  CHECK(program.run("log --help").code == 0);
  const auto completed = program.run("__complete complet");
  CHECK(completed.out.starts_with("completion\t"));
  CHECK(completed.err.empty());
}

TEST_CASE("XDG_CONFIG_HOME names another folder for the config file", "[cli]") {
  Program program;
  program.folder().write("elsewhere/gradus/config.toml", "nonsense = 1\n");
  CHECK(program.run("curriculum list").code == 0);
  program.set_environment("XDG_CONFIG_HOME", program.folder().path() / "elsewhere");
  CHECK(program.run("curriculum list").code == 2);
  program.set_environment("XDG_CONFIG_HOME", "elsewhere");  // relative: as if not set
  CHECK(program.run("curriculum list").code == 0);
}

TEST_CASE("a config file that is a folder can't be read", "[cli]") {
  Program program;
  program.folder().write(".config/gradus/config.toml/file", "");
  const auto answer = program.run("curriculum list");
  CHECK(answer.code == 2);
  CHECK(answer.err.find("config.toml can't be read") != std::string::npos);
}

TEST_CASE("warnings are on unless the config file says otherwise", "[cli]") {
  const testing::Folder folder;
  const auto load = [&](const std::string& text) {
    folder.write(".config/gradus/config.toml", text);
    return cli::Config::load([&](const std::string& name) -> std::optional<std::string> {
      if (name == "HOME") return folder.path().string();
      return std::nullopt;
    });
  };
  CHECK(load("").warnings().overlap);
  CHECK(load("").warnings().day_over_24h);
  const auto config = load("[warnings]\noverlap = false\nday-over-24h = false\n");
  CHECK_NOTHROW(config.check());
  CHECK_FALSE(config.warnings().overlap);
  CHECK_FALSE(config.warnings().day_over_24h);
}

TEST_CASE("with plain prompts a question is one line", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  program.set_input("");
  const auto usual = program.run("apply").err;
  configure(program, "prompts = \"plain\"\n");
  const auto plain = program.run("spend 20 \"A book\"").err;
  INFO(plain);
  CHECK_THAT(plain, Contains("Choose from course, exam, book, cloud, other."));
  const auto question = plain.substr(0, plain.find("gradus: "));
  CHECK(std::ranges::count(question, '\n') == 1);
  CHECK(question.ends_with(":\n"));
  CHECK(usual.find(":\n") == std::string::npos);
  configure(program, "prompts = \"normal\"\n");
  CHECK(program.run("apply").err == usual);
}

TEST_CASE("prompts and animation take what they can be", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  for (const auto* text : {"prompts = \"fancy\"", "prompts = true", "prompts = [\"plain\"]"}) {
    configure(program, std::string(text) + "\n");
    const auto answer = program.run("today");
    CHECK(answer.code == 2);
    CHECK_THAT(answer.err, Contains("config.toml:1: prompts must be plain or normal") &&
                               Contains("prompts = \"plain\""));
  }
  configure(program, "animation = \"none\"\n");
  CHECK_THAT(program.run("today").err, Contains("config.toml:1: animation must be true or false"));
}

}  // namespace gradus::cli::config_test
