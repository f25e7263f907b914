# What both fronts do: edits, figures, manifests, recovery.
rucksmith_test(configurator_session_tests
  exported_artwork_test.cpp
  given_numbers_test.cpp
  module_making_test.cpp
  needed_rows_test.cpp
  nominal_attributes_test.cpp
  own_files_test.cpp
  own_parts_test.cpp
  room_test.cpp
  sewn_modules_test.cpp
  sternum_test.cpp
  strap_ends_test.cpp
  straps_and_belts_test.cpp
  suspended_back_test.cpp
  expansion_test.cpp
  hose_test.cpp
  seam_tape_test.cpp
  session_advice_test.cpp
  session_anyway_test.cpp
  session_apply_edits_test.cpp
  session_callouts_test.cpp
  session_figures_test.cpp
  session_find_designs_test.cpp
  session_finder_test.cpp
  session_flat_drawings_test.cpp
  session_manifest_test.cpp
  session_pictures_test.cpp
  session_plan_test.cpp
  session_price_lists_test.cpp
  session_product_views_test.cpp
  session_quote_test.cpp
  session_recovery_test.cpp
  session_test.cpp
  LIBRARIES configurator_fixtures)
add_dependencies(configurator_session_tests rucksmith)
