// What a picture asks of the graphics card: few calls, whatever the number of parts, and nothing sent again
// that it has. Counted at the driver's own functions, in whose place the renderer gets counting ones.
#include <EGL/egl.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "renderer/draw.h"
#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

struct Count {
  int draws = 0, texture_fills = 0, mapped_buffers = 0;
  std::int64_t buffer_bytes = 0;
};
Count count;

constexpr auto kDraw = [](auto...) { ++count.draws; };
constexpr auto kFill = [](auto...) { ++count.texture_fills; };
constexpr auto kMap = [](auto...) { ++count.mapped_buffers; };
constexpr auto kData = [](auto, auto size, auto...) { count.buffer_bytes += size; };
constexpr auto kPiece = [](auto, auto, auto size, auto) { count.buffer_bytes += size; };
/// A texture made without content takes memory, not time.
constexpr auto kImage = [](auto, auto, auto, auto, auto, auto, auto, auto, const void* pixels) {
  count.texture_fills += pixels != nullptr ? 1 : 0;
};

decltype(&glDrawArrays) draw_arrays;
decltype(&glDrawElements) draw_elements;
PFNGLMULTIDRAWELEMENTSPROC multi_draw_elements;
PFNGLBUFFERDATAPROC buffer_data;
PFNGLBUFFERSUBDATAPROC buffer_sub_data;
PFNGLMAPBUFFERPROC map_buffer;
decltype(&glTexImage2D) tex_image;
decltype(&glTexSubImage2D) tex_sub_image;
PFNGLTEXSUBIMAGE3DPROC tex_sub_image_3d;

/// The driver's function, kept in `real`, behind one that calls `tell` first.
template <auto& real, auto& tell>
void* counting(const char* name) {
  using Function = std::remove_reference_t<decltype(real)>;
  const auto driver = eglGetProcAddress(name);
  std::memcpy(&real, &driver, sizeof(real));
  const Function counted = [](auto... arguments) {
    tell(arguments...);
    return real(arguments...);
  };
  void* function = nullptr;
  std::memcpy(&function, &counted, sizeof(function));
  return function;
}

void* load(const char* name) {
  const std::string_view function(name);
  if (function == "glDrawArrays") return counting<draw_arrays, kDraw>(name);
  if (function == "glDrawElements") return counting<draw_elements, kDraw>(name);
  if (function == "glMultiDrawElements") return counting<multi_draw_elements, kDraw>(name);
  if (function == "glBufferData") return counting<buffer_data, kData>(name);
  if (function == "glBufferSubData") return counting<buffer_sub_data, kPiece>(name);
  if (function == "glMapBuffer") return counting<map_buffer, kMap>(name);
  if (function == "glTexImage2D") return counting<tex_image, kImage>(name);
  if (function == "glTexSubImage2D") return counting<tex_sub_image, kFill>(name);
  if (function == "glTexSubImage3D") return counting<tex_sub_image_3d, kFill>(name);
  return reinterpret_cast<void*>(eglGetProcAddress(name));
}

/// Boxes in a row, every third of them see-through.
Scene rowOf(int boxes) {
  Scene scene;
  for (int i = 0; i < boxes; ++i) {
    Material material;
    material.opacity = i % 3 == 2 ? 0.5f : 1.0f;
    const auto x = static_cast<float>(30 * i);
    test::addPart(scene, "box-" + std::to_string(i), test::boxMesh({x, 0, 0}, {x + 20, 40, 20}), material);
  }
  return scene;
}

class DrawCalls : public testing::Test {
 protected:
  void SetUp() override {
    auto context = OffscreenContext::make();
    ASSERT_TRUE(context) << context.error().message;
    context_ = std::move(*context);
    auto renderer = Renderer::make(&load);
    ASSERT_TRUE(renderer) << renderer.error().message;
    renderer_ = std::move(*renderer);
  }

  /// What the picture takes that follows others of the same scene, turned by `turn` degrees.
  Count countOf(const Scene& scene, int samples, float turn) {
    renderer_->setGeometry(scene.geometry);
    renderer_->setAppearance(scene.appearance);
    DrawSettings settings = test::smallPicture();
    settings.samples = samples;
    settings.leave_out_hidden = false;  // as on a card, which leaves hidden pixels out by itself
    Camera camera = frameView(StandardView::ThreeQuarter, boundsOf(scene.geometry), 4.0f / 3.0f);
    for (int i = 0; i < 3; ++i) {
      count = {};
      EXPECT_NE(renderer_->drawToTexture(camera, settings), 0U);
      camera.azimuth_deg += turn;
    }
    return count;
  }

  std::unique_ptr<OffscreenContext> context_;
  std::unique_ptr<Renderer> renderer_;
};

// Backdrop, depth of the solids, ambient occlusion, solids (two-sided and not), ground, see-through parts:
// each in one or two calls. A pack has some two hundred parts.
TEST_F(DrawCalls, AreFewHoweverManyPartsThereAre) {
  for (const int samples : {1, 4}) {
    const int of_few = countOf(rowOf(3), samples, 20).draws;
    EXPECT_EQ(countOf(rowOf(300), samples, 20).draws, of_few);
    EXPECT_LE(of_few, 16);
    EXPECT_GT(of_few, 0);
  }
}

// Only the order of see-through triangles, which the eye's place decides, goes to the card with a picture:
// 12 triangles a box, 3 corners each, 4 bytes a corner.
TEST_F(DrawCalls, SendNothingAgainWhileTheCameraMoves) {
  const Count turned = countOf(rowOf(300), 1, 20);
  EXPECT_EQ(turned.buffer_bytes, 100 * 12 * 3 * 4);
  EXPECT_EQ(turned.texture_fills, 0);
  EXPECT_EQ(turned.mapped_buffers, 0);
  Scene solid = rowOf(300);
  for (Material& material : solid.appearance.materials) material.opacity = 1;
  EXPECT_EQ(countOf(solid, 4, 20).buffer_bytes, 0);
}

// A box in a box: of 24 triangles at least the 6 of the outer one's near sides show, and none of the inner
// one's 12. Three corners each, 4 bytes a corner.
TEST_F(DrawCalls, OfASoftwareDriverLeaveOutWhatIsHidden) {
  if (!renderer_->drawsInSoftware()) GTEST_SKIP() << "a graphics card";
  Scene scene;
  test::addPart(scene, "inner", test::boxMesh(glm::vec3(-20), glm::vec3(20)));
  test::addPart(scene, "outer", test::boxMesh(glm::vec3(-100), glm::vec3(100)));
  renderer_->setGeometry(scene.geometry);
  renderer_->setAppearance(scene.appearance);
  DrawSettings settings = test::smallPicture();
  settings.samples = 4;
  count = {};
  EXPECT_NE(renderer_->drawToTexture(
                frameView(StandardView::ThreeQuarter, boundsOf(scene.geometry), 4.0f / 3.0f), settings),
            0U);
  EXPECT_GE(count.buffer_bytes, 6 * 3 * 4);
  EXPECT_LE(count.buffer_bytes, 12 * 3 * 4);
}

// A new colour is a new row of one small texture: no triangle is sent, and the shadow map stays.
TEST_F(DrawCalls, SendNoTrianglesAndCastNoShadowForAColour) {
  Scene scene = rowOf(2);
  const int unchanged = countOf(scene, 1, 0).draws;
  const auto drawsWithNewLooks = [&] {
    count = {};
    renderer_->setAppearance(scene.appearance);
    const Camera camera = frameView(StandardView::ThreeQuarter, boundsOf(scene.geometry), 4.0f / 3.0f);
    DrawSettings settings = test::smallPicture();
    settings.leave_out_hidden = false;
    EXPECT_NE(renderer_->drawToTexture(camera, settings), 0U);
    return count.draws;
  };
  scene.appearance.materials[0].color = {1, 0, 0};
  EXPECT_EQ(drawsWithNewLooks(), unchanged);
  EXPECT_EQ(count.buffer_bytes, 0);
  EXPECT_EQ(count.mapped_buffers, 0);
  scene.appearance.materials[1].opacity = 0.5f;
  EXPECT_GT(drawsWithNewLooks(), unchanged) << "what lets light through casts another shadow";
}

}  // namespace
}  // namespace renderer
