#!/bin/sh
# Загружает все реестры папки, сколько бы раз его ни запускали: import_registers.sh ПАПКА [НЕ-ПРИНЯТО]
# Хорошие строки записываются, плохие складываются в файл НЕ-ПРИНЯТО: исправьте их там и загрузите его.
set -eu

folder=${1:?Назовите папку с реестрами: import_registers.sh ПАПКА}
rejects=${2:-не-принято.csv}

code=0
rumo import "$folder" --skip-bad --rejects "$rejects" --wait 120 || code=$?

case $code in
    0) echo "Загружено всё." >&2 ;;
    6) echo "Загружено не всё: строки с ошибками — в файле $rejects." >&2 ;;
    *) echo "Ничего не записано (код $code)." >&2 ;;
esac
exit "$code"
