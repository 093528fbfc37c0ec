#include "gradus/evidence/history.hpp"

#include "evidence/scratch.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <unistd.h>

namespace gradus::evidence::history_test {

using namespace gradus::evidence;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

void commit(const Scratch& scratch, const std::string& file, const std::string& at) {
  scratch.write(file, at);
  scratch.shell("git add -A && GIT_AUTHOR_DATE='" + at + "' git commit -qm '" + file + "'");
}

Scratch& with_a_commit(Scratch& scratch) {
  scratch.shell("git init -q");
  commit(scratch, "a.py", "2026-12-01T23:30:00+09:00");
  return scratch;
}

}  // namespace

TEST_CASE("commits are told by their authors' days, newest first", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  commit(scratch, "b.py", "2026-12-05T10:00:00Z");
  const auto history = read_history(scratch.path());
  CHECK(history.trouble.empty());
  REQUIRE(history.head.has_value());
  CHECK(history.head->size() == 40);
  REQUIRE(history.written_on.size() == 2);
  CHECK(history.written_on[0].iso() == "2026-12-05");
  CHECK(history.written_on[1].iso() == "2026-12-01");
  CHECK_FALSE(history.more);
}

TEST_CASE("of a folder inside a repository, only its own commits count", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  commit(scratch, "module/b.py", "2026-12-05T10:00:00Z");
  const auto history = read_history(scratch.path() / "module");
  CHECK(history.trouble.empty());
  CHECK(history.written_on.size() == 1);
}

TEST_CASE("what is no repository is said in words", "[evidence]") {
  Scratch scratch;
  CHECK_THAT(read_history(scratch.path()).trouble, Contains("is not in a git repository"));

  SECTION("nothing committed") {
    scratch.shell("git init -q");
    CHECK_THAT(read_history(scratch.path()).trouble, Contains("has no commit at its HEAD"));
  }
  SECTION("a HEAD that makes no sense") {
    with_a_commit(scratch).write(".git/HEAD", "nonsense\n");
    CHECK_THAT(read_history(scratch.path()).trouble, Contains("HEAD may be broken"));
  }
  SECTION("a HEAD that leads nowhere") {
    with_a_commit(scratch).write(".git/HEAD", std::string(40, 'a') + "\n");
    CHECK_THAT(read_history(scratch.path()).trouble, Contains("broken"));
  }
  SECTION("an empty .git") {
    fs::create_directory(scratch.path() / ".git");
    CHECK_THAT(read_history(scratch.path()).trouble, Contains("HEAD may be broken"));
  }
  SECTION("a .git that points elsewhere") {
    const Scratch elsewhere;
    elsewhere.shell("git init -q");
    scratch.write(".git", "gitdir: " + elsewhere.path().string() + "/.git\n");
    CHECK_THAT(read_history(scratch.path()).trouble, Contains("points to another place"));
  }
  SECTION("a .git that is a link") {
    const Scratch elsewhere;
    elsewhere.shell("git init -q");
    fs::create_directory_symlink(elsewhere.path() / ".git", scratch.path() / ".git");
    CHECK_THAT(read_history(scratch.path()).trouble, Contains("points to another place"));
  }
}

TEST_CASE("commits of another repository are not taken for the learner's", "[evidence]") {
  Scratch other;
  with_a_commit(other);
  const auto git = other.path() / ".git";
  Scratch scratch;
  scratch.shell("git init -q");
  const auto own = scratch.path() / ".git";

  SECTION("by borrowed objects") {
    scratch.write(".git/objects/info/alternates", (git / "objects").string() + "\n");
  }
  SECTION("by a common folder") {
    scratch.write(".git/commondir", git.string() + "\n");
  }
  SECTION("by links") {
    fs::remove_all(own / "objects");
    fs::create_directory_symlink(git / "objects", own / "objects");
  }
  SECTION("by links below the folder of objects") {
    for (const auto& each : fs::directory_iterator(git / "objects"))
      if (const auto to = own / "objects" / each.path().filename(); !fs::exists(to))
        fs::create_directory_symlink(each.path(), to);
  }
  SECTION("by links to single objects") {
    for (const auto& each : fs::recursive_directory_iterator(git / "objects")) {
      if (!each.is_regular_file()) continue;
      const auto to = own / "objects" / each.path().lexically_relative(git / "objects");
      fs::create_directories(to.parent_path());
      fs::create_symlink(each.path(), to);
    }
  }
  fs::copy_file(git / "HEAD", own / "HEAD", fs::copy_options::overwrite_existing);
  fs::copy(git / "refs", own / "refs",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  const auto history = read_history(scratch.path());
  CHECK_THAT(history.trouble, Contains("points to another repository"));
  CHECK(history.written_on.empty());
}

TEST_CASE("without a git program the history is unknown", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  const auto history = read_history(scratch.path(), {.programs = {"/nonexistent/git"}});
  CHECK(history.trouble == "the git program is not installed in /nonexistent");
  CHECK_FALSE(history.head.has_value());
}

TEST_CASE("refs that are links lead nowhere", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  const auto heads = scratch.path() / ".git/refs/heads";
  fs::rename(heads, scratch.path() / "elsewhere");
  fs::create_directory_symlink(scratch.path() / "elsewhere", heads);
  const auto history = read_history(scratch.path());
  CHECK(history.trouble == heads.string() + " points to another repository, which is not followed");
  CHECK_FALSE(history.head.has_value());
}

TEST_CASE("git has so much memory and processor time, and can write no file", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  scratch.write("git", "#!/bin/sh\necho $(ulimit -v) $(ulimit -t) $(ulimit -f) $(ulimit -c)\n");
  scratch.shell("chmod +x git");
  const Git told{.programs = {scratch.path() / "git"}, .limit = std::chrono::seconds{7}};
  CHECK(read_history(scratch.path(), told).head == "1048576 7 0 0");
}

TEST_CASE("a git that can't be started is said in words", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  scratch.write("git", "no program");
  const Git none{.programs = {scratch.path() / "git"}};
  CHECK(read_history(scratch.path(), none).trouble == "the git program could not be started");
}

TEST_CASE("a git that does not answer is stopped", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  scratch.write("git", "#!/bin/sh\nexec /bin/sleep 1000\n");
  scratch.shell("chmod +x git");
  const Git slow{.programs = {scratch.path() / "git"}, .limit = std::chrono::seconds{1}};
  CHECK(read_history(scratch.path(), slow).trouble == "git did not answer within 1 s");
}

TEST_CASE("a git that never stops talking is stopped", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  scratch.write("git",
                "#!/bin/sh\nwhile :; do echo 0123456789012345678901234567890123456789; done\n");
  scratch.shell("chmod +x git");
  const Git loud{.programs = {scratch.path() / "git"}};
  CHECK_THAT(read_history(scratch.path(), loud).trouble, Contains("could not read"));
}

TEST_CASE("a repository's configuration makes git run nothing", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  commit(scratch, "module/b.py", "2026-12-05T10:00:00Z");
  const std::string mark = (scratch.path() / "ran").string();
  scratch.write("evil", "#!/bin/sh\ntouch '" + mark + "'\n");
  scratch.shell("chmod +x evil");
  const std::string evil = (scratch.path() / "evil").string();
  scratch.write(".git/hooks/post-checkout", "#!/bin/sh\ntouch '" + mark + "'\n");
  scratch.shell("chmod +x .git/hooks/*");
  scratch.write(".gitattributes", "* filter=evil diff=evil\n");
  scratch.shell(
      "cat >> .git/config <<'END'\n"
      "[core]\n fsmonitor = " +
      evil + "\n pager = " + evil + "\n sshCommand = " + evil + "\n editor = " + evil +
      "\n askPass = " + evil + "\n alternateRefsCommand = " + evil +
      "\n[log]\n showSignature = true\n[gpg]\n program = " + evil + "\n[alias]\n log = !" + evil +
      "\n rev-parse = !" + evil + "\n[pager]\n log = " + evil + "\n rev-parse = " + evil +
      "\n[diff]\n external = " + evil + "\n[diff \"evil\"]\n textconv = " + evil +
      "\n command = " + evil + "\n[filter \"evil\"]\n smudge = " + evil + "\n clean = " + evil +
      "\n process = " + evil + "\nEND");
  const auto history = read_history(scratch.path() / "module");
  CHECK(history.written_on.size() == 1);
  CHECK(history.trouble.empty());
  CHECK_FALSE(fs::exists(mark));
}

// A partial clone fetches what it lacks, and its remote may name any program to do so.
TEST_CASE("what a partial clone lacks is not fetched", "[evidence]") {
  Scratch scratch;
  with_a_commit(scratch);
  commit(scratch, "module/b.py", "2026-12-05T10:00:00Z");
  const std::string mark = (scratch.path() / "ran").string();
  const std::string remote =
      GENERATE(std::string("\n url = ext::/bin/sh -c \"/usr/bin/touch% MARK\"\n"),
               std::string("\n url = file:///tmp\n uploadpack = /usr/bin/touch MARK; :\n"),
               std::string("\n url = host:path\n"));
  std::string config =
      "[core]\n repositoryFormatVersion = 1\n sshCommand = /usr/bin/touch MARK; :\n"
      "[extensions]\n partialClone = evil\n[protocol]\n allow = always\n"
      "[protocol \"ext\"]\n allow = always\n[remote \"evil\"]\n promisor = true" +
      remote;
  for (auto at = config.find("MARK"); at != std::string::npos; at = config.find("MARK"))
    config.replace(at, 4, mark);
  scratch.shell("rm .git/objects/$(git rev-parse HEAD^{tree} | sed 's,^..,&/,')");
  scratch.shell("cat >> .git/config <<'END'\n" + config + "END");

  // What is guarded against does happen to a git that is asked without care.
  scratch.shell("git log -- module; exit 0");
  const bool would_run = fs::remove(mark);
  const auto history = read_history(scratch.path() / "module");
  CHECK(would_run);
  CHECK_FALSE(history.trouble.empty());
  CHECK(history.head.has_value());
  CHECK_FALSE(fs::exists(mark));
}

TEST_CASE("a repository of somebody else's is read as well", "[evidence]") {
  if (::geteuid() != 0) return;  // only root can give one away
  Scratch scratch;
  with_a_commit(scratch).shell("chown -R 12345 .");
  CHECK(read_history(scratch.path()).written_on.size() == 1);
}

}  // namespace gradus::evidence::history_test
