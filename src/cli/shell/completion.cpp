#include "gradus/report/json.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"

#include <map>
#include <string>
#include <string_view>

// All three scripts hand the words before the cursor to `gradus __complete` and offer what it
// prints. So they never go stale, and none of them knows a command.

namespace gradus::cli {
namespace {

enum class Shell { bash, zsh, fish };

struct PrintCompletion {
  Shell shell = Shell::bash;
};

void describe_completion(Command& completion, PrintCompletion& request) {
  const std::map<std::string, Shell> shells{
      {"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}};
  completion
      .add_choice(
          "SHELL", {"bash", "zsh", "fish"},
          [&request, shells](const std::string& word) { request.shell = shells.at(word); },
          "The shell that will read it")
      .required();
}

constexpr std::string_view bash = R"script(# bash completion for gradus

_gradus() {
  local program=${1/#\~/$HOME} current=${COMP_WORDS[COMP_CWORD]}
  local words=() word line i
  type -P "$program" >/dev/null || program=gradus

  # Bash cuts words at "=": put --option=value together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((${#words[@]} > 0)) && [[ $word == = || ${words[-1]} == --*= ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
  done
  [[ $current == = ]] && current=

  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$current")
    else
      word=${line%%$'\t'*}
      [[ $word == "$current"* ]] || word=${word#--*=}
      printf -v word %q "$word"
      COMPREPLY+=("$word")
    fi
  done < <("$program" __complete "${words[@]}" 2>/dev/null)
}

complete -F _gradus gradus
)script";

constexpr std::string_view zsh = R"script(#compdef gradus
# zsh completion for gradus

_gradus() {
  local program=${~${(Q)words[1]}} line
  local -a candidates
  local -i files=0
  (( $+commands[$program] )) || [[ -x $program ]] || program=gradus

  for line in ${(f)"$($program __complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)"}; do
    if [[ $line == :files ]]; then
      files=1
    else
      candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    fi
  done

  (( $#candidates )) && _describe gradus candidates
  if (( files )); then
    compset -P '--*='
    _files
  fi
}

# Loaded by its name, as a file of fpath, or read with source.
if [[ $funcstack[1] == _gradus ]]; then
  _gradus "$@"
else
  compdef _gradus gradus
fi
)script";

constexpr std::string_view fish = R"script(# fish completion for gradus

function __gradus_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    type -q "$program"; or set program gradus
    set -e words[1]
    for line in ($program __complete $words "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current")
        else
            echo $line
        end
    end
end

complete -c gradus -f -a '(__gradus_complete)'
)script";

std::string_view script(Shell shell) {
  switch (shell) {
    case Shell::bash:
      return bash;
    case Shell::zsh:
      return zsh;
    case Shell::fish:
      return fish;
  }
  return {};
}

ExitCode run(const PrintCompletion& request, Session& session) {
  const auto text = script(request.shell);
  session.answer(session.json ? report::exported_json(std::string(text)) : std::string(text));
  return ExitCode::done;
}

}  // namespace

void add_completion(Command& gradus) {
  gradus.add_command<PrintCompletion>(
      "completion", "Print a script that completes commands, options and ids in your shell.",
      "  source <(gradus completion bash)\n"
      "  gradus completion zsh > ~/.zfunc/_gradus\n"
      "  gradus completion fish > ~/.config/fish/completions/gradus.fish\n",
      describe_completion);
}

}  // namespace gradus::cli
