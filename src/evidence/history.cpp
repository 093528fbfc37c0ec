#include "gradus/evidence/history.hpp"

#include "evidence/process.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

namespace gradus::evidence {
namespace {

namespace fs = std::filesystem;

constexpr int most_commits = 20'000;
constexpr std::size_t most_output = std::size_t{2} << 20;
// A crafted commit or pack takes gigabytes otherwise. Packs are looked at piece by piece, so that a
// large one fits.
constexpr std::size_t most_memory = std::size_t{1} << 30U;
constexpr std::size_t date_length = 10;  // of 2026-12-01T19:00:00+01:00

// Blocks everything the repository's own configuration could make git run or open.
// GIT_ALLOW_PROTOCOL overrides any protocol.*.allow, so that no lazy fetch of a partial clone
// reaches a transport, ext:: included; and with these paths, git finds no helper.
std::vector<std::string> environment(const fs::path& root) {
  return {"GIT_DIR=" + (root / ".git").string(),
          "GIT_WORK_TREE=" + root.string(),
          "GIT_CONFIG_NOSYSTEM=1",
          "GIT_CONFIG_GLOBAL=/dev/null",
          "GIT_ATTR_NOSYSTEM=1",
          "GIT_ALLOW_PROTOCOL=none",
          "GIT_NO_LAZY_FETCH=1",
          "GIT_NO_REPLACE_OBJECTS=1",
          "GIT_OPTIONAL_LOCKS=0",
          "GIT_TERMINAL_PROMPT=0",
          "GIT_LITERAL_PATHSPECS=1",
          "GIT_EXEC_PATH=/nonexistent",
          "PATH=/nonexistent",
          "HOME=/nonexistent",
          "LC_ALL=C"};
}

struct Repository {
  const fs::path& program;
  const fs::path& root;
  const fs::path& folder;  // the root, or a folder below it
  std::chrono::seconds limit;

  [[nodiscard]] Ran ask(const std::vector<std::string>& question) const {
    Command command{{program.string(), "-C", folder.string(), "--no-pager"}, environment(root)};
    for (const char* setting : {"core.fsmonitor=false", "core.hooksPath=/dev/null",
                                "core.pager=cat", "protocol.allow=never", "log.showSignature=false",
                                "log.mailmap=false", "core.attributesFile=/dev/null",
                                "core.packedGitWindowSize=32m", "core.packedGitLimit=256m"}) {
      command.words.insert(command.words.end(), {"-c", setting});
    }
    command.words.insert(command.words.end(), question.begin(), question.end());
    return run(command, {.time = limit, .output = most_output, .memory = most_memory});
  }
};

// The nearest folder upwards with a .git. Symbolic links are not followed.
std::optional<fs::path> root_of(const fs::path& folder) {
  std::error_code none;
  fs::path at = folder;
  while (true) {
    if (fs::exists(fs::symlink_status(at / ".git", none))) return at;
    if (at == at.parent_path()) return std::nullopt;
    at = at.parent_path();
  }
}

// Where a repository keeps its commits and what names them; git reads each of them by its name.
constexpr std::array kept_in{"HEAD",     "objects", "refs",   "packed-refs",
                             "reftable", "shallow", "config", "config.worktree"};
// More than git lets lie about: it packs loose objects from some thousands on.
constexpr std::size_t most_files = 500'000;

// The first link in a folder, at any depth; the folder itself if it can't be looked through.
std::optional<fs::path> link_below(const fs::path& folder) {
  std::error_code failed;
  std::size_t seen = 0;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
       at.increment(failed)) {
    std::error_code none;
    if (at->is_symlink(none)) return at->path();
    if (++seen > most_files) return folder;
  }
  return failed ? std::optional(folder) : std::nullopt;
}

// A part of the repository that comes from elsewhere and would be mistaken for the learner's work.
std::optional<fs::path> borrowed_from_outside(const fs::path& git_folder) {
  std::error_code none;
  for (const auto* name : {"commondir", "objects/info/alternates"}) {
    if (fs::exists(fs::symlink_status(git_folder / name, none))) return git_folder / name;
  }
  for (const auto* name : kept_in) {
    const auto part = git_folder / name;
    const auto status = fs::symlink_status(part, none);
    if (fs::is_symlink(status)) return part;
    if (!fs::is_directory(status)) continue;
    if (auto link = link_below(part)) return link;
  }
  return std::nullopt;
}

std::string trouble_of(const Ran& ran, const fs::path& root, const Git& git) {
  switch (ran.ending) {
    case Ending::not_begun:
      return "the git program could not be started";
    case Ending::too_long:
      return fmt::format("git did not answer within {} s", git.limit.count());
    case Ending::too_much:
    case Ending::killed:
      return fmt::format("git could not read the repository {}", root.string());
    case Ending::exited:
      break;
  }
  constexpr int no_commit = 1;
  if (ran.code == no_commit)
    return fmt::format(
        "the repository {} has no commit at its HEAD: nothing is committed yet, or the HEAD is "
        "broken",
        root.string());
  return fmt::format("git says that {} is not a valid repository; its HEAD may be broken",
                     root.string());
}

std::vector<calendar::Date> read_days(std::string_view output) {
  std::vector<calendar::Date> days;
  days.reserve(static_cast<std::size_t>(std::ranges::count(output, '\n')));
  while (!output.empty()) {
    const auto end = std::min(output.find('\n'), output.size());
    if (const auto day = calendar::Date::parse(output.substr(0, std::min(end, date_length))))
      days.push_back(*day);
    output.remove_prefix(std::min(end + 1, output.size()));
  }
  return days;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

// The query for the commits that changed the folder.
std::vector<std::string> log_of(const Repository& repository) {
  std::vector<std::string> question{"log",
                                    fmt::format("--max-count={}", most_commits),
                                    "--format=%aI",
                                    "--no-ext-diff",
                                    "--no-textconv",
                                    "--no-show-signature",
                                    "--no-mailmap",
                                    "HEAD",
                                    "--"};
  if (repository.folder != repository.root) question.emplace_back(".");
  return question;
}

}  // namespace

History read_history(const fs::path& folder, const Git& git) {
  std::error_code none;
  const auto program = std::ranges::find_if(
      git.programs, [&](const fs::path& each) { return fs::exists(each, none); });
  if (program == git.programs.end())
    return {.trouble = "the git program is not installed in " +
                       git.programs.front().parent_path().string()};
  const fs::path real = fs::canonical(folder, none);
  const auto root = root_of(real);
  if (!root) return {.trouble = fmt::format("{} is not in a git repository", folder.string())};
  if (!fs::is_directory(fs::symlink_status(*root / ".git", none)))
    return {.trouble = fmt::format("{} is not a folder but points to another place, which "
                                   "is not followed",
                                   (*root / ".git").string())};
  if (const auto borrowed = borrowed_from_outside(*root / ".git"))
    return {.trouble = fmt::format("{} points to another repository, which is not followed",
                                   borrowed->string())};

  const Repository repository{*program, *root, real, git.limit};
  const Ran head = repository.ask({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
  if (head.ending != Ending::exited || head.code != 0)
    return {.trouble = trouble_of(head, *root, git)};
  History history{.head = first_line(head.output)};
  const Ran log = repository.ask(log_of(repository));
  if (log.ending != Ending::exited || log.code != 0) {
    history.trouble = trouble_of(log, *root, git);
    return history;
  }
  history.written_on = read_days(log.output);
  history.more = history.written_on.size() == static_cast<std::size_t>(most_commits);
  return history;
}

}  // namespace gradus::evidence
