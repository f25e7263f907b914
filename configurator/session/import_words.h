// What importModel tells its child on the command line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "renderer/model.h"

namespace configurator {

struct ImportWords {
  renderer::ModelFormat format = renderer::ModelFormat::Glb;
  double mm_per_unit = 1;
  std::size_t file_bytes = 0, triangles = 0, drawn_triangles = 0;
  int megabytes = 0, seconds = 0;
};

/// The command first, then each number as text.
std::vector<std::string> wordsOf(const ImportWords& words);
std::optional<ImportWords> parseImportWords(const std::vector<std::string>& words);

}  // namespace configurator
