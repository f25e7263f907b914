// The command line front: words in, exit code out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace configurator {

/// Does this command line open the app? No words, or one that ends in ".ruck".
bool opensApp(const std::vector<std::string>& words);

/// Runs `words` (without the program's name), prints results to standard output and messages to standard
/// error.
int runCommandLine(const std::vector<std::string>& words, const std::filesystem::path& executable);

}  // namespace configurator
