#include "gradus/report/document.hpp"

#include <algorithm>

namespace gradus::report {
namespace {

struct IsEmpty {
  bool operator()(const Paragraph& paragraph) const { return paragraph.text.empty(); }
  bool operator()(const FactList& list) const { return list.facts.empty(); }
  bool operator()(const Table& table) const { return table.rows.empty(); }
  bool operator()(const BarList& list) const { return list.bars.empty(); }
  bool operator()(const ItemList& list) const { return list.items.empty(); }
  bool operator()(const Timeline& timeline) const { return timeline.rows.empty(); }
  bool operator()(const Chart& chart) const { return chart.numbers.rows.empty(); }
  bool operator()(const Command& command) const { return command.command.empty(); }
  bool operator()(const Section& section) const {
    return std::ranges::all_of(section.parts, is_empty);
  }
};

}  // namespace

double Bar::share() const {
  return whole > 0 ? std::clamp(done / whole, 0.0, 1.0) : 1;
}

bool is_empty(const Part& part) {
  return std::visit(IsEmpty{}, static_cast<const AnyPart&>(part));
}

}  // namespace gradus::report
