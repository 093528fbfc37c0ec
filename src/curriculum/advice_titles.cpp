#include "curriculum/advice.hpp"
#include "curriculum/declared.hpp"

#include <fmt/format.h>

namespace gradus::curriculum {
namespace {

bool is_retired(const Place& item) {
  const Place retired = item.child("retired");
  return retired.is(Node::Kind::flag) && retired.node().flag();
}

template <class Visit>
void each_item(const Place& list, Visit visit) {
  if (!list.is(Node::Kind::list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) {
    const Place item = list.item(i);
    if (!is_retired(item)) visit(item);
  }
}

void claim_title(Names& titles, const Place& item) {
  const Place title = item.child("title");
  if (!title.is(Node::Kind::text) || title.node().text().empty()) return;
  if (const Node* earlier = titles.enter(title.node().text(), title.node()))
    title.advise(fmt::format("the title of line {} again", earlier->line()),
                 "give one of the two another title");
}

void claim_titles(const Place& list) {
  Names titles;
  each_item(list, [&](const Place& item) { claim_title(titles, item); });
}

struct Titles {
  Names tiers, weeks, artefacts;
};

void claim_tier(Titles& titles, const Place& tier) {
  claim_title(titles.tiers, tier);
  each_item(tier.child("weeks"), [&](const Place& week) {
    claim_title(titles.weeks, week);
    each_item(week.child("artefacts"),
              [&](const Place& artefact) { claim_title(titles.artefacts, artefact); });
  });
  claim_titles(tier.child("exit"));
}

}  // namespace

void advise_on_titles(const Place& root) {
  Titles titles;
  each_item(root.child("tiers"), [&](const Place& tier) { claim_tier(titles, tier); });
  const Place beginner = root.child("beginner");
  if (beginner.present() && !is_retired(beginner)) claim_tier(titles, beginner);
  for (const char* list : {"topics", "finish", "resources", "stacks"})
    claim_titles(root.child(list));
}

}  // namespace gradus::curriculum
