#include "configurator/session/turntable.h"

#include <algorithm>
#include <cstdint>
#include <future>
#include <utility>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr int kTurnMs = 6000;

std::string bytesOf(const std::vector<std::uint8_t>& bytes) {
  return {bytes.begin(), bytes.end()};
}

}  // namespace

bool turns(std::string_view view) {
  return !drawsWords(view);
}

Result<Turntable> drawTurntable(PictureStudio& studio, const PictureRequest& request, int frames) {
  require(turns(request.view) && frames >= kFewestFrames && frames <= kMostFrames,
          "a turntable turns a pack in a number of pictures");
  auto animation = renderer::Animation::make(request.width, request.height, std::max(1, kTurnMs / frames));
  if (!animation) return failure(animation.error().message);
  Turntable made;
  std::future<std::string> encoding;  // a picture becomes a file while the next one is drawn
  for (const renderer::Camera& camera : studio.camerasRound(request, frames)) {
    auto image = studio.drawFrom(camera, request);
    if (encoding.valid()) made.pngs.push_back(encoding.get());
    if (!image) return failure(image.error().message);
    if (const auto added = animation->add(*image); !added) return failure(added.error().message);
    encoding = std::async(std::launch::async,
                          [frame = std::move(*image)] { return bytesOf(renderer::encodePng(frame)); });
  }
  made.pngs.push_back(encoding.get());
  const auto webp = animation->encode();
  if (!webp) return failure(webp.error().message);
  made.webp = bytesOf(*webp);
  return made;
}

}  // namespace configurator
