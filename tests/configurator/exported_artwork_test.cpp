// Pictures that leave the house with an export: whole, and without what they tell about their makers.
#include "configurator/session/exported_artwork.h"

#include <gtest/gtest.h>

#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using namespace std::string_literals;

/// Length, name, data and a check sum that nobody looks at.
std::string chunk(const std::string& name, const std::string& data) {
  return "\0\0\0"s + static_cast<char>(data.size()) + name + data + "crc.";
}

const std::string kPng = "\x89PNG\r\n\x1a\n";

TEST(ExportedArtwork, APngLosesItsTextsOnly) {
  const std::string plain =
      kPng + chunk("IHDR", "size") + chunk("IDAT", "tEXt in the picture") + chunk("IEND", "");
  const std::string noted = kPng + chunk("IHDR", "size") + chunk("tEXt", "made in /srv/anna") +
                            chunk("IDAT", "tEXt in the picture") + chunk("eXIf", "a camera") +
                            chunk("IEND", "");
  EXPECT_EQ(withoutNotes(noted), plain);
  EXPECT_EQ(withoutNotes(plain), plain);
  EXPECT_EQ(withoutNotes(kPng + "\xff\xff\xff\xffIDAT too short"), kPng + "\xff\xff\xff\xffIDAT too short");
}

TEST(ExportedArtwork, AnSvgLosesItsAbsolutePathsOnly) {
  EXPECT_EQ(withoutNotes("<svg viewBox=\"0 0 2 1\" inkscape:export-filename=\"/srv/anna/a.png\" id = 'a'>"
                         "<path d=\"M0 0h2v1z\" x:from='C:\\art\\a.ai'/><g x=\"file:///a\"/></svg>"),
            "<svg viewBox=\"0 0 2 1\" id = 'a'><path d=\"M0 0h2v1z\"/><g/></svg>");
  for (const char* whole : {"", "=", "<svg a=\"/", "<a b = >", "<svg style=\"a:b;c=/d\" href=\"#e\"/>"})
    EXPECT_EQ(withoutNotes(whole), whole);
}

TEST(ExportedArtwork, IsNamedByItsModuleAndWhatItHolds) {
  const TestFolder folder;
  Design design = templateDesign("commuter");
  design.folder = folder.path().string();
  design.artwork["branding.artwork"] = "Logo.PNG";
  const Pack pack = figuresOf(programWorkshop(), design).value().pack.value();
  EXPECT_FALSE(picturesToExport(design, pack));
  const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"/>";
  writeText(folder.path() / "Logo.PNG", svg);
  auto pictures = picturesToExport(design, pack).value();
  ASSERT_EQ(pictures.size(), 1U);
  EXPECT_EQ(pictures.front().name, "artwork-branding.svg");
  EXPECT_EQ(pictures.front().bytes, svg);
  Pack without = pack;
  without.artwork.clear();
  EXPECT_TRUE(picturesToExport(design, without).value().empty()) << "a picture without a mark stays at home";
}

}  // namespace
}  // namespace configurator
