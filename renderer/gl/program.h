// One linked shader program and its uniforms by name.
#pragma once

#include <glad/gl.h>

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <map>
#include <string>

#include "renderer/result.h"

namespace renderer::gl {

class Program {
 public:
  Program() = default;
  ~Program();
  Program(Program&& other) noexcept;
  Program& operator=(Program&& other) noexcept;
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// `defines` is put between the version line and both texts. Errors carry `name` and the driver's log.
  static Result<Program> link(const std::string& name, const char* vertex, const char* fragment,
                              const std::string& defines = {});

  void use() const;
  /// Uniforms of the program in use; a name that the compiler dropped is ignored.
  void set(const char* name, int value) const;
  void set(const char* name, float value) const;
  void set(const char* name, glm::vec2 value) const;
  void set(const char* name, const glm::vec3& value) const;
  void set(const char* name, const glm::mat4& value) const;
  /// Binds a texture to a unit and points the sampler at it.
  void bind(const char* name, int unit, GLenum target, GLuint texture) const;

 private:
  GLint location(const char* name) const;
  GLuint program_ = 0;
  mutable std::map<std::string, GLint, std::less<>> locations_;
};

}  // namespace renderer::gl
