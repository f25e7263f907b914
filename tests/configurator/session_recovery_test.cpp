// After a crash the copy is found; while its session lives, or after it saved, it is not. The crash is a real
// one: a child process that ends without a word.
#include "configurator/session/recovery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>

#include "configurator/design/design_file.h"
#include "configurator/session/session.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// A session of its own process does `work` and is killed at once; false when it did not come that far.
template <typename Work>
bool crashAfter(const std::filesystem::path& folder, const Work& work) {
  const Workshop& workshop = programWorkshop();
  const pid_t child = ::fork();
  if (child == 0) {
    Session session(workshop, folder);
    try {
      work(session);
    } catch (const std::exception&) {
      ::_exit(1);
    }
    ::raise(SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

TEST(Recovery, ACrashLeavesTheChangesWithThePathTheyBelongTo) {
  const TestFolder folder;
  const auto file = folder.path() / "pack.ruck";
  ASSERT_TRUE(saveDesign(file, templateDesign("commuter")));
  const std::string on_disk = readText(file);
  ASSERT_TRUE(crashAfter(folder.path() / "recovery", [&](Session& session) {
    must(session.open(file).has_value());
    must(session.apply("brand.season", "AW27").has_value());
    must(session.apply("hip-belt", "webbing").has_value());
  }));
  EXPECT_EQ(readText(file), on_disk);

  const auto leftovers = findLeftovers(folder.path() / "recovery");
  ASSERT_THAT(leftovers, SizeIs(1));
  EXPECT_EQ(leftovers.front().original, file);
  Session session(programWorkshop(), folder.path() / "recovery");
  ASSERT_TRUE(session.recover(leftovers.front()));
  EXPECT_EQ(session.design().brand.season, "AW27");
  EXPECT_EQ(session.design().choices.options.at("hip-belt").value, "webbing");
  EXPECT_EQ(session.path(), file);
  EXPECT_TRUE(session.unsaved());

  EXPECT_THAT(findLeftovers(folder.path() / "recovery"), IsEmpty()) << "a living session holds it";
  ASSERT_TRUE(session.save());
  EXPECT_NE(readText(file).find("AW27"), std::string::npos);
}

TEST(Recovery, ANewDesignIsBroughtBackWithoutAPath) {
  const TestFolder folder;
  ASSERT_TRUE(crashAfter(folder.path(), [&](Session& session) {
    must(session.startFrom("lightweight", "2026-03-02").has_value());
    must(session.apply("design.name", "Feather").has_value());
  }));
  const auto leftovers = findLeftovers(folder.path());
  ASSERT_THAT(leftovers, SizeIs(1));
  Session session(programWorkshop(), folder.path());
  ASSERT_TRUE(session.recover(leftovers.front()));
  EXPECT_EQ(session.design().name, "Feather");
  EXPECT_TRUE(session.path().empty());
  EXPECT_FALSE(session.save()) << "it has no file yet";
}

TEST(Recovery, AfterASaveOrAfterGivingUpNothingIsLeft) {
  const TestFolder folder;
  ASSERT_TRUE(crashAfter(folder.path(), [&](Session& session) {
    must(session.startFrom("commuter", "2026-03-02").has_value());
    must(session.apply("brand.season", "AW27").has_value());
    must(session.saveAs(folder.path() / "saved.design").has_value());
  }));
  EXPECT_THAT(findLeftovers(folder.path()), IsEmpty());
  ASSERT_TRUE(crashAfter(folder.path(), [&](Session& session) {
    must(session.startFrom("commuter", "2026-03-02").has_value());
    must(session.apply("brand.season", "AW27").has_value());
    session.close();
  }));
  EXPECT_THAT(findLeftovers(folder.path()), IsEmpty());
}

TEST(Recovery, LeftoversKeepTheirPlacesWhenNewSessionsStart) {
  const TestFolder folder;
  for (const char* name : {"first", "second"}) {
    ASSERT_TRUE(crashAfter(folder.path(), [&](Session& session) {
      must(session.startFrom("commuter", "2026-03-02").has_value());
      must(session.apply("design.name", name).has_value());
    }));
  }
  const auto leftovers = findLeftovers(folder.path());
  ASSERT_THAT(leftovers, SizeIs(2));
  Session session(programWorkshop(), folder.path());
  ASSERT_TRUE(session.recover(leftovers[0]));
  EXPECT_EQ(session.design().name, "first");
  ASSERT_TRUE(session.recover(leftovers[1]));
  EXPECT_EQ(session.design().name, "second");
}

TEST(Recovery, ALeftoverIsTakenOnce) {
  const TestFolder folder;
  ASSERT_TRUE(crashAfter(folder.path(), [](Session& session) {
    must(session.startFrom("commuter", "2026-03-02").has_value());
    must(session.apply("brand.season", "AW27").has_value());
  }));
  const auto leftovers = findLeftovers(folder.path());
  ASSERT_THAT(leftovers, SizeIs(1));
  const auto first = RecoveryCopy::takeOver(leftovers.front());
  ASSERT_TRUE(first.has_value());
  EXPECT_FALSE(RecoveryCopy::takeOver(leftovers.front()).has_value());
}

TEST(Recovery, WithoutAHomeAChangeIsMadeAndTheReasonSaid) {
  const TestFolder folder;
  writeText(folder.path() / "taken", "a file");
  Session session(programWorkshop(), folder.path() / "taken");
  ASSERT_TRUE(session.startFrom("commuter", "2026-03-02"));
  ASSERT_TRUE(session.apply("brand.season", "AW27"));
  EXPECT_EQ(session.design().brand.season, "AW27");
  EXPECT_NE(session.lastError().find("taken"), std::string::npos);
}

TEST(Recovery, TheFolderFollowsTheXdgSpecification) {
  ::setenv("XDG_STATE_HOME", "/state", 1);
  EXPECT_EQ(recoveryFolder(), "/state/rucksmith/recovery");
  ::setenv("XDG_STATE_HOME", "relative", 1);
  ::setenv("HOME", "/somebody", 1);
  EXPECT_EQ(recoveryFolder(), "/somebody/.local/state/rucksmith/recovery");
  ::unsetenv("XDG_STATE_HOME");
  ::unsetenv("HOME");
  EXPECT_TRUE(recoveryFolder().empty());
}

}  // namespace
}  // namespace configurator
