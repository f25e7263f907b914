#include "configurator/session/file_findings.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "configurator/pack/pack_scene_artwork.h"

namespace configurator {
namespace {

constexpr const char* kDrawnFromFiles = "The pack is drawn, exported and shown to buyers with this file.";

bool isThere(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::exists(file, error);
}

Violation warning(std::string rule, std::string message, std::string because) {
  return {std::move(rule), "warning", std::move(message), std::move(because), {}};
}

}  // namespace

std::vector<Violation> fileFindingsOf(const Design& design, const Pack& pack) {
  std::vector<Violation> findings;
  for (const auto& [artwork, file] : design.artwork) {
    const std::filesystem::path path = pictureFileOf(design, file);
    if (!showsPicture(pack, artwork)) {
      findings.push_back(
          warning("picture-has-no-place",
                  "The picture " + file + " shows nowhere: the pack has no " + artwork +
                      " that can be printed, embroidered or moulded.",
                  "What is chosen decides which marks of the brand there are; reflective film is "
                  "cut, not printed."));
    } else if (!isThere(path)) {
      findings.push_back(warning("picture-is-missing",
                                 "The picture of " + artwork + " is not there: " + path.string() + ".",
                                 kDrawnFromFiles));
    }
  }
  for (const auto& [item, part] : design.own_parts) {
    const std::filesystem::path path = fileOf(design, part);
    if (isThere(path)) continue;
    findings.push_back(warning("part-is-missing",
                               "The model of " + item + " is not there: " + path.string() + ".",
                               kDrawnFromFiles));
  }
  return findings;
}

}  // namespace configurator
