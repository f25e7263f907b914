// The browser drawn by ImGui without a window, used by mouse and keys.
#include "configurator/app/file_browser.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <variant>

namespace configurator {
namespace {

class FileBrowserTest : public testing::Test {
 protected:
  FileBrowserTest() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1440, 900};
    io.DeltaTime = 1.0f / 60;
    for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
    ui_.theme = darkTheme();
    ui_.fonts = loadFonts(1);
    applyTheme(ui_.theme, ui_.metrics);
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    std::filesystem::create_directories(folder_ / "winter");
    std::ofstream(folder_ / "vest.ruck") << "kept";
    std::ofstream(folder_ / "notes.txt") << "not a design";
  }
  ~FileBrowserTest() override {
    ImGui::DestroyContext();
    std::filesystem::remove_all(folder_);
  }

  void frame() {
    ui_.places.clear();
    ImGui::NewFrame();
    browser_.draw(ui_, commands_);
    ImGui::Render();
  }
  void frames(int count) {
    for (int i = 0; i < count; ++i) frame();
  }
  bool shows(const std::string& label) const { return find(label) != nullptr; }
  const WidgetPlace* find(const std::string& label) const {
    for (const WidgetPlace& place : ui_.places) {
      if (place.label == label) return &place;
    }
    return nullptr;
  }
  void click(const std::string& label) {
    frames(3);
    const WidgetPlace* place = find(label);
    ASSERT_NE(place, nullptr) << label;
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = {(place->min.x + place->max.x) / 2, (place->min.y + place->max.y) / 2};
    frames(2);
    io.MouseDown[0] = true;
    frame();
    io.MouseDown[0] = false;
    frames(2);
  }
  template <typename T>
  std::string pathOfOnly() const {
    if (commands_.list.size() != 1 || !std::holds_alternative<T>(commands_.list.front())) return "none";
    return std::get<T>(commands_.list.front()).path;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("rucksmith-browser-" + std::to_string(::getpid()));
  Ui ui_;
  FileBrowser browser_;
  Commands commands_;
};

TEST_F(FileBrowserTest, ShowsFoldersAndDesignsOnly) {
  browser_.open(BrowseFor::Open, folder_, "");
  frames(3);
  EXPECT_TRUE(shows("browser.winter/"));
  EXPECT_TRUE(shows("browser.vest.ruck"));
  EXPECT_FALSE(shows("browser.notes.txt"));
}

TEST_F(FileBrowserTest, OpensTheDesignThatIsClicked) {
  browser_.open(BrowseFor::Open, folder_, "");
  click("browser.vest.ruck");
  click("browser.ok");
  EXPECT_EQ(pathOfOnly<OpenFile>(), (folder_ / "vest.ruck").string());
  EXPECT_FALSE(browser_.isOpen());
}

TEST_F(FileBrowserTest, AFolderIsEnteredNotOpened) {
  browser_.open(BrowseFor::Open, folder_, "winter");
  click("browser.ok");
  EXPECT_TRUE(commands_.list.empty());
  EXPECT_TRUE(browser_.isOpen());
  frames(2);
  EXPECT_FALSE(shows("browser.vest.ruck"));
}

TEST_F(FileBrowserTest, PicturesAndModelsAreChosenForAKey) {
  std::ofstream(folder_ / "Logo.PNG") << "kept";
  std::ofstream(folder_ / "buckle.stl") << "kept";
  browser_.open(BrowseFor::Model, folder_, "", "part.buckle");
  frames(3);
  EXPECT_TRUE(shows("browser.buckle.stl"));
  EXPECT_FALSE(shows("browser.Logo.PNG"));
  browser_.open(BrowseFor::Picture, folder_, "", "artwork.branding");
  frames(3);
  EXPECT_FALSE(shows("browser.vest.ruck"));
  click("browser.Logo.PNG");
  click("browser.ok");
  EXPECT_EQ(pathOfOnly<UseFile>(), (folder_ / "Logo.PNG").string());
  EXPECT_EQ(std::get<UseFile>(commands_.list.front()).key, "artwork.branding");
  EXPECT_FALSE(browser_.isOpen());
}

TEST_F(FileBrowserTest, SavingAddsTheEnding) {
  browser_.open(BrowseFor::Save, folder_, "autumn");
  click("browser.ok");
  EXPECT_EQ(pathOfOnly<SaveFile>(), (folder_ / "autumn.ruck").string());
}

TEST_F(FileBrowserTest, ReplacingAFileAsksFirst) {
  browser_.open(BrowseFor::Save, folder_, "vest.ruck");
  click("browser.ok");
  EXPECT_TRUE(commands_.list.empty());
  EXPECT_TRUE(browser_.isOpen());
  click("browser.ok");
  EXPECT_EQ(pathOfOnly<SaveFile>(), (folder_ / "vest.ruck").string());
}

TEST_F(FileBrowserTest, CancelAsksForNothing) {
  browser_.open(BrowseFor::Export, folder_, "export");
  click("browser.cancel");
  EXPECT_TRUE(commands_.list.empty());
  EXPECT_FALSE(browser_.isOpen());
}

}  // namespace
}  // namespace configurator
