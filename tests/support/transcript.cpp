#include "support/transcript.hpp"

#include "support/program.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <numeric>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace gradus::testing {
namespace {

namespace fs = std::filesystem;

// Documents read it as one does who stands in the source folder.
constexpr auto example_journal = "docs/example-journal.jsonl";
constexpr std::string_view call = "$ gradus";
constexpr std::string_view set_variables = "$ export ";
constexpr std::string_view set_today = "@today ";
constexpr std::string_view set_clock = "@clock ";
constexpr std::string_view file_begins = "@file ";
constexpr std::string_view file_ends = "@end";
constexpr std::string_view saved_begins = "<!-- save as ";
constexpr std::string_view saved_ends = " -->";
constexpr std::string_view head = " | head -n ";
constexpr std::string_view tail = " | tail -n ";

bool begins(std::string_view line, std::string_view start) {
  return line.substr(0, start.size()) == start;
}

std::string without_folder(std::string text, const std::string& folder) {
  for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
    text.replace(at, folder.size(), "$FOLDER");
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in{text};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line + "\n");
  return lines;
}

// What head or tail, if the command line ends with one, lets through of the output.
std::string through_pipe(const std::string& out, std::string_view pipe) {
  auto lines = lines_of(out);
  const auto kept = std::min(std::stoul(std::string(pipe.substr(head.size()))), lines.size());
  if (begins(pipe, head))
    lines.resize(kept);
  else
    lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kept));
  return std::accumulate(lines.begin(), lines.end(), std::string{});
}

// What a shell would show for "$ gradus …", and for that with " | head -n N" or " | tail -n N".
std::string answer_to(const std::string& line, Program& program) {
  const auto pipe = std::min({line.find(head), line.find(tail), line.size()});
  const Answer answer = program.run(line.substr(call.size(), pipe - call.size()));
  std::string text =
      pipe == line.size()
          ? answer.shown
          : through_pipe(answer.out, std::string_view(line).substr(pipe)) + answer.err;
  if (answer.code != 0) text += "[exit " + std::to_string(answer.code) + "]\n";
  return without_folder(text, program.folder().path());
}

// "NAME=VALUE NAME=VALUE", without quotes.
void set_environment(const std::string& assignments, Program& program) {
  std::istringstream words{assignments};
  for (std::string word; words >> word;) {
    const auto equals = word.find('=');
    if (equals == std::string::npos) throw std::runtime_error("not NAME=VALUE: " + word);
    program.set_environment(word.substr(0, equals), word.substr(equals + 1));
  }
}

// Whether the line sets the program's day, time or environment.
bool sets_world(const std::string& line, Program& program) {
  if (begins(line, set_today))
    program.set_today(line.substr(set_today.size()));
  else if (begins(line, set_clock))
    program.set_clock(line.substr(set_clock.size()));
  else if (begins(line, set_variables))
    set_environment(line.substr(set_variables.size()), program);
  else
    return false;
  return true;
}

// Copies the lines up to the one that ends the file, and writes those before it to the program's
// folder.
std::string copy_file(const std::string& name, std::string_view end, std::istream& lines,
                      const Program& program) {
  std::string copied;
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    copied += line + "\n";
    if (line == end) break;
    text += line + "\n";
  }
  program.folder().write(name, text);
  return copied;
}

// Copies the lines that are not output, and puts what the program prints now below each call.
std::string replay(std::istream& lines, Program& program, const std::string& end) {
  std::string result;
  std::string line;
  bool in_output = false;
  while (std::getline(lines, line)) {
    if (begins(line, file_begins)) {
      result += line + "\n";
      result += copy_file(line.substr(file_begins.size()), file_ends, lines, program);
      in_output = false;
      continue;
    }
    const bool is_call = begins(line, call) && (line.size() == 8 || line[8] == ' ');
    if (is_call || sets_world(line, program) || begins(line, "% ") || (!end.empty() && line == end))
      in_output = false;
    if (in_output) continue;
    result += line + "\n";
    if (is_call) {
      result += answer_to(line, program);
      in_output = true;
    }
    if (!end.empty() && line == end) break;
  }
  return result;
}

// The name in "<!-- save as NAME -->".
std::optional<std::string> saved_name(const std::string& line) {
  if (!begins(line, saved_begins)) return std::nullopt;
  const auto end = line.find(saved_ends);
  if (end == std::string::npos) throw std::runtime_error("a comment is not closed: " + line);
  return line.substr(saved_begins.size(), end - saved_begins.size());
}

// The process works in a folder while this lives, so that files are named as a reader names them.
class WorkingFolder {
 public:
  explicit WorkingFolder(const fs::path& folder) { fs::current_path(folder); }
  ~WorkingFolder() { fs::current_path(before_); }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;
  WorkingFolder(WorkingFolder&&) = delete;
  WorkingFolder& operator=(WorkingFolder&&) = delete;

 private:
  fs::path before_ = fs::current_path();
};

}  // namespace

std::string replay_transcript(const std::string& text) {
  std::istringstream lines{text};
  Program program;
  return replay(lines, program, "");
}

std::string replay_console_blocks(const std::string& markdown) {
  std::istringstream lines{markdown};
  Program program;
  program.folder().write(example_journal, read_file(fs::path{GRADUS_SOURCE_DIR} / example_journal));
  const WorkingFolder folder{program.folder().path()};
  std::string result;
  std::string line;
  while (std::getline(lines, line)) {
    result += line + "\n";
    if (const auto name = saved_name(line)) {
      std::getline(lines, line);  // the fence
      result += line + "\n" + copy_file(*name, "```", lines, program);
    } else if (line == "```console") {
      result += replay(lines, program, "```");
    }
  }
  return result;
}

}  // namespace gradus::testing
