#include "tests/bom/schema_files.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

std::filesystem::path schemaPath() {
  return std::filesystem::path(RUCKSMITH_SOURCE_DIR) / "assets" / "schemas" / "techpack.xsd";
}

std::string readFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

bool hasXmllint() {
  return std::system("xmllint --version >/dev/null 2>&1") == 0;
}

bool xmllintAccepts(const std::string& xml) {
  // Tests run side by side: the process id keeps their files apart.
  const auto path =
      std::filesystem::temp_directory_path() / ("rucksmith-xsd-" + std::to_string(getpid()) + ".xml");
  std::ofstream(path, std::ios::binary) << xml;
  const std::string command = "xmllint --nonet --noout --schema '" + schemaPath().string() + "' '" +
                              path.string() + "' >/dev/null 2>&1";
  const bool accepts = std::system(command.c_str()) == 0;
  std::filesystem::remove(path);
  return accepts;
}
