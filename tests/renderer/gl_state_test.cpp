// Drawing into a window's context must leave that context as it was.
#include <EGL/egl.h>
#include <GL/gl.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "renderer/draw.h"
#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

template <typename F>
F function(const char* name) {
  return reinterpret_cast<F>(eglGetProcAddress(name));
}

struct Gl {
  decltype(&glEnable) enable = function<decltype(&glEnable)>("glEnable");
  decltype(&glIsEnabled) is_enabled = function<decltype(&glIsEnabled)>("glIsEnabled");
  decltype(&glViewport) viewport = function<decltype(&glViewport)>("glViewport");
  decltype(&glScissor) scissor = function<decltype(&glScissor)>("glScissor");
  decltype(&glGetIntegerv) integers = function<decltype(&glGetIntegerv)>("glGetIntegerv");
  decltype(&glGenTextures) gen_textures = function<decltype(&glGenTextures)>("glGenTextures");
  decltype(&glBindTexture) bind_texture = function<decltype(&glBindTexture)>("glBindTexture");
  decltype(&glGetError) error = function<decltype(&glGetError)>("glGetError");
  decltype(&glBlendFunc) blend = function<decltype(&glBlendFunc)>("glBlendFunc");
};

TEST(DrawToTexture, LeavesTheContextsStateAsItWas) {
  const auto context = OffscreenContext::make();
  ASSERT_TRUE(context.has_value());
  const auto renderer = Renderer::make();
  ASSERT_TRUE(renderer.has_value());
  const Gl gl;
  GLuint texture = 0;
  gl.gen_textures(1, &texture);
  gl.bind_texture(GL_TEXTURE_2D, texture);
  gl.viewport(3, 4, 50, 60);
  gl.scissor(1, 2, 30, 40);
  gl.enable(GL_BLEND);
  gl.enable(GL_SCISSOR_TEST);
  gl.blend(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
  constexpr std::array<GLenum, 5> kNames{GL_TEXTURE_BINDING_2D, GL_VIEWPORT, GL_SCISSOR_BOX, GL_BLEND_SRC,
                                         GL_DEPTH_FUNC};
  const auto stateOf = [&] {
    std::array<std::array<GLint, 4>, kNames.size()> state{};
    for (std::size_t i = 0; i < kNames.size(); ++i) gl.integers(kNames[i], state[i].data());
    return state;
  };
  const auto before = stateOf();
  const Scene scene = test::boxScene();
  (*renderer)->setGeometry(scene.geometry);
  (*renderer)->setAppearance(scene.appearance);
  DrawSettings settings = test::smallPicture();
  settings.highlighted_parts = {"body"};
  const Camera camera = frameView(StandardView::Front, boundsOf(scene.geometry), 1.3f);
  EXPECT_NE((*renderer)->drawToTexture(camera, settings), 0u);
  EXPECT_EQ((*renderer)->partAt(camera, 240, 180, 120, 90), "body");
  EXPECT_EQ(stateOf(), before);
  EXPECT_EQ(gl.is_enabled(GL_BLEND), GL_TRUE);
  EXPECT_EQ(gl.is_enabled(GL_SCISSOR_TEST), GL_TRUE);
  EXPECT_EQ(gl.is_enabled(GL_DEPTH_TEST), GL_FALSE);
  EXPECT_EQ(gl.error(), static_cast<GLenum>(GL_NO_ERROR));
}

}  // namespace
}  // namespace renderer
