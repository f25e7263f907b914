// Numbers, names and lists as glTF's JSON.
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <vector>

namespace renderer::glb {

/// The float's exact value, so that a reader's minimum equals the buffer's.
inline std::string text(float value) {
  std::array<char, 64> buffer{};
  const double exact = value == 0.0f ? 0.0 : static_cast<double>(value);
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), exact).ptr;
  return {buffer.data(), end};
}

inline std::string text(std::size_t value) {
  return std::to_string(value);
}

template <typename V>
std::string listText(const V& vector) {
  std::string out = "[";
  for (int i = 0; i < vector.length(); ++i) out += (i ? "," : "") + text(vector[i]);
  return out + "]";
}

std::string quoted(const std::string& raw);
std::string joined(const std::vector<std::string>& items);

}  // namespace renderer::glb
