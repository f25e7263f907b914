#include "configurator/cli/command_line.h"

#include <iostream>

#include "configurator/cli/arguments.h"
#include "configurator/cli/commands.h"
#include "configurator/session/import_child.h"

namespace configurator {
namespace {

Reply answerTo(const std::vector<std::string>& words, const std::filesystem::path& executable) {
  const auto arguments = parseArguments(words);
  return arguments ? runCommand(*arguments, executable) : arguments.error();
}

}  // namespace

bool opensApp(const std::vector<std::string>& words) {
  return words.empty() || (words.size() == 1 && words.front().ends_with(".ruck"));
}

int runCommandLine(const std::vector<std::string>& words, const std::filesystem::path& executable) {
  if (!words.empty() && words.front() == kImportCommand) runImportChild(words);
  Reply answer = answerTo(words, executable);
  std::cout << answer.output << std::flush;
  if (!std::cout) answer = failed(ExitCode::NotReachable, "standard output cannot be written.");
  std::cerr << answer.messages << std::flush;
  return static_cast<int>(answer.code);
}

}  // namespace configurator
