# What always holds, over all templates and random designs.
rucksmith_test(configurator_properties_tests
  product_of_templates_test.cpp
  properties_test.cpp
  random_design.cpp
  worn_test.cpp
  LIBRARIES configurator_session)
target_include_directories(configurator_properties_tests PRIVATE ${CMAKE_SOURCE_DIR})
