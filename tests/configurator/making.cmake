# What the factory makes a pack by, over all templates and random designs: sizes, notches.
rucksmith_test(configurator_making_tests
  edge_finish_test.cpp
  notches_test.cpp
  random_design.cpp
  size_table_test.cpp
  tacks_test.cpp
  LIBRARIES configurator_session)
target_include_directories(configurator_making_tests PRIVATE ${CMAKE_SOURCE_DIR})
