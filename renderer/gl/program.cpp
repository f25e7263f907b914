// Compiling and linking shaders.
#include "renderer/gl/program.h"

#include <array>
#include <functional>
#include <glm/gtc/type_ptr.hpp>
#include <utility>

#include "renderer/gl/shader_text.h"

namespace renderer::gl {
namespace {

std::string logOf(GLuint object, bool is_program) {
  GLint length = 0;
  is_program ? glGetProgramiv(object, GL_INFO_LOG_LENGTH, &length)
             : glGetShaderiv(object, GL_INFO_LOG_LENGTH, &length);
  std::string log(static_cast<std::size_t>(length > 0 ? length : 1), '\0');
  is_program ? glGetProgramInfoLog(object, length, nullptr, log.data())
             : glGetShaderInfoLog(object, length, nullptr, log.data());
  return log;
}

Result<GLuint> compile(const std::string& name, GLenum stage, const std::string& defines, const char* text) {
  const GLuint shader = glCreateShader(stage);
  const std::array<const char*, 3> parts{kVersion, defines.c_str(), text};
  glShaderSource(shader, static_cast<GLsizei>(parts.size()), parts.data(), nullptr);
  glCompileShader(shader);
  GLint done = GL_FALSE;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
  if (done == GL_TRUE) return shader;
  const std::string log = logOf(shader, false);
  glDeleteShader(shader);
  return failure("the graphics driver refuses the shader '" + name + "': " + log);
}

}  // namespace

Program::~Program() {
  if (program_ != 0) glDeleteProgram(program_);
}

Program::Program(Program&& other) noexcept
    : program_(std::exchange(other.program_, 0u)), locations_(std::move(other.locations_)) {}

Program& Program::operator=(Program&& other) noexcept {
  std::swap(program_, other.program_);
  std::swap(locations_, other.locations_);
  return *this;
}

Result<Program> Program::link(const std::string& name, const char* vertex, const char* fragment,
                              const std::string& defines) {
  const auto vertex_shader = compile(name, GL_VERTEX_SHADER, defines, vertex);
  if (!vertex_shader) return tl::unexpected(vertex_shader.error());
  const auto fragment_shader = compile(name, GL_FRAGMENT_SHADER, defines, fragment);
  if (!fragment_shader) {
    glDeleteShader(*vertex_shader);
    return tl::unexpected(fragment_shader.error());
  }
  Program program;
  program.program_ = glCreateProgram();
  glAttachShader(program.program_, *vertex_shader);
  glAttachShader(program.program_, *fragment_shader);
  glLinkProgram(program.program_);
  glDeleteShader(*vertex_shader);
  glDeleteShader(*fragment_shader);
  GLint done = GL_FALSE;
  glGetProgramiv(program.program_, GL_LINK_STATUS, &done);
  if (done != GL_TRUE) {
    return failure("the graphics driver cannot link the shader '" + name +
                   "': " + logOf(program.program_, true));
  }
  return program;
}

void Program::use() const {
  glUseProgram(program_);
}

GLint Program::location(const char* name) const {
  const auto found = locations_.find(name);
  if (found != locations_.end()) return found->second;
  return locations_[name] = glGetUniformLocation(program_, name);
}

void Program::set(const char* name, int value) const {
  glUniform1i(location(name), value);
}
void Program::set(const char* name, float value) const {
  glUniform1f(location(name), value);
}
void Program::set(const char* name, glm::vec2 value) const {
  glUniform2f(location(name), value.x, value.y);
}
void Program::set(const char* name, const glm::vec3& value) const {
  glUniform3f(location(name), value.x, value.y, value.z);
}
void Program::set(const char* name, const glm::mat4& value) const {
  glUniformMatrix4fv(location(name), 1, GL_FALSE, glm::value_ptr(value));
}

void Program::bind(const char* name, int unit, GLenum target, GLuint texture) const {
  glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
  glBindTexture(target, texture);
  set(name, unit);
}

}  // namespace renderer::gl
