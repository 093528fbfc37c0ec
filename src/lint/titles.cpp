#include "curriculum/declared.hpp"
#include "lint/lints.hpp"

#include <fmt/format.h>

namespace gradus::lint {
namespace {

bool is_retired(const text::Cursor& item) {
  const text::Cursor retired = item.child("retired");
  return retired.is(text::Node::Kind::flag) && retired.node().flag();
}

template <class Visit>
void each_item(const text::Cursor& list, Visit visit) {
  if (!list.is(text::Node::Kind::list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) {
    const text::Cursor item = list.item(i);
    if (!is_retired(item)) visit(item);
  }
}

void claim_title(Names& titles, const text::Cursor& item) {
  const text::Cursor title = item.child("title");
  if (!title.is(text::Node::Kind::text) || title.node().text().empty()) return;
  if (const text::Node* earlier = titles.enter(title.node().text(), title.node()))
    title.advise(fmt::format("has the same title as line {}", earlier->line()),
                 "give one of the two another title");
}

void claim_titles(const text::Cursor& list) {
  Names titles;
  each_item(list, [&](const text::Cursor& item) { claim_title(titles, item); });
}

struct Titles {
  Names tiers, weeks, artefacts;
};

void claim_tier(Titles& titles, const text::Cursor& tier) {
  claim_title(titles.tiers, tier);
  each_item(tier.child("weeks"), [&](const text::Cursor& week) {
    claim_title(titles.weeks, week);
    each_item(week.child("artefacts"),
              [&](const text::Cursor& artefact) { claim_title(titles.artefacts, artefact); });
  });
  claim_titles(tier.child("exit"));
}

}  // namespace

void advise_on_titles(const text::Cursor& root) {
  Titles titles;
  each_item(root.child("tiers"), [&](const text::Cursor& tier) { claim_tier(titles, tier); });
  const text::Cursor beginner = root.child("beginner");
  if (beginner.present() && !is_retired(beginner)) claim_tier(titles, beginner);
  for (const char* list : {"topics", "finish", "resources", "stacks"})
    claim_titles(root.child(list));
}

}  // namespace gradus::lint
