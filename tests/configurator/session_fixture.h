// The program's own workshop, opened once, and a folder that goes with its test.
#pragma once

#include <filesystem>
#include <string>

#include "configurator/session/template_library.h"
#include "configurator/session/workshop.h"

namespace configurator {

const Workshop& programWorkshop();

/// Of a shipped template, dated 2026-03-02. REQUIRES that it loads.
Design templateDesign(const std::string& id);

/// Throws when a result that the test stands on is an error.
void must(bool has_value);

/// Removed with all that is in it.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void writeText(const std::filesystem::path& path, const std::string& text);
std::string readText(const std::filesystem::path& path);

}  // namespace configurator
