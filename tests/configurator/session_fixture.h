// The program's own workshop, opened once, and a folder that goes with its test.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "configurator/pack/pack.h"
#include "configurator/session/apply_edits.h"
#include "configurator/session/template_library.h"
#include "configurator/session/workshop.h"

namespace configurator {

const Workshop& programWorkshop();

/// Of a shipped template, dated 2026-03-02. REQUIRES that it loads.
Design templateDesign(const std::string& id);

/// Option by slot.
using Options = std::map<std::string, std::string>;

/// A template with other options in some slots.
Design designWith(const std::string& id, const Options& options);
/// Its pack in size M; the test fails where the design breaks rules.
Pack packWith(const std::string& id, const Options& options);

/// The design with edits as `set` makes them, else what it refuses them for.
tl::expected<Design, EditRefusal> editedAsBySet(const Design& design, const std::vector<KeyValue>& edits);

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
