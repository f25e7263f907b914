# What is drawn on the pack's own triangles: sewing and artwork.
rucksmith_test(configurator_drawing_tests
  scene_artwork_test.cpp
  scene_looks_test.cpp
  scene_sewing_test.cpp
  LIBRARIES configurator_fixtures)
