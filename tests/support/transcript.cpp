#include "support/transcript.hpp"

#include "support/program.hpp"

#include <sstream>
#include <string_view>

namespace gradus::testing {
namespace {

constexpr auto call = "$ gradus";
constexpr std::string_view set_today = "@today ";
constexpr std::string_view set_clock = "@clock ";
constexpr std::string_view file_begins = "@file ";
constexpr std::string_view file_ends = "@end";

bool begins(const std::string& line, std::string_view start) {
  return line.rfind(start, 0) == 0;
}

std::string without_folder(std::string text, const std::string& folder) {
  for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
    text.replace(at, folder.size(), "$FOLDER");
  return text;
}

std::string answer_to(const std::string& line, Program& program) {
  const Answer answer = program.run(line.substr(std::string(call).size()));
  std::string text = answer.out + answer.err;
  if (answer.code != 0) text += "[exit " + std::to_string(answer.code) + "]\n";
  return without_folder(text, program.folder().path());
}

// Whether the line sets the program's day or time.
bool sets_time(const std::string& line, Program& program) {
  if (begins(line, set_today))
    program.set_today(line.substr(set_today.size()));
  else if (begins(line, set_clock))
    program.set_clock(line.substr(set_clock.size()));
  else
    return false;
  return true;
}

// The lines from "@file NAME" to "@end", which become a file in the program's folder.
std::string copy_file(const std::string& first, std::istream& lines, const Program& program) {
  std::string copied = first + "\n";
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    copied += line + "\n";
    if (line == file_ends) break;
    text += line + "\n";
  }
  program.folder().write(first.substr(file_begins.size()), text);
  return copied;
}

// Copies the lines that are not output, and puts what the program prints now below each call.
std::string replay(std::istream& lines, Program& program, const std::string& end) {
  std::string result;
  std::string line;
  bool in_output = false;
  while (std::getline(lines, line)) {
    if (begins(line, file_begins)) {
      result += copy_file(line, lines, program);
      in_output = false;
      continue;
    }
    const bool is_call = begins(line, call) && (line.size() == 8 || line[8] == ' ');
    if (is_call || sets_time(line, program) || begins(line, "% ") || (!end.empty() && line == end))
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

}  // namespace

std::string replay_transcript(const std::string& text) {
  std::istringstream lines{text};
  Program program;
  return replay(lines, program, "");
}

std::string replay_console_blocks(const std::string& markdown) {
  std::istringstream lines{markdown};
  Program program;
  std::string result;
  std::string line;
  while (std::getline(lines, line)) {
    result += line + "\n";
    if (line == "```console") result += replay(lines, program, "```");
  }
  return result;
}

}  // namespace gradus::testing
