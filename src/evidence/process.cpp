#include "evidence/process.hpp"

#include "evidence/descriptor.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <sys/resource.h>
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

void cap(int what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

// In the child, where only system calls are safe. Stdin and stderr are /dev/null; the program gets
// its own process group, so that all of it can be killed. It may not write to any file.
[[noreturn]] void become(char* const* words, char* const* environment, int output, int failure,
                         const ProcessLimits& limits) {
  ::setpgid(0, 0);
  const int nothing = ::open("/dev/null", O_RDWR);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(nothing, STDERR_FILENO);
  if (nothing > STDERR_FILENO) ::close(nothing);
  cap(RLIMIT_AS, limits.memory);
  cap(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count()));
  cap(RLIMIT_FSIZE, 0);
  cap(RLIMIT_CORE, 0);
  ::execve(words[0], words, environment);
  const char mark = 1;
  (void)!::write(failure, &mark, 1);
  ::_exit(127);
}

// nullopt when the program could not be started.
std::optional<pid_t> start(const Command& command, int output, const ProcessLimits& limits) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const Descriptor reading(ends[0]);
  const auto words = pointers(command.words);
  const auto environment = pointers(command.environment);
  pid_t child = -1;
  {
    const Descriptor writing(ends[1]);
    child = ::fork();
    if (child == 0) become(words.data(), environment.data(), output, writing.number(), limits);
  }
  if (child < 0) return std::nullopt;
  ::setpgid(child, child);  // whichever of the two is first
  char mark = 0;
  ssize_t got = 0;
  while ((got = ::read(reading.number(), &mark, 1)) < 0 && errno == EINTR) {
  }
  if (got <= 0) return child;  // its end closed as the program began
  ::waitpid(child, nullptr, 0);
  return std::nullopt;
}

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

Ran run(const Command& command, const ProcessLimits& limits) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  const Descriptor reading(ends[0]);
  const Descriptor timer = timer_of(limits.time);
  std::optional<pid_t> child;
  {
    const Descriptor writing(ends[1]);
    child = start(command, writing.number(), limits);
  }
  if (!child) return {};
  Ran ran;
  ran.ending = read_all(reading.number(), timer.number(), ran.output, limits.output);
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
