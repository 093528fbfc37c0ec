#include "gradus/report/lists.hpp"

#include <fmt/format.h>

namespace gradus::report {
namespace {

std::string in_brackets(const std::string& text) {
  return text.empty() ? text : " (" + text + ")";
}

}  // namespace

std::string added_to(const Imported& imported) {
  std::string text;
  for (const auto& [tier, locked, entries] : imported.tiers) {
    if (entries == 0) continue;
    text += fmt::format("{}{} in {}{}", text.empty() ? "" : ", ", entries, tier.text(),
                        locked ? " (locked)" : "");
  }
  return text;
}

std::vector<std::string> left_out(const Imported& imported) {
  std::vector<std::string> sentences;
  const auto say = [&](std::size_t count, std::string_view one, std::string_view several) {
    if (count == 0) return;
    sentences.push_back(count == 1 ? std::string(one) : fmt::format(fmt::runtime(several), count));
  };
  say(imported.older, "1 older version is left out: the journal has a later one.",
      "{} older versions are left out: the journal has later ones.");
  say(imported.tied,
      "1 entry differs from the journal's, changed at the same time: the journal's is kept. "
      "To import the file's, delete `changed` from its line.",
      "{} entries differ from the journal's, changed at the same time: the journal's are kept. "
      "To import the file's, delete `changed` from their lines.");
  const auto day = imported.removed_on ? imported.removed_on->iso() : "";
  say(imported.stayed_removed,
      fmt::format("1 entry, removed here on {}, stays removed. The same command with --bring-back "
                  "brings it back.",
                  day),
      fmt::format("{{}} entries, removed here (the last on {}), stay removed. The same command "
                  "with --bring-back brings them back.",
                  day));
  say(imported.between,
      "1 entry of an earlier import stays: it is on a day between the file's first and last that "
      "the file doesn't hold.",
      "{} entries of earlier imports stay: they are on days between the file's first and last that "
      "the file doesn't hold.");
  // What was removed for the file's days may be what they look like.
  say(imported.removed == 0 ? imported.look_alikes : 0,
      "1 new entry looks like one that was there under another id: the same day, and title, start "
      "or length. If it is the same: gradus entries shows both, gradus rm ID removes one.",
      "{} new entries look like ones that were there under another id: the same day, and title, "
      "start or length. If they are the same: gradus entries shows them, gradus rm ID removes "
      "one.");
  return sentences;
}

Document view(const Imported& imported) {
  Document document;
  if (imported.refused > 0) {
    ItemList list;
    for (const auto& reason : imported.reasons)
      list.items.push_back({"REFUSED", Tone::bad, reason, {}});
    if (const auto more = imported.refused - imported.reasons.size(); more > 0)
      list.items.push_back({"", Tone::plain, fmt::format("and {} more", more), {}});
    document.parts.emplace_back(std::move(list));
  }
  const std::string_view would = imported.refused > 0
                                     ? "The import would stop there. Otherwise it would take"
                                     : "The import would take";
  const auto removed =
      imported.removed == 0 ? std::string() : fmt::format(", and remove {}", imported.removed);
  document.parts.emplace_back(Paragraph{fmt::format(
      "{} {} new{}, {} changed, {} known already{}. Nothing was stored.", would, imported.added,
      in_brackets(added_to(imported)), imported.changed, imported.unchanged, removed)});
  for (const auto& sentence : left_out(imported)) document.parts.emplace_back(Paragraph{sentence});
  return document;
}

}  // namespace gradus::report
