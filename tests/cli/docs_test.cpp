// The documents name only what is there: commands, options, files and headings.
#include "cli/command_help.hpp"
#include "support/folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli::docs_test {

using namespace gradus::cli;
namespace fs = std::filesystem;

namespace {

const fs::path root = GRADUS_SOURCE_DIR;

std::vector<fs::path> documents() {
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(root)) files.push_back(file.path());
  for (const auto& file : fs::recursive_directory_iterator(root / "docs"))
    files.push_back(file.path());
  std::erase_if(files, [](const fs::path& file) { return file.extension() != ".md"; });
  std::ranges::sort(files);
  return files;
}

struct Page {
  std::string prose;                // without blocks of code
  std::vector<std::string> code{};  // `spans` of prose, and lines of blocks
};

std::vector<std::string> all_matches(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator match{text.begin(), text.end(), pattern}, end; match != end; ++match)
    found.push_back((*match)[1]);
  return found;
}

Page read_page(const fs::path& file) {
  static const std::regex span{"`([^`]+)`"};
  std::istringstream lines{gradus::testing::read_file(file)};
  Page page;
  bool fenced = false;
  for (std::string line; std::getline(lines, line);) {
    const bool fence = line.starts_with("```");
    if (fence) fenced = !fenced;
    if (fence) continue;
    if (fenced && line.starts_with("$ "))
      page.code.push_back(line.substr(2));
    else if (!fenced && line.starts_with("    "))
      page.code.push_back(line.substr(4));
    else if (!fenced)
      page.prose += line + "\n";
  }
  const auto spans = all_matches(page.prose, span);
  page.code.insert(page.code.end(), spans.begin(), spans.end());
  return page;
}

// The words of a command line as the documents write it: without quoted texts, the brackets of a
// synopsis, and what follows #, |, > or ;.
std::vector<std::string> words_of(const std::string& code) {
  static const std::regex quoted{R"("[^"]*"|'[^']*')"};
  static const std::regex rest{R"((^|\s)[#|>](\s.*)?$|;[^]*)"};
  static const std::regex brackets{R"([\[\]])"};
  std::string line = std::regex_replace(code, quoted, "TEXT");
  line = std::regex_replace(line, rest, "");
  std::istringstream words{std::regex_replace(line, brackets, " ")};
  return {std::istream_iterator<std::string>{words}, {}};
}

const CommandHelp* find_command(const CommandHelp& parent, const std::string& name) {
  const auto found = std::ranges::find(parent.commands, name, &CommandHelp::name);
  return found == parent.commands.end() ? nullptr : &*found;
}

const OptionHelp* find_option(const CommandHelp& command, const std::string& name) {
  const auto found = std::ranges::find(command.options, name, &OptionHelp::name);
  return found == command.options.end() ? nullptr : &*found;
}

// "--what-if" of "--what-if", "--json=false" and "--from,".
std::string option_name(const std::string& word) {
  const auto end = std::ranges::find_if(
      word, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-'; });
  return {word.begin(), end};
}

// Follows the words of a command line from gradus down to the command they name.
class CommandLine {
 public:
  explicit CommandLine(const CommandHelp& gradus) : gradus_(gradus), command_(&gradus) {}

  // Takes the next word; returns what is wrong with it, if anything.
  std::optional<std::string> take(const std::string& word) {
    if (std::exchange(value_follows_, false)) return std::nullopt;
    if (word.starts_with("--")) return take_option(word);
    return naming_ ? take_name(word.substr(0, word.find('|'))) : std::nullopt;
  }

 private:
  std::optional<std::string> take_option(const std::string& word) {
    const auto name = option_name(word);
    if (name == "--help" || name == "--version") return std::nullopt;
    const OptionHelp* option = find_option(*command_, name);
    if (option == nullptr) option = find_option(gradus_, name);
    if (option == nullptr) return command_->name + " has no option " + name;
    value_follows_ = !option->flag && name == word;
    return std::nullopt;
  }

  // A command, or an argument of the last one.
  std::optional<std::string> take_name(const std::string& name) {
    static const std::regex word{"[a-z]+"};
    const CommandHelp* next = find_command(*command_, name);
    naming_ = next != nullptr;
    const bool takes_words = command_->commands.empty() ||
                             std::ranges::any_of(command_->options, &OptionHelp::is_argument);
    if (!naming_ && !takes_words && std::regex_match(name, word))
      return command_->name + " has no command " + name;
    if (naming_) command_ = next;
    return std::nullopt;
  }

  const CommandHelp& gradus_;
  const CommandHelp* command_;
  bool naming_ = true;
  bool value_follows_ = false;
};

// What is wrong with the words that follow "gradus", if anything. Of the commands in
// "jsonl|csv" only the first is followed.
std::optional<std::string> fault_of(const std::vector<std::string>& words,
                                    const CommandHelp& gradus) {
  CommandLine line{gradus};
  for (const auto& word : words)
    if (auto fault = line.take(word)) return fault;
  return std::nullopt;
}

// The id that GitHub gives a heading.
std::string anchor(const std::string& heading) {
  std::string id;
  for (const char c : heading) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_')
      id += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (c == ' ')
      id += '-';
  }
  return id;
}

bool has_anchor(const fs::path& file, const std::string& id) {
  static const std::regex heading{R"((?:^|\n)#+ ([^\n]+))"};
  const auto headings = all_matches(read_page(file).prose, heading);
  return std::ranges::any_of(headings, [&](const std::string& each) { return anchor(each) == id; });
}

}  // namespace

TEST_CASE("the documents name commands and options that exist", "[cli]") {
  const CommandHelp gradus = describe_commands();
  for (const auto& file : documents()) {
    INFO(file);
    for (const auto& code : read_page(file).code) {
      auto words = words_of(code);
      if (words.empty()) continue;
      // `log --at` is as good as `gradus log --at`.
      if (words.front() == "gradus")
        words.erase(words.begin());
      else if (find_command(gradus, words.front()) == nullptr)
        continue;
      INFO(code);
      CHECK(fault_of(words, gradus) == std::nullopt);
    }
  }
}

TEST_CASE("an invented command or option is noticed", "[cli]") {
  const CommandHelp gradus = describe_commands();
  CHECK(fault_of(words_of("plan stretch sql --to 8 --json   # a comment --nonsense"), gradus) ==
        std::nullopt);
  CHECK(fault_of(words_of("frobnicate"), gradus) == "gradus has no command frobnicate");
  CHECK(fault_of(words_of("track frobnicate"), gradus) == "track has no command frobnicate");
  CHECK(fault_of(words_of("plan frobnicate"), gradus) == "plan has no command frobnicate");
  CHECK(fault_of(words_of("log 50m read [--score N]"), gradus) == "log has no option --score");
}

TEST_CASE("the links of the documents lead to files and headings", "[cli]") {
  static const std::regex link{R"(\]\(([^)\s]+)\))"};
  for (const auto& file : documents()) {
    INFO(file);
    for (const auto& target : all_matches(read_page(file).prose, link)) {
      if (target.find(':') != std::string::npos) continue;
      INFO(target);
      const auto hash = target.find('#');
      const fs::path page = hash == 0 ? file : file.parent_path() / target.substr(0, hash);
      CHECK(fs::exists(page));
      if (hash != std::string::npos && fs::exists(page))
        CHECK(has_anchor(page, target.substr(hash + 1)));
    }
  }
}

TEST_CASE("the files that the documents name exist", "[cli]") {
  static const std::regex path{"`((?:src|include|tests|docs|data|scripts)/[a-z0-9_./-]+)`",
                               std::regex::icase};
  for (const auto& file : documents()) {
    INFO(file);
    for (const auto& named : all_matches(read_page(file).prose, path)) {
      INFO(named);
      CHECK(fs::exists(root / named));
    }
  }
}

}  // namespace gradus::cli::docs_test
