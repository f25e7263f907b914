// What a command answers: an exit code of the contract, results for standard output, messages for standard
// error.
#pragma once

#include <string>
#include <utility>

namespace configurator {

enum class ExitCode {
  Done = 0,
  InternalError = 1,  ///< a bug
  Usage = 2,          ///< the command line names what is not known
  WrongFile = 3,      ///< a file is readable but wrong; `verify` found a difference
  Refused = 4,        ///< a choice, or an export of a design, that breaks a rule
  NotReachable = 5,   ///< a file is missing or cannot be written; there is no OpenGL
};

struct Reply {
  ExitCode code = ExitCode::Done;
  std::string output;    ///< results; ends with a line break, or is empty
  std::string messages;  ///< for a person; ends with a line break, or is empty
};

inline Reply done(std::string output) {
  return {ExitCode::Done, std::move(output), ""};
}
inline Reply failed(ExitCode code, const std::string& message) {
  return {code, "", "rucksmith: " + message + "\n"};
}

}  // namespace configurator
