# How a pack is cut into triangles, and drawn at other fills than the nominal one.
rucksmith_test(configurator_fill_tests
  fill_shape_test.cpp
  drawn_layers_test.cpp
  grid_cut_test.cpp
  in_parallel_test.cpp
  fold_curve_test.cpp
  LIBRARIES configurator_fixtures)
