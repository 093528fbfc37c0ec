#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/report/chart.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::report {

// A document for people, before it has a format: what to show, not how. Each part holds data, and
// each writer draws it in its own way. Texts may come from users: the writers make control
// characters visible and escape what their format would take for markup.

struct Paragraph {
  std::string text;
};

// Lines of "name: value", aligned.
struct FactList {
  std::vector<std::pair<std::string, std::string>> facts;
};

enum class Tone { plain, good, bad, faint, strong };

struct Cell {
  std::string text;
  Tone tone = Tone::plain;
};

enum class Align { left, right };
struct Column {
  std::string title;
  Align align = Align::left;
  bool whole = false;     // never cut: an id, useless in part
  bool optional = false;  // left out where the table is too wide for its text, the last one first
};
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as columns
};

// How much of something is done, drawn as a bar where that is possible, always with the same facts
// in words.
struct Bar {
  std::string label;
  double done;   // more than `whole` is drawn as all of it
  double whole;  // if 0, all of it is done
  std::string words;
  // The parts that what is done comes from, such as days, each a share of the greatest from 0 to 1:
  // drawn one beside the other in place of the bar.
  std::vector<double> parts{};

  [[nodiscard]] double share() const;  // 0 to 1
};
// Each bar by its own whole, or all on one scale: amounts of one unit, to be compared, of which
// more than the whole is drawn as that.
enum class Bars { by_whole, one_scale };
struct BarList {
  std::vector<Bar> bars;
  Bars scale = Bars::by_whole;
};

// An address that may be followed. Only http, https and mailto ones become links.
struct Link {
  std::string text;  // empty: the address itself
  std::string url;
};
using Line = std::variant<std::string, Link>;

// Points, each with a mark in words (PASS, FAIL, UNKNOWN, WAIVED) or none, and points of its own
// below.
struct Item {
  std::string mark;
  Tone tone = Tone::plain;
  Line text;
  std::vector<Line> details;
  std::vector<Item> items{};
};
struct ItemList {
  std::vector<Item> items;
};

// Spans of days, first and last included, one below the other over the same calendar.
struct Timeline {
  struct Span {
    calendar::Date from;
    calendar::Date to;
  };
  enum class RowKind { usual, gate };  // gate: time laid only for what a gate still takes
  struct Row {
    std::string label;
    Span span;
    bool done;
    std::optional<Span> baseline{};  // as it was first planned
    RowKind kind = RowKind::usual;
    std::vector<Span> gates{};  // of its days, those laid only for what a gate still takes
  };
  struct Mark {
    std::string label;
    std::string sign;  // one column wide
    calendar::Date on;
    Tone tone;
  };

  Span whole;  // holds all the others
  std::vector<Row> rows;
  std::vector<Span> breaks;
  std::vector<Mark> marks;
  bool wide = false;  // twice as fine as usual, where there is room
};

// A picture of numbers, with the numbers. Whoever can't see it has the same from the words and the
// table, so a chart without numbers is empty.
struct Chart {
  std::string title;
  std::string words;  // what it shows, in a sentence
  Drawing drawing;
  Table numbers;
};

// What to type next. It belongs to the whole document, wherever it is put.
struct Command {
  std::string command;
  std::string reason;
};

// Parts under a title. The title of an outermost section is a title of the document.
struct Part;
struct Section {
  std::string title;
  std::vector<Part> parts;
};

using AnyPart =
    std::variant<Paragraph, FactList, Table, BarList, ItemList, Timeline, Chart, Command, Section>;
struct Part : AnyPart {
  using AnyPart::AnyPart;
};

// Whether the part has no content, such as a list without items or a section of such parts. Writers
// leave it out.
[[nodiscard]] bool is_empty(const Part& part);

struct Document {
  std::vector<Part> parts;
};

}  // namespace gradus::report
