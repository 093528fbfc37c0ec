#include "evidence/process.hpp"

#include "evidence/descriptor.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gradus::evidence {
namespace {

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> list;
  list.reserve(texts.size() + 1);
  // exec's parameter type lacks const, but it doesn't change them.
  for (const auto& text : texts) list.push_back(const_cast<char*>(text.c_str()));
  list.push_back(nullptr);
  return list;
}

// Stdin and stderr are /dev/null; the program gets its own process group, so that all of it can be
// killed.
class Setup {
 public:
  explicit Setup(int output) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
  }
  Setup(const Setup&) = delete;
  Setup& operator=(const Setup&) = delete;
  ~Setup() {
    ::posix_spawnattr_destroy(&attributes_);
    ::posix_spawn_file_actions_destroy(&actions_);
  }

  [[nodiscard]] std::optional<pid_t> start(const Command& command) const {
    const auto words = pointers(command.words);
    const auto environment = pointers(command.environment);
    pid_t child = 0;
    const int failure = ::posix_spawn(&child, words.front(), &actions_, &attributes_, words.data(),
                                      environment.data());
    return failure == 0 ? std::optional(child) : std::nullopt;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

// Becomes readable when the time is up.
Descriptor timer_of(std::chrono::seconds limit) {
  Descriptor timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  itimerspec when{};
  when.it_value.tv_sec = limit.count();
  ::timerfd_settime(timer.number(), 0, &when, nullptr);
  return timer;
}

// Reads until the writer has closed its end, or must be stopped.
Ending read_all(int from, int timer, std::string& output, std::size_t most) {
  constexpr std::size_t piece = std::size_t{16} * 1024;
  std::array<pollfd, 2> watched{pollfd{from, POLLIN, 0}, pollfd{timer, POLLIN, 0}};
  std::array<char, piece> buffer{};
  while (true) {
    if (::poll(watched.data(), watched.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return Ending::killed;
    }
    if (watched[1].revents != 0) return Ending::too_long;
    const auto got = ::read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return Ending::exited;
    output.append(buffer.data(), static_cast<std::size_t>(got));
    if (output.size() > most) return Ending::too_much;
  }
}

}  // namespace

Ran run(const Command& command, std::chrono::seconds limit, std::size_t output_limit) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  const Descriptor reading(ends[0]);
  const Descriptor timer = timer_of(limit);
  std::optional<pid_t> child;
  {
    const Descriptor writing(ends[1]);
    child = Setup(writing.number()).start(command);
  }
  if (!child) return {};
  Ran ran;
  ran.ending = read_all(reading.number(), timer.number(), ran.output, output_limit);
  if (ran.ending != Ending::exited) ::kill(-*child, SIGKILL);
  int status = 0;
  while (::waitpid(*child, &status, 0) < 0 && errno == EINTR) {
  }
  if (ran.ending != Ending::exited) return ran;
  if (WIFEXITED(status))
    ran.code = WEXITSTATUS(status);
  else
    ran.ending = Ending::killed;
  return ran;
}

}  // namespace gradus::evidence
