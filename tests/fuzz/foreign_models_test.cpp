// Models of others through the child process: good ones come in, hostile ones leave the program alive.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "configurator/session/import_model.h"
#include "renderer/model_bytes.h"
#include "tests/case_count.h"
#include "tests/fuzz/spoil_model.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;

const fs::path kProgram = fs::path(RUCKSMITH_BINARY_DIR) / "rucksmith";

class ForeignModels : public testing::Test {
 protected:
  ForeignModels() { fs::create_directories(folder_); }
  ~ForeignModels() override { fs::remove_all(folder_); }

  fs::path written(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  /// A program that does what the shell script says instead of reading a model.
  fs::path impostor(const std::string& script) const {
    const fs::path path = written("impostor", "#!/bin/sh\n" + script + "\n");
    fs::permissions(path, fs::perms::owner_all);
    return path;
  }
  std::string refusalOf(const fs::path& program, const fs::path& file,
                        const ImportLimits& limits = {}) const {
    const auto model = importModel(program, {file}, limits);
    if (model) return "a model";
    const std::string& message = model.error().message;
    EXPECT_EQ(message.find(file.string() + ": "), 0U) << message;
    return message.substr(std::min(message.size(), file.string().size() + 2));
  }
  const fs::path folder_ =
      fs::temp_directory_path() / ("rucksmith-foreign-" + std::to_string(static_cast<long>(getpid())));
};

// The pyramid of every seed is 20 mm on each axis; the sheet 100 mm.
TEST_F(ForeignModels, ComeInWithTheirTrueSize) {
  const std::vector<test::ModelFile> files = test::soundModels();
  const std::vector<float> widths{20, 20, 20, 100};
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto model = importModel(kProgram, {written("part." + files[i].ending, files[i].bytes)});
    ASSERT_TRUE(model) << model.error().message;
    float widest = 0;
    for (const renderer::ModelPart& part : model->parts) {
      for (const glm::vec3& p : part.mesh.positions) widest = std::max(widest, p.x);
    }
    EXPECT_NEAR(widest, widths[i], 0.2) << i;
  }
}

TEST_F(ForeignModels, OfAnotherUnitBecomeMillimetres) {
  const auto file = written("inches.stl", test::wavySheet(3));
  const auto model = importModel(kProgram, {file, 2.5});
  ASSERT_TRUE(model) << model.error().message;
  float widest = 0;
  for (const glm::vec3& p : model->parts[0].mesh.positions) widest = std::max(widest, p.x);
  EXPECT_NEAR(widest, 250, 0.5);
  EXPECT_EQ(refusalOf(kProgram, written("metres.stl", test::wavySheet(3)), {}), "a model");
  const auto huge = importModel(kProgram, {file, 1000});
  ASSERT_FALSE(huge);
  EXPECT_NE(huge.error().message.find("is 100000 mm long; parts of packs are 1 to 2000 mm"),
            std::string::npos)
      << huge.error().message;
}

TEST_F(ForeignModels, AreRefusedWithTheReason) {
  const std::string sheet = test::wavySheet(4), pyramid = test::soundModels()[1].bytes;
  ImportLimits small;
  small.model = {1000, 20};
  EXPECT_EQ(refusalOf(kProgram, folder_ / "none.glb"), "No such file or directory");
  EXPECT_EQ(refusalOf(kProgram, written("part.fbx", sheet)),
            "is neither a .glb nor an .obj nor an .stl file");
  fs::create_directory(folder_ / "folder.glb");
  EXPECT_EQ(refusalOf(kProgram, folder_ / "folder.glb"), "is not a file");
  EXPECT_EQ(refusalOf(kProgram, written("large.stl", sheet), small), "has 1684 bytes; the limit is 1000");
  small.model.file_bytes = 10'000;
  EXPECT_EQ(refusalOf(kProgram, written("many.stl", sheet), small), "has 32 triangles; the limit is 20");
  EXPECT_EQ(refusalOf(kProgram, written("short.stl", sheet.substr(0, 200))),
            "is truncated or has bytes too many: its header says 32 triangles of 50 bytes, the file has 116 "
            "bytes of them");
  EXPECT_EQ(refusalOf(kProgram, written("binary.obj", sheet + std::string(1, '\0'))), "is not text");
  EXPECT_EQ(refusalOf(kProgram, written("empty.obj", "# nothing\n")),
            "is not an OBJ file (it has no 'v' or no 'f' lines)");
  EXPECT_EQ(refusalOf(kProgram, written("bad.glb", test::glbOf("{\"asset\":", ""))), "has malformed JSON");
  EXPECT_EQ(
      refusalOf(kProgram, written("outside.glb", test::glbOf(R"({"buffers":[{"uri":"/etc/passwd"}]})", ""))),
      "refers to another file ('/etc/passwd'); a component model must be one GLB file");
}

TEST_F(ForeignModels, ThatBreakTheReaderOnlyBreakTheReader) {
  const auto file = written("part.obj", test::soundModels()[1].bytes);
  const std::string remedy = "; open it in a modelling program and export it again";
  EXPECT_EQ(refusalOf(impostor("kill -SEGV $$"), file), "broke the model reader (signal 11)" + remedy);
  EXPECT_EQ(refusalOf(impostor("exit 7"), file), "broke the model reader (exit 7)" + remedy);
  EXPECT_EQ(refusalOf(impostor("exit 0"), file), "broke the model reader (it ended without a word)" + remedy);
  EXPECT_EQ(refusalOf(folder_ / "no-program", file),
            "the model reader cannot be started: " + (folder_ / "no-program").string());
}

TEST_F(ForeignModels, ThatTakeForEverAreGivenUp) {
  const auto file = written("part.obj", test::soundModels()[1].bytes);
  ImportLimits hasty;
  hasty.seconds = 1;
  EXPECT_EQ(refusalOf(impostor("exec sleep 60"), file, hasty), "takes more than 1 s to be read; simplify it");
  EXPECT_EQ(refusalOf(impostor("kill -XCPU $$"), file, hasty), "takes more than 1 s to be read; simplify it");
}

#ifndef __SANITIZE_ADDRESS__
TEST_F(ForeignModels, ThatNeedTooMuchMemoryAreGivenUp) {
  ImportLimits poor;
  poor.megabytes = 120;
  EXPECT_EQ(refusalOf(kProgram, written("large.stl", test::wavySheet(450)), poor),
            "needs more than 120 MB of memory to be read; simplify it");
}
#endif

TEST_F(ForeignModels, AReaderThatWasTakenOverCannotSayWhatItLikes) {
  const auto file = written("part.obj", test::soundModels()[1].bytes);
  EXPECT_EQ(refusalOf(impostor("echo hello"), file), renderer::kNotAnAnswer);
  EXPECT_EQ(refusalOf(impostor("cat /dev/zero"), file), renderer::kNotAnAnswer);
  EXPECT_EQ(refusalOf(impostor("printf 'RKMODEL1M\\377\\377\\377\\377'"), file), renderer::kNotAnAnswer);
  EXPECT_EQ(refusalOf(impostor("printf 'RKMODEL1R\\011\\000\\000\\000\\033[31m red'"), file),
            "\xEF\xBF\xBD[31m red");
}

// Every answer cut at any place, and every answer with any of its bytes changed, is refused or still sound.
TEST_F(ForeignModels, SpoiltAnswersAreRefusedOrSound) {
  const auto model = importModel(kProgram, {written("part.obj", test::soundModels()[1].bytes)});
  ASSERT_TRUE(model) << model.error().message;
  const renderer::ModelLimits limits{0, 20};
  const std::vector<std::uint8_t> answer = renderer::encodeModel(*model);
  ASSERT_TRUE(renderer::decodeAnswer(answer, limits));
  for (std::size_t at = 0; at < answer.size(); ++at) {
    std::vector<std::uint8_t> cut(answer.begin(), answer.begin() + static_cast<std::ptrdiff_t>(at));
    EXPECT_FALSE(renderer::decodeAnswer(cut, limits)) << at;
    for (const int flip : {0x01, 0x80, 0xff}) {
      std::vector<std::uint8_t> spoilt = answer;
      spoilt[at] = static_cast<std::uint8_t>(spoilt[at] ^ flip);
      const auto read = renderer::decodeAnswer(spoilt, limits);
      if (!read) continue;
      for (const renderer::ModelPart& part : read->parts) {
        for (const std::uint32_t index : part.mesh.indices) ASSERT_LT(index, part.mesh.positions.size());
      }
    }
  }
}

std::uint32_t countOfFiles() {
  return static_cast<std::uint32_t>(caseCount(200, 10'000));
}

/// What an outcome is counted under: the message without its numbers and names.
std::string kindOf(const std::string& message) {
  if (message.find("broke the model reader") != std::string::npos) return "broke the reader";
  if (message.find("takes more than") != std::string::npos) return "took too long";
  if (message.find("of memory") != std::string::npos) return "took too much memory";
  if (message.find("cannot be read as a model") != std::string::npos) return "refused by the reader";
  return "refused before or after";
}

TEST_F(ForeignModels, SpoiltInAnyWayLeaveTheProgramAlive) {
  std::map<std::string, int> outcomes;
  ImportLimits limits;
  limits.seconds = 10;
  for (std::uint32_t number = 0; number < countOfFiles(); ++number) {
    const test::ModelFile spoilt = test::spoiltModel(number);
    const auto file = written("spoilt." + spoilt.ending, spoilt.bytes);
    const auto model = importModel(kProgram, {file}, limits);
    ASSERT_TRUE(model || model.error().message.find(file.string() + ": ") == 0) << number;
    const std::string kind = model ? "read" : kindOf(model.error().message);
    if (kind.starts_with("broke") || kind.starts_with("took"))
      std::printf("file %u (%s): %s\n", number, spoilt.ending.c_str(), model.error().message.c_str());
    ++outcomes[kind];
  }
  for (const auto& [kind, count] : outcomes) std::printf("%6d %s\n", count, kind.c_str());
  EXPECT_GT(outcomes["read"], 0);
  EXPECT_GT(outcomes["refused by the reader"], 0) << "files reach the reader";
}

}  // namespace
}  // namespace configurator
