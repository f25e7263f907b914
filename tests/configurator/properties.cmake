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
set(shards 2)
math(EXPR last "${shards} - 1")
foreach(shard RANGE ${last})
  add_test(NAME configurator_properties_tests.${shard} COMMAND configurator_properties_tests)
  set_tests_properties(configurator_properties_tests.${shard} PROPERTIES
    ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}" TIMEOUT 1200)
endforeach()
