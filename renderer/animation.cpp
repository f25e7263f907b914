// The only place that knows libwebp.
#include "renderer/animation.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include <memory>
#include <string>

#include "renderer/require.h"

namespace renderer {
namespace {

static_assert(kMostAnimationSide == WEBP_MAX_DIMENSION);

constexpr float kQuality = 82;
constexpr int kEffort = 2;          // 0 quick .. 6 small: a sales person waits for it
constexpr int kMostKeyFrames = 12;  // frames between those that stand alone

struct Freed {
  void operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }
};

std::string reasonOf(WebPAnimEncoder* encoder) {
  const char* reason = WebPAnimEncoderGetError(encoder);
  return reason == nullptr || *reason == '\0' ? "no reason given" : reason;
}

}  // namespace

struct Animation::State {
  int width = 0, height = 0, frame_ms = 1, frames = 0;
  std::unique_ptr<WebPAnimEncoder, Freed> encoder;
};

Animation::Animation() : state_(std::make_unique<State>()) {}
Animation::~Animation() = default;
Animation::Animation(Animation&&) noexcept = default;
Animation& Animation::operator=(Animation&&) noexcept = default;

Result<Animation> Animation::make(int width, int height, int frame_ms) {
  require(frame_ms > 0, "a frame shows for some time");
  if (width < 1 || height < 1 || width > kMostAnimationSide || height > kMostAnimationSide)
    return failure("An animation is 1 to " + std::to_string(kMostAnimationSide) + " pixels wide and high.");
  WebPAnimEncoderOptions options;
  if (!WebPAnimEncoderOptionsInit(&options)) return failure("libwebp is of another version than built for.");
  options.kmax = kMostKeyFrames;
  options.kmin = kMostKeyFrames - 1;
  Animation animation;
  animation.state_->width = width;
  animation.state_->height = height;
  animation.state_->frame_ms = frame_ms;
  animation.state_->encoder.reset(WebPAnimEncoderNew(width, height, &options));
  if (!animation.state_->encoder) return failure("There is not enough memory for an animation of this size.");
  return animation;
}

Result<void> Animation::add(const Image& frame) {
  State& state = *state_;
  require(frame.width == state.width && frame.height == state.height, "frames have the animation's size");
  WebPConfig config;
  WebPPicture picture;
  if (!WebPConfigInit(&config) || !WebPPictureInit(&picture))
    return failure("libwebp is of another version than built for.");
  config.quality = kQuality;
  config.method = kEffort;
  picture.use_argb = 1;
  picture.width = frame.width;
  picture.height = frame.height;
  const bool added =
      WebPPictureImportRGBA(&picture, frame.rgba.data(), 4 * frame.width) != 0 &&
      WebPAnimEncoderAdd(state.encoder.get(), &picture, state.frames * state.frame_ms, &config);
  WebPPictureFree(&picture);
  if (!added) return failure("A frame of the animation cannot be encoded: " + reasonOf(state.encoder.get()));
  ++state.frames;
  return {};
}

Result<std::vector<std::uint8_t>> Animation::encode() {
  State& state = *state_;
  require(state.frames > 0, "an animation has a frame");
  WebPData data;
  WebPDataInit(&data);
  if (!WebPAnimEncoderAdd(state.encoder.get(), nullptr, state.frames * state.frame_ms, nullptr) ||
      !WebPAnimEncoderAssemble(state.encoder.get(), &data))
    return failure("The animation cannot be put together: " + reasonOf(state.encoder.get()));
  std::vector<std::uint8_t> bytes(data.bytes, data.bytes + data.size);
  WebPDataClear(&data);
  return bytes;
}

}  // namespace renderer
