// Pictures of others: what is drawn of a file, and what is refused with which words.
#include "renderer/load_picture.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/renderer/scenes.h"

namespace renderer::test {
namespace {

std::filesystem::path fileOf(const std::string& name, const std::string& text) {
  const std::filesystem::path path = scratchPath(name);
  writeFile(path, {text.begin(), text.end()});
  return path;
}

std::string svgOf(const std::string& inside, const std::string& size = "viewBox=\"0 0 40 20\"") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + size +
         ">" + inside + "</svg>";
}

TEST(LoadPicture, DrawsAnSvgWithItsColoursAndWhatIsClear) {
  // Red on the left half at half cover, nothing on the right.
  const auto image = loadPicture(
      fileOf("half.svg", svgOf("<rect width=\"20\" height=\"20\" fill=\"#ff0000\" fill-opacity=\"0.5\"/>")));
  ASSERT_TRUE(image.has_value()) << image.error().message;
  EXPECT_EQ(image->width, kDrawnPictureSide);
  EXPECT_EQ(image->height, kDrawnPictureSide / 2);
  const Pixel left = pixelAt(*image, 200, 200), right = pixelAt(*image, 900, 200);
  EXPECT_NEAR(left.r, 255, 1);
  EXPECT_EQ(left.g, 0);
  EXPECT_NEAR(left.a, 128, 1);
  EXPECT_EQ(right.a, 0);
}

TEST(LoadPicture, ReadsAPng) {
  const Image two{2, 1, {255, 0, 0, 255, 0, 0, 255, 128}};
  const std::filesystem::path path = scratchPath("two.png");
  writeFile(path, encodePng(two));
  const auto image = loadPicture(path);
  ASSERT_TRUE(image.has_value()) << image.error().message;
  EXPECT_EQ(image->rgba, two.rgba);
}

TEST(LoadPicture, SaysWhatIsWrong) {
  const std::string rect = "<rect width=\"9\" height=\"9\"/>";
  const std::vector<std::pair<std::string, std::string>> cases{
      {"just words", "is neither a PNG nor an SVG file"},
      {"", "is neither a PNG nor an SVG file"},
      {"\x89PNG\r\n\x1a\n", "is not a readable PNG file"},
      {svgOf("<rect").substr(0, 150), "is not a readable SVG file"},
      {svgOf(""), "shows nothing: all of it is clear"},
      {svgOf("<script>1</script>" + rect), "refused: it holds a script"},
      {svgOf("<text>Brand</text>"), "refused: it holds text; turn the text into outlines"},
      {svgOf("<image xlink:href=\"other.png\"/>"), "refused: it holds another picture; save that as PNG"},
      {svgOf("<use xlink:href=\"other.svg#a\"/>"), "refused: it refers to another file"},
      {svgOf("<rect fill=\"url( 'http://x.example/a#b' )\"/>"), "refused: it refers to another file"},
      {svgOf("<style>@import 'a.css';</style>" + rect), "refused: it refers to another file"},
      {"<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svgOf(rect), "refused: it declares entities"},
      {svgOf(rect, "viewBox=\"0 0 1 9000\""), "the drawing has no size"},
  };
  for (const auto& [text, words] : cases) {
    const auto image = loadPicture(fileOf("wrong.svg", text));
    ASSERT_FALSE(image.has_value()) << text;
    EXPECT_NE(image.error().message.find("wrong.svg: " + words), std::string::npos) << image.error().message;
  }
  EXPECT_NE(loadPicture(scratchPath("missing.svg")).error().message.find("missing.svg: cannot be opened"),
            std::string::npos);
}

TEST(LoadPicture, APngOfTooManyPixelsIsRefusedBeforeItIsUnpacked) {
  std::vector<std::uint8_t> bytes = encodePng(Image{1, 1, {1, 2, 3, 255}});
  bytes[17] = 1;  // width 65537
  const std::filesystem::path path = scratchPath("wide.png");
  writeFile(path, bytes);
  const auto image = loadPicture(path);
  ASSERT_FALSE(image.has_value());
  EXPECT_NE(image.error().message.find("has more than 8192 pixels on a side"), std::string::npos);
}

TEST(LoadPicture, ReferencesWithinTheFileAreFine) {
  const auto image = loadPicture(fileOf(
      "inner.svg", svgOf("<defs><linearGradient id=\"g\"><stop stop-color=\"#00f\"/></linearGradient></defs>"
                         "<rect width=\"40\" height=\"20\" fill=\"url(#g)\"/>")));
  ASSERT_TRUE(image.has_value()) << image.error().message;
  EXPECT_NEAR(pixelAt(*image, 100, 100).b, 255, 1);
}

}  // namespace
}  // namespace renderer::test
