#include "gradus/report/checkup.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::report {
namespace {

using Remedy = Checkup::Remedy;

Item item(const Checkup::Finding& finding) {
  std::vector<std::string> details;
  if (!finding.hint.empty()) details.push_back(finding.hint);
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

void add_backups(const Checkup& checkup, Document& document) {
  ItemList list;
  list.items.reserve(checkup.backups.size());
  for (const auto& [file, fault] : checkup.backups)
    list.items.push_back(fault ? Item{"BAD", Tone::bad, file, {}}
                               : Item{"GOOD", Tone::good, file, {}});
  document.parts.emplace_back(Heading{2, "Backups, newest first"});
  if (list.items.empty())
    document.parts.emplace_back(Paragraph{"There are none."});
  else
    document.parts.emplace_back(std::move(list));
}

// What to do where only a backup helps.
void add_restore(const Checkup& checkup, Document& document) {
  add_backups(checkup, document);
  if (checkup.readable)
    document.parts.emplace_back(Paragraph{
        "Before that, try to save what can still be read: gradus export jsonl --output "
        "rescue.jsonl. "
        "If it could be, gradus import jsonl rescue.jsonl adds afterwards what the backup lacks."});
  const auto good =
      std::ranges::find_if(checkup.backups, [](const auto& backup) { return !backup.fault; });
  if (good == checkup.backups.end())
    document.parts.emplace_back(
        Command{"gradus restore FILE",
                "with any copy of the store you have elsewhere: no backup here can be used"});
  else
    document.parts.emplace_back(
        Command{"gradus restore",
                fmt::format("puts {} in the store's place and keeps what is there now; what was "
                            "recorded since that backup is not in it",
                            good->file)});
}

}  // namespace

Document checkup_view(const Checkup& checkup) {
  Document document;
  if (!checkup.fixed.empty()) {
    ItemList fixed;
    fixed.items.reserve(checkup.fixed.size());
    for (const auto& finding : checkup.fixed)
      fixed.items.push_back({"FIXED", Tone::good, finding.message, {}});
    document.parts.emplace_back(std::move(fixed));
  }
  const auto& findings = checkup.findings;
  if (findings.empty()) {
    document.parts.emplace_back(Paragraph{sound_words(checkup)});
    return document;
  }
  document.parts.emplace_back(
      Heading{1, fmt::format("{} wrong with {}",
                             findings.size() == 1 ? "1 thing is"
                                                  : fmt::format("{} things are", findings.size()),
                             checkup.store)});
  ItemList list;
  list.items.reserve(findings.size());
  for (const auto& finding : findings) list.items.push_back(item(finding));
  document.parts.emplace_back(std::move(list));

  const auto any = [&](Remedy remedy) {
    return std::ranges::find(findings, remedy, &Checkup::Finding::remedy) != findings.end();
  };
  if (any(Remedy::restore))
    add_restore(checkup, document);
  else if (any(Remedy::fix))
    document.parts.emplace_back(
        Command{"gradus doctor --fix", "puts right what is FIXABLE, and changes no entry"});
  return document;
}

}  // namespace gradus::report
