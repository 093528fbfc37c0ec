#include "decisions/decode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::decisions {
namespace {

// A grid is short for rows with two equalities; they are named row/column.
class GridReader {
 public:
  GridReader(const text::Cursor& from, const Table& table, const Scope& scope)
      : object_(from), scope_(scope) {
    const auto places = object_.required("inputs");
    const auto inputs = text::texts(places);
    if (inputs.size() != 2)
      places.error("names no two inputs", "name one for rows, one for columns");
    names_ = {inputs.empty() ? "" : inputs.front(), inputs.empty() ? "" : inputs.back()};
    rows_ = values(object_.required("rows"), names_.first);
    columns_ = values(object_.required("columns"), names_.second);
    const auto output = object_.required("output");
    output_ = output.text();
    if (std::ranges::find(table.outputs, output_, &Output::id) == table.outputs.end())
      output.error(fmt::format("\"{}\" is no output", output_), "outputs stand under \"outputs\"");
  }

  [[nodiscard]] std::vector<Row> read() {
    const auto cells = object_.required("cells");
    const auto lines = text::list_of(cells, [](const auto& line) { return text::texts(line); });
    const auto whys = reasons();
    object_.no_other_keys();
    const auto fits = [&](const Words& line) { return line.size() == columns_.size(); };
    if (lines.size() != rows_.size() || !std::ranges::all_of(lines, fits)) {
      cells.error(fmt::format("is not {} rows of {} cells", rows_.size(), columns_.size()),
                  "write a list for each row, with a cell for each column");
      return {};
    }
    std::vector<Row> result;
    result.reserve(rows_.size() * columns_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r)
      for (std::size_t c = 0; c < columns_.size(); ++c)
        result.push_back(
            cell(r, c, lines[r][c], whys.empty() ? "" : whys[std::min(r, whys.size() - 1)]));
    return result;
  }

 private:
  [[nodiscard]] Words values(const text::Cursor& from, const std::string& name) const {
    const auto* input = scope_.find(from, name);
    return text::some_of(from, [&](const text::Cursor& item) {
      auto word = item.text();
      if (input && std::ranges::find(input->of, word) == input->of.end())
        item.error_none_of(word, input->of);
      return word;
    });
  }

  [[nodiscard]] Words reasons() {
    const auto why = object_.optional("why");
    if (!why.present()) return {};
    if (!why.is(text::Node::Kind::list)) return {why.text()};
    auto whys = text::texts(why);
    if (whys.size() != rows_.size())
      why.error("has not one reason for each row", "or write one text for all of them");
    return whys;
  }

  [[nodiscard]] Row cell(std::size_t r, std::size_t c, const std::string& word,
                         const std::string& why) const {
    const auto is = [](const std::string& name, const std::string& value) -> rules::Condition {
      return {rules::OnFact{name, {rules::IsOneOf{{rules::FactValue{value}}}}}};
    };
    return {.id = fmt::format("{}/{}", rows_[r], columns_[c]),
            .when = {rules::AllOf{{is(names_.first, rows_[r]), is(names_.second, columns_[c])}}},
            .then = {{output_, Value{word}}},
            .why = why};
  }

  text::Object object_;
  const Scope& scope_;
  std::pair<std::string, std::string> names_;
  Words rows_, columns_;
  std::string output_;
};

}  // namespace

std::vector<Row> read_grid(const text::Cursor& from, const Table& table, const Scope& scope) {
  return GridReader(from, table, scope).read();
}

}  // namespace gradus::decisions
