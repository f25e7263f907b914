// The program: the app, or with a command the command line. Both fronts meet here alone.
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "configurator/cli/command_line.h"
#ifdef RUCKSMITH_APP
#include "configurator/app/app.h"
#endif

namespace {

/// Where this program's file lies, through links; what it was called as where the system does not tell.
std::filesystem::path executablePath(const char* called_as) {
  std::error_code error;
  const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path(called_as) : own;
}

int openApp([[maybe_unused]] const std::filesystem::path& executable,
            [[maybe_unused]] const std::vector<std::string>& words) {
#ifdef RUCKSMITH_APP
  return configurator::runApp({executable, words.empty() ? std::string() : words.front()});
#else
  std::cerr << "rucksmith: this build has no window. See: rucksmith --help\n";
  return 5;
#endif
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    const std::filesystem::path executable = executablePath(argc > 0 ? argv[0] : "rucksmith");
    if (configurator::opensApp(words)) return openApp(executable, words);
    return configurator::runCommandLine(words, executable);
  } catch (const std::exception& error) {
    std::cerr << "rucksmith: internal error: " << error.what() << "\n";
    return 1;
  }
}
