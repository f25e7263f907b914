# For scripts that make sheets of pictures to look at: one sheet of labelled pictures, dark, in Inter.
# Needs ImageMagick.

# labelled_sheet OUT COLUMNS LABEL_SIZE then pairs of picture and label
labelled_sheet() {
  local font=/usr/share/fonts/opentype/inter/Inter-Regular.otf ground='#14161a' ink='#e8eaee'
  local out=$1 columns=$2 points=$3 labelled=()
  shift 3
  while [ $# -gt 0 ]; do labelled+=(-label "$2" "$1") && shift 2; done
  montage -font "$font" -pointsize "$points" -fill "$ink" -background "$ground" "${labelled[@]}" \
    -tile "${columns}x" -geometry '+4+4' +set date:create +set date:modify "$out"
}
