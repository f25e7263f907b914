// Models in: what is refused before a model reader sees it, with the exact words.
#include "renderer/model.h"

#include <gtest/gtest.h>

#include <cstring>

#include "renderer/write_glb.h"
#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

using Bytes = std::vector<std::uint8_t>;

void append(Bytes& bytes, std::uint32_t word) {
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(word >> (8 * i)));
}

Bytes glb(std::string json, const Bytes& binary = {}) {
  json.append((4 - json.size() % 4) % 4, ' ');
  Bytes bytes;
  append(bytes, 0x46546C67);
  append(bytes, 2);
  append(bytes, static_cast<std::uint32_t>(20 + json.size() + (binary.empty() ? 0 : 8 + binary.size())));
  append(bytes, static_cast<std::uint32_t>(json.size()));
  append(bytes, 0x4E4F534A);
  bytes.insert(bytes.end(), json.begin(), json.end());
  if (binary.empty()) return bytes;
  append(bytes, static_cast<std::uint32_t>(binary.size()));
  append(bytes, 0x004E4942);
  bytes.insert(bytes.end(), binary.begin(), binary.end());
  return bytes;
}

Bytes goodBox() {
  return writeGlb(test::boxScene(), "test");
}

Bytes changed(Bytes bytes, std::size_t at, std::uint32_t word) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<std::uint8_t>(word >> (8 * i));
  return bytes;
}

Bytes shortened(Bytes bytes, std::size_t size) {
  bytes.resize(size);
  return bytes;
}

struct Case {
  const char* what;
  Bytes bytes;
  std::string message;
};

std::vector<Case> refusals() {
  const Bytes box = goodBox();
  const std::string size = std::to_string(box.size());
  const std::string deep(70, '[');
  return {
      {"empty", {}, "is not a GLB file (it does not begin with 'glTF')"},
      {"wrong magic", changed(box, 0, 0x21212121), "is not a GLB file (it does not begin with 'glTF')"},
      {"version 1", changed(box, 4, 1), "is glTF version 1; export it as glTF 2.0 binary (.glb)"},
      {"truncated", shortened(box, 200),
       "is truncated or has bytes too many: its header says " + size + " bytes, the file has 200"},
      {"chunk too long", changed(box, 12, 0x7ffffff0), "has a chunk that reaches beyond its end"},
      {"odd chunk", changed(box, 12, 21), "has a chunk whose length is not a multiple of 4"},
      {"no JSON chunk", changed(box, 16, 0x004E4942), "does not begin with a JSON chunk"},
      {"bad JSON", glb("{\"asset\":{\"version\":\"2.0\"}"), "has malformed JSON"},
      {"not an object", glb("[1,2]"), "has JSON that is not an object"},
      {"too deep", glb("{\"extras\":" + deep + std::string(70, ']') + "}"),
       "has JSON nested deeper than 64 levels"},
      {"file uri", glb(R"({"asset":{"version":"2.0"},"buffers":[{"byteLength":4,"uri":"/etc/hostname"}]})"),
       "refers to another file ('/etc/hostname'); a component model must be one GLB file"},
      {"web uri", glb(R"({"asset":{"version":"2.0"},"images":[{"uri":"https://example.org/a.png"}]})"),
       "refers to another file ('https://example.org/a.png'); a component model must be one GLB file"},
      {"data uri",
       glb(R"({"asset":{"version":"2.0"},"buffers":[{"byteLength":4,"uri":"data:application/octet-stream;base64,AAAAAA=="}]})"),
       "has a data URI; put buffers and images into the GLB's binary chunk"},
      {"uri in an extension", glb(R"({"asset":{"version":"2.0"},"extensions":{"X":[{"uri":"x.bin"}]}})"),
       "refers to another file ('x.bin'); a component model must be one GLB file"},
      {"mime png", glb(R"({"asset":{"version":"2.0"},"images":[{"mimeType":"png","bufferView":0}]})"),
       "has an image of mime type 'png'; write 'image/png' or 'image/jpeg'"},
      {"node in a ring", glb(R"({"asset":{"version":"2.0"},"nodes":[{"children":[1]},{"children":[0]}]})"),
       "has nodes that contain themselves"},
      {"two parents", glb(R"({"asset":{"version":"2.0"},"nodes":[{"children":[2]},{"children":[2]},{}]})"),
       "has a node with two parents"},
      {"child missing", glb(R"({"asset":{"version":"2.0"},"nodes":[{"children":[7]}]})"),
       "has a node with a child that does not exist"},
      {"buffer too long", glb(R"({"asset":{"version":"2.0"},"buffers":[{"byteLength":4096}]})", Bytes(8, 0)),
       "has a buffer longer than its binary chunk"},
      {"view too long",
       glb(R"({"asset":{"version":"2.0"},"buffers":[{"byteLength":8}],"bufferViews":[{"buffer":0,"byteOffset":4,"byteLength":5}]})",
           Bytes(8, 0)),
       "has a buffer view that reaches beyond its binary chunk"},
      {"view far off",
       glb(R"({"asset":{"version":"2.0"},"buffers":[{"byteLength":8}],"bufferViews":[{"buffer":0,"byteOffset":18446744073709551615,"byteLength":4}]})",
           Bytes(8, 0)),
       "has a buffer view that reaches beyond its binary chunk"},
      {"sparse without values",
       glb(R"({"asset":{"version":"2.0"},"buffers":[{"byteLength":8}],"bufferViews":[{"buffer":0,"byteLength":8}],
       "accessors":[{"count":1,"type":"SCALAR","componentType":5126,"sparse":{"count":1,"indices":{"bufferView":0}}}]})",
           Bytes(8, 0)),
       "has a sparse accessor that is not whole"},
      {"skin without matrices", glb(R"({"asset":{"version":"2.0"},"skins":[{"joints":[0]}]})"),
       "has a skin without inverse bind matrices; export it without its skeleton"},
      {"image without view", glb(R"({"asset":{"version":"2.0"},"images":[{"mimeType":"image/png"}]})"),
       "has an image without a buffer view"},
      {"mesh without positions",
       glb(R"({"asset":{"version":"2.0"},"meshes":[{"primitives":[{"attributes":{"NORMAL":0},"mode":5}]}]})"),
       "has a mesh without positions"},
      {"nothing inside",
       glb(R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"name":"a"}]})"),
       "holds no triangles"},
  };
}

TEST(LoadModel, RefusesBadFilesWithTheReason) {
  for (const Case& each : refusals()) {
    const auto path = test::scratchPath("refused.glb");
    test::writeFile(path, each.bytes);
    const auto model = loadModel(path);
    ASSERT_FALSE(model.has_value()) << each.what;
    EXPECT_EQ(model.error().message, path.string() + ": " + each.message) << each.what;
  }
}

TEST(LoadModel, RefusesAFileOverTheSizeLimit) {
  const auto path = test::scratchPath("large.glb");
  const Bytes box = goodBox();
  test::writeFile(path, box);
  ModelLimits limits;
  limits.file_bytes = 1000;
  const auto model = loadModel(path, limits);
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().message,
            path.string() + ": has " + std::to_string(box.size()) + " bytes; the limit is 1000");
}

TEST(LoadModel, RefusesAFileOverTheTriangleLimit) {
  const auto path = test::scratchPath("many.glb");
  test::writeFile(path, goodBox());
  ModelLimits limits;
  limits.triangles = 11;
  const auto model = loadModel(path, limits);
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().message, path.string() + ": has 12 triangles; the limit is 11");
}

TEST(LoadModel, SaysThatAFileIsMissing) {
  const auto model = loadModel("/no/such/model.glb");
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().message, "/no/such/model.glb: cannot be opened");
}

// By hand: a triangle in metres under a node that scales by 2 and moves by 1 m becomes millimetres in place.
TEST(LoadModel, AppliesNodeTransformsAndReturnsMillimetres) {
  Bytes binary;
  for (const float value : {0.0f, 0.0f, 0.0f, 0.1f, 0.0f, 0.0f, 0.0f, 0.1f, 0.0f}) {
    std::uint32_t word = 0;
    std::memcpy(&word, &value, 4);
    append(binary, word);
  }
  const auto path = test::scratchPath("placed.glb");
  test::writeFile(path, glb(R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],
    "nodes":[{"name":"top","translation":[1,0,0],"children":[1]},{"name":"part","scale":[2,2,2],"mesh":0}],
    "meshes":[{"primitives":[{"attributes":{"POSITION":0},"material":0}]}],
    "materials":[{"pbrMetallicRoughness":{"baseColorFactor":[1,0,0,0.5],"metallicFactor":0.25,"roughnessFactor":0.75}}],
    "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[0.1,0.1,0]}],
    "bufferViews":[{"buffer":0,"byteLength":36}],"buffers":[{"byteLength":36}]})",
                            binary));
  const auto model = loadModel(path);
  ASSERT_TRUE(model.has_value()) << model.error().message;
  ASSERT_EQ(model->parts.size(), 1u);
  const ModelPart& part = model->parts[0];
  EXPECT_EQ(part.name, "part");
  ASSERT_EQ(part.mesh.positions.size(), 3u);
  EXPECT_NEAR(part.mesh.positions[1].x, 1200.0f, 0.01f);
  EXPECT_NEAR(part.mesh.positions[2].y, 200.0f, 0.01f);
  EXPECT_NEAR(part.mesh.normals[0].z, 1.0f, 1e-4f);
  EXPECT_NEAR(part.color.x, 1.0f, 1e-4f);
  EXPECT_NEAR(part.opacity, 0.5f, 1e-4f);
  EXPECT_NEAR(part.metallic, 0.25f, 1e-4f);
  EXPECT_NEAR(part.roughness, 0.75f, 1e-4f);
}

// Files cut or spoilt anywhere give an error or a model, never anything else.
TEST(LoadModel, SurvivesFilesSpoiltAtAnyPlace) {
  const Bytes box = goodBox();
  const auto path = test::scratchPath("spoilt.glb");
  for (std::size_t at = 0; at < box.size(); at += 13) {
    Bytes spoilt = box;
    spoilt[at] = static_cast<std::uint8_t>(spoilt[at] ^ 0x15);
    test::writeFile(path, spoilt);
    const auto model = loadModel(path);
    EXPECT_TRUE(model.has_value() || model.error().message.find(path.string()) == 0) << at;
  }
}

}  // namespace
}  // namespace renderer
