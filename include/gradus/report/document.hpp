#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::report {

// A document for people, before it has a format. Texts may come from users: the writers make
// control characters visible and escape what their format would take for markup.

struct Heading {
  int level;  // 1 is the title
  std::string text;
};

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
  bool whole = false;  // never cut: an id that is no use in parts
};
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as columns
};

// Shares of a whole, drawn as bars where that is possible, always with the same facts in words.
struct Bar {
  std::string label;
  double share;  // 0 to 1; what is over is drawn as full
  std::string words;
};
struct BarList {
  std::vector<Bar> bars;
};

// Points with a mark in words: PASS, FAIL, UNKNOWN, WAIVED, or none; with points of their own
// below.
struct Item {
  std::string mark;
  Tone tone = Tone::plain;
  std::string text;
  std::vector<std::string> details;
  std::vector<Item> items{};
};
struct ItemList {
  std::vector<Item> items;
};

// What to type next.
struct Command {
  std::string command;
  std::string reason;
};

struct Document {
  std::vector<std::variant<Heading, Paragraph, FactList, Table, BarList, ItemList, Command>> parts;
};

}  // namespace gradus::report
