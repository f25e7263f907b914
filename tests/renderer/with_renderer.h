// Tests that draw: a context with no window and a renderer in it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <utility>

#include "renderer/draw.h"

namespace renderer::test {

class WithRenderer : public ::testing::Test {
 protected:
  void SetUp() override {
    auto context = OffscreenContext::make();
    ASSERT_TRUE(context.has_value()) << context.error().message;
    context_ = std::move(*context);
    auto renderer = Renderer::make();
    ASSERT_TRUE(renderer.has_value()) << renderer.error().message;
    renderer_ = std::move(*renderer);
  }

  void show(const Scene& scene) {
    renderer_->setGeometry(scene.geometry);
    renderer_->setAppearance(scene.appearance);
  }

  std::unique_ptr<OffscreenContext> context_;
  std::unique_ptr<Renderer> renderer_;
};

}  // namespace renderer::test
