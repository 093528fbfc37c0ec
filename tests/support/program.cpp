#include "support/program.hpp"

#include "gradus/cli/run.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <streambuf>
#include <string_view>
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

// Takes what is written to one stream, and adds it to what both show.
class Tee : public std::streambuf {
 public:
  Tee(std::string& own, std::string& shown) : own_(own), shown_(shown) {}

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char one = traits_type::to_char_type(c);
    (void)xsputn(&one, 1);
    return c;
  }
  std::streamsize xsputn(const char* text, std::streamsize length) override {
    const std::string_view written{text, static_cast<std::size_t>(length)};
    own_ += written;
    shown_ += written;
    return length;
  }

 private:
  std::string& own_;
  std::string& shown_;
};

// Whether an error says what to do next, in its text or its JSON.
bool has_hint(const std::string& err) {
  for (const std::string before : {"\n  hint: ", "\"hint\": \""}) {
    const auto at = err.find(before);
    if (at == std::string::npos) continue;
    const auto next = err.find_first_of("\"\n", at + before.size());
    return next > at + before.size() && next != std::string::npos;
  }
  return false;
}

}  // namespace

Program::Program(std::string today) : today_(std::move(today)) {
  set_environment("HOME", folder_.path());
  set_environment("GRADUS_STORE", store());
}

Answer Program::run(const std::vector<std::string>& args) {
  Answer answer{};
  Tee to_out{answer.out, answer.shown};
  Tee to_err{answer.err, answer.shown};
  std::ostream out{&to_out};
  std::ostream err{&to_err};
  const auto today = calendar::Date::parse(today_).value();
  const calendar::Minutes east{offset_};
  const cli::World world{
      .out = out,
      .err = err,
      .today = today,
      .environment = [this](const std::string& name) -> std::optional<std::string> {
        const auto found = environment_.find(name);
        if (found == environment_.end()) return std::nullopt;
        return found->second;
      },
      .random_bytes =
          [this] {
            // Spread over the first bytes, so that short ids differ as random ones do.
            std::array<std::uint8_t, 16> bytes{};
            const std::uint32_t mixed = ++ids_ * 2654435761U;
            for (std::size_t i = 0; i < 4; ++i)
              bytes[i] = static_cast<std::uint8_t>(mixed >> (8U * (3U - i)));
            return bytes;
          },
      .local_offset = [east](calendar::Date,
                             calendar::TimeOfDay) { return calendar::LocalOffset{east}; },
      .terminal_width = width_ == 0 ? std::nullopt : std::optional(width_),
      .err_width = width_ == 0 ? std::nullopt : std::optional(width_),
      .now =
          [this, east] {
            return calendar::Moment{calendar::Date::parse(today_).value(), clock_, east};
          },
      .clock = [this] { return real_time_ = real_time_ + std::chrono::microseconds{1}; },
      .ask =
          [this, &err](const std::string& question) {
            auto line = input_;
            if (!inputs_.empty()) {
              line = inputs_.front();
              inputs_.erase(inputs_.begin());
            }
            if (line) err << question;
            return line;
          },
      .wait =
          [this, waited = std::chrono::seconds{0}](std::chrono::seconds time) mutable {
            waited += time;
            return !interrupt_ || waited < *interrupt_;
          },
      .listen =
          [this, heard = std::chrono::seconds{0}](std::chrono::seconds time) mutable {
            if (!enter_) return cli::Heard::end;
            if (heard + time <= *enter_) {
              heard += time;
              return cli::Heard::nothing;
            }
            heard = std::chrono::seconds{0};
            return cli::Heard::line;
          },
      .page =
          [&answer, &out](const std::string& pager, const std::string& text) {
            answer.pager = pager;
            out << text;
            return true;
          },
      .launch =
          [this](const std::vector<std::string>& words) {
            launched_.push_back(fmt::format("{}", fmt::join(words, " ")));
            return programs_.contains(words.front());
          },
      .read = read_};
  const auto code = cli::run(args, world);
  if (code != cli::ExitCode::done && code != cli::ExitCode::no && !answer.err.empty()) {
    INFO(fmt::format("gradus {}\n{}", fmt::join(args, " "), answer.err));
    CHECK(has_hint(answer.err));
  }
  answer.code = static_cast<int>(code);
  return answer;
}

void Program::set_clock(const std::string& time) {
  clock_ = calendar::TimeOfDay::parse(time).value();
}

void Program::set_standard_input(std::string bytes) {
  read_ = [bytes = std::move(bytes), at = std::size_t{0}](char* to, std::size_t most) mutable {
    const auto count = bytes.copy(to, most, at);
    at += count;
    return count;
  };
}

Answer Program::run(const std::string& words) {
  const std::string variable = "$FOLDER";
  std::string line = words;
  for (auto at = line.find(variable); at != std::string::npos; at = line.find(variable))
    line.replace(at, variable.size(), folder_.path().string());
  return run(split_words(line));
}

}  // namespace gradus::testing
