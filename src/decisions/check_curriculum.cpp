#include "gradus/decisions/check_curriculum.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/check_table.hpp"
#include "gradus/decisions/items.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/text/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace gradus::decisions {
namespace {

using text::Cursor;
using text::Node;

std::string builtin_path(const std::string& id) {
  return fmt::format("decisions/{}.json", id);
}

bool has_errors(const std::vector<text::Finding>& findings) {
  return std::ranges::find(findings, text::Severity::error, &text::Finding::severity) !=
         findings.end();
}

class CurriculumCheck {
 public:
  explicit CurriculumCheck(const Node& root) : root_(root, findings_) {}

  [[nodiscard]] std::vector<text::Finding> findings() {
    check_tables();
    each_item(root_.child("tiers"), [&](const Cursor& tier) { check_quizzes(tier.child("exit")); });
    check_quizzes(root_.child("beginner").child("exit"));
    check_quizzes(root_.child("finish"));
    each_item(root_.child("modules"),
              [&](const Cursor& module) { check_quizzes(module.child("checks")); });
    std::ranges::stable_sort(findings_, {}, &text::Finding::line);
    return std::move(findings_);
  }

 private:
  template <class Visit>
  static void each_item(const Cursor& list, Visit visit) {
    if (!list.is(Node::Kind::list)) return;
    for (std::size_t i = 0; i < list.node().items().size(); ++i) visit(list.item(i));
  }

  void check_tables() {
    each_item(root_.child("decisions"), [&](const Cursor& place) {
      if (!place.is(Node::Kind::object)) return;  // the loader says so
      auto read = read_table(place.node());
      if (!has_errors(read.findings)) {
        auto more = check_table(read.table);
        std::ranges::move(more, std::back_inserter(read.findings));
      }
      for (auto& finding : read.findings) {
        finding.pointer.insert(0, place.pointer());
        place.pass_on(std::move(finding));
      }
      check_id(place, read.table.id);
      tables_.insert_or_assign(read.table.id, std::move(read));
    });
  }

  void check_id(const Cursor& place, const std::string& id) const {
    if (tables_.contains(id))
      place.child("id").error(fmt::format("the id \"{}\" is taken by another table", id),
                              "give one of the two another id");
    if (!curriculum::builtin_text(builtin_path(id)).empty())
      place.child("id").error(fmt::format("the id \"{}\" is taken by a built-in table", id),
                              "give this table another id");
  }

  void check_quizzes(const Cursor& criteria) {
    each_item(criteria, [&](const Cursor& criterion) {
      const auto table = criterion.child("table");
      if (table.is(Node::Kind::text)) check_quiz(criterion, table);
      const auto sheet = criterion.child("sheet");
      if (sheet.is(Node::Kind::text)) check_sheet(sheet);
    });
  }

  void check_sheet(const Cursor& place) const {
    const auto table = named(place);
    if (table && !table->judges())
      place.error(fmt::format("the table {} judges no sheet", table->id),
                  "name a table with \"hit\": \"all\", or with \"for_each\"");
  }

  void check_quiz(const Cursor& criterion, const Cursor& place) const {
    const auto table = named(place);
    if (!table) return;
    const auto items = criterion.child("items");
    if (!items.is(Node::Kind::number) || !items.node().whole()) return;
    const auto asked = static_cast<std::size_t>(std::clamp(items.node().number(), 0.0, most_items));
    const auto there = draw_items(*table, asked, 0).items.size();
    if (there < asked)
      items.error(fmt::format("asks for {} items; the table has {}", asked, there),
                  fmt::format("write {} or less, or add cases to the table", there));
  }

  // nullopt if it isn't known, which is an error, or has errors of its own.
  [[nodiscard]] std::optional<Table> named(const Cursor& place) const {
    const auto& id = place.node().text();
    auto table = find(id);
    if (!table && !tables_.contains(id)) refuse_unknown(place, id);
    return table;
  }

  // nullopt if it isn't known, or has errors of its own.
  [[nodiscard]] std::optional<Table> find(const std::string& id) const {
    if (const auto own = tables_.find(id); own != tables_.end())
      return has_errors(own->second.findings) ? std::nullopt : std::optional(own->second.table);
    const auto text = curriculum::builtin_text(builtin_path(id));
    return text.empty() ? std::nullopt : std::optional(read_table(text));
  }

  void refuse_unknown(const Cursor& place, const std::string& id) const {
    std::vector<std::string> known;
    for (const auto& [name, read] : tables_) known.push_back(name);
    constexpr std::string_view folder = "decisions/";
    constexpr std::string_view ending = ".json";
    for (const auto& file : curriculum::builtin_files())
      if (file.path.starts_with(folder))
        known.emplace_back(
            file.path.substr(folder.size(), file.path.size() - folder.size() - ending.size()));
    place.error(
        fmt::format("there is no table \"{}\"", id),
        text::suggest(id, known, "add it to \"decisions\"; gradus decide lists those built in"));
  }

  static constexpr double most_items = 1000;

  std::vector<text::Finding> findings_;
  Cursor root_;
  std::map<std::string, ReadTable> tables_;
};

}  // namespace

std::vector<Table> tables_of(const curriculum::Curriculum& curriculum) {
  std::vector<Table> tables;
  tables.reserve(curriculum.decisions.size());
  for (const auto& node : curriculum.decisions) {
    auto read = read_table(node);
    if (!has_errors(read.findings)) tables.push_back(std::move(read.table));
  }
  return tables;
}

std::vector<text::Finding> check_curriculum(const Node& root) {
  return CurriculumCheck(root).findings();
}

}  // namespace gradus::decisions
