// Where data is looked for: the variable first, then beside the program, then the source tree.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "configurator/catalog/load_catalog.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;

class DataFoldersTest : public testing::Test {
 protected:
  void SetUp() override {
    ::unsetenv("RUCKSMITH_DATA");
    root_ = fs::path(testing::TempDir()) / ("data_folders_" + std::to_string(::getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_ / "bin");
  }
  void TearDown() override {
    ::unsetenv("RUCKSMITH_DATA");
    fs::remove_all(root_);
  }
  fs::path root_;
};

TEST_F(DataFoldersTest, AreThoseOfTheSourceTreeForAProgramInABuildFolder) {
  const auto folders = findDataFolders(root_ / "bin" / "rucksmith");
  ASSERT_TRUE(folders) << folders.error().message;
  const fs::path source(RUCKSMITH_SOURCE_DIR);
  EXPECT_EQ(folders->catalog, source / "assets" / "catalog");
  EXPECT_EQ(folders->schemas, source / "assets" / "schemas");
  EXPECT_EQ(folders->models, source / "assets" / "models");
  EXPECT_EQ(folders->templates, source / "templates");
}

TEST_F(DataFoldersTest, AreBesideAnInstalledProgram) {
  fs::create_directories(root_ / "share" / "rucksmith" / "catalog");
  const auto folders = findDataFolders(root_ / "bin" / "rucksmith");
  ASSERT_TRUE(folders) << folders.error().message;
  EXPECT_EQ(folders->catalog, root_ / "share" / "rucksmith" / "catalog");
  EXPECT_EQ(folders->templates, root_ / "share" / "rucksmith" / "templates");
}

TEST_F(DataFoldersTest, AreWhereTheVariableSays) {
  fs::create_directories(root_ / "share" / "rucksmith" / "catalog");
  fs::create_directories(root_ / "mine" / "catalog");
  ::setenv("RUCKSMITH_DATA", (root_ / "mine").c_str(), 1);
  EXPECT_EQ(findDataFolders(root_ / "bin" / "rucksmith")->catalog, root_ / "mine" / "catalog");
}

TEST_F(DataFoldersTest, AreNotGuessedWhenTheVariableIsWrong) {
  ::setenv("RUCKSMITH_DATA", "/no/such/data", 1);
  EXPECT_EQ(findDataFolders(root_ / "bin" / "rucksmith").error().message,
            "RUCKSMITH_DATA names /no/such/data, which holds no catalog folder");
}

}  // namespace
}  // namespace configurator
