// Components that a brand brings along: drawn in their own size where the program's own would stand.
#include "configurator/session/own_parts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "configurator/design/design_file.h"
#include "configurator/session/export_folder.h"
#include "configurator/session/session.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

/// An OBJ file of a box, from the origin to x, y, z.
std::string boxObj(double x, double y, double z) {
  std::string text = "o box\n";
  for (int i = 0; i < 8; ++i) {
    text += "v " + std::to_string(i & 1 ? x : 0) + " " + std::to_string(i & 2 ? y : 0) + " " +
            std::to_string(i & 4 ? z : 0) + "\n";
  }
  return text + "f 1 3 4 2\nf 5 6 8 7\nf 1 2 6 5\nf 3 7 8 4\nf 1 5 7 3\nf 2 4 8 6\n";
}

struct Box {
  glm::vec3 low{1e9f}, high{-1e9f};
  glm::vec3 size() const { return high - low; }
  glm::vec3 middle() const { return 0.5f * (low + high); }
};

Box boxOf(const PackScene& scene, const std::string& part_id) {
  Box box;
  for (const renderer::Node& node : scene.geometry.nodes) {
    if (node.part_id != part_id) continue;
    for (const glm::vec3& p : scene.geometry.meshes[node.mesh].positions) {
      box.low = glm::min(box.low, p);
      box.high = glm::max(box.high, p);
    }
  }
  return box;
}

/// The first fitting that is one component model and no more.
const Fitting& componentOf(const Pack& pack) {
  const auto found = std::find_if(pack.fittings.begin(), pack.fittings.end(), [](const Fitting& fitting) {
    return fitting.shapes.size() == 1 && std::holds_alternative<ModelShape>(fitting.shapes.front().drawn());
  });
  must(found != pack.fittings.end());
  return *found;
}

/// A design whose pack has one component, and a folder for its own part.
class OwnParts : public testing::Test {
 protected:
  OwnParts() : design_(templateDesign("hydration")) {
    pack_ = figuresOf(programWorkshop(), design_).value().pack.value();
    const Fitting& fitting = componentOf(pack_);
    part_id_ = fitting.id;
    item_ = fitting.item;
    shape_ = std::get<ModelShape>(fitting.shapes.front().drawn());
    design_.folder = folder_.path().string();
  }

  PackScene sceneWith(const OwnPart& part) {
    design_.own_parts = {{item_, part}};
    const auto models = modelsFor(programWorkshop(), design_);
    must(models.has_value());
    return buildScene(pack_, **models);
  }
  /// The longest extent along a direction that the scene's part has.
  double extentAlong(const PackScene& scene, Vec3 direction) const {
    double low = 1e9, high = -1e9;
    for (const renderer::Node& node : scene.geometry.nodes) {
      if (node.part_id != part_id_) continue;
      for (const glm::vec3& p : scene.geometry.meshes[node.mesh].positions) {
        low = std::min(low, glm::dot(Vec3(p), direction));
        high = std::max(high, glm::dot(Vec3(p), direction));
      }
    }
    return high - low;
  }
  void expectExtents(const PackScene& scene, const Vec3& along_out_across) const {
    const Vec3 along = glm::normalize(shape_.along);
    const Vec3 out = glm::normalize(shape_.outward - glm::dot(shape_.outward, along) * along);
    EXPECT_NEAR(extentAlong(scene, along), along_out_across.x, 0.1);
    EXPECT_NEAR(extentAlong(scene, out), along_out_across.y, 0.1);
    EXPECT_NEAR(extentAlong(scene, glm::cross(along, out)), along_out_across.z, 0.1);
  }

  TestFolder folder_;
  Design design_;
  Pack pack_;
  std::string part_id_, item_;
  ModelShape shape_;
};

TEST_F(OwnParts, AreDrawnInTheirOwnSizeWhereTheComponentStands) {
  writeText(folder_.path() / "box.obj", boxObj(34, 6, 22));
  const PackScene usual = buildScene(pack_, programWorkshop().models);
  const PackScene own = sceneWith({"box.obj"});
  expectExtents(own, {34, 6, 22});
  const Vec3 along = glm::normalize(shape_.along);
  const Vec3 apart = Vec3(boxOf(own, part_id_).middle() - boxOf(usual, part_id_).middle());
  EXPECT_LT(std::abs(glm::dot(apart, along)), 5) << "centred along the strap";
  EXPECT_EQ(own.geometry.nodes.size(), usual.geometry.nodes.size()) << "nothing else changes";
}

TEST_F(OwnParts, AreDrawnInsteadOfAModelForEveryDesign) {
  writeText(folder_.path() / "box.obj", boxObj(34, 6, 22));
  design_.own_parts = {{item_, {"box.obj"}}};
  const auto own = modelsFor(programWorkshop(), design_);
  ASSERT_TRUE(own);
  Workshop workshop = programWorkshop();
  workshop.models = **own;
  writeText(folder_.path() / "box.obj", boxObj(17, 3, 11));
  const auto models = modelsFor(workshop, design_);
  ASSERT_TRUE(models);
  expectExtents(buildScene(pack_, **models), {17, 3, 11});
}

TEST_F(OwnParts, HaveTheirUnitAndAxes) {
  writeText(folder_.path() / "box.obj", boxObj(3.4, 0.6, 2.2));
  expectExtents(sceneWith({"box.obj", "cm"}), {34, 6, 22});
  expectExtents(sceneWith({"box.obj", "cm", "y", 90}), {22, 6, 34});
  expectExtents(sceneWith({"box.obj", "cm", "z"}), {34, 22, 6});
  expectExtents(sceneWith({"box.obj", "cm", "x"}), {6, 34, 22});
}

TEST_F(OwnParts, ThatCannotBeReadAreSaidAndTheWorkshopsModelDrawn) {
  const auto file = folder_.path() / "broken.stl";
  writeText(file, "solid");
  writeText(folder_.path() / "box.obj", boxObj(34, 6, 22));
  design_.own_parts = {{item_, {"broken.stl"}}};
  ASSERT_TRUE(saveDesign(folder_.path() / "a.ruck", design_));
  Session session(programWorkshop());
  ASSERT_TRUE(session.open(folder_.path() / "a.ruck"));
  session.finishReading();
  EXPECT_EQ(session.lastError().find(file.string() + ": "), 0U) << session.lastError();
  EXPECT_EQ(&session.models(), &programWorkshop().models);
  const int version = session.geometryVersion();
  ASSERT_TRUE(session.apply("part." + item_, "box.obj"));
  session.finishReading();
  EXPECT_EQ(session.lastError(), "");
  EXPECT_GT(session.geometryVersion(), version) << "the view draws it again";
  EXPECT_NE(&session.models(), &programWorkshop().models);
  session.undo();
  session.finishReading();
  EXPECT_EQ(session.lastError().find(file.string() + ": "), 0U);
}

/// A program that never answers stands in for a model that takes long to read.
TEST_F(OwnParts, AreReadInTheBackgroundWhileTheCatalogsOwnAreDrawn) {
  const auto waited = folder_.path() / "waited";
  writeText(folder_.path() / "sleeps", "#!/bin/sh\nsleep 30\ntouch '" + waited.string() + "'\n");
  std::filesystem::permissions(folder_.path() / "sleeps", std::filesystem::perms::owner_all);
  writeText(folder_.path() / "box.obj", boxObj(34, 6, 22));
  design_.own_parts = {{item_, {"box.obj"}}};
  ASSERT_TRUE(saveDesign(folder_.path() / "a.ruck", design_));
  Workshop workshop = programWorkshop();
  workshop.executable = folder_.path() / "sleeps";
  {
    Session session(workshop);
    ASSERT_TRUE(session.open(folder_.path() / "a.ruck"));
    EXPECT_TRUE(session.readsParts());
    EXPECT_FALSE(session.takeReadParts());
    EXPECT_EQ(session.lastError(), "");
    EXPECT_EQ(&session.models(), &workshop.models);
    ASSERT_TRUE(session.apply("part." + item_, "none"));
    EXPECT_FALSE(session.readsParts()) << "what nobody wants any more is given up";
    session.undo();
    EXPECT_TRUE(session.readsParts());
  }
  EXPECT_FALSE(std::filesystem::exists(waited)) << "the child was waited for";
}

TEST_F(OwnParts, OfBeforeAreDrawnUntilTheirChangedOnesAreRead) {
  writeText(folder_.path() / "box.obj", boxObj(34, 6, 22));
  design_.own_parts = {{item_, {"box.obj"}}};
  ASSERT_TRUE(saveDesign(folder_.path() / "a.ruck", design_));
  Session session(programWorkshop());
  ASSERT_TRUE(session.open(folder_.path() / "a.ruck"));
  session.finishReading();
  const ComponentModels* before = &session.models();
  const int version = session.geometryVersion();
  ASSERT_TRUE(session.apply("part." + item_ + ".turn", "90"));
  EXPECT_EQ(&session.models(), before);
  EXPECT_EQ(session.geometryVersion(), version) << "no picture between the two";
  session.finishReading();
  EXPECT_GT(session.geometryVersion(), version);
  expectExtents(buildScene(pack_, session.models()), {22, 6, 34});
}

TEST_F(OwnParts, ThatCannotBeReadStopAnExport) {
  design_.own_parts = {{item_, {"none.stl"}}};
  ExportRequest request;
  request.folder = folder_.path() / "out";
  request.only = {"glb"};
  auto exported = exportDesign(programWorkshop(), design_, request);
  ASSERT_FALSE(exported);
  EXPECT_EQ(exported.error().cause, ExportFailure::Cause::NotReachable);
  writeText(folder_.path() / "none.stl", "solid");
  exported = exportDesign(programWorkshop(), design_, request);
  ASSERT_FALSE(exported);
  EXPECT_EQ(exported.error().cause, ExportFailure::Cause::WrongData);
}

TEST_F(OwnParts, OfTheDataFolderAreDrawnForTheirItem) {
  writeText(folder_.path() / (item_ + ".obj"), boxObj(34, 6, 22));
  ComponentModels models = programWorkshop().models;
  const Workshop& workshop = programWorkshop();
  ASSERT_TRUE(addItemModels(workshop.executable, folder_.path(), workshop.catalog, models));
  expectExtents(buildScene(pack_, models), {34, 6, 22});
  writeText(folder_.path() / "nothing-like-it.obj", boxObj(34, 6, 22));
  const auto wrong = addItemModels(workshop.executable, folder_.path(), workshop.catalog, models);
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.find("\"nothing-like-it\" is no item of the catalog"), std::string::npos);
}

}  // namespace
}  // namespace configurator
