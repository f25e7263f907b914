// The shaders' texts, GLSL 3.30. Each is one complete stage except kVersion, which goes in front of all.
#pragma once

namespace renderer::gl {

extern const char* const kVersion;
/// Functions of all shaders of cloth; goes in front of a fragment shader that uses them.
extern const char* const kClothFunctions;

extern const char* const kSurfaceVertex;
extern const char* const kSurfaceFragment;

extern const char* const kGlassFragment;

extern const char* const kNightFragment;
extern const char* const kStreetFragment;
extern const char* const kDazzleFragment;
extern const char* const kGlowFragment;

extern const char* const kDepthVertex;
extern const char* const kDepthFragment;
extern const char* const kPlaceVertex;
extern const char* const kNothingFragment;
extern const char* const kIdVertex;
extern const char* const kIdFragment;
extern const char* const kVisibleVertex;
extern const char* const kVisibleFragment;
extern const char* const kContactVertex;
extern const char* const kContactFragment;
extern const char* const kMaskFragment;

extern const char* const kScreenVertex;
extern const char* const kGroundShadowFragment;
extern const char* const kBlurFragment;
extern const char* const kGroundVertex;
extern const char* const kGroundFragment;
extern const char* const kOcclusionFragment;
extern const char* const kOcclusionBlurFragment;
extern const char* const kBackdropFragment;
extern const char* const kCopyFragment;
extern const char* const kOutlineFragment;
extern const char* const kUnmultiplyFragment;

}  // namespace renderer::gl
