// Owners of OpenGL names: move-only, deleted with the context still current.
#pragma once

#include <glad/gl.h>

#include <utility>

namespace renderer::gl {

enum class Kind { Buffer, Texture, Framebuffer, Renderbuffer, VertexArray };

template <Kind K>
class Handle {
 public:
  Handle() = default;
  ~Handle() { reset(); }
  Handle(Handle&& other) noexcept : name_(std::exchange(other.name_, 0u)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(name_, other.name_);
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  static Handle make() {
    Handle handle;
    if constexpr (K == Kind::Buffer) glGenBuffers(1, &handle.name_);
    if constexpr (K == Kind::Texture) glGenTextures(1, &handle.name_);
    if constexpr (K == Kind::Framebuffer) glGenFramebuffers(1, &handle.name_);
    if constexpr (K == Kind::Renderbuffer) glGenRenderbuffers(1, &handle.name_);
    if constexpr (K == Kind::VertexArray) glGenVertexArrays(1, &handle.name_);
    return handle;
  }

  void reset() {
    if (name_ == 0) return;
    if constexpr (K == Kind::Buffer) glDeleteBuffers(1, &name_);
    if constexpr (K == Kind::Texture) glDeleteTextures(1, &name_);
    if constexpr (K == Kind::Framebuffer) glDeleteFramebuffers(1, &name_);
    if constexpr (K == Kind::Renderbuffer) glDeleteRenderbuffers(1, &name_);
    if constexpr (K == Kind::VertexArray) glDeleteVertexArrays(1, &name_);
    name_ = 0;
  }

  GLuint name() const { return name_; }

 private:
  GLuint name_ = 0;
};

using Buffer = Handle<Kind::Buffer>;
using Texture = Handle<Kind::Texture>;
using Framebuffer = Handle<Kind::Framebuffer>;
using Renderbuffer = Handle<Kind::Renderbuffer>;
using VertexArray = Handle<Kind::VertexArray>;

}  // namespace renderer::gl
