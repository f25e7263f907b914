// The public Renderer: the passes of one picture in their order, and picking.
#include <glad/gl.h>
// glad first: it brings the OpenGL declarations.
#include <EGL/egl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/matrix.hpp>
#include <map>

#include "renderer/draw.h"
#include "renderer/gl/ambient_occlusion.h"
#include "renderer/gl/key_light.h"
#include "renderer/gl/picture_target.h"
#include "renderer/gl/program.h"
#include "renderer/gl/saved_state.h"
#include "renderer/gl/scene_buffers.h"
#include "renderer/gl/shader_text.h"
#include "renderer/require.h"
#include "renderer/weave_tile.h"

namespace renderer {

using gl::Program;

struct Renderer::State {
  gl::SceneBuffers scene;
  gl::MaterialTable materials;
  gl::KeyLight key_light;
  gl::AmbientOcclusion occlusion;
  gl::PictureTarget target;
  Program surface, id, mask;
  std::map<int, Program> picture;  // by samples
  gl::VertexArray no_vertices;
  gl::Framebuffer pick_target;
  gl::Renderbuffer pick_id, pick_depth;
  Bounds bounds;
  DrawCounters counters;
  int max_samples = 1;
  int max_size = 0;

  Result<void> make();
  Result<void> makePickTarget();
  bool draw(const Camera& camera, const DrawSettings& settings);
  void drawScene(const Camera& camera, const DrawSettings& settings);
  void drawMask(const glm::mat4& view_projection, const DrawSettings& settings);
  void finish(const DrawSettings& settings, int samples);
};

namespace {

float aspectOf(int width, int height) {
  return static_cast<float>(width) / static_cast<float>(height);
}

glm::vec2 sizeOf(const DrawSettings& settings) {
  return {static_cast<float>(settings.width), static_cast<float>(settings.height)};
}

GLADapiproc loadThroughEgl(const char* name) {
  return eglGetProcAddress(name);
}

}  // namespace

Result<void> Renderer::State::make() {
  const std::string wrinkles = "#define WRINKLES " + std::to_string(kWeaveCount) + ".0\n";
  auto linked = Program::link("surface", gl::kSurfaceVertex, gl::kSurfaceFragment, wrinkles);
  if (!linked) return tl::unexpected(linked.error());
  surface = std::move(*linked);
  linked = Program::link("id", gl::kIdVertex, gl::kIdFragment);
  if (!linked) return tl::unexpected(linked.error());
  id = std::move(*linked);
  linked = Program::link("mask", gl::kContactVertex, gl::kMaskFragment);
  if (!linked) return tl::unexpected(linked.error());
  mask = std::move(*linked);
  GLint samples = 1;
  glGetIntegerv(GL_MAX_SAMPLES, &samples);
  max_samples = std::max(1, static_cast<int>(samples));
  GLint size = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &size);
  max_size = static_cast<int>(size);
  materials.makeTiles();
  no_vertices = gl::VertexArray::make();
  if (auto made = key_light.make(); !made) return made;
  if (auto made = occlusion.make(); !made) return made;
  return makePickTarget();
}

Result<void> Renderer::State::makePickTarget() {
  pick_target = gl::Framebuffer::make();
  pick_id = gl::Renderbuffer::make();
  pick_depth = gl::Renderbuffer::make();
  glBindFramebuffer(GL_FRAMEBUFFER, pick_target.name());
  glBindRenderbuffer(GL_RENDERBUFFER, pick_id.name());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_R32UI, 1, 1);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, pick_id.name());
  glBindRenderbuffer(GL_RENDERBUFFER, pick_depth.name());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, 1, 1);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, pick_depth.name());
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) return {};
  return failure("the graphics driver cannot draw part numbers (no whole-number framebuffer)");
}

bool Renderer::State::draw(const Camera& camera, const DrawSettings& settings) {
  require(
      settings.width >= 16 && settings.height >= 16 && settings.width <= 16384 && settings.height <= 16384,
      "a picture is 16 to 16384 pixels wide and high");
  require(scene.slotCount() <= materials.slotCount(), "every slot of the geometry has a material");
  const int samples = std::clamp(settings.samples, 1, max_samples);
  if (std::max(settings.width, settings.height) > max_size) return false;
  if (!target.resize(settings.width, settings.height, samples)) return false;
  if (picture.find(samples) == picture.end()) {
    auto linked = Program::link("picture", gl::kScreenVertex, gl::kPictureFragment,
                                "#define SAMPLES " + std::to_string(samples) + "\n");
    if (!linked) return false;
    picture.emplace(samples, std::move(*linked));
  }
  const glm::mat4 view = viewMatrix(camera);
  const glm::mat4 projection = projectionMatrix(camera, aspectOf(settings.width, settings.height), bounds);
  key_light.update(scene, materials, camera.azimuth_deg);
  occlusion.update(scene, materials, view, projection, settings.width, settings.height);
  glViewport(0, 0, settings.width, settings.height);
  drawScene(camera, settings);
  drawMask(projection * view, settings);
  finish(settings, samples);
  ++counters.pictures;
  return true;
}

void Renderer::State::drawScene(const Camera& camera, const DrawSettings& settings) {
  const glm::mat4 view = viewMatrix(camera);
  const glm::mat4 view_projection =
      projectionMatrix(camera, aspectOf(settings.width, settings.height), bounds) * view;
  const glm::vec3 eye = glm::vec3(glm::inverse(view)[3]);
  const gl::LightDirections lights = gl::lightDirections(camera.azimuth_deg);
  target.bindScene();
  glEnable(GL_FRAMEBUFFER_SRGB);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LEQUAL);
  glDepthMask(GL_TRUE);
  glClearColor(0.0f, 0.0f, 0.0f, 0.0f);
  glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
  const auto useSurface = [&] {
    surface.use();
    surface.set("uViewProjection", view_projection);
    surface.set("uEye", eye);
    surface.set("uKeyDirection", lights.key);
    surface.set("uFillDirection", lights.fill);
    surface.set("uRimDirection", lights.rim);
    surface.set("uPixel", 1.0f / sizeOf(settings));
    surface.bind("uMaterials", 0, GL_TEXTURE_2D, materials.rows());
    surface.bind("uWeaves", 1, GL_TEXTURE_2D_ARRAY, materials.tiles());
    surface.bind("uOcclusion", 2, GL_TEXTURE_2D, occlusion.texture());
    key_light.apply(surface, 3);
    surface.set("uShadowed", settings.shadow ? 1.0f : 0.0f);
  };
  useSurface();
  scene.draw(scene.opaque(materials, true));
  glEnable(GL_CULL_FACE);
  scene.draw(scene.opaque(materials, false));
  glDisable(GL_CULL_FACE);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glBlendEquation(GL_FUNC_ADD);
  glDepthMask(GL_FALSE);
  if (camera.elevation_deg > 0.0f) key_light.drawGround(view_projection, settings.shadow);
  useSurface();
  scene.drawSorted(scene.seeThrough(materials), eye - camera.target);
  glDepthMask(GL_TRUE);
  glDisable(GL_BLEND);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_FRAMEBUFFER_SRGB);
}

void Renderer::State::drawMask(const glm::mat4& view_projection, const DrawSettings& settings) {
  if (settings.highlighted_part.empty()) return;
  target.bindMask();
  glClearColor(0.0f, 0.0f, 0.0f, 0.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  mask.use();
  mask.set("uViewProjection", view_projection);
  scene.draw(scene.part(settings.highlighted_part));
}

void Renderer::State::finish(const DrawSettings& settings, int samples) {
  const Program& program = picture.at(samples);
  target.bindPicture();
  program.use();
  program.bind("uScene", 0, target.sceneTarget(), target.scene());
  program.bind("uMask", 1, GL_TEXTURE_2D, target.mask());
  program.set("uBackdrop", settings.background == Background::Studio ? 0
                           : settings.background == Background::Dark ? 1
                                                                     : 2);
  program.set("uOutlined", settings.highlighted_part.empty() ? 0 : 1);
  program.set("uSize", sizeOf(settings));
  program.set("uOutlineWidth", std::max(2.0f, static_cast<float>(settings.height) / 360.0f));
  glBindVertexArray(no_vertices.name());
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

Renderer::Renderer() : state_(std::make_unique<State>()) {}
Renderer::~Renderer() = default;

Result<std::unique_ptr<Renderer>> Renderer::make(void* (*load)(const char*)) {
  // ISO C++ has no cast between object and function pointers; POSIX gives them one size.
  static_assert(sizeof(load) == sizeof(GLADloadfunc));
  GLADloadfunc loader = loadThroughEgl;
  if (load != nullptr) std::memcpy(&loader, &load, sizeof(loader));
  if (gladLoadGL(loader) < GLAD_MAKE_VERSION(3, 3)) {
    return failure("no OpenGL 3.3: the graphics driver is too old, or no context is current");
  }
  std::unique_ptr<Renderer> made(new Renderer);
  const gl::SavedState saved;
  if (auto done = made->state_->make(); !done) return tl::unexpected(done.error());
  return made;
}

void Renderer::setGeometry(const Geometry& geometry) {
  const gl::SavedState saved;
  state_->scene.upload(geometry);
  state_->bounds = boundsOf(geometry);
  state_->key_light.invalidate();
  ++state_->counters.geometry_uploads;
}

void Renderer::setAppearance(const Appearance& appearance) {
  const gl::SavedState saved;
  state_->materials.upload(appearance);
  state_->key_light.invalidate();
}

unsigned Renderer::drawToTexture(const Camera& camera, const DrawSettings& settings) {
  const gl::SavedState saved;
  return state_->draw(camera, settings) ? state_->target.picture() : 0u;
}

Result<Image> Renderer::drawToImage(const Camera& camera, const DrawSettings& settings) {
  const gl::SavedState saved;
  if (!state_->draw(camera, settings)) {
    return failure("the graphics driver cannot make a picture of " + std::to_string(settings.width) + " x " +
                   std::to_string(settings.height) + " pixels; ask for a smaller one");
  }
  Image image{settings.width, settings.height, {}};
  const auto row = static_cast<std::size_t>(settings.width) * 4;
  image.rgba.resize(row * static_cast<std::size_t>(settings.height));
  state_->target.bindPicture();
  glReadPixels(0, 0, settings.width, settings.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
  for (int top = 0, bottom = settings.height - 1; top < bottom; ++top, --bottom) {
    const auto first = image.rgba.begin() + static_cast<std::ptrdiff_t>(row) * top;
    std::swap_ranges(first, first + static_cast<std::ptrdiff_t>(row),
                     image.rgba.begin() + static_cast<std::ptrdiff_t>(row) * bottom);
  }
  return image;
}

// Only the one pixel is drawn: the projection is narrowed to it.
std::string Renderer::partAt(const Camera& camera, int width, int height, int x, int y) {
  if (x < 0 || y < 0 || x >= width || y >= height) return {};
  const gl::SavedState saved;
  const glm::mat4 projection = projectionMatrix(camera, aspectOf(width, height), state_->bounds);
  const glm::mat4 narrowed =
      glm::pickMatrix(glm::vec2(static_cast<float>(x) + 0.5f, static_cast<float>(height - y) - 0.5f),
                      glm::vec2(1.0f), glm::vec4(0.0f, 0.0f, width, height));
  glBindFramebuffer(GL_FRAMEBUFFER, state_->pick_target.name());
  glViewport(0, 0, 1, 1);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LEQUAL);
  glDepthMask(GL_TRUE);
  constexpr std::array<GLuint, 4> nothing{0, 0, 0, 0};
  glClearBufferuiv(GL_COLOR, 0, nothing.data());
  glClear(GL_DEPTH_BUFFER_BIT);
  state_->id.use();
  state_->id.set("uViewProjection", narrowed * projection * viewMatrix(camera));
  state_->scene.draw(state_->scene.pickable());
  GLuint found = 0;
  glReadPixels(0, 0, 1, 1, GL_RED_INTEGER, GL_UNSIGNED_INT, &found);
  return found == 0 ? std::string() : state_->scene.partId(found - 1);
}

const DrawCounters& Renderer::counters() const {
  return state_->counters;
}

}  // namespace renderer
