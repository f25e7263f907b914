// A model, or why there is none, as bytes: what a process that reads models answers with. The bytes may come
// from a process that a hostile model has taken over, so the reader believes nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "renderer/model.h"

namespace renderer {

std::vector<std::uint8_t> encodeModel(const Model& model);
std::vector<std::uint8_t> encodeRefusal(const std::string& why);

/// The model; or the refusal's text, whatever is in it; or kNotAnAnswer. A model that is returned has only
/// finite numbers, factors from 0 to 1, indices of vertices that exist, and no more triangles than the limit.
Result<Model> decodeAnswer(const std::vector<std::uint8_t>& bytes, const ModelLimits& limits);

inline constexpr char kNotAnAnswer[] = "its reader answered with what is no model";

inline constexpr std::size_t kMostModelParts = 10'000;

/// No answer within the limits is longer.
std::size_t longestAnswer(const ModelLimits& limits);

}  // namespace renderer
