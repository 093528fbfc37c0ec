#pragma once

#include <optional>
#include <string>
#include <vector>

namespace gradus::curriculum {

// What an artefact's folder must hold, for `gradus artefact verify` to find it sound. Every part
// that is there is looked at; docs/curriculum-format.md gives the written form and says what a glob
// matches.
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
  // Texts of which any one will do; at least one.
  using Wording = std::vector<std::string>;
  struct Readme {
    std::vector<Wording> headings{};  // each stands in some heading
    std::vector<Wording> words{};     // each stands anywhere
    [[nodiscard]] friend bool operator==(const Readme&, const Readme&) = default;
  };
  // In the time from the start of the artefact's tier on.
  struct Commits {
    int at_least = 1;
    int days = 1;  // different ones; not above at_least
    [[nodiscard]] friend bool operator==(const Commits&, const Commits&) = default;
  };

  std::vector<Files> files{};
  std::optional<More> more{};
  std::optional<Readme> readme{};  // without headings and words, any README will do
  std::optional<Commits> commits{};
  bool tests = false;            // files that are tests by their names
  std::optional<int> max_mib{};  // the most that all files may weigh together, in MiB
  [[nodiscard]] friend bool operator==(const Verify&, const Verify&) = default;
};

}  // namespace gradus::curriculum
