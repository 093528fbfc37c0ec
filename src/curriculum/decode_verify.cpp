#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace gradus::curriculum {
namespace {

constexpr int most_files = 100'000;
constexpr int most_commits = 10'000;
constexpr int most_mib = 1'000'000;
constexpr std::size_t most_evidence = 100;
constexpr std::size_t most_alternatives = 20;

// Each item is searched for separately: the limit keeps the wait short.
void limit(const text::Cursor& list, std::size_t most) {
  if (list.is(text::Node::Kind::list) && list.node().items().size() > most)
    list.error(fmt::format("has more than {} items", most), "look for fewer things");
}

// A glob names paths below the artefact's folder, so one that could leave it is a mistake.
std::string decode_glob(const text::Cursor& from) {
  constexpr std::size_t longest = 200;
  std::string glob = from.text();
  if (glob.empty()) return glob;
  if (glob.size() > longest)
    from.error(fmt::format("is longer than {} bytes", longest), "shorten it with * or **");
  if (glob.front() == '/') {
    from.error("begins with /, but paths are relative to the artefact's folder",
               "write the path relative to that folder");
  }
  if (glob.back() == '/') {
    from.error("ends with /, but a glob names files, such as folder/**",
               fmt::format("write \"{}**\"", glob));
  }
  std::string_view rest = glob;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view step = rest.substr(0, end);
    if (step == ".." || step == ".")
      from.error(fmt::format("the step \"{}\" is not allowed", step), "remove that step");
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return glob;
}

Verify::Files decode_files(const text::Cursor& from) {
  text::Object object{from};
  const text::Cursor at_least = object.optional("at_least");
  const text::Cursor at_most = object.optional("at_most");
  // With only an upper bound, zero files will do.
  const int least = at_most.present() ? 0 : 1;
  Verify::Files files{.glob = decode_glob(object.required("glob")),
                      .at_least = at_least.whole(0, most_files).value_or(least),
                      .at_most = at_most.whole(0, most_files)};
  object.no_other_keys();
  if (files.at_most && *files.at_most < files.at_least) {
    object.place().error("\"at_most\" is below \"at_least\": nothing can satisfy both",
                         "write the smaller of the two as \"at_least\"");
  }
  return files;
}

std::optional<Verify::More> decode_more(const text::Cursor& from) {
  if (!from.present()) return std::nullopt;
  text::Object object{from};
  Verify::More more{.glob = decode_glob(object.required("glob")),
                    .than = decode_glob(object.required("than"))};
  object.no_other_keys();
  return more;
}

Verify::Wording decode_wording(const text::Cursor& from) {
  if (!from.is(text::Node::Kind::list)) return {from.text()};
  limit(from, most_alternatives);
  return some_of(from, [](const text::Cursor& item) { return item.text(); });
}

std::vector<Verify::Wording> decode_sought(const text::Cursor& list) {
  limit(list, most_evidence);
  return list_of(list, decode_wording);
}

std::optional<Verify::Readme> decode_readme(const text::Cursor& from) {
  if (!from.present()) return std::nullopt;
  text::Object object{from};
  Verify::Readme readme{.headings = decode_sought(object.optional("headings")),
                        .words = decode_sought(object.optional("words"))};
  object.no_other_keys();
  return readme;
}

std::optional<Verify::Commits> decode_commits(const text::Cursor& from) {
  if (!from.present()) return std::nullopt;
  text::Object object{from};
  const int days = object.optional("days").whole(1, most_commits).value_or(1);
  const text::Cursor at_least = object.optional("at_least");
  // That many days take at least as many commits.
  Verify::Commits commits{.at_least = at_least.whole(1, most_commits).value_or(days), .days = days};
  object.no_other_keys();
  if (commits.days > commits.at_least) {
    object.place().error("\"days\" is above \"at_least\": each day needs its own commit",
                         fmt::format("write \"at_least\": {} or more", commits.days));
  }
  return commits;
}

}  // namespace

std::optional<Verify> decode_verify(const text::Cursor& from) {
  if (!from.present()) return std::nullopt;
  text::Object object{from};
  const text::Cursor files = object.optional("files");
  limit(files, most_evidence);
  Verify verify{.files = list_of(files, decode_files),
                .more = decode_more(object.optional("more")),
                .readme = decode_readme(object.optional("readme")),
                .commits = decode_commits(object.optional("commits")),
                .tests = object.optional("tests").flag(),
                .max_mib = object.optional("max_mib").whole(1, most_mib)};
  object.no_other_keys();
  if (from.is(text::Node::Kind::object) && verify == Verify{}) {
    from.error("looks for nothing", "name one of files, more, readme, commits, tests, max_mib");
  }
  return verify;
}

}  // namespace gradus::curriculum
