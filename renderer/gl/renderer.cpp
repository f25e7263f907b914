// The public Renderer: the passes of one picture in their order.
#include <glad/gl.h>
// glad first: it brings the OpenGL declarations.
#include <EGL/egl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/matrix.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "renderer/draw.h"
#include "renderer/gl/ambient_occlusion.h"
#include "renderer/gl/behind.h"
#include "renderer/gl/hidden_triangles.h"
#include "renderer/gl/key_light.h"
#include "renderer/gl/night.h"
#include "renderer/gl/outline.h"
#include "renderer/gl/picker.h"
#include "renderer/gl/picture_target.h"
#include "renderer/gl/pixel_box.h"
#include "renderer/gl/program.h"
#include "renderer/gl/saved_state.h"
#include "renderer/gl/scene_buffers.h"
#include "renderer/gl/shader_text.h"
#include "renderer/gl/visible_area.h"
#include "renderer/require.h"
#include "renderer/weave_tile.h"

namespace renderer {

using gl::Program;

struct Renderer::State {
  gl::SceneBuffers scene;
  std::optional<gl::SceneBuffers> scene_in_motion;
  gl::MaterialTable materials;
  gl::KeyLight key_light;
  gl::AmbientOcclusion occlusion;
  gl::Night night;
  gl::VisibleArea visible_area;
  gl::PictureTarget target;
  gl::Outline outline;
  gl::Behind behind;
  gl::Picker picker;
  Program surface, glass, depth;
  std::map<int, Program> unmultiply;  // by samples
  gl::VertexArray no_vertices;
  Bounds bounds;
  DrawCounters counters;
  int max_samples = 1;
  int max_size = 0;
  bool draws_in_software = false;

  Result<void> make();
  bool draw(const Camera& camera, const DrawSettings& settings);
  gl::SceneBuffers& shown() { return target.samples() == 1 && scene_in_motion ? *scene_in_motion : scene; }
  void leaveOutHidden(const glm::mat4& view_projection, const DrawSettings& settings);
  void drawOpaque();
  void drawDepth(const glm::mat4& view_projection);
  void useSurface(const Program& program, const Camera& camera, const gl::Outlook& outlook,
                  const DrawSettings& settings) const;
  void drawScene(const Camera& camera, const gl::Outlook& outlook, const DrawSettings& settings);
  Result<void> finish(const DrawSettings& settings, int samples);
};

namespace {

// Mesa's software drivers tell what they are.
bool driverDrawsInSoftware() {
  const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  const std::string_view driver = name == nullptr ? "" : name;
  return driver.starts_with("llvmpipe") || driver.starts_with("softpipe");
}

float aspectOf(int width, int height) {
  return static_cast<float>(width) / static_cast<float>(height);
}
float aspectOf(const DrawSettings& settings) {
  return aspectOf(settings.width, settings.height);
}

// Of the twelve places that the surface shader knows.
constexpr int kShadowTaps = 12, kShadowTapsInMotion = 4;

// Pixels round what the scene can touch, for bilinear lookups at its edge.
constexpr float kBoxMargin = 4.0f;

glm::vec2 sizeOf(const DrawSettings& settings) {
  return {static_cast<float>(settings.width), static_cast<float>(settings.height)};
}

// MSAA counts are powers of two.
int usableSamples(int wanted, int most) {
  int samples = 1;
  while (samples * 2 <= std::min(wanted, most)) samples *= 2;
  return samples;
}

GLADapiproc loadThroughEgl(const char* name) {
  return eglGetProcAddress(name);
}

}  // namespace

Result<void> Renderer::State::make() {
  const std::string cloth = "#define WRINKLES " + std::to_string(kWeaveCount) + ".0\n" + gl::kClothFunctions;
  struct Wanted {
    Program* program;
    const char *name, *vertex, *fragment;
  };
  const std::array<Wanted, 3> programs{
      {{&surface, "surface", gl::kSurfaceVertex, gl::kSurfaceFragment},
       {&glass, "glass", gl::kSurfaceVertex, gl::kGlassFragment},
       {&depth, "depth of the picture", gl::kPlaceVertex, gl::kNothingFragment}}};
  for (const Wanted& wanted : programs) {
    auto linked = Program::link(wanted.name, wanted.vertex, wanted.fragment, cloth);
    if (!linked) return tl::unexpected(linked.error());
    *wanted.program = std::move(*linked);
  }
  GLint samples = 1;
  glGetIntegerv(GL_MAX_SAMPLES, &samples);
  max_samples = std::max(1, static_cast<int>(samples));
  GLint size = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &size);
  max_size = static_cast<int>(size);
  draws_in_software = driverDrawsInSoftware();
  materials.makeTiles();
  no_vertices = gl::VertexArray::make();
  if (auto made = behind.make(); !made) return made;
  if (auto made = key_light.make(); !made) return made;
  if (auto made = occlusion.make(); !made) return made;
  if (auto made = night.make(); !made) return made;
  if (auto made = visible_area.make(); !made) return made;
  if (auto made = outline.make(); !made) return made;
  return picker.make();
}

bool Renderer::State::draw(const Camera& camera, const DrawSettings& settings) {
  require(
      settings.width >= 16 && settings.height >= 16 && settings.width <= 16384 && settings.height <= 16384,
      "a picture is 16 to 16384 pixels wide and high");
  const int samples = usableSamples(settings.samples, max_samples);
  if (std::max(settings.width, settings.height) > max_size) return false;
  if (!target.resize(settings.width, settings.height, samples)) return false;
  require(shown().slotCount() <= materials.slotCount(), "every slot of the geometry has a material");
  const glm::mat4 view = viewMatrix(camera);
  const glm::mat4 projection = projectionMatrix(camera, aspectOf(settings), bounds);
  // With one sample a picture is in motion, and coarse anyway.
  const int finest_shadow = samples == 1 ? std::max(settings.width, settings.height) : max_size;
  key_light.update(shown(), materials, camera.azimuth_deg, finest_shadow, samples == 1);
  const glm::mat4 view_projection = projection * view;
  const gl::PixelBox box = gl::pixelBoxOf(shown().extent(), view_projection, sizeOf(settings), kBoxMargin);
  occlusion.update(shown(), materials, {view, projection, settings.width, settings.height, box});
  leaveOutHidden(view_projection, settings);
  glViewport(0, 0, settings.width, settings.height);
  const gl::Outlook outlook{view_projection, glm::vec3(glm::inverse(view)[3]), camera.target,
                            key_light.ground(), settings.headlamp};
  target.bindScene();
  behind.draw(target, {key_light, night, outlook, camera.elevation_deg > 0.0f}, settings);
  drawScene(camera, outlook, settings);
  if (!finish(settings, samples)) return false;
  if (!settings.highlighted_parts.empty())
    outline.drawOver(target, {scene, view_projection, settings.highlighted_parts});
  ++counters.pictures;
  return true;
}

void Renderer::State::leaveOutHidden(const glm::mat4& view_projection, const DrawSettings& settings) {
  gl::SceneBuffers& drawn = shown();
  drawn.leaveOut(
      draws_in_software && settings.leave_out_hidden
          ? gl::hiddenTriangles(drawn.positions(), drawn.indices(), view_projection, occlusion.depths())
          : std::vector<bool>());
}

void Renderer::State::drawOpaque() {
  const gl::SceneBuffers& drawn = shown();
  drawn.drawShown(drawn.opaque(materials, true));
  glEnable(GL_CULL_FACE);
  drawn.drawShown(drawn.opaque(materials, false));
  glDisable(GL_CULL_FACE);
}

// A pack is many layers of cloth: light is reckoned only for the outermost. Of use with one sample alone:
// Mesa's software driver does not leave hidden fragments out with more.
void Renderer::State::drawDepth(const glm::mat4& view_projection) {
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  depth.use();
  depth.set("uViewProjection", view_projection);
  drawOpaque();
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

void Renderer::State::useSurface(const Program& program, const Camera& camera, const gl::Outlook& outlook,
                                 const DrawSettings& settings) const {
  const gl::LightDirections lights = gl::lightDirections(camera.azimuth_deg);
  program.use();
  program.set("uViewProjection", outlook.view_projection);
  program.set("uEye", outlook.eye);
  program.set("uKeyDirection", lights.key);
  program.set("uFillDirection", lights.fill);
  program.set("uRimDirection", lights.rim);
  program.set("uPixel", 1.0f / sizeOf(settings));
  gl::Night::setLamp(program, outlook);
  program.set("uShadowTaps", settings.samples == 1 ? kShadowTapsInMotion : kShadowTaps);
  program.bind("uMaterials", 0, GL_TEXTURE_2D, materials.rows());
  program.bind("uWeaves", 1, GL_TEXTURE_2D_ARRAY, materials.tiles());
  program.bind("uOcclusion", 2, GL_TEXTURE_2D, occlusion.texture());
  program.bind("uPictures", 4, GL_TEXTURE_2D_ARRAY, materials.pictures());
  key_light.apply(program, 3);
  // Through glass comes light, not the pattern that thins its shadow.
  program.set("uShadowed", settings.shadow && settings.light == Light::Studio ? 1.0f : 0.0f);
}

void Renderer::State::drawScene(const Camera& camera, const gl::Outlook& outlook,
                                const DrawSettings& settings) {
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LEQUAL);
  glDepthMask(GL_TRUE);
  glClear(GL_DEPTH_BUFFER_BIT);
  if (target.samples() == 1) drawDepth(outlook.view_projection);
  const Program& solid = settings.light == Light::Night ? night.surface() : surface;
  useSurface(solid, camera, outlook, settings);
  drawOpaque();
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glBlendEquation(GL_FUNC_ADD);
  glDepthMask(GL_FALSE);
  useSurface(settings.light == Light::Glass ? glass : solid, camera, outlook, settings);
  shown().drawSorted(shown().seeThrough(materials), outlook.eye - camera.target);
  glDepthMask(GL_TRUE);
  glDisable(GL_BLEND);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_FRAMEBUFFER_SRGB);
}

// Over a backdrop the samples are joined as encoded, by the driver's quickest road; a transparent picture
// needs its colours divided by their cover first.
Result<void> Renderer::State::finish(const DrawSettings& settings, int samples) {
  if (settings.background != Background::Transparent) {
    target.resolve();
    if (settings.light == Light::Night) night.addGlow(target, settings.width, settings.height);
    return {};
  }
  if (unmultiply.find(samples) == unmultiply.end()) {
    auto linked = Program::link("unmultiply", gl::kScreenVertex, gl::kUnmultiplyFragment,
                                "#define SAMPLES " + std::to_string(samples) + "\n");
    if (!linked) return tl::unexpected(linked.error());
    unmultiply.emplace(samples, std::move(*linked));
  }
  const Program& program = unmultiply.at(samples);
  target.bindPicture();
  program.use();
  program.bind("uScene", 0, target.sceneTarget(), target.scene());
  glBindVertexArray(no_vertices.name());
  glDrawArrays(GL_TRIANGLES, 0, 3);
  return {};
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
  state_->scene_in_motion.reset();
  state_->bounds = boundsOf(geometry);
  state_->key_light.invalidate();
  ++state_->counters.geometry_uploads;
}

void Renderer::setGeometryInMotion(const Geometry& geometry) {
  const gl::SavedState saved;
  state_->scene_in_motion.emplace().upload(geometry);
  ++state_->counters.geometry_uploads;
}

void Renderer::moveNodes(const std::vector<glm::vec3>& moves) {
  const gl::SavedState saved;
  state_->scene.move(moves);
  state_->scene_in_motion.reset();
  state_->bounds = state_->scene.shownExtent();
  state_->key_light.invalidate();
}

void Renderer::setAppearance(const Appearance& appearance) {
  const gl::SavedState saved;
  if (state_->materials.upload(appearance)) state_->key_light.invalidate();
}

unsigned Renderer::drawToTexture(const Camera& camera, const DrawSettings& settings) {
  const gl::SavedState saved;
  return state_->draw(camera, settings) ? state_->target.picture() : 0u;
}

unsigned Renderer::outlinesToTexture(const Camera& camera, const std::vector<std::string>& parts) {
  gl::PictureTarget& target = state_->target;
  if (parts.empty() || target.width() == 0) return 0u;
  const gl::SavedState saved;
  const float aspect = aspectOf(target.width(), target.height());
  return state_->outline.drawApart(
      target, {state_->scene, projectionMatrix(camera, aspect, state_->bounds) * viewMatrix(camera), parts});
}

Bounds Renderer::partExtent(const std::string& part_id) const {
  return state_->scene.partExtent(part_id);
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
  const auto node = state_->picker.nodeAt(state_->scene, narrowed * projection * viewMatrix(camera));
  return node ? state_->scene.partId(*node) : std::string();
}

std::map<std::string, double> Renderer::retroreflectiveAreas(float azimuth_deg) {
  const gl::SavedState saved;
  require(state_->scene.slotCount() <= state_->materials.slotCount(),
          "every slot of the geometry has a material");
  return state_->visible_area.measure(state_->scene, state_->materials, azimuth_deg);
}

bool Renderer::drawsInSoftware() const {
  return state_->draws_in_software;
}

const DrawCounters& Renderer::counters() const {
  return state_->counters;
}

}  // namespace renderer
