#include "gradus/report/checkup.hpp"
#include "gradus/text/plural.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace gradus::report {
namespace {

using insight::Finding;
using insight::Remedy;

Item item(const Finding& finding) {
  std::vector<Line> details;
  if (!finding.hint.empty()) details.emplace_back(finding.hint);
  switch (finding.remedy) {
    case Remedy::fix:
      return {"FIXABLE", Tone::plain, finding.message, details};
    case Remedy::restore:
      return {"DAMAGED", Tone::bad, finding.message, details};
    case Remedy::by_hand:
      break;
  }
  return {"LOOK", Tone::plain, finding.message, details};
}

std::string sound_words(const Checkup& checkup) {
  const auto count = checkup.backups.size();
  if (count == 0)
    return fmt::format("The store {} is sound. It has no backup yet: the next change makes one.",
                       checkup.store);
  return fmt::format("The store {} is sound, and so {}.", checkup.store,
                     count == 1 ? "is its backup" : fmt::format("are its {} backups", count));
}

Section backups(const Checkup& checkup) {
  ItemList list;
  list.items.reserve(checkup.backups.size());
  for (const auto& [file, fault] : checkup.backups)
    list.items.push_back(fault ? Item{"BAD", Tone::bad, file, {}}
                               : Item{"GOOD", Tone::good, file, {}});
  Section section{"Backups, newest first", {}};
  if (list.items.empty())
    section.parts.emplace_back(Paragraph{"There are none."});
  else
    section.parts.emplace_back(std::move(list));
  return section;
}

// What to do where only a backup helps.
std::vector<Part> restoring(const Checkup& checkup) {
  Section section = backups(checkup);
  if (checkup.readable)
    section.parts.emplace_back(Paragraph{
        "Before that, try to save what can still be read: gradus export jsonl --output "
        "rescue.jsonl. If it works, gradus import jsonl rescue.jsonl then adds what the backup "
        "lacks."});
  const auto good =
      std::ranges::find_if(checkup.backups, [](const auto& backup) { return !backup.fault; });
  if (good == checkup.backups.end())
    return {std::move(section),
            Command{"gradus restore FILE",
                    "with any copy of the store you have elsewhere: no backup here can be used"}};
  return {std::move(section),
          Command{"gradus restore",
                  fmt::format("puts {} in the store's place and keeps what is there now; anything "
                              "recorded since that backup is not in it",
                              good->file)}};
}

ItemList fixed_list(const std::vector<Finding>& fixed) {
  ItemList list;
  list.items.reserve(fixed.size());
  for (const auto& finding : fixed)
    list.items.push_back({"FIXED", Tone::good, finding.message, {}});
  return list;
}

Section wrong_section(const Checkup& checkup) {
  const auto& findings = checkup.findings;
  ItemList list;
  list.items.reserve(findings.size());
  for (const auto& finding : findings) list.items.push_back(item(finding));
  Section section{
      fmt::format("{} wrong with {}", text::counted(findings.size(), "thing is", "things are"),
                  checkup.store),
      {std::move(list)}};
  const auto any = [&](Remedy remedy) {
    return std::ranges::find(findings, remedy, &Finding::remedy) != findings.end();
  };
  if (any(Remedy::restore))
    std::ranges::move(restoring(checkup), std::back_inserter(section.parts));
  else if (any(Remedy::fix))
    section.parts.emplace_back(
        Command{"gradus doctor --fix", "fixes what is FIXABLE, and changes no entry"});
  return section;
}

}  // namespace

Document view(const Checkup& checkup) {
  Document document{{fixed_list(checkup.fixed)}};
  if (checkup.findings.empty())
    document.parts.emplace_back(Paragraph{sound_words(checkup)});
  else
    document.parts.emplace_back(wrong_section(checkup));
  return document;
}

}  // namespace gradus::report
