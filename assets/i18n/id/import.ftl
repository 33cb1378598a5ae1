# Impor: apa yang membuat berkas tak terbaca, dan apa yang mengurungkan impor. Kedua wajah mengatakannya.

err-import-folder = { $path } adalah folder.
fix-import-folder = Sebutkan berkas di dalamnya.
err-import-in = { $name }: { $why }
err-import-not-taken-back = Impor tidak bisa lagi diurungkan seluruhnya: { $title } sudah diubah sejak itu.
fix-import-not-taken-back = Hapus satu per satu yang tidak diinginkan; semuanya tinggal di tempat sampah untuk sementara.

# Bagaimana akun di berkas dibandingkan dengan brankas

import-row-new = baru
import-row-same = sudah ada
import-row-other-key = ada dengan kunci lain
import-row-other-name = kunci sama, nama lain
import-row-other-numbers = kunci sama, digit, periode, atau hash lain
import-row-fills = membawa kunci yang hilang
import-row-repeated = dua kali di berkas

# Perintah

cli-import-row = { $tick } { $account }: { $standing }
cli-import-would = Baru: { $new }. Sudah ada: { $there }. Tidak terbaca: { $unread }.
ask-import = Masukkan { $count } akun? (ya/tidak)
ask-import-password = Kata sandi { $name } ({ $app }):
ask-import-pin = PIN { $account } (kosong hanya memasukkan namanya):
import-plain-left =
    { $count ->
       *[other] { $count } berkas ({ $name }) tidak dienkripsi dan masih memuat kunci. Hapus setelah tidak diperlukan; di banyak disk, berkas yang dihapus masih bisa dipulihkan.
    }
