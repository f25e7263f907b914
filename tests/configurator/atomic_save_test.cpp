// Saving: the new bytes or the old ones, never a mixture, whatever goes wrong and whenever the program is
// killed.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "configurator/catalog/read_file.h"
#include "configurator/design/design_file.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;

class AtomicSave : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("atomic_save_" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    file_ = folder_ / "a.ruck";
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::size_t filesInFolder() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_, file_;
};

TEST_F(AtomicSave, WritesANewFileAndReplacesAnOldOne) {
  ASSERT_TRUE(saveFileAtomically(file_, "one"));
  EXPECT_EQ(readFile(file_).value(), "one");
  ASSERT_TRUE(saveFileAtomically(file_, ""));
  EXPECT_EQ(readFile(file_).value(), "");
  EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(AtomicSave, KeepsTheRightsOfTheOldFile) {
  ASSERT_TRUE(saveFileAtomically(file_, "one"));
  ASSERT_EQ(::chmod(file_.c_str(), 0640), 0);
  ASSERT_TRUE(saveFileAtomically(file_, "two"));
  EXPECT_EQ(fs::status(file_).permissions(), fs::perms(0640));
}

TEST_F(AtomicSave, WritesThroughALink) {
  ASSERT_TRUE(saveFileAtomically(file_, "one"));
  fs::create_symlink(file_, folder_ / "link.ruck");
  ASSERT_TRUE(saveFileAtomically(folder_ / "link.ruck", "two"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.ruck"));
  EXPECT_EQ(readFile(file_).value(), "two");
}

TEST_F(AtomicSave, SaysWhyAndLeavesNothingBehindWhenTheFolderIsNone) {
  ASSERT_TRUE(saveFileAtomically(file_, "one"));
  const fs::path below_a_file = file_ / "b.ruck";
  EXPECT_EQ(saveFileAtomically(below_a_file, "two").error().message,
            below_a_file.string() + ": not saved: Not a directory");
  EXPECT_EQ(saveFileAtomically(folder_ / "none" / "b.ruck", "two").error().message,
            (folder_ / "none" / "b.ruck").string() + ": not saved: No such file or directory");
  EXPECT_EQ(saveFileAtomically(folder_, "two").error().message,
            folder_.string() + ": not saved: Is a directory");
  EXPECT_EQ(readFile(file_).value(), "one");
  EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(AtomicSave, PutsNothingInThePlaceOfAPipeOrDevice) {
  const fs::path pipe = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  fs::create_symlink(pipe, folder_ / "link.ruck");
  for (const fs::path& path : {pipe, folder_ / "link.ruck"}) {
    EXPECT_EQ(saveFileAtomically(path, "two").error().message,
              path.string() + ": not saved: Not a regular file");
  }
  EXPECT_TRUE(fs::is_fifo(pipe));
  EXPECT_EQ(filesInFolder(), 2U);
}

TEST_F(AtomicSave, KeepsTheOldFileInAFolderThatCannotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "the superuser may write everywhere";
  ASSERT_TRUE(saveFileAtomically(file_, "one"));
  ASSERT_EQ(::chmod(folder_.c_str(), 0555), 0);
  EXPECT_EQ(saveFileAtomically(file_, "two").error().message,
            file_.string() + ": not saved, the old file is untouched: Permission denied");
  ASSERT_EQ(::chmod(folder_.c_str(), 0755), 0);
  EXPECT_EQ(readFile(file_).value(), "one");
}

TEST_F(AtomicSave, KeepsTheOldFileWhenTheDiskIsFull) {
  ASSERT_TRUE(saveFileAtomically(file_, "one"));
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {  // a limit of file size stands in for a full disk: writing fails half way
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::_exit(saveFileAtomically(file_, std::string(5000, 'x')) ? 1 : 0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(readFile(file_).value(), "one");
  EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(AtomicSave, HoldsAWholeFileWheneverTheProgramIsKilled) {
  const std::string a(200'000, 'a'), b(200'000, 'b');
  ASSERT_TRUE(saveFileAtomically(file_, a));
  for (int round = 0; round < 30; ++round) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      while (true) {
        if (!saveFileAtomically(file_, b) || !saveFileAtomically(file_, a)) ::_exit(1);
      }
    }
    ::usleep(static_cast<useconds_t>(1000 + 900 * round));
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "saving failed before the kill";
    const std::string found = readFile(file_).value();
    ASSERT_TRUE(found == a || found == b) << "torn in round " << round << ", " << found.size() << " bytes";
  }
}

}  // namespace
}  // namespace configurator
