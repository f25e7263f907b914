// The other end of importModel: the process that reads one model of others and may die of it.
#pragma once

#include <string>
#include <vector>

namespace configurator {

inline constexpr char kImportCommand[] = "import-model";

/// `words`: the command, then the numbers that importModel writes (import_words.cpp). Reads the file from
/// standard input and answers on standard output (renderer/model_bytes.h), within limits that it sets itself
/// before it looks at a byte. Does not return: nothing that a hostile file has changed is torn down.
[[noreturn]] void runImportChild(const std::vector<std::string>& words);

}  // namespace configurator
