// A GL context without a window: EGL on Mesa's surfaceless platform, else on the default display.
#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <utility>

#include "renderer/draw.h"

namespace renderer {

struct OffscreenContext::State {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
};

namespace {

EGLDisplay surfacelessDisplay() {
  const auto get =
      reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (get == nullptr) return EGL_NO_DISPLAY;
  return get(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

EGLContext makeContext(EGLDisplay display) {
  if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE)
    return EGL_NO_CONTEXT;
  if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return EGL_NO_CONTEXT;
  constexpr std::array<EGLint, 5> wanted{EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE,
                                         EGL_OPENGL_BIT, EGL_NONE};
  EGLConfig config = EGL_NO_CONFIG_KHR;
  EGLint count = 0;
  if (eglChooseConfig(display, wanted.data(), &config, 1, &count) != EGL_TRUE || count == 0) {
    config = EGL_NO_CONFIG_KHR;
  }
  constexpr std::array<EGLint, 7> version{EGL_CONTEXT_MAJOR_VERSION,
                                          3,
                                          EGL_CONTEXT_MINOR_VERSION,
                                          3,
                                          EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                          EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                          EGL_NONE};
  EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, version.data());
  if (context == EGL_NO_CONTEXT) return EGL_NO_CONTEXT;
  if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE) return context;
  eglDestroyContext(display, context);
  return EGL_NO_CONTEXT;
}

}  // namespace

OffscreenContext::OffscreenContext() : state_(std::make_unique<State>()) {}

// The display is not terminated: EGL shares it with every other context of the process.
OffscreenContext::~OffscreenContext() {
  if (state_->context == EGL_NO_CONTEXT) return;
  eglMakeCurrent(state_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(state_->display, state_->context);
}

Result<std::unique_ptr<OffscreenContext>> OffscreenContext::make() {
  std::unique_ptr<OffscreenContext> made(new OffscreenContext);
  for (const EGLDisplay display : {surfacelessDisplay(), eglGetDisplay(EGL_DEFAULT_DISPLAY)}) {
    made->state_->display = display;
    made->state_->context = makeContext(display);
    if (made->state_->context != EGL_NO_CONTEXT) return made;
  }
  return failure(
      "no OpenGL 3.3 without a window: install a graphics driver (on Debian: libgl1-mesa-dri libegl1)");
}

}  // namespace renderer
