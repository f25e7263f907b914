// SHA256SUMS: hashes against the published vectors of FIPS 180-2, folders against what was done to them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "configurator/session/verify_folder.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Manifest, HashesAreThoseOfTheStandard) {
  EXPECT_EQ(sha256Of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256Of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256Of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Manifest, IsWrittenSortedByNameAndReadBack) {
  const TestFolder folder;
  const Manifest manifest{{"b.csv", sha256Of("b")}, {"a name.xml", sha256Of("a")}};
  const std::string text = writeManifest(manifest);
  EXPECT_EQ(text, sha256Of("a") + "  a name.xml\n" + sha256Of("b") + "  b.csv\n");
  writeText(folder.path() / "SHA256SUMS", text);
  EXPECT_EQ(readManifest(folder.path()).value(), manifest);
}

TEST(Manifest, VerifyingTellsChangedMissingAndExtraFiles) {
  const TestFolder folder;
  writeText(folder.path() / "SHA256SUMS",
            writeManifest({{"same", sha256Of("1")}, {"changed", sha256Of("2")}, {"missing", sha256Of("3")}}));
  writeText(folder.path() / "same", "1");
  writeText(folder.path() / "changed", "22");
  writeText(folder.path() / "extra", "");
  const Verification found = verifyFolder(folder.path()).value();
  EXPECT_THAT(found.changed, ElementsAre("changed"));
  EXPECT_THAT(found.missing, ElementsAre("missing"));
  EXPECT_THAT(found.extra, ElementsAre("extra"));
  EXPECT_FALSE(found.ok());
}

TEST(Manifest, AFolderThatHoldsWhatItSaysIsOk) {
  const TestFolder folder;
  writeText(folder.path() / "SHA256SUMS", writeManifest({{"same", sha256Of("1")}}));
  writeText(folder.path() / "same", "1");
  EXPECT_TRUE(verifyFolder(folder.path()).value().ok());
}

TEST(Manifest, AFolderInPlaceOfAFileIsAChange) {
  const TestFolder folder;
  writeText(folder.path() / "SHA256SUMS", writeManifest({{"file", sha256Of("")}}));
  std::filesystem::create_directory(folder.path() / "file");
  EXPECT_THAT(verifyFolder(folder.path()).value().changed, ElementsAre("file"));
}

TEST(Manifest, LinesThatSha256sumWouldNotWriteAreRefusedByFileAndLine) {
  const std::string hash = sha256Of("x");
  for (const std::string& line : {std::string("nonsense"), hash, hash + " a", hash + "  ", hash + "  ../a",
                                  "G" + hash.substr(1) + "  a", hash + "   a/b"}) {
    const TestFolder folder;
    writeText(folder.path() / "SHA256SUMS", hash + "  a\n" + line + "\n");
    const auto read = readManifest(folder.path());
    ASSERT_FALSE(read.has_value()) << line;
    EXPECT_THAT(read.error().message, HasSubstr("SHA256SUMS:2: not a line of sha256sum."));
  }
}

TEST(Manifest, AFolderWithoutOneCannotBeVerified) {
  const TestFolder folder;
  EXPECT_THAT(verifyFolder(folder.path()).error().message, HasSubstr("SHA256SUMS"));
}

}  // namespace
}  // namespace configurator
