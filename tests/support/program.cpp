#include "support/program.hpp"

#include "gradus/cli/run.hpp"

#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace gradus::testing {
namespace {

std::vector<std::string> split_words(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  bool in_word = false;
  char quote = '\0';
  for (const char c : line) {
    if (quote != '\0') {
      if (c == quote)
        quote = '\0';
      else
        word += c;
    } else if (c == '"' || c == '\'') {
      quote = c;
      in_word = true;
    } else if (c == ' ') {
      if (in_word) words.push_back(std::exchange(word, ""));
      in_word = false;
    } else {
      word += c;
      in_word = true;
    }
  }
  if (quote != '\0') throw std::runtime_error("a quote is not closed: " + line);
  if (in_word) words.push_back(word);
  return words;
}

}  // namespace

Program::Program(std::string today) : today_(std::move(today)) {
  set_environment("HOME", folder_.path());
  set_environment("GRADUS_STORE", store());
}

Answer Program::run(const std::vector<std::string>& args) {
  std::ostringstream out;
  std::ostringstream err;
  const auto today = calendar::Date::parse(today_).value();
  const calendar::Minutes east{offset_};
  const cli::World world{
      out,
      err,
      today,
      [this](const std::string& name) -> std::optional<std::string> {
        const auto found = environment_.find(name);
        if (found == environment_.end()) return std::nullopt;
        return found->second;
      },
      [this] {
        // Spread over the first bytes, so that short ids differ as random ones do.
        std::array<std::uint8_t, 16> bytes{};
        const std::uint32_t mixed = ++ids_ * 2654435761U;
        for (std::size_t i = 0; i < 4; ++i)
          bytes[i] = static_cast<std::uint8_t>(mixed >> (8U * (3U - i)));
        return bytes;
      },
      [east](calendar::Date, calendar::TimeOfDay) { return calendar::LocalOffset{east}; },
      width_ == 0 ? std::nullopt : std::optional(width_),
      [this, today, east] {
        return calendar::Moment{today, clock_, east};
      },
      [this] { return real_time_ = real_time_ + std::chrono::microseconds{1}; },
      [this, &err](const std::string& question) {
        if (input_) err << question;
        return input_;
      },
      [this, waited = std::chrono::seconds{0}](std::chrono::seconds time) mutable {
        waited += time;
        return !interrupt_ || waited < *interrupt_;
      }};
  const int code = static_cast<int>(cli::run(args, world));
  return {code, out.str(), err.str()};
}

void Program::set_clock(const std::string& time) {
  clock_ = calendar::TimeOfDay::parse(time).value();
}

Answer Program::run(const std::string& words) {
  const std::string variable = "$FOLDER";
  std::string line = words;
  for (auto at = line.find(variable); at != std::string::npos; at = line.find(variable))
    line.replace(at, variable.size(), folder_.path().string());
  return run(split_words(line));
}

}  // namespace gradus::testing
