#include "configurator/session/import_words.h"

#include "configurator/catalog/number_text.h"
#include "configurator/session/import_child.h"

namespace configurator {

std::vector<std::string> wordsOf(const ImportWords& words) {
  return {kImportCommand,
          std::to_string(static_cast<int>(words.format)),
          formatNumber(words.mm_per_unit),
          std::to_string(words.file_bytes),
          std::to_string(words.triangles),
          std::to_string(words.drawn_triangles),
          std::to_string(words.megabytes),
          std::to_string(words.seconds)};
}

std::optional<ImportWords> parseImportWords(const std::vector<std::string>& words) {
  if (words.size() != 8) return std::nullopt;
  std::vector<double> numbers;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto number = parseDecimal(words[i]);
    if (!number || *number < 0) return std::nullopt;
    numbers.push_back(*number);
  }
  if (numbers[0] > static_cast<double>(renderer::ModelFormat::Stl)) return std::nullopt;
  ImportWords read;
  read.format = static_cast<renderer::ModelFormat>(static_cast<int>(numbers[0]));
  read.mm_per_unit = numbers[1];
  read.file_bytes = static_cast<std::size_t>(numbers[2]);
  read.triangles = static_cast<std::size_t>(numbers[3]);
  read.drawn_triangles = static_cast<std::size_t>(numbers[4]);
  read.megabytes = static_cast<int>(numbers[5]);
  read.seconds = static_cast<int>(numbers[6]);
  return read;
}

}  // namespace configurator
