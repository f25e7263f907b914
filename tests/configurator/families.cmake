# Modules on hosts.
rucksmith_test(configurator_family_tests
  cut_line_test.cpp
  families_test.cpp
  part_text_test.cpp
  family_figures_test.cpp
  module_fixture.cpp
  LIBRARIES configurator_pack)
target_include_directories(configurator_family_tests PRIVATE ${CMAKE_SOURCE_DIR})
