# Packs drawn at other fills than the nominal one.
rucksmith_test(configurator_fill_tests
  fill_shape_test.cpp
  fold_curve_test.cpp
  session_fixture.cpp
  LIBRARIES configurator_session)
target_include_directories(configurator_fill_tests PRIVATE ${CMAKE_SOURCE_DIR})
