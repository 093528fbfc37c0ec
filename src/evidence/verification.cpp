#include "gradus/evidence/verification.hpp"

#include "gradus/evidence/glob.hpp"
#include "gradus/text/plural.hpp"

#include "evidence/readme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <utility>

namespace gradus::evidence {
namespace {

using curriculum::Verify;
using rules::Truth;
using text::counted;

// For a check that found too little: even that is uncertain if not everything was read.
Truth short_of(const Folder& folder) {
  return folder.cut.empty() ? Truth::fail : Truth::unknown;
}

// What else could explain a shortage.
std::string remark(const Folder& folder) {
  if (!folder.cut.empty())
    return fmt::format("; there are {}, so not everything was read", folder.cut);
  if (folder.links > 0)
    return fmt::format("; {} not followed",
                       folder.links == 1 ? "a symbolic link was" : "symbolic links were");
  return "";
}

std::size_t count(const Folder& folder, const std::string& glob) {
  return static_cast<std::size_t>(std::ranges::count_if(
      folder.files, [&](const File& file) { return matches(glob, file.path); }));
}

Check check_files(const Verify::Files& asked, const Folder& folder) {
  const auto found = count(folder, asked.glob);
  const bool exact = asked.at_most && *asked.at_most == asked.at_least;
  Check check{.what = "files " + asked.glob,
              .have = counted(found, "file"),
              .need = exact           ? fmt::format("{}", asked.at_least)
                      : asked.at_most ? fmt::format("{} to {}", asked.at_least, *asked.at_most)
                                      : fmt::format("at least {}", asked.at_least)};
  if (found < static_cast<std::size_t>(asked.at_least)) {
    check.truth = short_of(folder);
    check.why =
        found == 0
            ? fmt::format("no file matches {}{}", asked.glob, remark(folder))
            : fmt::format("only {} {} {}, {} needed{}", counted(found, "file"),
                          found == 1 ? "matches" : "match", asked.glob,
                          asked.at_least == 1 ? "1 is" : fmt::format("{} are", asked.at_least),
                          remark(folder));
  } else if (asked.at_most && found > static_cast<std::size_t>(*asked.at_most)) {
    check.truth = Truth::fail;
    check.why = fmt::format("{} match {}, but at most {} are allowed", counted(found, "file"),
                            asked.glob, *asked.at_most);
  } else if (asked.at_most && !folder.cut.empty()) {
    check.why = fmt::format("there may be more{}", remark(folder));
  } else {
    check.truth = Truth::pass;
  }
  return check;
}

Check check_more(const Verify::More& asked, const Folder& folder) {
  const auto found = count(folder, asked.glob);
  const auto other = count(folder, asked.than);
  Check check{.what = fmt::format("more {} than {}", asked.glob, asked.than),
              .have = fmt::format("{} against {}", found, other),
              .need = fmt::format("at least {}", other + 1)};
  if (!folder.cut.empty()) {
    check.why = fmt::format("not all of them could be counted{}", remark(folder));
  } else if (found > other) {
    check.truth = Truth::pass;
  } else {
    check.truth = Truth::fail;
    check.why = fmt::format("{} match {} and {} match {}: there must be more of the former", found,
                            asked.glob, other, asked.than);
  }
  return check;
}

Check check_tests(const Folder& folder) {
  const auto found = static_cast<std::size_t>(
      std::ranges::count_if(folder.files, [](const File& file) { return is_test(file.path); }));
  Check check{.what = "tests", .have = counted(found, "file"), .need = "at least 1"};
  check.truth = found > 0 ? Truth::pass : short_of(folder);
  if (found == 0)
    check.why =
        fmt::format("no file is a test by its name, such as tests/test_load.py{}", remark(folder));
  return check;
}

// "cost", or "diagram or architecture".
std::string text_of(const Verify::Wording& wording) {
  return fmt::format("{}", fmt::join(wording, " or "));
}

bool mentions_any(const std::string& text, const Verify::Wording& wording) {
  return std::ranges::any_of(wording,
                             [&](const auto& words) { return mentions(text, folded(words)); });
}

Check check_for_readme(const Folder& folder) {
  Check check{.what = "README", .have = "none", .need = "one at the top of the folder"};
  if (folder.readme) {
    check.have = folder.readme->name;
    check.truth = Truth::pass;
  } else {
    check.truth = short_of(folder);
    check.why = "there is no README at the top of the folder" + remark(folder);
  }
  return check;
}

// `where`: "heading" or "word".
Check check_wording(std::string_view where, const Verify::Wording& wording, bool found,
                    const Readme& readme) {
  Check check{.what = fmt::format("README {} {}", where, text_of(wording)),
              .have = found ? "there" : "not there",
              .need = "there"};
  if (found) {
    check.truth = Truth::pass;
    return check;
  }
  check.truth = readme.whole ? Truth::fail : Truth::unknown;
  check.why =
      fmt::format("{} {} {}{}", readme.name,
                  where == "heading" ? "has no heading with" : "does not mention", text_of(wording),
                  readme.whole ? "" : " in the part that was read; it is too long to read in full");
  return check;
}

// One check for the README itself and one for each thing it must contain. Without a README there is
// only the first: one reason is enough.
void check_readme(std::vector<Check>& checks, const Verify::Readme& asked, const Folder& folder) {
  checks.push_back(check_for_readme(folder));
  if (!folder.readme) return;
  const Readme& readme = *folder.readme;
  std::string headings;
  for (const auto& heading : headings_of(readme.text))
    headings += fmt::format("{}\n", folded(heading));
  const std::string text = folded(readme.text);
  checks.reserve(checks.size() + asked.headings.size() + asked.words.size());
  for (const auto& wording : asked.headings)
    checks.push_back(check_wording("heading", wording, mentions_any(headings, wording), readme));
  for (const auto& wording : asked.words)
    checks.push_back(check_wording("word", wording, mentions_any(text, wording), readme));
}

std::string amount(std::size_t commits, std::size_t days) {
  return fmt::format("{} on {}", counted(commits, "commit"), counted(days, "day"));
}

Check check_commits(const Verify::Commits& asked, const History& history, const Window& window) {
  const auto need =
      amount(static_cast<std::size_t>(asked.at_least), static_cast<std::size_t>(asked.days));
  Check check{.what = fmt::format("commits since {}", window.from.iso()),
              .have = "unknown",
              .need = "at least " + need};
  if (!history.trouble.empty()) {
    check.why = history.trouble;
    return check;
  }
  std::set<calendar::Date> days;
  std::size_t commits = 0;
  for (const auto& day : history.written_on) {
    if (day < window.from || day > window.to) continue;
    ++commits;
    days.insert(day);
  }
  check.have = amount(commits, days.size());
  if (commits >= static_cast<std::size_t>(asked.at_least) &&
      days.size() >= static_cast<std::size_t>(asked.days)) {
    check.truth = Truth::pass;
    return check;
  }
  check.truth = history.more ? Truth::unknown : Truth::fail;
  check.why = fmt::format("there are {} from {} to {}, but at least {} are needed{}", check.have,
                          window.from.iso(), window.to.iso(), need,
                          history.more ? "; older ones were not read" : "");
  return check;
}

Check check_size(int most_mib, const Folder& folder) {
  constexpr std::uintmax_t mib = std::uintmax_t{1} << 20;
  const std::uintmax_t most = static_cast<std::uintmax_t>(most_mib) * mib;
  std::uintmax_t bytes = 0;
  for (const auto& file : folder.files)  // sparse files may claim more than a number holds
    bytes = file.bytes > UINTMAX_MAX - bytes ? UINTMAX_MAX : bytes + file.bytes;
  Check check{.what = "size",
              .have = bytes < mib ? "under 1 MiB" : fmt::format("{} MiB", (bytes - 1) / mib + 1),
              .need = fmt::format("at most {} MiB", most_mib)};
  if (bytes > most) {
    check.truth = Truth::fail;
    check.why = fmt::format(
        "the files add up to {}, but at most {} MiB are allowed; keep large data out "
        "of the repository",
        check.have, most_mib);
  } else if (!folder.cut.empty()) {
    check.why = fmt::format("not all of them could be measured{}", remark(folder));
  } else {
    check.truth = Truth::pass;
  }
  return check;
}

}  // namespace

bool Verification::whole() const {
  return std::ranges::all_of(checks, [](const Check& check) { return check.truth == Truth::pass; });
}

Verification verify(const Verify& asked, const Folder& folder, const History& history,
                    const Window& window) {
  Verification result{.checks = {}, .commit = history.head};
  for (const auto& files : asked.files) result.checks.push_back(check_files(files, folder));
  if (asked.more) result.checks.push_back(check_more(*asked.more, folder));
  if (asked.readme) check_readme(result.checks, *asked.readme, folder);
  if (asked.commits) result.checks.push_back(check_commits(*asked.commits, history, window));
  if (asked.tests) result.checks.push_back(check_tests(folder));
  if (asked.max_mib) result.checks.push_back(check_size(*asked.max_mib, folder));
  return result;
}

bool is_test(std::string_view path) {
  constexpr std::array source{"py",    "sql", "cpp", "cc", "c",  "js",  "ts", "tsx", "java",
                              "scala", "kt",  "go",  "rs", "rb", "php", "cs", "R",   "sh"};
  const auto slash = path.rfind('/');
  const auto file = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto dot = file.rfind('.');
  if (dot == std::string_view::npos ||
      std::ranges::find(source, file.substr(dot + 1)) == source.end())
    return false;
  const auto stem = file.substr(0, dot);
  if (stem.starts_with("test_") || stem.ends_with("_test") || stem.ends_with(".test") ||
      stem.ends_with(".spec"))
    return true;
  // Files that only set tests up don't count.
  if (stem.starts_with("__") || stem == "conftest") return false;
  return matches("**/test/**", path) || matches("**/tests/**", path);
}

}  // namespace gradus::evidence
