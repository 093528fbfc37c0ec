#pragma once

#include <string>
#include <vector>

namespace gradus::cli {

// What may stand for a value, as far as completion can name it.
enum class Completion {
  none,
  file,
  day,
  tier,
  week,
  topic,
  criterion,  // TIER/CRITERION
  signature,  // a criterion, or MODULE/CHECK of a check that is signed
  artefact,   // of the curriculum
  delivery,   // an artefact, or a module's check that asks for one
  module,
  module_to_add,     // or a bundle
  module_to_remove,  // or a bundle
  stack,
  track,
  curriculum,  // an id or a file
  table,       // a decision table
  exam,
  entry,
  page,      // what `open` opens
  question,  // what `drill` asks, tables too
  sheet,     // MODULE/CHECK of a check that asks for a sheet
};

// What there is to say of an option or an argument.
struct OptionHelp {
  std::string name;  // "--topic"; of an argument, what its value is called: "KIND"
  std::string type;  // what an option's value is called; empty for a flag and for most arguments
  std::string description;
  std::vector<std::string> choices{};  // the only words it takes; empty when it takes others
  std::vector<std::string> offered{};  // those to choose from, though it takes others
  Completion completes = Completion::none;
  bool required = false;
  bool flag = false;         // takes no value
  bool many = false;         // takes any number of values
  std::string short_name{};  // "-t"; mostly empty

  [[nodiscard]] bool is_argument() const { return name.front() != '-'; }
};

// A command as its grammar describes it. The outermost one is gradus itself, whose options every
// command takes.
struct CommandHelp {
  std::string name;
  std::string description;
  std::string examples;  // whole command lines, one a line, each behind two blanks
  std::vector<OptionHelp> options{};
  std::vector<CommandHelp> commands{};
  bool runs = true;       // false: one of its commands must follow
  std::string remarks{};  // lines; mostly none
};

// All commands there are. The man page and completion are made of this.
[[nodiscard]] CommandHelp describe_commands();

}  // namespace gradus::cli
