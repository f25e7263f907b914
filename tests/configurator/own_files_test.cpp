// What the window offers of a brand's own files: by the same keys as the command line's `set`.
#include "configurator/session/own_files.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "configurator/session/session.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

BuiltDesign builtOf(const Session& session) {
  return {session.workshop().catalog, session.design(), *session.figures().pack};
}

class OwnFiles : public testing::Test {
 protected:
  OwnFiles() : session_(programWorkshop()) {
    must(session_.startFrom("hydration", "2026-03-02").has_value());
  }

  std::vector<PictureRow> pictures(const std::string& slot) const {
    return pictureRowsOf(builtOf(session_), slot);
  }
  std::vector<PartRow> parts(const std::string& slot, const std::vector<std::string>& selected = {}) const {
    return partRowsOf(builtOf(session_), slot, selected);
  }

  Session session_;
};

TEST_F(OwnFiles, AMarkHasARowWithItsPicture) {
  ASSERT_TRUE(session_.apply("branding", "screen-print"));
  ASSERT_EQ(pictures("branding").size(), 1U);
  EXPECT_EQ(pictures("branding").front().key, "artwork.branding");
  EXPECT_NE(pictures("branding").front().name, "");
  EXPECT_EQ(pictures("branding").front().file, "");
  EXPECT_TRUE(pictures("harness").empty());
  ASSERT_TRUE(session_.apply(pictures("branding").front().key, "art/logo.svg"));
  EXPECT_EQ(pictures("branding").front().file, "art/logo.svg");
}

TEST_F(OwnFiles, APictureWithoutAMarkCanStillBeTakenAway) {
  ASSERT_TRUE(session_.apply("branding", "none"));
  EXPECT_TRUE(pictures("branding").empty());
  ASSERT_TRUE(session_.apply("artwork.branding", "art/logo.svg"));
  ASSERT_EQ(pictures("branding").size(), 1U);
  EXPECT_EQ(pictures("branding").front().name, "");
  EXPECT_FALSE(pictures("branding").front().shows);
}

TEST_F(OwnFiles, ComponentsHaveARowEachOrOnlyTheSelectedOne) {
  std::string slot, part;
  for (const Slot& one : session_.workshop().catalog.slots) {
    if (parts(one.id).size() < 2) continue;
    slot = one.id;
    break;
  }
  ASSERT_NE(slot, "") << "a slot with two kinds of components";
  const std::string item = parts(slot).back().key.substr(5);
  for (const Fitting& fitting : session_.figures().pack->fittings)
    if (fitting.item == item) part = fitting.id;
  ASSERT_EQ(parts(slot, {part}).size(), 1U);
  EXPECT_EQ(parts(slot, {part}).front().key, "part." + item);
  EXPECT_EQ(parts(slot, {part}).front().own, nullptr);
  EXPECT_TRUE(parts(slot, {"body.front"}).empty()) << "cloth is no component";
  ASSERT_TRUE(session_.apply("part." + item, "box.obj"));
  ASSERT_NE(parts(slot, {part}).front().own, nullptr);
  EXPECT_EQ(parts(slot, {part}).front().own->file, "box.obj");
}

TEST_F(OwnFiles, AreNamedFromTheDesignsFolder) {
  Design design = session_.design();
  const TestFolder folder;
  design.folder = folder.path().string();
  EXPECT_EQ(nameIn(design, folder.path() / "logo.png"), "logo.png");
  EXPECT_EQ(nameIn(design, folder.path() / "art" / "logo.png"), "art/logo.png");
  EXPECT_EQ(nameIn(design, folder.path().parent_path() / "logo.png"), "../logo.png");
}

}  // namespace
}  // namespace configurator
