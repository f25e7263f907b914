#include "tests/pictures/accepted_picture.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/pictures/compare_images.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;

// Software renderers of other versions and processors round otherwise at edges: less than these. A part that
// is missing, moved or of another colour is more.
constexpr double kMostLargest = 40;
constexpr double kMostMean = 0.5;

void writePng(const fs::path& path, const renderer::Image& image) {
  fs::create_directories(path.parent_path());
  const auto bytes = renderer::encodePng(image);
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  ASSERT_TRUE(file.good()) << path;
}

}  // namespace

void expectAccepted(const renderer::Image& picture, const std::string& name, const std::string& test) {
  const fs::path baseline = fs::path(RUCKSMITH_SOURCE_DIR) / "tests/pictures" / (name + ".png");
  if (std::getenv("RUCKSMITH_ACCEPT") != nullptr) {
    writePng(baseline, picture);
    return;
  }
  const auto accepted = renderer::loadPng(baseline);
  const auto difference =
      accepted ? renderer::compareImages(*accepted, picture) : renderer::ImageDifference{};
  const bool alike =
      difference.same_size && difference.largest <= kMostLargest && difference.mean <= kMostMean;
  if (alike) return;
  const fs::path left =
      fs::path(RUCKSMITH_BINARY_DIR) / "pictures" / (fs::path(name).filename().string() + ".png");
  writePng(left, picture);
  ADD_FAILURE() << (accepted ? "" : accepted.error().message) << "\nlargest difference " << difference.largest
                << " of at most " << kMostLargest << ", mean " << difference.mean << " of at most "
                << kMostMean << "\nwas:    " << baseline.string() << "\nnow:    " << left.string()
                << "\nLook at both. To accept what is drawn now:\n  RUCKSMITH_ACCEPT=1 "
                << RUCKSMITH_BINARY_DIR << "/pictures_test --gtest_filter='*/" << test << "'";
}

}  // namespace configurator
