#include "configurator/app/orbit.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/trigonometric.hpp>

namespace configurator {
namespace {

constexpr float kDegreesPerPixel = 0.4f;
constexpr double kFlight = 0.25;               // seconds
constexpr float kTurnPerSecond = 36;           // degrees: once round in ten seconds
constexpr float kSlowdown = 4;                 // per second, of a pack that coasts
constexpr float kSlowest = 4, kFastest = 720;  // degrees a second
constexpr float kLeastThrow = 40;              // a hand slower than this holds still

float turnBetween(float from_deg, float to_deg) {
  return std::remainder(to_deg - from_deg, 360.0f);
}

}  // namespace

void Orbit::setTo(const renderer::Camera& camera) {
  camera_ = camera;
  flying_ = false;
  speed_ = 0;
  moved_ = true;
}

void Orbit::flyTo(const renderer::Camera& camera) {
  from_ = camera_;
  to_ = camera;
  flying_since_ = ImGui::GetTime();
  flying_ = true;
  speed_ = 0;
}

void Orbit::shift(ImVec2 move, ImVec2 size) {
  const float mm = 2 * camera_.distance_mm * std::tan(glm::radians(camera_.field_of_view_deg) / 2) / size.y;
  const float azimuth = glm::radians(camera_.azimuth_deg);
  camera_.target += glm::vec3(-std::cos(azimuth) * move.x * mm, move.y * mm, std::sin(azimuth) * move.x * mm);
}

void Orbit::turn(ImVec2 degrees) {
  camera_.azimuth_deg -= degrees.x;
  camera_.elevation_deg = std::clamp(camera_.elevation_deg + degrees.y, -89.0f, 89.0f);
}

bool Orbit::takeMouse(ImVec2 size, bool may_turn) {
  constexpr float kStill = 16;  // square pixels
  const ImGuiIO& io = ImGui::GetIO();
  moved_ = false;
  clicked_ = ImGui::IsItemDeactivated() && io.MouseReleased[0] && io.MouseDragMaxDistanceSqr[0] < kStill;
  if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
    camera_.distance_mm = std::clamp(camera_.distance_mm * std::pow(0.9f, io.MouseWheel), 150.0f, 8000.0f);
    moved_ = true;
  }
  held_ = ImGui::IsItemActive();
  if (ImGui::IsItemDeactivated() && std::abs(speed_) < kLeastThrow) speed_ = 0;
  if (!held_) return false;
  flying_ = false;
  turning_ = false;
  const ImVec2 move = io.MouseDelta;
  const bool turns = may_turn && !io.MouseDown[1] && !io.MouseDown[2] && !io.KeyShift;
  const float now = move.x * kDegreesPerPixel / std::max(io.DeltaTime, 1e-3f);
  speed_ = turns ? std::clamp(0.5f * speed_ + 0.5f * now, -kFastest, kFastest) : 0;
  if (move.x == 0 && move.y == 0) return false;
  moved_ = true;
  if (!turns) {
    shift(move, size);
    return false;
  }
  turn({move.x * kDegreesPerPixel, move.y * kDegreesPerPixel});
  return true;
}

void Orbit::advance() {
  const float seconds = std::min(ImGui::GetIO().DeltaTime, 0.1f);
  if (flying_) {
    const double share = std::min(1.0, (ImGui::GetTime() - flying_since_) / kFlight);
    const float t = static_cast<float>(share * share * (3 - 2 * share));
    camera_ = to_;
    camera_.azimuth_deg = from_.azimuth_deg + t * turnBetween(from_.azimuth_deg, to_.azimuth_deg);
    camera_.elevation_deg = glm::mix(from_.elevation_deg, to_.elevation_deg, t);
    camera_.distance_mm = glm::mix(from_.distance_mm, to_.distance_mm, t);
    camera_.target = glm::mix(from_.target, to_.target, t);
    flying_ = share < 1;
    moved_ = true;
  }
  if (held_) return;
  if (turning_) turn({-kTurnPerSecond * seconds, 0});
  if (speed_ != 0) {
    turn({speed_ * seconds, 0});
    speed_ *= std::exp(-kSlowdown * seconds);
    if (std::abs(speed_) < kSlowest) speed_ = 0;
  }
  moved_ = moved_ || turning_ || speed_ != 0;
}

}  // namespace configurator
