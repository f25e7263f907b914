# What holds over all templates and random designs. Making those designs takes longer than most of the tests, so
# they share a process: each shard is one test of ctest.
add_executable(configurator_properties_tests
  carry_figures_test.cpp
  edge_finish_test.cpp
  notches_test.cpp
  pack_scene_test.cpp
  points_of_measure_test.cpp
  marker_of_templates_test.cpp
  product_of_templates_test.cpp
  properties_test.cpp
  session_carry_test.cpp
  size_table_test.cpp
  stated_size_test.cpp
  tacks_test.cpp
  worn_test.cpp)
target_link_libraries(configurator_properties_tests PRIVATE
  configurator_fixtures GTest::gtest_main GTest::gmock)
test_in_shards(configurator_properties_tests 2)
