#pragma once

#include <optional>
#include <string>
#include <vector>

namespace gradus::curriculum {

// What an artefact's folder must contain for `gradus artefact verify` to find it sound. Each part
// that is set is checked; docs/curriculum-format.md has the written form and what a glob matches.
struct Verify {
  struct Files {
    std::string glob;
    int at_least = 1;
    std::optional<int> at_most{};  // not below at_least
    [[nodiscard]] friend bool operator==(const Files&, const Files&) = default;
  };
  // More files that match `glob` than match `than`.
  struct More {
    std::string glob;
    std::string than;
    [[nodiscard]] friend bool operator==(const More&, const More&) = default;
  };
  // Alternative texts, any one of which will do; at least one.
  using Wording = std::vector<std::string>;
  struct Readme {
    std::vector<Wording> headings{};  // each appears in some heading
    std::vector<Wording> words{};     // each appears anywhere
    [[nodiscard]] friend bool operator==(const Readme&, const Readme&) = default;
  };
  // Commits since the artefact's tier started.
  struct Commits {
    int at_least = 1;
    int days = 1;  // distinct ones; not above at_least
    [[nodiscard]] friend bool operator==(const Commits&, const Commits&) = default;
  };

  std::vector<Files> files{};
  std::optional<More> more{};
  std::optional<Readme> readme{};  // without headings and words, any README will do
  std::optional<Commits> commits{};
  bool tests = false;            // requires files that are tests by their names
  std::optional<int> max_mib{};  // the most that all files may add up to, in MiB
  [[nodiscard]] friend bool operator==(const Verify&, const Verify&) = default;
};

}  // namespace gradus::curriculum
