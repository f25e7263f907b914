# How a pack carries: by hand, and over the templates.
rucksmith_test(configurator_carry_tests
  carry_figures_test.cpp
  session_carry_test.cpp
  random_design.cpp
  LIBRARIES configurator_session)
target_include_directories(configurator_carry_tests PRIVATE ${CMAKE_SOURCE_DIR})
