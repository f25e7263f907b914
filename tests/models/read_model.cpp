// Unpacks a file and hands its text to the reader of its format.
#include "tests/models/read_model.h"

#include <zlib.h>

#include <memory>
#include <stdexcept>

namespace models {

std::string readText(const std::filesystem::path& file) {
  struct Close {
    void operator()(gzFile opened) const { gzclose(opened); }
  };
  // gzread passes a file that is not gzipped through as it is.
  const std::unique_ptr<gzFile_s, Close> opened(gzopen(file.c_str(), "rb"));
  if (!opened) throw std::runtime_error(file.string() + ": cannot be opened");
  std::string text;
  char part[1 << 16];
  for (;;) {
    const int count = gzread(opened.get(), part, sizeof part);
    if (count < 0) throw std::runtime_error(file.string() + ": is damaged");
    if (count == 0) return text;
    text.append(part, static_cast<std::size_t>(count));
  }
}

ForeignModel parseModel(const std::string& text, const std::string& name) {
  const std::string plain = name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name;
  if (plain.ends_with(".dimacs") || plain.ends_with(".cnf")) return parseDimacs(text, name);
  if (plain.ends_with(".uvl")) return parseUvl(text, name);
  if (plain.ends_with(".xml")) return parseXcsp(text, name);
  throw std::runtime_error(name + ": ends neither in .dimacs, .cnf, .uvl nor .xml");
}

ForeignModel readModel(const std::filesystem::path& file) {
  return parseModel(readText(file), file.string());
}

}  // namespace models
