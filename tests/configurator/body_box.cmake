# Panel loader, roll-top and drawcord top alone, on a catalog of one item per zone.
rucksmith_test(configurator_box_tests
  body_drawcord_test.cpp
  body_panel_loader_test.cpp
  body_roll_top_test.cpp
  box_checks.cpp
  box_fixture.cpp
  LIBRARIES configurator_fixtures)
