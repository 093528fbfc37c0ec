#pragma once

namespace gradus::cli {

enum class ExitCode : int {
  done = 0,     // or: the answer is yes
  no = 1,       // the answer is no
  usage = 2,    // wrong usage or bad input; nothing was changed
  store = 3,    // the store can't be used; nothing was lost
  refused = 4,  // a rule refuses; nothing was changed
};

}  // namespace gradus::cli
